import Basics
import Funding
import Regions
import Testing

/// What a transfer pays instead of a card (D11, R107).
struct SubstitutionTests {
    private typealias Part = Substitution<String>.Part

    /// One kopeck-exact part a day; `reported` is its month unless told.
    private func part(
        _ day: String, _ sum: String, in month: String, _ scheme: PaymentScheme = .prepaid,
        reported: String? = nil
    ) -> Part {
        Part(
            line: day, service: The.day(day).month, scheme: scheme, recognised: The.month(month),
            reported: The.month(reported ?? month), amount: The.sum(sum))
    }

    private func lot(_ source: LotSource, _ sum: String, left: String, _ id: String) -> Lot {
        Lot(
            id: CreditID(id), source: source, creditedAt: The.moment("2026-03-10T09:00:00Z"),
            amount: The.sum(sum), remaining: The.sum(left))
    }

    private func substitute(
        _ parts: [Part], card: LotSource = .card(nil), transfer: LotSource = Till.bank(),
        left: String = "300", wanted: String? = nil, open: String? = nil, funded: String = "2026-03",
        debts: DebtRecognition = .funding, own: String? = "7707083893"
    ) throws(FundingProblem) -> Substitution<String> {
        try Substitution(
            of: lot(card, "300", left: "0", "card"), by: lot(transfer, "300", left: left, "bank"),
            paid: parts, wanted: wanted.map(The.sum), open: open.map(The.month),
            funded: The.month(funded), debts: debts, own: { _ in own.map(TaxID.init) })
    }

    private func told(_ substitution: Substitution<String>) -> [String] {
        substitution.moves.map { "\($0.part.line) \(Money.text(minor: $0.amount)) \($0.month)" }
    }

    private let three = [("2026-01-20", "100"), ("2026-02-20", "120"), ("2026-03-20", "80")]
    private var parts: [Part] { three.map { part($0.0, $0.1, in: String($0.0.prefix(7))) } }

    @Test func `what a card paid in open months moves, each to the later of its month and the transfer's`()
        throws
    {
        let all = try substitute(parts)
        #expect(
            told(all) == [
                "2026-01-20 100.00 2026-03", "2026-02-20 120.00 2026-03", "2026-03-20 80.00 2026-03",
            ])
        #expect(all.amount == 300_00 && all.left == 0 && all.reported.isEmpty)
        #expect(all.months == [The.month("2026-03"): 300_00])
        let early = try substitute(parts, funded: "2026-02")
        #expect(told(early).map { $0.suffix(7) } == ["2026-02", "2026-02", "2026-03"])
    }

    @Test func `what is of a closed month stays, for it never changes`() throws {
        let some = try substitute(parts, open: "2026-02", funded: "2026-02")
        #expect(told(some) == ["2026-02-20 120.00 2026-02", "2026-03-20 80.00 2026-03"])
        #expect(some.reported == [The.month("2026-01"): 100_00] && some.left == 0)
        #expect(throws: FundingProblem.allReported(CreditID("card"), through: The.month("2026-03"))) {
            _ = try substitute(parts, open: "2026-04", funded: "2026-04")
        }
    }

    @Test func `a transfer smaller than what was spent takes the oldest over, the last in part`() throws {
        let some = try substitute(parts.reversed(), left: "150")
        #expect(told(some) == ["2026-01-20 100.00 2026-03", "2026-02-20 50.00 2026-03"])
        #expect(some.amount == 150_00 && some.left == 150_00)
        // An empty one none: that is no plan of nothing.
        #expect(throws: FundingProblem.transferSpent(CreditID("bank"))) {
            _ = try substitute(parts, left: "0")
        }
    }

    @Test func `of a sum that was seen all moves, or nothing`() throws {
        let some = try substitute(parts, wanted: "110")
        #expect(told(some) == ["2026-01-20 100.00 2026-03", "2026-02-20 10.00 2026-03"])
        #expect(some.left == 190_00)
        #expect(
            throws: FundingProblem.lessToSubstitute(
                CreditID("card"), wanted: 300_00, possible: 200_00, reported: 100_00)
        ) { _ = try substitute(parts, wanted: "300", open: "2026-02") }
        #expect(
            throws: FundingProblem.lessToSubstitute(
                CreditID("card"), wanted: 300_01, possible: 300_00, reported: 0)
        ) { _ = try substitute(parts, left: "400", wanted: "300.01") }
    }

    @Test func `post-paid charges move within the month of the service, those of an issued package stay`()
        throws
    {
        // January was reported in January, and paid by card when February was open already.
        let mixed = [
            part("2026-01-20", "100", in: "2026-02", .postpaid, reported: "2026-01"),
            part("2026-02-20", "120", in: "2026-02", .postpaid),
        ]
        let some = try substitute(mixed, open: "2026-02")
        #expect(told(some) == ["2026-02-20 120.00 2026-02"])
        #expect(some.reported == [The.month("2026-01"): 100_00])
    }

    @Test func `where debts are recognised by service, the month of the money moves nothing`() throws {
        let some = try substitute(parts, open: "2026-02", debts: .service)
        #expect(told(some) == ["2026-02-20 120.00 2026-02", "2026-03-20 80.00 2026-03"])
    }

    @Test(arguments: [LotSource.card(nil), .sbp, .wallet, .mobile])
    func `whatever was paid otherwise than by transfer can be substituted`(source: LotSource) throws {
        #expect(try substitute(parts, card: source).amount == 300_00)
    }

    @Test func `a transfer is no card, and a card no transfer`() {
        #expect(throws: FundingProblem.notSubstitutable(CreditID("card"))) {
            _ = try substitute(parts, card: Till.bank("2"))
        }
        #expect(throws: FundingProblem.notOwnTransfer(CreditID("bank"))) {
            _ = try substitute(parts, transfer: .sbp)
        }
    }

    @Test(arguments: [nil, "7736050003"] as [String?])
    func `only a transfer from the customer's own tax id stands in`(own: String?) {
        #expect(throws: FundingProblem.notOwnTransfer(CreditID("bank"))) {
            _ = try substitute(parts, own: own)
        }
        #expect(throws: FundingProblem.notOwnTransfer(CreditID("bank"))) {
            _ = try substitute(parts, transfer: Till.bank("1", nil))
        }
    }

    @Test func `of a card that paid nothing there is nothing to move`() {
        #expect(throws: FundingProblem.nothingSpent(CreditID("card"))) { _ = try substitute([]) }
    }

    @Test func `in the purse the one is free again by what the other has lost`() throws {
        var till = try Till()
        try till.credit("card", "300", by: .card(nil))
        try till.charge("250")
        try till.credit("bank", "300", by: Till.bank())
        #expect(till.balance == "350.00")
        till.substitute("card", by: "bank", "200")
        #expect(till.balance == "350.00")
        #expect(till.lotsLeft == ["card 250.00", "bank 100.00"])
        // The oldest money is spent first, as ever: what was freed and not refunded pays again.
        try till.charge("260", for: "late")
        #expect(till.told == ["vm card 250.00", "late card 250.00", "late bank 10.00"])
    }
}
