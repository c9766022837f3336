import Access
import Basics
import Books
import Funding
import Regions
import Support
import Testing
import UseCases

/// ООО «Ромашка» paid by card, and wants what it paid in its documents: a transfer of the same sum takes it over
/// (D11, R107).
@Suite struct SubstitutedFundingStory {
    private let pid = "mcs0000000001"
    private let author = Author(user: nil, name: "operator", reason: "card into documents")

    private func town() throws -> Town {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka())
        return town
    }

    @discardableResult
    private func substitute(
        _ town: Town, _ payment: String = "card", by number: String, wanted: String? = nil
    ) throws -> SettlementDesk.Substituted {
        try town.app.settlement.substitute(
            CreditID(payment), by: transfer(number, town),
            wanted: wanted.flatMap { DecimalText.parse($0.utf8, fractionDigits: 2) },
            in: town.project(pid), as: author)
    }

    /// A transfer's credit, by the number of its order.
    private func transfer(_ number: String, _ town: Town) throws -> CreditID {
        let line = try #require(try town.app.bank.lines(in: .matched).first { $0.document == number })
        return CreditID(line.id.text)
    }

    private func expectClean(_ town: Town, _ place: SourceLocation = #_sourceLocation) throws {
        let report = try town.app.verification.verify()
        #expect(report.isDerived, sourceLocation: place)
        #expect(report.findings.map(\.sentence) == [], sourceLocation: place)
    }

    private func lots(_ town: Town) throws -> [String] {
        let project = try town.project(pid)
        return try town.store.read { try $0.openLots(in: project) }
            .map { "\($0.source.means) \(Money.text(minor: $0.remaining))" }
    }

    @Test func `a card payment reaches the documents once a transfer of the same sum has taken it over`()
        throws
    {
        let town = try town()
        try town.credit("3000.00", to: pid, at: "2026-01-06T10:00:00Z", id: "card")
        try town.spend("3000", in: pid, until: "2026-01-20T10:00:00Z")
        try town.settle()
        try town.transfer([Make.Transfer("3000.00", for: pid, on: "2026-01-25", number: "17")])
        try town.go(to: "2026-01-26T10:00:00Z")
        try town.settle()
        #expect(try lots(town) == ["bank 3000.00"])
        let done = try substitute(town, by: "17", wanted: "3000.00")
        #expect(done.funding.amount == 3000_00 && done.left == 0 && done.reported.isEmpty)
        // The balance is what it was; the card's money lies free, to be refunded.
        #expect(try town.payment(pid) == "3000.00")
        #expect(try lots(town) == ["card 3000.00"])
        try expectClean(town)
        #expect(
            try town.closed("2026-01") == [
                "upd 1 of 2026-01-31, \(pid)",
                "Облачные вычисления 2026-01, 22: 2459.02 + 540.98 = 3000.00",
                "paid by 17 of 2026-01-25: 3000.00",
            ])
        try expectClean(town)
        // Both ends tell it.
        let card = try #require(try explanation("card", town))
        #expect(card.spent == 0 && card.lines.rows.isEmpty && card.differences.isEmpty)
        #expect(card.substitutions.map(\.amount) == [3000_00])
        #expect(card.substitutions.first?.isGiven == true)
        let paid = try #require(try explanation(transfer("17", town).text, town))
        #expect(paid.spent == 3000_00 && paid.differences.isEmpty)
        #expect(paid.substitutions.map(\.other.credit.id.text) == ["card"])
        #expect(paid.substitutions.first?.isGiven == false)
        // Done is done: there is nothing left to move.
        #expect(town.refusal { try substitute(town, by: "17") } == "funding.nothing-spent")
        let kept = try town.app.audit.entries(
            AuditSearch(action: .substituteFunding), limit: 10, for: .house)
        #expect(kept.map(\.reason) == ["card into documents"])
        #expect(kept.map(\.object) == ["projects/\(pid)"])
        #expect(kept.first?.detail.contains("2026-01 3000.00") == true)
    }

    private func explanation(_ credit: String, _ town: Town) throws -> CreditExplanation? {
        guard
            case .credit(let value) = try town.app.explanations.explain(
                "credit/\(credit)", showing: ExcerptSize(rows: 6, after: nil))
        else { return nil }
        return value
    }

    @Test func `of three months one of which is issued only the open ones move`() throws {
        let town = try town()
        try town.credit("600.00", to: pid, at: "2026-01-06T10:00:00Z", id: "card")
        try town.spend("100", in: pid, until: "2026-01-20T10:00:00Z")
        #expect(try town.closed("2026-01") == ["nothing for 7707083893, no-bank-funded-spend"])
        try town.spend("200", in: pid, until: "2026-02-20T10:00:00Z")
        try town.spend("300", in: pid, until: "2026-03-02T10:00:00Z")
        try town.transfer([Make.Transfer("600.00", for: pid, on: "2026-03-01", number: "17")])
        try town.go(to: "2026-03-03T06:00:00Z")
        try town.settle()
        let offered = try #require(try town.app.settlement.substitutes(in: town.project(pid)).offer)
        #expect(offered.amount == 500_00)
        #expect(offered.payment.reported.map { "\($0.key) \($0.value)" } == ["2026-01 10000"])
        #expect(
            town.refusal { try substitute(town, by: "17", wanted: "600.00") } == "funding.less-to-substitute")
        let done = try substitute(town, by: "17")
        #expect(done.reported.values.reduce(0, +) == 100_00)
        #expect(try lots(town) == ["card 500.00", "bank 100.00"])
        // February's charges are reported with the money, in March.
        #expect(try town.closed("2026-02") == ["nothing for 7707083893, no-bank-funded-spend"])
        #expect(
            try town.closed("2026-03") == [
                "upd 1 of 2026-03-31, \(pid)",
                "Облачные вычисления 2026-02, 22: 163.93 + 36.07 = 200.00",
                "Облачные вычисления 2026-03, 22: 245.90 + 54.10 = 300.00",
                "paid by 17 of 2026-03-01: 500.00",
            ])
        try expectClean(town)
        #expect(town.refusal { try substitute(town, by: "17") } == "funding.all-reported")
        for month in ["2026-02", "2026-03"] {
            let replayed = try town.app.replay.replay(try #require(Month(month)), regions: [.moscow])
            #expect(replayed.isEqual, "\(month)")
        }
    }

    @Test func `a month closed between seeing and doing refuses with the reason, and nothing has changed`()
        throws
    {
        let town = try town()
        try town.credit("300.00", to: pid, at: "2026-01-06T10:00:00Z", id: "card")
        try town.transfer([Make.Transfer("300.00", for: pid, on: "2026-01-07", number: "17")])
        try town.spend("300", in: pid, until: "2026-01-20T10:00:00Z")
        try town.settle()
        let seen = try #require(try town.app.settlement.substitutes(in: town.project(pid)).offer)
        #expect(seen.amount == 300_00)
        _ = try town.closed("2026-01")
        #expect(town.refusal { try substitute(town, by: "17", wanted: "300.00") } == "funding.all-reported")
        #expect(try lots(town) == ["bank 300.00"])
        try expectClean(town)
    }

    @Test
    func `a small transfer takes the oldest over, a second one the rest, and late usage spends what is free`()
        throws
    {
        let town = try town()
        try town.credit("300.00", by: .sbp, to: pid, at: "2026-01-06T10:00:00Z", id: "card")
        for day in [10, 11, 12] { try town.spend("100", in: pid, until: "2026-01-\(day)T10:00:00Z") }
        try town.transfer([
            Make.Transfer("150.00", for: pid, on: "2026-01-13", number: "17"),
            Make.Transfer("150.00", for: pid, on: "2026-01-14", number: "18"),
        ])
        try town.go(to: "2026-01-15T10:00:00Z")
        try town.settle()
        #expect(try substitute(town, by: "17").left == 150_00)
        #expect(try lots(town) == ["sbp 150.00", "bank 150.00"])
        #expect(try substitute(town, by: "18").left == 0)
        #expect(try lots(town) == ["sbp 300.00"])
        try expectClean(town)
        // It was not refunded: the oldest money pays what comes, and could be taken over once more.
        try town.spend("40", in: pid, until: "2026-01-12T12:00:00Z", resource: "vm-late")
        try town.settle()
        #expect(try lots(town) == ["sbp 260.00"])
        #expect(town.refusal { try substitute(town, by: "18") } == "funding.transfer-spent")
        try town.transfer(
            [Make.Transfer("40.00", for: pid, on: "2026-01-15", number: "19")], named: "third.txt")
        try town.settle()
        try substitute(town, by: "19")
        #expect(try lots(town) == ["sbp 300.00"])
        let documents = try town.closed("2026-01")
        #expect(documents.suffix(3).map { $0.hasPrefix("paid by") } == [true, true, true])
        #expect(documents.first == "upd 1 of 2026-01-31, \(pid)")
        #expect(documents[1].hasSuffix("= 340.00"))
        try expectClean(town)
    }

    @Test func `a transfer that a debt has eaten stands in for nothing`() throws {
        let town = try town()
        try town.credit("100.00", to: pid, at: "2026-01-06T10:00:00Z", id: "card")
        try town.spend("250", in: pid, until: "2026-01-20T10:00:00Z")
        try town.settle()
        #expect(try town.payment(pid) == "-150.00")
        try town.transfer([Make.Transfer("120.00", for: pid, on: "2026-01-21", number: "17")])
        try town.go(to: "2026-01-22T10:00:00Z")
        #expect(town.refusal { try substitute(town, by: "17") } == "funding.transfer-spent")
        try town.settle()
        #expect(try town.payment(pid) == "-30.00")
        // What is left behind the debt does.
        try town.transfer(
            [Make.Transfer("80.00", for: pid, on: "2026-01-22", number: "18")], named: "second.txt")
        #expect(try substitute(town, by: "18").funding.amount == 50_00)
        #expect(try town.payment(pid) == "50.00")
        #expect(try lots(town) == ["card 50.00"])
        #expect(try town.closed("2026-01")[1].hasSuffix("= 200.00"))
        try expectClean(town)
    }

    @Test func `post-paid, documents stay and the card is free`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(
            Make.romashka(contract: Make.contract(scheme: "postpaid", number: "1", region: "moscow")))
        try town.spend("100", in: pid, until: "2026-01-10T10:00:00Z")
        try town.settle()
        try town.credit("100.00", to: pid, at: "2026-01-12T10:00:00Z", id: "card")
        try town.settle()
        try town.transfer([Make.Transfer("100.00", for: pid, on: "2026-01-14", number: "17")])
        try town.go(to: "2026-01-15T10:00:00Z")
        try substitute(town, by: "17")
        #expect(try lots(town) == ["card 100.00"])
        try expectClean(town)
        #expect(try town.closed("2026-01")[1].hasSuffix("= 100.00"))
        try expectClean(town)
    }

    @Test func `money that is not there, not the customer's or not a card's is refused`() throws {
        let town = try town()
        try town.register(Make.petrov())
        try town.credit("100.00", to: pid, at: "2026-01-06T10:00:00Z", id: "card")
        try town.credit("100.00", to: "mcs0000000002", at: "2026-01-06T10:00:00Z", id: "foreign")
        try town.spend("100", in: pid, until: "2026-01-07T10:00:00Z")
        try town.transfer([
            Make.Transfer("50.00", from: "7702070139", for: pid, on: "2026-01-08", number: "17"),
            Make.Transfer("50.00", for: pid, on: "2026-01-09", number: "18"),
        ])
        try town.go(to: "2026-01-15T10:00:00Z")
        try town.settle()
        #expect(town.refusal { try substitute(town, by: "17") } == "funding.not-own-transfer")
        #expect(town.refusal { try substitute(town, "foreign", by: "18") } == "funding.unknown-lot")
        #expect(town.refusal { try substitute(town, "nobody", by: "18") } == "funding.unknown-lot")
        let (one, other) = (try transfer("17", town), try transfer("18", town))
        #expect(
            town.refusal {
                _ = try town.app.settlement.substitute(one, by: other, in: town.project(pid), as: author)
            } == "funding.not-substitutable")
        #expect(try lots(town) == ["bank 50.00", "bank 50.00"])
        try expectClean(town)
    }

    @Test func `an individual has no documents, and nothing to substitute`() throws {
        let town = try town()
        try town.register(Make.sidorov())
        let own = "mcs0000000004"
        try town.credit("100.00", to: own, at: "2026-01-06T10:00:00Z", id: "card")
        try town.spend("60", in: own, until: "2026-01-07T10:00:00Z")
        try town.transfer([
            Make.Transfer("100.00", from: Make.petrovINN, for: own, on: "2026-01-08", number: "17")
        ])
        try town.go(to: "2026-01-09T10:00:00Z")
        try town.settle()
        #expect(try town.app.settlement.substitutes(in: town.project(own)).transfers.isEmpty)
        let credit = try transfer("17", town)
        #expect(
            town.refusal {
                _ = try town.app.settlement.substitute(
                    CreditID("card"), by: credit, in: town.project(own), as: author)
            } == "funding.not-own-transfer")
    }

    @Test func `a choice whose money has taken a card's place is not taken back`() throws {
        let town = try town()
        try town.credit("100.00", to: pid, at: "2026-01-06T10:00:00Z", id: "card")
        try town.spend("60", in: pid, until: "2026-01-07T10:00:00Z")
        // From the customer's own tax id, but its purpose names a project that is none.
        let line = try #require(
            try town.transfer(
                [Make.Transfer("100.00", for: "оплата mcs9999999999", on: "2026-01-08", number: "17")]
            ).lines.first)
        try town.go(to: "2026-01-09T10:00:00Z")
        _ = try town.app.bank.match(String(line.number), to: town.project(pid))
        try substitute(town, by: "17")
        #expect(
            town.refusal { _ = try town.app.bank.undoMatch(String(line.number), by: author) }
                == "payments.match-spent")
        #expect(try lots(town) == ["card 100.00", "bank 40.00"])
        try expectClean(town)
    }
}
