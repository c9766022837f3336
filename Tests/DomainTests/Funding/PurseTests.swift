import Basics
import Funding
import Testing

/// Who paid for what (D6, D7, D9).
struct PurseTests {
    @Test func `charges spend credits in the order they came, by their source`() throws {
        var till = try Till()
        try till.credit("bank-1", "1000", by: Till.bank("1"))
        try till.credit("card", "500", by: .card(nil))
        try till.credit("bank-2", "700", by: Till.bank("2"))
        try till.charge("1300", for: "january")
        #expect(till.balance == "900.00")
        try till.charge("400", for: "february")
        #expect(
            till.told == [
                "january bank-1 1000.00", "january card 300.00", "february card 200.00",
                "february bank-2 200.00",
            ])
        #expect(till.balance == "500.00")
    }

    @Test func `bonuses of another type are not touched, and the project goes below zero`() throws {
        var till = try Till(grants: [
            Till.grant("vm-bonus", "vm", "2000"), Till.grant("other-bonus", "other", "3000"),
        ])
        try till.charge("2100", "vm")
        #expect(till.told == ["vm vm-bonus 2000.00", "vm debt 100.00"])
        #expect(till.balance == "-100.00")
        #expect(Set(till.grantsLeft) == ["vm-bonus 0.00", "other-bonus 3000.00"])
    }

    @Test func `a debt over the end of a month takes the source of the money that pays it`() throws {
        var till = try Till()
        try till.credit("bank-1", "100", by: Till.bank("1"))
        try till.charge("300", for: "31 January")
        #expect(till.balance == "-200.00")
        try till.credit("bank-2", "500", by: Till.bank("2"), at: "2026-02-03T09:00:00Z")
        #expect(
            till.told == ["31 January bank-1 100.00", "31 January debt 200.00", "31 January bank-2 200.00"])
        #expect(till.balance == "300.00")
        #expect(till.owed == [])
    }

    @Test func `bonuses that expire first are spent first, then by id`() throws {
        var till = try Till(grants: [
            Till.grant("c", "vm", "1", until: "2026-06-01T00:00:00Z"),
            Till.grant("b", "vm", "1", until: "2026-06-01T00:00:00Z"),
            Till.grant("z", "vm", "1", until: "2026-05-01T00:00:00Z"),
        ])
        till.grant(Till.grant("a", "vm", "1", until: "2026-06-01T00:00:00Z"))
        till.grant(Till.grant("y", "vm", "1", until: "2026-07-01T00:00:00Z"))
        try till.charge("4.50", "vm")
        #expect(till.told == ["vm z 1.00", "vm a 1.00", "vm b 1.00", "vm c 1.00", "vm y 0.50"])
        #expect(till.grantsLeft.last == "y 0.50")
    }

    @Test func `ids of bonuses are ordered by bytes`() throws {
        var till = try Till(grants: [Till.grant("e\u{301}", "vm", "1"), Till.grant("Z", "vm", "1")])
        till.grant(Till.grant("\u{E9}", "vm", "1"))
        try till.charge("3", "vm")
        #expect(till.paid.map(\.by.utf8.count) == [1, 3, 2])
    }

    @Test(arguments: [
        ("2026-03-01T00:00:00Z", false), ("2026-03-01T00:00:00.000001Z", true),
        ("2026-04-01T00:00:00Z", true),
        ("2026-04-01T00:00:00.000001Z", false), ("2026-02-28T23:59:59Z", false),
    ])
    func `a bonus pays after it was granted and up to its very end`(instant: String, pays: Bool) throws {
        var till = try Till(grants: [
            Till.grant("g", "vm", "10", from: "2026-03-01T00:00:00Z", until: "2026-04-01T00:00:00Z")
        ])
        try till.charge("1", "vm", at: instant)
        #expect(till.told == [pays ? "vm g 1.00" : "vm debt 1.00"])
    }

    @Test func `a charge without a bonus type, or of a look-alike one, is paid with money`() throws {
        var till = try Till(grants: [Till.grant("g", "\u{E9}", "10")])
        try till.credit("card", "5", by: .card(nil))
        try till.charge("1", nil, for: "plain")
        try till.charge("1", "e\u{301}", for: "alike")
        try till.charge("1", "\u{E9}", for: "same")
        #expect(till.told == ["plain card 1.00", "alike card 1.00", "same g 1.00"])
    }

    @Test func `a bonus never pays a debt`() throws {
        var till = try Till()
        try till.charge("100", "vm")
        till.grant(Till.grant("g", "vm", "500"))
        #expect(till.owed == ["vm 100.00"])
        #expect(till.balance == "-100.00")
        try till.charge("50", "vm", for: "later")
        #expect(till.told.last == "later g 50.00")
        #expect(till.owed == ["vm 100.00"])
    }

    @Test func `debts are paid in the order they arose, in parts if need be`() throws {
        var till = try Till()
        try till.charge("10", for: "a")
        try till.charge("20", for: "b", scheme: .postpaid)
        try till.charge("5", for: "a")
        #expect(till.owed == ["a 10.00", "b 20.00", "a 5.00"])
        try till.credit("one", "12", by: .sbp)
        #expect(till.owed == ["b 18.00", "a 5.00"])
        try till.credit("two", "18", by: .wallet)
        try till.credit("three", "7", by: .mobile)
        #expect(
            till.told.suffix(4) == ["a one 10.00", "b one 2.00", "b two 18.00", "a three 5.00"])
        #expect(till.balance == "2.00")
        #expect(till.purse.openDebts.isEmpty)
    }

    @Test func `a debt keeps the scheme of its day`() throws {
        var till = try Till()
        try till.charge("1", for: "a")
        try till.charge("1", for: "a", scheme: .postpaid)
        try till.charge("1", for: "a", scheme: .postpaid)
        #expect(till.purse.openDebts.map(\.scheme) == [.prepaid, .postpaid])
        #expect(till.purse.openDebts.map(\.amount) == [1_00, 2_00])
    }

    @Test func `a debt paid off is not opened again by the next charge of its line`() throws {
        var till = try Till()
        try till.charge("10", for: "a")
        try till.credit("one", "10", by: .sbp)
        try till.charge("3", for: "a")
        #expect(till.owed == ["a 3.00"])
        #expect(till.balance == "-3.00")
    }

    @Test func `what is left of a bonus expires once`() throws {
        var till = try Till(grants: [Till.grant("g", "vm", "10")])
        try till.charge("4", "vm")
        #expect(till.expire("other") == nil)
        #expect(till.expire("g")?.remaining == 6_00)
        #expect(till.expire("g") == nil)
        #expect(till.grantsLeft == ["g 0.00"])
        try till.charge("1", "vm", for: "after")
        #expect(till.told.last == "after debt 1.00")
    }

    @Test func `a bonus spent to the end has nothing to expire`() throws {
        var till = try Till(grants: [Till.grant("g", "vm", "10")])
        try till.charge("10", "vm")
        #expect(till.expire("g") == nil)
        #expect(till.balance == "0.00")
    }

    @Test func `a charge of nothing changes nothing`() throws {
        var till = try Till(grants: [Till.grant("g", "vm", "10")])
        try till.credit("card", "5", by: .card(nil))
        try till.charge("0", for: "free")
        #expect(till.told == [])
        #expect(till.balance == "5.00")
    }

    @Test func `a purse is opened as it was left`() throws {
        let lot = Lot(
            id: CreditID("card"), source: .card(nil), creditedAt: The.moment("2026-01-01T00:00:00Z"),
            amount: 10_00, remaining: 4_00)
        var till = try Till(lots: [lot])
        #expect(till.balance == "4.00")
        try till.charge("5")
        #expect(till.told == ["vm card 4.00", "vm debt 1.00"])
        let indebted = try Till(debts: [Debt(line: "a", scheme: .prepaid, amount: 7_00)])
        #expect(indebted.balance == "-7.00")
        #expect(indebted.owed == ["a 7.00"])
    }

    @Test func `what is left of a payer's transfers becomes another's, each in its place`() throws {
        let (one, other) = (TaxID("7707083893"), TaxID("7704123450"))
        func transfer(_ id: String, of payer: TaxID, left: String) -> Lot {
            Lot(
                id: CreditID(id), source: .bank(payer: payer, number: id, date: The.day("2026-01-01")),
                creditedAt: The.moment("2026-01-01T00:00:00Z"), amount: 10_00, remaining: The.sum(left))
        }
        let card = Lot(
            id: CreditID("card"), source: .card(nil), creditedAt: The.moment("2026-01-01T00:00:00Z"),
            amount: 10_00, remaining: 5_00)
        let foreign = transfer("c", of: TaxID("7702070139"), left: "3")
        var purse = try Purse<String>(
            lots: [
                transfer("a", of: one, left: "4"), card, foreign, transfer("b", of: one, left: "10"),
                transfer("spent", of: one, left: "0"),
            ], grants: [], debts: [])
        #expect(purse.assign(from: one, to: other).map(\.remaining) == [4_00, 10_00])
        #expect(purse.lots.map(\.id.text) == ["a", "card", "c", "b", "spent"])
        #expect(
            purse.lots.map(\.source.payer?.text) == [
                "7704123450", nil, "7702070139", "7704123450", "7707083893",
            ])
        #expect(purse.lots.map(\.assignee) == [other, nil, nil, other, nil])
        #expect(purse.balance == 22_00)
        #expect(purse.assign(from: one, to: other).isEmpty)
    }

    @Test func `sums beyond the books are refused`() throws {
        let most = Money.range.upperBound
        let lot = Lot(
            id: CreditID("a"), source: .sbp, creditedAt: The.moment("2026-01-01T00:00:00Z"), amount: most,
            remaining: most)
        #expect(throws: BasicsProblem.sumTooLarge) { try Till(lots: [lot, lot]) }
        var rich = try Till(lots: [lot])
        #expect(throws: BasicsProblem.sumTooLarge) { try rich.credit("b", "0.01", by: .sbp) }
        var poor = try Till(debts: [Debt(line: "a", scheme: .prepaid, amount: most)])
        #expect(throws: BasicsProblem.sumTooLarge) { try poor.charge("0.01") }
    }
}
