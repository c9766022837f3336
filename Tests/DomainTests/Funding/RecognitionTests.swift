import Basics
import Funding
import Testing

/// In which month a portion is reported (D9, D10, D20).
struct RecognitionTests {
    private func month(
        _ service: String, paid: String?, _ scheme: PaymentScheme, open: String? = nil
    ) -> String {
        Recognition.month(
            service: The.month(service), funded: paid.map(The.month), scheme: scheme,
            open: open.map(The.month)
        ).description
    }

    @Test func `in advance, the later of the service's and the money's month reports`() {
        #expect(month("2026-01", paid: "2026-01", .prepaid) == "2026-01")
        #expect(month("2026-01", paid: "2025-12", .prepaid) == "2026-01")
        #expect(month("2026-01", paid: "2026-02", .prepaid) == "2026-02")
        #expect(month("2025-12", paid: "2026-03", .prepaid) == "2026-03")
        #expect(month("2026-01", paid: nil, .prepaid) == "2026-01")
    }

    @Test func `post-paid, the month of the service reports whatever the money does`() {
        #expect(month("2026-01", paid: "2026-02", .postpaid) == "2026-01")
        #expect(month("2026-01", paid: "2025-12", .postpaid) == "2026-01")
        #expect(month("2026-01", paid: nil, .postpaid) == "2026-01")
    }

    @Test func `a closed month never reports again`() {
        #expect(month("2026-01", paid: "2026-01", .prepaid, open: "2026-03") == "2026-03")
        #expect(month("2026-01", paid: nil, .postpaid, open: "2026-03") == "2026-03")
        #expect(month("2026-01", paid: "2026-04", .prepaid, open: "2026-03") == "2026-04")
        #expect(month("2026-05", paid: nil, .postpaid, open: "2026-03") == "2026-05")
    }

    @Test func `a debt of January paid in February is recognised in February`() {
        #expect(month("2026-01", paid: "2026-02", .prepaid, open: "2026-01") == "2026-02")
    }
}

/// The order of movements (D8).
struct MovementOrderTests {
    private func movement(
        _ at: String, _ rank: MovementOrder.Rank, _ id: String, source: String = ""
    ) -> MovementOrder {
        MovementOrder(at: The.moment(at), rank: rank, id: id, source: source)
    }

    @Test func `movements go by instant, kind, id and source`() {
        let ordered = [
            movement("2026-01-31T20:59:59.999999Z", .schemeSwitch, "z"),
            movement("2026-01-31T21:00:00Z", .charge, "10"), movement("2026-01-31T21:00:00Z", .charge, "9"),
            movement("2026-01-31T21:00:00Z", .charge, "9", source: "meter/b"),
            movement("2026-01-31T21:00:00Z", .charge, "e\u{301}"),
            movement("2026-01-31T21:00:00Z", .charge, "\u{E9}"),
            movement("2026-01-31T21:00:00Z", .expiry, "a"), movement("2026-01-31T21:00:00Z", .credit, "Z"),
            movement("2026-01-31T21:00:00Z", .credit, "a"),
            movement("2026-01-31T21:00:00Z", .schemeSwitch, ""),
            movement("2026-01-31T21:00:00.000001Z", .charge, ""),
        ]
        #expect(ordered.reversed().sorted() == ordered)
        for (a, b) in zip(ordered, ordered.dropFirst()) {
            #expect(a < b)
            #expect(!(b < a))
        }
    }

    @Test func `problems keep their codes and kinds`() {
        let unknown = FundingProblem.unknownProject(CreditID("c"), The.project("mcs0000000001"))
        #expect((unknown.code, unknown.kind) == ("funding.unknown-project", .missing))
        let other = FundingProblem.otherBody(CreditID("c"))
        #expect((other.code, other.kind) == ("funding.other-body", .conflict))
    }

    @Test func `a credit's source and kind tell one from another`() {
        let pid = The.project("mcs0000000001")
        let at = The.moment("2026-01-01T00:00:00Z")
        let money = Credit(id: CreditID("c"), project: pid, amount: 1, at: at, kind: .money(.sbp))
        let bonus = Credit(
            id: CreditID("c"), project: pid, amount: 1, at: at, kind: .bonus(BonusType("vm"), expires: at))
        let card = Instrument(first6: "220012", last4: "0000", scheme: "mir", issuerCountry: "RU")
        #expect(money != bonus)
        #expect(LotSource.card(card) != .card(nil))
        #expect(Till.bank("1") != Till.bank("2"))
        #expect(Till.bank("1", nil) != Till.bank("1"))
    }
}
