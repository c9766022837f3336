import Formats
import Testing

struct XMLTreeTests {
    static func problem(_ text: String) -> XMLProblem? {
        do {
            _ = try XMLTree.parse(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func `elements, attributes, text and lines are read`() throws {
        let root = try XMLTree.parse(Array("<a x=\"1 &lt; 2\">\n<b>т<![CDATA[&]]>т</b>\n<b/></a>".utf8)).root
        #expect(root["x"] == "1 < 2")
        #expect(root.children.map(\.line) == [2, 3])
        #expect(root.children.map(\.text) == ["т&т", ""])
        #expect(root.children.map(\.path) == ["/a/b[1]", "/a/b[2]"])
    }

    @Test func `windows-1251 and its numeric references are read`() throws {
        let text = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<Имя х=\"«Ёж» № &#1179;\"/>"
        let tree = try XMLTree.parse(try CodePage.windows1251.encode(text))
        #expect(tree.encoding == "windows-1251")
        #expect(tree.root.name == "Имя")
        #expect(tree.root["х"] == "«Ёж» № қ")
    }

    @Test(arguments: [
        "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "<?xml version=\"1.0\"?>\n<!--x-->\n<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><a/>",
        "<!DOCTYPE a [<!ENTITY l0 \"ha\"><!ENTITY l1 \"&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;\">"
            + "<!ENTITY l2 \"&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;\"><!ENTITY l3 \"&l2;&l2;&l2;&l2;&l2;&l2;\">"
            + "<!ENTITY l4 \"&l3;&l3;&l3;&l3;&l3;&l3;\"><!ENTITY l5 \"&l4;&l4;&l4;&l4;&l4;&l4;\">]><a x=\"&l5;\">&l5;</a>",
    ])
    func `a document type is refused before anything in it counts`(text: String) throws {
        let took = ContinuousClock().measure {
            guard case .doctype = Self.problem(text) else {
                Issue.record("\(String(describing: Self.problem(text)))")
                return
            }
        }
        #expect(took < .seconds(1))
    }

    @Test func `a document type in another encoding is refused too`() {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>".utf16 {
            bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        #expect(throws: XMLProblem.doctype(line: 1)) { try XMLTree.parse(bytes) }
    }

    @Test(arguments: [
        "", "   ", "text", "<a>", "<a></b>", "<a x='1' x='2'/>", "<a>&nope;</a>", "<a/><b/>", "<a x=\"<\"/>",
        "<a>\u{1}</a>", "<a>&#1;</a>", "<p:a/>",
    ])
    func `what is not XML is refused with its line`(text: String) {
        guard case .malformed = Self.problem(text) else {
            Issue.record("\(text.debugDescription): \(String(describing: Self.problem(text)))")
            return
        }
    }

    @Test func `depth, number of elements and size have limits`() {
        let deep = { (n: Int) in String(repeating: "<a>", count: n) + String(repeating: "</a>", count: n) }
        #expect(Self.problem(deep(XMLTree.depthLimit)) == nil)
        #expect(Self.problem(deep(XMLTree.depthLimit + 1)) == .tooDeep(line: 1))
        #expect(Self.problem(deep(100_000)) == .tooDeep(line: 1))
        let many = "<a>" + String(repeating: "<b/>", count: XMLTree.elementLimit) + "</a>"
        #expect(Self.problem(many) == .tooManyElements(line: 1))
        let large = "<a>" + String(repeating: " ", count: XMLTree.sizeLimit) + "</a>"
        #expect(Self.problem(large) == .tooLarge(bytes: large.utf8.count, limit: XMLTree.sizeLimit))
    }

    /// The time to read them grew with the square of their number.
    @Test func `an element of a crowd of attributes is refused with its line`() {
        func text(_ count: Int) -> String {
            "<?x '?>\n<!-- a='1' -->\n<Тег" + (0..<count).map { " ё\($0)='=\"'" }.joined() + ">a=b</Тег>"
        }
        let crowd = XMLProblem.malformed(line: 3, message: "more than 500 attributes")
        #expect(Self.problem(text(XMLTree.attributeLimit)) == nil)
        #expect(Self.problem(text(XMLTree.attributeLimit + 1)) == crowd)
        let many = text(XMLTree.attributeLimit + 1)
        #expect(throws: crowd) { try XMLTree.parse(wide(many, isLittle: true)) }
        #expect(throws: crowd) { try XMLTree.parse([0xFF, 0xFE] + wide(many, isLittle: true)) }
        #expect(throws: crowd) { try XMLTree.parse([0xFE, 0xFF] + wide(many, isLittle: false)) }
        let few = [0xFE, 0xFF] + wide(text(XMLTree.attributeLimit), isLittle: false)
        #expect(throws: Never.self) { try XMLTree.parse(few) }
    }

    /// UTF-16, the low byte first or the high one.
    private func wide(_ text: String, isLittle: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        for unit in text.utf16 {
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            bytes += isLittle ? [low, high] : [high, low]
        }
        return bytes
    }

    @Test(arguments: ["UTF-7", "IBM037", "nonsense"])
    func `an encoding that hides its tags is refused`(encoding: String) {
        guard case .malformed = Self.problem("<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a/>") else {
            Issue.record("read in \(encoding)")
            return
        }
    }

    @Test func `the check of a hostile file ends with one finding of form`() {
        for text in ["<!DOCTYPE a><a/>", "<a>", ""] {
            let findings = SellerTitleCheck.findings(bytes: Array(text.utf8))
            #expect(findings.map(\.rule) == [.wellFormed])
        }
        let flood = "<Файл>" + String(repeating: "<Мусор/>", count: 100_000) + "</Файл>"
        #expect(SellerTitleCheck.findings(bytes: Array(flood.utf8)).count == 200)
    }

    @Test func `files are read side by side`() async {
        await withTaskGroup(of: Int.self) { group in
            for index in 0..<64 {
                group.addTask {
                    let text = "<a>" + String(repeating: "<b x=\"\(index)\"/>", count: 200) + "</a>"
                    do {
                        return try XMLTree.parse(Array(text.utf8)).root.all("b").count {
                            $0["x"] == "\(index)"
                        }
                    } catch {
                        return 0
                    }
                }
            }
            for await count in group { #expect(count == 200) }
        }
    }

    @Test func `a long text crosses the encoder's buffers unharmed`() throws {
        let text = String(repeating: "Ж₽қ&<\"🚀", count: 20_000)
        let piece = XMLPiece("а", ["б": text], [XMLPiece("в", text: text)])
        let root = try XMLTree.parse(try XMLText.bytes(piece)).root
        #expect(root["б"] == text)
        #expect(root.first("в")?.text == text)
    }
}
