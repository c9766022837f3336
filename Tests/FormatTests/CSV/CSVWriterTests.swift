import Formats
import Testing

@Suite struct CSVWriterTests {
    private func text(_ cells: [CSVWriter.Cell]) -> String {
        var writer = CSVWriter()
        writer.row(cells)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `cells are quoted only where they must be`() {
        #expect(
            text([.text("a"), .text("b,c"), .text("say \"so\""), .text("x\ny"), .text(""), .text(" z")])
                == "a,\"b,c\",\"say \"\"so\"\"\",\"x\ny\",,\" z\"\n")
    }

    /// What OWASP and its verification standard (ASVS 1.2.10) name, the wide forms among them.
    private static let armed: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{0}", "＝", "＋", "－", "＠",
    ]

    @Test(arguments: [
        "=1+1", "+7", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "\u{0}=1", "\u{0}", "＝1+1", "＋7", "－5",
        "＠SUM(A1)",
    ])
    func `a formula in a customer's text is disarmed`(formula: String) throws {
        var reader = CSVReader(Array(text([.text(formula)]).utf8)[...])
        #expect(try reader.next()?.cells == ["'" + formula])
    }

    @Test(arguments: [1, UInt64.random(in: 2...9_999_999)])
    func `whatever a text begins with, its cell begins no formula and reads back as the text`(seed: UInt64)
        throws
    {
        print("seed \(seed)")
        var dice = FormatDice(seed: seed)
        var disarmed = 0
        for _ in 0..<3000 {
            // Half of them begin with a sign of the list, the others with anything.
            var own = ""
            let first = dice.below(2) == 0 ? CSVWriterTests.armed.randomElement(using: &dice) : nil
            own.unicodeScalars.append(first ?? Unicode.Scalar(UInt8(dice.below(128))))
            own += dice.text()
            var reader = CSVReader(Array(text([.text(own), .text("x")]).utf8)[...])
            let cell = try #require(try reader.next()?.cells.first)
            let isFormula = cell.unicodeScalars.first.map(CSVWriterTests.armed.contains) ?? false
            #expect(!isFormula, "seed \(seed): \(cell.debugDescription)")
            let isArmed = own.unicodeScalars.first.map(CSVWriterTests.armed.contains) ?? false
            let wanted = (isArmed ? "'" : "") + own
            #expect(Array(cell.utf8) == Array(wanted.utf8), "seed \(seed): \(own.debugDescription)")
            disarmed += isArmed ? 1 : 0
        }
        #expect(disarmed > 1000)
    }

    /// The fuzzer's find: the first letter of the first cell was taken for the file's mark.
    @Test func `a name that begins with a byte order mark keeps it`() throws {
        var reader = CSVReader(Array(text([.text("\u{FEFF}a"), .text("b")]).utf8)[...])
        #expect(try reader.next()?.cells == ["\u{FEFF}a", "b"])
    }

    @Test func `a negative number stays a number`() {
        #expect(text([.number("-5.00"), .number("2026-10-05")]) == "-5.00,2026-10-05\n")
    }

    @Test func `where numbers have commas, semicolons part the cells`() {
        var writer = CSVWriter(semicolons: true)
        writer.row([.text("a;b"), .text("c,d"), .number("-5,00"), .text("=1")])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"a;b\";c,d;-5,00;'=1\n")
    }

    @Test func `a row of one empty cell is not an empty line`() throws {
        #expect(text([.text("")]) == "\"\"\n")
    }

    @Test func `what is taken is not written again`() {
        var writer = CSVWriter(byteOrderMark: true)
        writer.row([.text("a")])
        #expect(writer.take() == [0xEF, 0xBB, 0xBF, 0x61, 0x0A])
        writer.row([.text("b")])
        #expect(writer.take() == [0x62, 0x0A])
    }

    @Test(arguments: [1, 2, UInt64.random(in: 3...9_999_999)])
    func `what is written reads back as it was`(seed: UInt64) throws {
        print("seed \(seed)")
        var dice = FormatDice(seed: seed)
        var writer = CSVWriter()
        // A letter before the text, so that it never looks like a formula.
        let rows = (0..<500).map { _ in (0...dice.below(4)).map { _ in "x" + dice.text() } }
        for row in rows { writer.row(row.map { .text($0) }) }
        var reader = CSVReader(writer.bytes[...])
        for row in rows {
            let cells = try reader.next()?.cells
            #expect(cells?.map { Array($0.utf8) } == row.map { Array($0.utf8) }, "seed \(seed)")
        }
        #expect(try reader.next() == nil)
    }
}
