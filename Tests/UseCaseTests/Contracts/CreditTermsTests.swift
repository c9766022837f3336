import Access
import Basics
import Contracts
import Documents
import Pages
import Regions
import Support
import Testing
import UseCases
import Wording

/// Days to pay and a credit limit, from the contract to what obeys them (O19, R48).
@Suite struct CreditTermsTests {
    private let first = "mcs0000000001"
    private let second = "mcs0000000002"

    /// ООО «Ромашка» pays afterwards, with two projects: 30 days, and 500.00 that may be owed.
    private func town(days: Int? = 30, limit: String? = "500.00") throws -> Town {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "1")
        var contract = Make.contract(scheme: "postpaid", date: "2026-08-20")
        (contract.dueDays, contract.creditLimit) = (days, limit)
        try town.register(Make.romashka(pids: [first, second], contract: contract))
        return town
    }

    /// So much is used on a day, and charged.
    private func spend(_ sum: String, in pid: String, on day: String, _ town: Town) throws {
        try town.use("vm", quantity: sum, in: pid, until: "\(day)T10:00:00Z")
        try town.go(to: "\(day)T11:00:00Z")
        try town.settle()
    }

    private func states(_ town: Town) throws -> Int {
        try [first, second].reduce(0) { try $0 + town.app.balances.transitions(of: town.project($1)).count }
    }

    private func owner(_ town: Town, of pids: [String]) throws -> Viewer {
        .customer(
            UserID("u"),
            Dictionary(
                uniqueKeysWithValues: try pids.map { (try town.project($0), Set([CustomerRole.owner])) }))
    }

    private func standing(_ town: Town, _ pid: String, for viewer: Viewer? = nil) throws -> Standing {
        try town.app.balances.standing(
            of: town.project(pid), for: viewer ?? owner(town, of: [first, second]))
    }

    private func page(_ town: Town, _ pid: String, _ language: String = "ru") throws -> String {
        let visit = Visit(
            asked: language, preferred: .en,
            look: Look(styles: ["/assets/sheet.css"], icon: "/assets/icon.svg"),
            person: .user(name: "Анна", isStaff: false), formToken: "token")
        return BalancePage(try standing(town, pid), visit).markup.text
    }

    private func pulse(_ town: Town) throws -> OfficeDesk.Pulse.OfRegion {
        try #require(try town.app.office.pulse(for: .house).regions.first)
    }

    private func ages(_ town: Town) throws -> [String] {
        try pulse(town).debts.filter { $0.amount != 0 }.map { "\($0.age) \(Money.text(minor: $0.amount))" }
    }

    private func letters(_ town: Town) throws -> [Letter] {
        _ = try town.app.notices.write()
        return try town.app.letters.list().filter { $0.kind == "credit-exceeded" }.reversed()
    }

    @Test func `the month's invoice freezes its last day to pay, and it holds against the books and again`()
        throws
    {
        let town = try town()
        try spend("300", in: first, on: "2026-09-10", town)
        let report = try town.close("2026-09")
        let invoice = try #require(report.documents.first { $0.content.kind == .invoice })
        #expect(invoice.content.due == Day("2026-10-30"))
        #expect(String(decoding: invoice.frozen, as: UTF8.self).hasSuffix(#","due":"2026-10-30"}"#))
        #expect(report.documents.filter { $0.content.kind != .invoice }.allSatisfy { $0.content.due == nil })
        let replayed = try town.app.replay.replay(invoice.content.month)
        #expect(replayed.findings.isEmpty && replayed.documents.allSatisfy { $0.json == .equal })
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `a contract without days freezes none, as before`() throws {
        let town = try town(days: nil, limit: nil)
        try spend("300", in: first, on: "2026-09-10", town)
        let invoice = try #require(try town.close("2026-09").documents.first { $0.content.kind == .invoice })
        #expect(invoice.content.due == nil)
        #expect(!String(decoding: invoice.frozen, as: UTF8.self).contains("due"))
        #expect(try !page(town, first).contains("Оплатить до"))
        #expect(try standing(town, first).credit == nil)
        #expect(try letters(town).isEmpty && pulse(town).above.isEmpty && !pulse(town).isByDueDay)
    }

    @Test func `a customer sees what is to be paid by when, and what is overdue`() throws {
        let town = try town()
        try spend("200", in: first, on: "2026-09-10", town)
        try spend("50", in: second, on: "2026-09-10", town)
        try town.close("2026-09")
        try spend("100", in: first, on: "2026-10-10", town)
        try town.go(to: "2026-10-30T12:00:00Z")
        var found = try #require(try standing(town, first).receivable)
        #expect(found.unasked == 100_00 && found.asked.map(\.open) == [200_00] && found.rest == 0)
        #expect(try standing(town, second).receivable?.asked.map(\.open) == [50_00])
        #expect(try page(town, first).contains("30.10.2026") && !page(town, first).contains("просрочено"))
        // In Moscow the 31st has begun.
        try town.go(to: "2026-10-30T21:00:00Z")
        #expect(
            try page(town, first).contains("<span class=\"bad\">30.10.2026, просрочено на 1\u{A0}день</span>")
        )
        #expect(try page(town, first, "en").contains("overdue by 1 day"))

        // A part is paid: the oldest first.
        try town.transfer([
            Make.Transfer("120.00", from: "7707083893", for: first, on: "2026-10-31", number: "1")
        ])
        try town.go(to: "2026-10-31T09:00:00Z")
        try town.settle()
        found = try #require(try standing(town, first).receivable)
        #expect(found.unasked == 100_00 && found.asked.map(\.open) == [80_00])
        try town.close("2026-10")
        found = try #require(try standing(town, first).receivable)
        #expect(found.unasked == 0 && found.asked.map(\.open) == [100_00, 80_00])
        #expect(found.asked.map(\.invoice.due) == [Day("2026-11-30"), Day("2026-10-30")])
        // All is paid, and more.
        try town.transfer(
            [Make.Transfer("500.00", from: "7707083893", for: first, on: "2026-11-04", number: "2")],
            named: "november.txt")
        try town.go(to: "2026-11-05T09:00:00Z")
        try town.settle()
        #expect(try standing(town, first).receivable == nil)
    }

    @Test func `receivables are as old as they are overdue, and what is not due yet stands by itself`() throws
    {
        let town = try town()
        try spend("200", in: first, on: "2026-09-10", town)
        try town.close("2026-09")
        try spend("100", in: first, on: "2026-10-10", town)
        // Another customer, who has agreed upon no days.
        try town.register(
            Make.petrov(pids: ["mcs0000000003"], contract: Make.contract(scheme: "postpaid", number: "П-1")))
        try spend("7", in: "mcs0000000003", on: "2026-10-10", town)
        #expect(try ages(town) == ["notDue 300.00", "thisMonth 7.00"])
        try town.go(to: "2026-10-31T09:00:00Z")
        #expect(try ages(town) == ["notDue 100.00", "thisMonth 207.00"])
        try town.close("2026-10")
        // September's was due in October, October's is due by the end of November.
        #expect(try ages(town) == ["notDue 100.00", "oneMonth 207.00"])
        try town.go(to: "2026-12-05T09:00:00Z")
        #expect(try ages(town) == ["oneMonth 100.00", "twoMonths 207.00"])
        #expect(try pulse(town).isByDueDay)
    }

    @Test func `who owes more than the limit is told once a month, and nothing is stopped`() throws {
        let town = try town()
        try spend("400", in: first, on: "2026-09-10", town)
        #expect(try letters(town).isEmpty && pulse(town).above.isEmpty)
        // Neither project is above it, both together are.
        try spend("100", in: second, on: "2026-09-11", town)
        #expect(try letters(town).isEmpty, "500.00 may be owed")
        try spend("0.01", in: second, on: "2026-09-12", town)
        var told = try letters(town)
        #expect(told.count == 1)
        #expect(told[0].body.contains("500,01") && told[0].body.contains("500,00"))
        #expect(told[0].to.text == Make.romashka().email)
        try spend("300", in: first, on: "2026-09-13", town)
        #expect(try letters(town).count == 1)
        #expect(try states(town) == 0)

        let above = try pulse(town)
        #expect(above.above.map(\.use.owed) == [800_01] && above.aboveCount == 1)
        let office = Visit(
            asked: "en", preferred: .en, look: Look(styles: ["/assets/sheet.css"], icon: "/assets/icon.svg"),
            person: .user(name: "Анна", isStaff: true), formToken: "token")
        let shown = PulseView(try town.app.office.pulse(for: .house), office).markup.text
        #expect(shown.contains("Above the credit limit, Moscow") && shown.contains("₽300.01"))

        // In the next month again.
        try spend("1", in: first, on: "2026-10-05", town)
        told = try letters(town)
        #expect(told.count == 2 && told[1].body.contains("801,01"))
    }

    @Test func `who pays before the letter is written gets none, but one when it owes too much again`() throws
    {
        let town = try town()
        try town.use("vm", quantity: "600", in: first, until: "2026-09-10T10:00:00Z")
        try town.go(to: "2026-09-10T11:00:00Z")
        try town.settle()
        try town.credit("200.00", to: first, at: "2026-09-10T10:30:00Z", id: "c")
        try town.settle()
        #expect(try letters(town).isEmpty)
        try spend("200", in: first, on: "2026-09-12", town)
        #expect(try letters(town).count == 1)
        // Of a month that is over nobody is told.
        let other = try self.town()
        try spend("600", in: first, on: "2026-09-10", other)
        try other.go(to: "2026-10-01T09:00:00Z")
        try other.credit("200.00", to: first, at: "2026-09-30T10:30:00Z", id: "c")
        try other.settle()
        #expect(try letters(other).isEmpty && other.app.outbox.waiting(.notice).isEmpty)
    }

    @Test func `the limit and what is owed are for who sees all the projects it counts`() throws {
        let town = try town()
        try spend("400", in: first, on: "2026-09-10", town)
        try spend("200", in: second, on: "2026-09-10", town)
        let all = try standing(town, first)
        #expect(all.credit.map { [$0.limit, $0.owed] } == [500_00, 600_00])
        #expect(try page(town, first).contains("Долг больше согласованного"))
        #expect(try standing(town, first, for: owner(town, of: [first])).credit == nil)
    }

    @Test func `terms are kept with a draft, told as a change, and the paper says them`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.register(Make.romashka())
        let (account, manager) = (
            AccountID(Make.romashka().account), Viewer.staff(UserID("m"), [.salesManager])
        )
        let olga = Author(user: nil, name: "olga@office.example", reason: "")
        var terms = Make.contract(scheme: "postpaid", from: "2026-10-01", date: "2026-09-10")
        (terms.dueDays, terms.creditLimit) = (15, "1000000.00")
        try town.app.contracts.draft(terms, of: account, in: .moscow, for: manager, as: olga)
        let dossier = try town.app.contracts.dossier(of: account, in: .moscow, for: manager)
        #expect(dossier.preview?.changes.map(\.subject) == [.basis, .scheme, .due, .credit])
        terms.dueDays = 181
        #expect(throws: ContractsProblem.dueDays(181)) {
            try town.app.contracts.draft(terms, of: account, in: .moscow, for: manager, as: olga)
        }
        try town.app.contracts.sign(
            dossier.mark, file: ("scan.pdf", Make.scan), of: account, in: .moscow, for: manager, as: olga)
        let contract = try #require(
            try town.app.contracts.dossier(of: account, in: .moscow, for: manager).versions.first)
        #expect(contract.dueDays == 15 && contract.creditLimit == 1_000_000_00)
    }
}
