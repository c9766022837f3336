import Basics
import Formats
import Payments
import Testing

@Suite struct OneCTruncationTests {
    private let heading = MakeStatement.heading
    private let document = MakeStatement.document()

    @Test func `a file without its end mark keeps its lines and is held`() throws {
        let file = try MakeStatement.read(heading + "\n" + document)
        #expect(file.lines.count == 1)
        #expect(file.isTruncated)
        #expect(StatementTotals.check(file) == .held([.truncated(line: 21)]))
    }

    @Test func `a document without its end is not used, whatever cuts it off`() throws {
        let open = document.replacing("\nКонецДокумента", with: "")
        for rest in ["", "\nКонецФайла", "\n" + document + "\nКонецФайла", "\n" + MakeStatement.account] {
            let file = try MakeStatement.read(heading + "\n" + open + rest)
            #expect(file.isTruncated)
            #expect(file.flaws.map(\.problem) == [.unfinished(line: 7)])
            #expect(file.lines.count == (rest.contains("КонецДокумента") ? 1 : 0))
        }
    }

    @Test func `an account section without its end still counts, and the file is held`() throws {
        let account = MakeStatement.account.replacing("\nКонецРасчСчет", with: "")
        let file = try MakeStatement.read(MakeStatement.text(heading, account, document))
        #expect(file.accounts.first?.closing == 110_050)
        #expect(file.lines.count == 1)
        #expect(StatementTotals.check(file) == .held([.truncated(line: 30)]))
    }

    @Test func `an end mark in broken letters is no end mark`() throws {
        let bytes = try MakeStatement.bytes(heading + "\n" + document + "\n") + Array("КонецФайла".utf8)
        let file = try OneCStatement.read(bytes)
        #expect(file.lines.count == 1)
        #expect(file.isTruncated)
        #expect(file.warnings == [.strayText(line: 22)])
    }

    @Test func `a file in UTF-8 cut inside a letter is cut, not unreadable`() throws {
        let bytes = Array((heading + "\n" + document + "\nКонецФайла").utf8)
        for count in 1...30 {
            let file = try OneCStatement.read(Array(bytes.dropLast(count)))
            #expect(file.isTruncated)
            #expect(file.version == "1.03")
        }
    }

    @Test func `what stands after the end mark is named and not read`() throws {
        let file = try MakeStatement.read(
            MakeStatement.text(heading, document) + "\n" + heading + "\n" + document)
        #expect(file.lines.count == 1)
        #expect(file.flaws.map(\.problem) == [.textAfterEnd(line: 23)])
        #expect(!file.isTruncated)
    }

    @Test func `two files glued together without an end between are held`() throws {
        let file = try MakeStatement.read(MakeStatement.text(heading, document, heading, document))
        #expect(file.lines.count == 2)
        #expect(file.isTruncated)
    }

    @Test func `a section's end without its beginning is only odd`() throws {
        let file = try MakeStatement.read(
            MakeStatement.text(heading, "КонецДокумента", "КонецРасчСчет", "Что-то"))
        #expect(file.warnings == [.strayText(line: 7), .strayText(line: 8), .strayText(line: 9)])
        #expect(!file.isTruncated)
    }
}
