import Basics
import Ledger
import Testing

struct ChainTests {
    private static let chain = Chain("mcs0000000001")
    private let noon = The.moment("2026-10-05T12:00:00Z")

    /// Not SHA-256, but enough to see that something changed (FNV-1a).
    private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (0..<8).map { UInt8(truncatingIfNeeded: hash >> ($0 * 8)) }
    }

    private static func posting(
        _ sum: Int64 = 100, _ debit: String = "51", _ credit: String = "62.02"
    ) throws -> Posting {
        try Posting([Entry(AccountCode(debit), debit: sum), Entry(AccountCode(credit), credit: sum)])
    }

    private func next(
        _ head: ChainHead, _ posting: Posting, cause: String = "c", at: Moment? = nil
    ) -> Transaction {
        head.appending(posting, cause: cause, at: at ?? noon, digest: Self.digest)
    }

    private func head(_ transaction: Transaction) -> ChainHead {
        ChainHead(
            chain: transaction.chain, sequence: transaction.sequence, at: transaction.at,
            hash: transaction.hash)
    }

    @Test func `a chain is numbered from one without a gap`() throws {
        let first = next(ChainHead(empty: Self.chain), try Self.posting(), cause: "settlement/1")
        let second = next(head(first), try Self.posting(7), cause: "settlement/2")
        #expect((first.sequence, second.sequence) == (1, 2))
        #expect(first.chain == Self.chain)
        #expect(first.cause == "settlement/1")
        #expect(first.at == noon)
        #expect(second.posting == (try Self.posting(7)))
    }

    @Test func `time in a chain never goes back, nor stands still`() throws {
        let first = next(ChainHead(empty: Self.chain), try Self.posting())
        let same = next(head(first), try Self.posting(), at: noon)
        #expect(same.at.microseconds == noon.microseconds + 1)
        let earlier = next(head(same), try Self.posting(), at: The.moment("2026-10-05T11:00:00Z"))
        #expect(earlier.at.microseconds == noon.microseconds + 2)
        let later = next(head(earlier), try Self.posting(), at: The.moment("2026-10-05T13:00:00Z"))
        #expect(later.at == The.moment("2026-10-05T13:00:00Z"))
    }

    @Test func `a chain may begin before 1970`() throws {
        let old = The.moment("1969-12-31T23:59:59Z")
        #expect(next(ChainHead(empty: Self.chain), try Self.posting(), at: old).at == old)
    }

    @Test func `the hash changes with every field`() throws {
        let head = ChainHead(chain: Self.chain, sequence: 4, at: noon, hash: [1, 2, 3])
        let one = The.moment("2026-10-05T12:00:01Z")
        let posting = try Self.posting()
        let base = next(head, posting, at: one)
        let variants = [
            next(
                ChainHead(chain: Chain("mcs0000000002"), sequence: 4, at: noon, hash: [1, 2, 3]), posting,
                at: one),
            next(ChainHead(chain: Self.chain, sequence: 5, at: noon, hash: [1, 2, 3]), posting, at: one),
            next(ChainHead(chain: Self.chain, sequence: 4, at: noon, hash: [1, 2, 4]), posting, at: one),
            next(ChainHead(chain: Self.chain, sequence: 4, at: noon, hash: []), posting, at: one),
            next(head, posting, at: The.moment("2026-10-05T12:00:01.000001Z")),
            next(head, posting, cause: "d", at: one), next(head, posting, cause: "", at: one),
            next(head, try Self.posting(101), at: one), next(head, try Self.posting(-100), at: one),
            next(head, try Self.posting(100, "50"), at: one),
            next(head, try Self.posting(100, "51", "62.03"), at: one),
        ]
        #expect(Set(variants.map(\.hash) + [base.hash]).count == variants.count + 1)
        #expect(next(head, posting, at: one) == base)
    }

    @Test func `a link is hashed upon the one before`() throws {
        let head = ChainHead(chain: Self.chain, sequence: 1, at: noon, hash: [9, 9])
        let link = head.appending(try Self.posting(), cause: "c", at: noon) { $0 }
        #expect(link.hash.prefix(2) == [9, 9])
        let text = ChainHead.text(
            chain: Self.chain, sequence: 2, at: link.at, cause: "c", posting: try Self.posting())
        #expect(Array(link.hash.dropFirst(2)) == Array(text.utf8))
    }

    @Test func `the hashed text spells each field on a line of its own`() throws {
        let text = ChainHead.text(
            chain: Self.chain, sequence: 7, at: Moment(microseconds: 12), cause: "settlement/1",
            posting: try Self.posting())
        #expect(text == "mcs0000000001\n7\n12\nsettlement/1\n51\t100\n62.02\t-100")
    }

    @Test func `no two transactions share a text, whatever a cause or an account is called`() throws {
        let small = try Posting([Entry(AccountCode("70"), debit: 1), Entry(AccountCode("80"), credit: 1)])
        let large = try Posting(
            small.entries + [Entry(AccountCode("51"), debit: 5), Entry(AccountCode("62"), credit: 5)])
        func text(_ cause: String, _ posting: Posting) -> String {
            ChainHead.text(chain: Self.chain, sequence: 1, at: noon, cause: cause, posting: posting)
        }
        #expect(text("package/2026-10/x\n51\t5\n62\t-5", small) != text("package/2026-10/x", large))
    }

    @Test func `a posting of nothing is no transaction`() async {
        await #expect(processExitsWith: .failure) {
            let head = ChainHead(empty: Chain("mcs0000000001"))
            _ = head.appending(try Posting([]), cause: "c", at: Moment(microseconds: 0)) { $0 }
        }
    }
}
