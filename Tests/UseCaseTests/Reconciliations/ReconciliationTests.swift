import Access
import Basics
import Documents
import Formats
import Notices
import Regions
import Support
import Testing
import UseCases

/// Acts of reconciliation as a customer gets them.
@Suite struct ReconciliationTests {
    private let own = "mcs0000000001"

    private func town(opened: String = "2026-09-01") throws -> Town {
        let town = try Town(opened: opened)
        try town.completeSuppliers()
        try town.price("vm", "1.5")
        return town
    }

    /// ООО «Ромашка» pays 500.00 on 1 September, spends 207.30, and September is closed.
    private func romashka() throws -> Town {
        let town = try town()
        try town.register(Make.romashka())
        try town.transfer([Make.Transfer("500.00", for: "Пополнение \(own)", on: "2026-09-01", number: "77")])
        try town.use("vm", quantity: "138.2", in: own, until: "2026-09-05T12:00:00Z")
        try town.close("2026-09")
        return town
    }

    private func period(_ from: String, _ through: String) throws -> ReconciledPeriod {
        try ReconciledPeriod(from: #require(Day(from)), through: #require(Day(through)))
    }

    private func preview(_ town: Town, _ from: String, _ through: String, pid: String? = nil) throws
        -> ReconciliationContent
    {
        try town.app.reconciliations.preview(
            of: town.project(pid ?? own), period(from, through), for: .house)
    }

    private func make(_ town: Town, _ from: String, _ through: String, pid: String? = nil) throws
        -> ReconciliationsDesk.Made
    {
        try town.app.reconciliations.make(of: town.project(pid ?? own), period(from, through), for: .house)
    }

    private func lines(_ act: ReconciliationContent) -> [String] {
        act.contracts.flatMap(\.operations).map {
            "\($0.day) \($0.phrase.ru) \(Money.text(minor: $0.debit)) \(Money.text(minor: $0.credit))"
        }
    }

    @Test func `a month's act has the transfer, the УПД and the advance that is left`() throws {
        let town = try romashka()
        let made = try make(town, "2026-09-01", "2026-09-30")
        #expect(made.key.text == "moscow/reconciliation/2026/1")
        #expect(
            lines(made.content) == [
                "2026-09-01 Оплата (77 от 01.09.2026) 0.00 500.00",
                "2026-09-30 Продажа (УПД № 1 от 30.09.2026) 207.30 0.00",
            ])
        #expect(made.content.opening == 0 && made.content.closing == -292_70)
        #expect(made.content.contracts.map(\.basis.name) == ["Оферта"])
        #expect(made.content.file?.name.hasPrefix("ON_AKTSVEROTP_") == true)
        #expect(try town.app.reconciliations.xml(of: made) != nil)
        #expect(try String(decoding: town.app.papers.paper(made.key), as: UTF8.self) == made.key.text)
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `asked for again it is the same act, until something has happened; numbers have no gap`()
        throws
    {
        let town = try romashka()
        let first = try make(town, "2026-09-01", "2026-09-30")
        try town.go(to: "2026-10-05T06:00:00Z")
        #expect(try make(town, "2026-09-01", "2026-09-30").key == first.key)
        #expect(try make(town, "2026-09-01", "2026-10-04").key.text == "moscow/reconciliation/2026/2")
        // A transfer that the bank tells of late changes what the days hold.
        try town.transfer([Make.Transfer("10.00", for: "Доплата \(own)", on: "2026-09-20", number: "78")])
        try town.settle()
        let later = try make(town, "2026-09-01", "2026-09-30")
        #expect(later.key.text == "moscow/reconciliation/2026/3" && later.content.closing == -302_70)
        // What was made says what it said.
        let kept = try town.app.reconciliations.act(.moscow, year: 2026, number: 1, for: .house)
        #expect(kept.content.closing == -292_70)
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `a transfer for a past day marks the acts whose balances it changes, and no others`() throws {
        let town = try romashka()
        let (early, whole) = (
            try make(town, "2026-09-01", "2026-09-10"), try make(town, "2026-09-01", "2026-09-30")
        )
        try town.go(to: "2026-10-05T06:00:00Z")
        let next = try make(town, "2026-10-01", "2026-10-04")
        func superseded() throws -> Set<PaperKey> {
            try town.app.reconciliations.overview(of: town.project(own), for: .house).superseded
        }
        #expect(try superseded() == [])
        try town.transfer([Make.Transfer("10.00", for: "Доплата \(own)", on: "2026-09-20", number: "78")])
        try town.settle()
        #expect(try superseded() == [whole.key, next.key])
        // Made anew they follow one another again; the former stay marked.
        let (september, october) = (
            try make(town, "2026-09-01", "2026-09-30"), try make(town, "2026-10-01", "2026-10-04")
        )
        #expect(september.content.closing == october.content.opening)
        #expect(try superseded() == [whole.key, next.key])
        #expect(early.content.closing == -500_00)
    }

    @Test func `an act about the party that an account was before is kept from a token of one project`()
        throws
    {
        let town = try town()
        try town.register(Make.romashka())
        let made = try make(town, "2026-08-01", "2026-08-31")
        func seen(isOfOneProject: Bool) throws -> PaperKey {
            try town.app.reconciliations.act(
                .moscow, year: 2026, number: 1, isOfOneProject: isOfOneProject, for: .house
            ).key
        }
        #expect(try seen(isOfOneProject: true) == made.key)
        try town.app.profiles.change(Make.petrov().counterparty, of: town.project(own), by: .house)
        #expect(throws: (any Error).self) { try seen(isOfOneProject: true) }
        #expect(try seen(isOfOneProject: false) == made.key)
    }

    @Test func `numbers go on in a region whose supplier has got another tax id`() throws {
        let town = try town()
        let pid = "mcs0000000003"
        try town.register(Make.altyn())
        let first = try make(town, "2026-08-01", "2026-08-31", pid: pid)
        var supplier = Make.kazakhSupplier()
        supplier.bin = Make.altynBIN
        try town.app.accounts.complete(supplier)
        let second = try make(town, "2026-08-01", "2026-08-31", pid: pid)
        #expect(first.content.supplier.taxID != second.content.supplier.taxID)
        #expect(
            [first, second].map(\.key.text) == [
                "kazakhstan/reconciliation/2026/1", "kazakhstan/reconciliation/2026/2",
            ])
        let kept = try town.app.reconciliations.act(.kazakhstan, year: 2026, number: 1, for: .house)
        #expect(kept.content.supplier.taxID == first.content.supplier.taxID)
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `one day, days before the account was there, and days over the turn of a year`() throws {
        let town = try romashka()
        let day = try preview(town, "2026-09-01", "2026-09-01")
        #expect(lines(day) == ["2026-09-01 Оплата (77 от 01.09.2026) 0.00 500.00"] && day.closing == -500_00)
        let before = try preview(town, "2019-01-01", "2019-12-31")
        #expect(lines(before).isEmpty && before.closing == 0 && before.contracts.count == 1)
        #expect(before.fileObstacle == .nothingHappened)
        try town.use("vm", quantity: "10", in: own, until: "2026-12-05T12:00:00Z")
        for month in ["2026-10", "2026-11", "2026-12", "2027-01"] { try town.close(month) }
        let winter = try preview(town, "2026-12-01", "2027-01-31")
        #expect(winter.opening == -292_70 && winter.closing == -277_70)
        #expect(try make(town, "2026-12-01", "2027-01-31").key.text == "moscow/reconciliation/2027/1")
    }

    @Test func `a day that is not over and a month that is not closed are refused with what to do`() throws {
        let town = try romashka()
        let today = try #require(Day("2026-10-03"))
        #expect(throws: DocumentsProblem.periodNotOver(today)) {
            try preview(town, "2026-09-01", "2026-10-03")
        }
        #expect(try preview(town, "2026-09-01", "2026-10-02").closing == -292_70)
        try town.go(to: "2026-11-02T06:00:00Z")
        let october = try #require(Month("2026-10"))
        #expect(throws: DocumentsProblem.periodNotClosed(october)) {
            try make(town, "2026-09-01", "2026-10-31")
        }
        #expect(try preview(town, "2026-09-01", "2026-10-30").closing == -292_70)
        try town.close("2026-10")
        #expect(try make(town, "2026-09-01", "2026-10-31").key.text == "moscow/reconciliation/2026/1")
    }

    @Test func `cards, bonuses and other people's transfers are in no act`() throws {
        let town = try town()
        try town.price("gpu", "2", service: "Обучение", bonusType: "compute")
        try town.register(Make.romashka())
        try town.credit("100.00", to: own, at: "2026-09-01T10:00:00Z")
        try town.grant(
            "30.00", "compute", to: own, at: "2026-09-01T11:00:00Z", expires: "2026-12-01T00:00:00Z")
        try town.transfer([
            Make.Transfer(
                "40.00", from: Make.petrovINN, for: "За соседа \(own)", on: "2026-09-02", number: "5"),
            Make.Transfer("60.00", for: "Пополнение \(own)", on: "2026-09-03", number: "6"),
        ])
        try town.use("gpu", quantity: "10", in: own, until: "2026-09-04T12:00:00Z")
        try town.use("vm", quantity: "100", in: own, until: "2026-09-05T12:00:00Z")
        try town.close("2026-09")
        let act = try preview(town, "2026-09-01", "2026-09-30")
        // 20.00 of bonuses, 100.00 of the card, 40.00 of the neighbour, then 10.00 of its own.
        #expect(
            lines(act) == [
                "2026-09-03 Оплата (6 от 03.09.2026) 0.00 60.00",
                "2026-09-30 Продажа (УПД № 1 от 30.09.2026) 10.00 0.00",
            ])
    }

    @Test func `money credited by mistake and taken back stands twice, and balances`() throws {
        let town = try romashka()
        let author = Author(user: nil, name: "operator", reason: "wrong customer")
        let line = try #require(
            try town.transfer([
                Make.Transfer("700.00", for: "оплата mcs9999999999", on: "2026-10-01", number: "3")
            ]).lines.first)
        _ = try town.app.bank.match(String(line.number), to: town.project(own), by: author)
        try town.settle()
        _ = try town.app.bank.undoMatch(String(line.number), by: author)
        try town.go(to: "2026-10-05T06:00:00Z")
        let act = try preview(town, "2026-10-01", "2026-10-04")
        #expect(act.credits == 700_00 && act.debits == 700_00 && act.closing == -292_70)
        #expect(lines(act).contains { $0.contains("Отмена ошибочного зачисления (3 от 01.10.2026)") })
    }

    @Test func `a post-paid customer owes what its invoices ask until it has paid them`() throws {
        let town = try town()
        let contract = Make.contract(
            scheme: "postpaid", documents: ["taxInvoice", "act"], from: "2026-09-01")
        try town.register(Make.romashka(contract: contract))
        try town.use("vm", quantity: "100", in: own, until: "2026-09-05T12:00:00Z")
        try town.close("2026-09")
        let owed = try preview(town, "2026-09-01", "2026-09-30")
        // The package has an act, a tax invoice and an invoice: its services stand once.
        #expect(lines(owed) == ["2026-09-30 Продажа (акт № 1 от 30.09.2026) 150.00 0.00"])
        #expect(owed.contracts.map(\.basis.number) == ["ВК-17/2026"] && owed.closing == 150_00)
        try town.transfer([Make.Transfer("150.00", for: "Оплата \(own)", on: "2026-10-02", number: "9")])
        try town.settle()
        try town.go(to: "2026-10-05T06:00:00Z")
        #expect(try preview(town, "2026-10-01", "2026-10-04").closing == 0)
    }

    @Test func `an advance of the offer's time goes over to the contract that follows it`() throws {
        let town = try town()
        try town.register(Make.romashka(contract: Make.contract(from: "2026-10-01", date: "2026-10-01")))
        try town.transfer([Make.Transfer("500.00", for: "Пополнение \(own)", on: "2026-09-01")])
        try town.use("vm", quantity: "100", in: own, until: "2026-09-05T12:00:00Z")
        try town.use("vm", quantity: "10", in: own, until: "2026-10-05T12:00:00Z")
        try town.close("2026-09")
        try town.close("2026-10")
        let act = try preview(town, "2026-09-01", "2026-10-31")
        #expect(act.contracts.map(\.basis.name) == ["Оферта", "Договор"])
        #expect(act.contracts.map(\.closing) == [0, -335_00])
        #expect(act.contracts[0].operations.last?.debit == 350_00)
        #expect(act.opening + act.debits - act.credits == act.closing)
    }

    @Test func `Kazakhstan's act is of tenge, of acts, and has no file`() throws {
        let town = try town()
        try town.price("vm", "1.5", region: .kazakhstan)
        try town.register(Make.altyn())
        let pid = "mcs0000000003"
        try town.transfer(
            [Make.Transfer("500.00", from: Make.altynBIN, for: "Оплата \(pid)", on: "2026-09-01")],
            to: .kazakhstan)
        try town.use("vm", quantity: "100", in: pid, until: "2026-09-05T12:00:00Z")
        try town.close("2026-09", region: .kazakhstan)
        let made = try make(town, "2026-09-01", "2026-09-30", pid: pid)
        #expect(made.key.text == "kazakhstan/reconciliation/2026/1" && made.content.currency == .kzt)
        #expect(lines(made.content).last == "2026-09-30 Продажа (акт № 1 от 30.09.2026) 150.00 0.00")
        #expect(made.content.fileObstacle == .otherCountry && made.content.file == nil)
    }

    @Test func `a package of each project is a row of its own`() throws {
        let town = try town()
        let other = "mcs0000000002"
        try town.register(Make.romashka(pids: [own, other], contract: Make.contract(perProject: true)))
        for (pid, number) in [(own, "1"), (other, "2")] {
            try town.transfer(
                [Make.Transfer("100.00", for: "Оплата \(pid)", on: "2026-09-01", number: number)],
                named: "s\(number).txt")
            try town.use("vm", quantity: "20", in: pid, until: "2026-09-05T12:00:00Z")
        }
        try town.close("2026-09")
        let act = try preview(town, "2026-09-01", "2026-09-30")
        #expect(act.operations == 4 && act.debits == 60_00 && act.closing == -140_00)
    }

    @Test func `an act leaves no project out, so who does not see them all gets none`() throws {
        let town = try town()
        let other = "mcs0000000002"
        try town.register(Make.romashka(pids: [own, other]))
        try town.close("2026-09")
        let (first, second) = (try town.project(own), try town.project(other))
        let some = Viewer.customer(UserID("u"), [first: [.owner]])
        let all = Viewer.customer(UserID("u"), [first: [.owner], second: [.accountant]])
        let days = try period("2026-09-01", "2026-09-30")
        #expect(throws: DocumentsProblem.actBeyondView) {
            try town.app.reconciliations.make(of: first, days, for: some)
        }
        #expect(try town.app.reconciliations.overview(of: first, for: some).refusal != nil)
        let made = try town.app.reconciliations.make(of: first, days, for: all)
        #expect(made.content.projects == [first, second])
        for stranger in [some, .customer(UserID("x"), [:])] {
            #expect(throws: (any Error).self) {
                try town.app.reconciliations.act(.moscow, year: 2026, number: 1, for: stranger)
            }
        }
        let viewer = Viewer.customer(UserID("u"), [first: [.viewer], second: [.viewer]])
        #expect(throws: (any Error).self) { try town.app.reconciliations.make(of: first, days, for: viewer) }
    }

    @Test func `an individual gets no act`() throws {
        let town = try town()
        try town.register(Make.sidorov())
        #expect(throws: (any Error).self) {
            try preview(town, "2026-08-01", "2026-08-02", pid: "mcs0000000004")
        }
        let overview = try town.app.reconciliations.overview(of: town.project("mcs0000000004"), for: .house)
        #expect(overview.refusal != nil)
    }

    @Test func `after twenty acts of a day the form makes no more`() throws {
        let town = try romashka()
        for day in 1...20 {
            _ = try make(town, "2026-09-01", "2026-09-\(day < 10 ? "0" : "")\(day)")
        }
        #expect(throws: DocumentsProblem.tooManyActs(20)) { try make(town, "2026-09-02", "2026-09-30") }
        try town.go(to: "2026-10-05T06:00:00Z")
        #expect(try make(town, "2026-09-02", "2026-09-30").key.text == "moscow/reconciliation/2026/21")
    }

    @Test func `what staff made is in the trail of actions, once`() throws {
        let town = try romashka()
        let author = Author(user: nil, name: "anna@office.example", reason: "asked by letter")
        let days = try period("2026-09-01", "2026-09-30")
        for _ in 1...2 {
            _ = try town.app.reconciliations.make(of: town.project(own), days, for: .house, by: author)
        }
        let entries = try town.app.audit.entries(AuditSearch(action: .makeAct), limit: 10, for: .house)
        #expect(entries.map(\.object) == ["moscow/reconciliation/2026/1"])
        #expect(entries.first?.reason == "asked by letter")
    }
}

extension ReconciliationContent {
    fileprivate var operations: Int { contracts.reduce(0) { $0 + $1.operations.count } }
}
