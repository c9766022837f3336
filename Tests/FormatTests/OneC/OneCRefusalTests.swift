import Basics
import Formats
import Payments
import Testing

@Suite struct OneCRefusalTests {
    private let good = MakeStatement.text(
        MakeStatement.heading, MakeStatement.account, MakeStatement.document())

    private func refusal(_ bytes: [UInt8]) -> PaymentsProblem? {
        #expect(throws: PaymentsProblem.self) { try OneCStatement.read(bytes) }
    }

    @Test(arguments: [
        [], [0x0D, 0x0A], Array("<?xml version=\"1.0\"?>".utf8), Array("{}".utf8),
        [0x50, 0x4B, 3, 4, 0, 0, 0xFF], Array("1CClientBankExchange".utf8),
        Array("1CClientBankExchange\nfoo=bar\n".utf8),
        Array("1CClientBankExchangeX\nВерсияФормата=1.03\n".utf8),
        [UInt8](repeating: 0, count: 1000),
    ])
    func `a file of another kind is refused as such`(bytes: [UInt8]) {
        #expect(refusal(bytes) == .notAStatement)
    }

    @Test func `UTF-16 is named as an encoding we do not read`() {
        let wide = good.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(refusal([0xFF, 0xFE] + wide) == .encoding(line: 1))
    }

    @Test func `a file that was read in the wrong code page and saved again is refused`() {
        let twice = CodePage.windows1251.decode(Array(good.utf8))
        #expect(refusal(Array(twice.utf8)) == .mojibake)
        let western = String(String.UnicodeScalarView(good.utf8.map { Unicode.Scalar($0) }))
        #expect(refusal(Array(western.utf8)) == .mojibake)
        let marked = CodePage.windows1251.decode([0xEF, 0xBB, 0xBF] + Array(good.utf8))
        #expect(refusal(Array(marked.utf8)) == .mojibake)
    }

    @Test func `UTF-8 with a broken letter is named with its line`() {
        var bytes = Array(good.utf8)
        bytes.insert(0xFF, at: bytes.count - 200)
        guard case .encoding(let line)? = refusal(bytes) else {
            Issue.record("not an encoding problem")
            return
        }
        #expect(line > 20)
    }

    @Test func `a file beyond the limit is refused before it is read`() {
        let bytes = [UInt8](repeating: 0x20, count: (64 << 20) + 1)
        #expect(refusal(bytes) == .tooLarge(bytes: (64 << 20) + 1, limit: 64 << 20))
    }

    @Test func `a line beyond the limit breaks its document only`() throws {
        let long = MakeStatement.document(["НазначениеПлатежа": String(repeating: "x", count: 70_000)])
        let file = try MakeStatement.read(
            MakeStatement.text(MakeStatement.heading, long, MakeStatement.document()))
        #expect(file.lines.count == 1)
        #expect(
            file.flaws == [
                StatementFlaw(line: 7, problem: .lineTooLong(line: 20, limit: 65_536))
            ])
    }

    @Test func `more than a million sections are refused`() throws {
        var bytes = try MakeStatement.bytes(MakeStatement.heading + "\n")
        let row = try CodePage.windows1251.encode("СекцияДокумент\n")
        for _ in 0...1_000_000 { bytes += row }
        #expect(refusal(bytes) == .tooManySections(limit: 1_000_000))
    }

    @Test func `a large file of nonsense is read in time`() throws {
        var bytes = try MakeStatement.bytes(MakeStatement.heading + "\n")
        bytes += [UInt8](repeating: 0x3D, count: 1 << 20) + [0x0A] + [UInt8](repeating: 0x20, count: 1 << 20)
        bytes += [UInt8](repeating: 0x0A, count: 1 << 20)
        #expect(try OneCStatement.read(bytes).isTruncated)
    }
}
