import Access
import Basics
import Contracts
import Documents
import Formats
import Regions
import Support
import Testing
import UseCases
import Wording

/// Kamille GmbH of Hamburg works in Moscow: its contract is paid in euro, its account is kept in roubles.
@Suite struct ForeignCurrencyStory {
    private let pid = "mcs0000000008"

    private func invoice(_ report: ClosingReport) -> DocumentContent? {
        report.documents.first { $0.content.kind == .invoice }?.content
    }

    @Test
    func `euro are agreed in the contract, roubles arrive, and the month's invoice asks for euro`() throws {
        let town = try Town.priced("2026-09-01")
        // In advance at first: an invoice of 12 345.67, asked for by the department.
        try town.register(Make.kamille(vat: "charged"))
        try town.go(to: "2026-09-02T09:00:00Z")
        try town.rate("EUR", "98.7654", on: "2026-09-02")
        let asked = try town.app.invoices.makeOnce(
            for: town.project(pid), amount: 12_345_67, by: .department,
            as: Author(user: nil, name: "anna@office.example", reason: "request 1"))
        #expect(asked.content.agreed?.text == "125.00")

        // The bank has changed them: what arrives is roubles, to the supplier's rouble account.
        try town.transfer([
            Make.Transfer(
                "12345.67", from: "DE136695976", for: asked.content.purpose, on: "2026-09-04", number: "1")
        ])
        try town.settle()
        #expect(try town.payment(pid) == "12345.67")

        // From October on it pays afterwards.
        var terms = Make.contract(
            scheme: "postpaid", from: "2026-10-01", date: "2026-09-10", number: "ВК-78/2026", vat: "charged")
        terms.currency = "EUR"
        let (account, manager) = (AccountID("kamille"), Viewer.staff(UserID("m"), [.salesManager]))
        let olga = Author(user: nil, name: "olga@office.example", reason: "")
        try town.app.contracts.draft(terms, of: account, in: .moscow, for: manager, as: olga)
        let dossier = try town.app.contracts.dossier(of: account, in: .moscow, for: manager)
        #expect(dossier.preview?.contract.currency == AgreedCurrency("EUR"))
        #expect(dossier.preview?.changes.map(\.subject) == [.basis, .scheme])
        try town.app.contracts.sign(
            dossier.mark, file: ("scan.pdf", Array("%PDF-1.7 signed".utf8)), of: account, in: .moscow,
            for: manager, as: olga)

        // September is paid in advance: a УПД in roubles, and no rate is asked for.
        try town.spend("12345.67", in: pid, until: "2026-09-20T10:00:00Z")
        let september = try town.close("2026-09")
        #expect(september.blocked.isEmpty && september.documents.map(\.content.kind) == [.upd])
        #expect(september.documents.allSatisfy { $0.content.agreed == nil })

        // October: the last rate is of 2 September, so its month is blocked until somebody imports one; others close.
        try town.register(Make.romashka())
        try town.spend("2000", in: pid, until: "2026-10-20T10:00:00Z")
        let blocked = try town.close("2026-10")
        #expect(blocked.blocked.map(\.problem.code) == ["documents.rate-missing"])
        #expect(blocked.blocked.map(\.reason) == ["rate-missing"] && blocked.documents.isEmpty)
        try town.rate("EUR", "100.0000", on: "2026-10-31")
        // One of after the month's end counts for November.
        try town.rate("EUR", "50.0000", on: "2026-11-01")
        let october = try town.close("2026-10")
        #expect(october.blocked.isEmpty && october.documents.map(\.content.kind) == [.upd, .invoice])
        let content = try #require(invoice(october))
        #expect(content.gross == 2000_00 && content.currency == .rub)
        #expect(content.agreed.map { "\($0.text) \($0.currency) \($0.rate.day)" } == "20.00 EUR 2026-10-31")
        let why = JSONWriter.text(
            ExplanationJSON.value(
                try town.app.explanations.explain("moscow/invoice/2026/\(content.number)")))
        for told in ["\"currency\":\"EUR\"", "\"sum\":\"20.00\"", "\"rate\":\"100.0000\"", "2026-10-31"] {
            #expect(why.replacing(" ", with: "").contains(told), "\(told) in \(why)")
        }
        let upd = try #require(october.documents.first?.content)
        #expect(upd.agreed == nil && upd.gross == 2000_00)
        #expect(try Town.papers.findings(Town.papers.xml(upd), "\(upd.file?.name ?? "").xml") == [])

        // What was issued is told again from what was known then, and holds against the books.
        let replayed = try town.app.replay.replay(content.month)
        #expect(replayed.findings.isEmpty && replayed.documents.allSatisfy { $0.json == .equal })
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
        // Closed again, it is the same.
        #expect(try town.close("2026-10").documents.map(\.frozen) == october.documents.map(\.frozen))

        // November ends on a Monday: Saturday's rate goes on, Friday's does not.
        try town.spend("1000", in: pid, until: "2026-11-12T10:00:00Z")
        try town.go(to: "2026-11-28T09:00:00Z")
        try town.rate("EUR", "75.0000", on: "2026-11-27")
        #expect(try town.close("2026-11").blocked.map(\.reason) == ["rate-missing"])
        try town.rate("EUR", "80.0000", on: "2026-11-28")
        let november = try #require(invoice(try town.close("2026-11")))
        #expect(november.agreed.map { "\($0.text) of \($0.rate.day)" } == "12.50 of 2026-11-28")
        // A rate that fills the gap later changes neither the document nor its replay.
        try town.go(to: "2026-12-04T09:00:00Z")
        try town.rate("EUR", "70.0000", on: "2026-11-30")
        #expect(try town.app.replay.replay(november.month).documents.allSatisfy { $0.json == .equal })
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `a month looked at before it is over goes by the rate of today`() throws {
        let town = try Town.priced("2026-10-01")
        try town.register(Make.kamille(scheme: "postpaid"))
        try town.go(to: "2026-10-05T09:00:00Z")
        try town.rate("EUR", "100.0000", on: "2026-10-03")
        try town.spend("500", in: pid, until: "2026-10-04T10:00:00Z")
        try town.settle()
        let month = try #require(Month("2026-10"))
        let report = try town.app.closing.close(month, region: .moscow, dryRun: true)
        #expect(report.blocked.isEmpty)
        #expect(invoice(report)?.agreed?.text == "5.00")
    }

    @Test func `a report of an open month needs no rate`() throws {
        let town = try Town.priced("2026-10-01")
        try town.register(Make.kamille(scheme: "postpaid"))
        try town.spend("500", in: pid, until: "2026-10-04T10:00:00Z")
        try town.settle()
        try town.go(to: "2026-11-02T09:00:00Z")
        #expect(try town.close("2026-10").blocked.map(\.problem.code) == ["documents.rate-missing"])
        let october = try #require(Month("2026-10"))
        let ask = ReportAsk(
            kind: .accounting,
            period: try ReconciledPeriod(from: october.firstDay, through: october.lastDay), step: .month,
            projects: [try town.project(pid)])
        let report = try town.app.reports.report(ask, of: town.project(pid), most: 10, for: .house)
        #expect(try !town.app.reports.rows(of: report, .ru, from: nil).rows.isEmpty)
    }
}
