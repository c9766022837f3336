import Basics
import Ledger
import Testing

struct PostingTests {
    private let bank = AccountCode("51")
    private let advance = AccountCode("62.02")
    private let debt = AccountCode("62.01")

    @Test func `a posting is summed by account, in the order of the codes`() throws {
        let posting = try Posting([
            Entry(advance, credit: 70), Entry(bank, debit: 100), Entry(advance, credit: 30),
            Entry(debt, debit: 5), Entry(bank, credit: 5),
        ])
        #expect(
            posting.entries == [Entry(bank, debit: 95), Entry(debt, debit: 5), Entry(advance, credit: 100)])
        #expect(!posting.isEmpty)
    }

    @Test func `accounts that come out at nothing are left out`() throws {
        let posting = try Posting([
            Entry(bank, debit: 10), Entry(bank, credit: 10), Entry(debt, debit: 1), Entry(advance, credit: 1),
        ])
        #expect(posting.entries.map(\.account) == [debt, advance])
        #expect(try Posting([Entry(bank, debit: 10), Entry(bank, credit: 10)]).isEmpty)
        #expect(try Posting([]).isEmpty)
    }

    @Test func `what does not balance is refused with the difference`() {
        #expect(throws: LedgerProblem.unbalanced(1)) {
            try Posting([Entry(bank, debit: 100), Entry(advance, credit: 99)])
        }
        #expect(throws: LedgerProblem.unbalanced(-100)) { try Posting([Entry(advance, credit: 100)]) }
        #expect(LedgerProblem.unbalanced(1).code == "ledger.unbalanced")
        #expect(LedgerProblem.unbalanced(1).kind == .invalid)
    }

    @Test func `sums beyond the books are refused, balanced or not`() {
        let most = Money.range.upperBound
        #expect(throws: BasicsProblem.sumTooLarge) {
            try Posting([
                Entry(bank, debit: most), Entry(bank, debit: 1), Entry(advance, credit: most),
                Entry(debt, credit: 1),
            ])
        }
        #expect(throws: LedgerProblem.unbalanced(Int128(most) * 3)) {
            try Posting(["1", "2", "3"].map { Entry(AccountCode($0), debit: most) })
        }
    }

    @Test func `codes match and are ordered byte for byte`() throws {
        #expect(AccountCode("51") < AccountCode("51.1"))
        #expect(AccountCode("62.01") < AccountCode("62.02"))
        #expect(Chain("mcs0000000001") < Chain("mcs0000000002"))
        #expect(AccountCode("96.\u{E9}") < AccountCode("96.\u{438}"))
        #expect(AccountCode("96.\u{E9}") != AccountCode("96.e\u{301}"))
    }
}
