import Basics
import Documents
import Testing

/// What an act of reconciliation says, by values.
@Suite struct ReconciliationTests {
    private let offer = Basis(name: "Оферта", number: "б/н", date: Day("2025-08-01") ?? Day(number: 0))
    private let contract = Basis(
        name: "Договор", number: "ВК-17/2026", date: Day("2026-09-01") ?? Day(number: 0))

    private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    private func paid(_ sum: Int64, _ on: String, _ basis: Basis? = nil) -> (
        basis: Basis, operation: SettledOperation
    ) {
        (
            basis ?? offer,
            SettledOperation(day: day(on), kind: .payment(number: "7", date: day(on)), credit: sum)
        )
    }

    private func served(_ sum: Int64, _ on: String, _ number: Int, _ basis: Basis? = nil) -> (
        basis: Basis, operation: SettledOperation
    ) {
        (
            basis ?? offer,
            SettledOperation(day: day(on), kind: .document(.upd, number: number), debit: sum)
        )
    }

    private func drawn(
        _ operations: [(basis: Basis, operation: SettledOperation)], _ from: String, _ through: String
    ) throws -> [ReconciledContract] {
        try Reconciliation.contracts(operations, from: day(from), through: day(through), current: offer)
    }

    @Test func `what happened before the period is its opening balance, what comes after is left out`() throws
    {
        let all = [
            paid(1000, "2026-08-03"), served(300, "2026-08-31", 1), paid(50, "2026-09-05"),
            served(400, "2026-09-30", 2), paid(9, "2026-10-01"),
        ]
        let september = try #require(try drawn(all.reversed(), "2026-09-01", "2026-09-30").first)
        #expect(september.opening == -700)
        #expect(september.operations.map(\.day) == [day("2026-09-05"), day("2026-09-30")])
        #expect((september.debits, september.credits, september.closing) == (400, 50, -350))
    }

    @Test func `a day has its payments before its documents, whatever order they come in`() throws {
        let all = [
            served(5, "2026-09-30", 12), paid(3, "2026-09-30"), served(4, "2026-09-30", 2),
        ]
        let kinds = try drawn(all, "2026-09-30", "2026-09-30")[0].operations.map(\.kind)
        #expect(
            kinds == [
                .payment(number: "7", date: day("2026-09-30")), .document(.upd, number: 2),
                .document(.upd, number: 12),
            ])
    }

    @Test func `where nothing happened there is one table of noughts under the agreement in force`() throws {
        let empty = try drawn([], "2020-01-01", "2020-01-01")
        #expect(empty == [ReconciledContract(basis: offer, opening: 0, operations: [])])
    }

    @Test func `a balance goes over to the next contract, and each table closes where the next period opens`()
        throws
    {
        let all = [
            paid(1000, "2026-08-03"), served(300, "2026-08-31", 1), served(600, "2026-09-30", 2, contract),
            paid(20, "2026-10-02", contract),
        ]
        let whole = try drawn(all, "2026-08-01", "2026-12-31")
        #expect(whole.map(\.basis) == [offer, contract])
        #expect(whole.map(\.closing) == [0, -120])
        #expect(whole[0].operations.last?.kind == .carried(contract))
        #expect(whole[1].operations.first?.kind == .carried(offer))
        #expect(whole[1].operations.first?.credit == 700)
        // Nothing is left to say of the offer from October on.
        let october = try drawn(all, "2026-10-01", "2026-10-31")
        #expect(october.map(\.basis) == [contract])
        #expect(october[0].opening == -100)
        let earlier = try drawn(all, "2026-08-01", "2026-09-30")
        #expect(earlier.map(\.closing) == [0, october[0].opening])
    }

    @Test func `sums that the books cannot hold are refused`() {
        let huge = Money.range.upperBound
        #expect(throws: BasicsProblem.sumTooLarge) {
            try drawn([paid(huge, "2026-08-03"), paid(huge, "2026-08-04")], "2026-08-01", "2026-08-31")
        }
    }

    @Test func `a period runs forward and is no longer than five years`() throws {
        #expect(throws: DocumentsProblem.badPeriod(day("2026-09-02"), day("2026-09-01"))) {
            try ReconciledPeriod(from: day("2026-09-02"), through: day("2026-09-01"))
        }
        #expect(throws: DocumentsProblem.badPeriod(day("2020-01-01"), day("2026-01-01"))) {
            try ReconciledPeriod(from: day("2020-01-01"), through: day("2026-01-01"))
        }
        #expect(
            try ReconciledPeriod(from: day("2026-09-01"), through: day("2026-09-30")).lastMonth
                == Month("2026-09"))
        #expect(
            try ReconciledPeriod(from: day("2026-09-01"), through: day("2026-09-29")).lastMonth
                == Month("2026-08"))
    }
}
