import Access
import Basics
import Counterparties
import Documents
import Funding
import Payments
import Projects
import Requests
import Support
import Testing
import UseCases

/// What staff do for a request from its page, by the desks whose business it is.
@Suite struct RequestActionTests {
    @Test func `a payment is traced by its sum and credited from the request, once`() throws {
        let town = try RequestTown()
        try town.town.transfer([
            Make.Transfer("1500.50", from: nil, for: "за облако", on: "2026-10-01", number: "7"),
            Make.Transfer("99.00", from: nil, for: "за облако", on: "2026-10-01", number: "8"),
        ])
        try town.make(.paymentTrace)
        let trace = RequestsDesk.Trace(amount: 1500_50, day: Day("2026-09-30"), payer: "")
        let administrator = try town.administrator
        let viewer = Viewer.staff(administrator.id, [.administrator])
        let found = try #require(try town.app.requests.view(1, tracing: trace, for: viewer).traced)
        #expect(found.map(\.document) == ["7"] && found[0].state == .unclear)
        let words = try town.words("нашли", "credit-form")
        for _ in 0..<2 {
            try town.app.act(1, .crediting(line: String(found[0].number)), seen: 1, words, by: administrator)
        }
        #expect(try town.town.balance("mcs0000000001").payment.minor == 1500_50)
        let view = try town.view(try town.make(.thaw))
        #expect(view.request.number == 2)
        let events = try town.app.requests.view(1, for: .house).view.events
        #expect(events.map(\.step) == [.made, .acted(.crediting, "bank/\(found[0].number)")])
        // Support answers requests but matches no money.
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.act(
                1, .crediting(line: String(found[0].number)), seen: 2, town.words("по просьбе"),
                by: town.clerk)
        }
        #expect(
            try town.app.requests.view(1, tracing: trace, for: .staff(town.clerk.id, [.support])).traced
                == nil)
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `wrongly credited money is moved to the right project`() throws {
        let town = try RequestTown()
        try town.town.transfer([
            Make.Transfer("700.00", from: nil, for: "за облако", on: "2026-10-01", number: "7")
        ])
        let line = try #require(try town.app.bank.lines(in: .unclear).first)
        _ = try town.app.bank.match(String(line.number), to: town.pid)
        try town.town.settle()
        try town.make(.misplacedMoney, [.amount: "700.00"])
        try town.app.act(
            1, .moving(line: String(line.number), to: town.town.project("mcs0000000002")), seen: 1,
            town.words("по просьбе"), by: town.specialist)
        #expect(try town.town.balance("mcs0000000001").payment.minor == 0)
        #expect(try town.town.balance("mcs0000000002").payment.minor == 700_00)
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `where the money cannot be moved nothing of the step is kept`() throws {
        let town = try RequestTown()
        try town.town.transfer([
            Make.Transfer("700.00", from: nil, for: "за облако", on: "2026-10-01", number: "7")
        ])
        let line = try #require(try town.app.bank.lines(in: .unclear).first)
        _ = try town.app.bank.match(String(line.number), to: town.pid)
        try town.town.settle()
        try town.make(.misplacedMoney)
        #expect(throws: ProjectsProblem.unknownProject("mcs0999999999")) {
            // No such project: the match behind the undoing fails.
            try town.app.act(
                1, .moving(line: String(line.number), to: town.town.project("mcs0999999999")), seen: 1,
                town.words("по просьбе"), by: town.specialist)
        }
        #expect(try town.town.balance("mcs0000000001").payment.minor == 700_00)
        #expect(try town.app.requests.view(1, for: .house).view.request.version == 1)
    }

    @Test func `bonuses are granted from the request, and pay what their type may pay`() throws {
        let town = try RequestTown()
        try town.make(.missingBonus)
        try town.app.act(
            1, .bonus(BonusType("compute"), amount: 2000_00, days: 60), seen: 1, town.words("приветственные"),
            by: town.clerk)
        let bonuses = try town.town.balance("mcs0000000001").bonuses
        #expect(bonuses.map(\.type.text) == ["compute"] && bonuses[0].amount.minor == 2000_00)
        let view = try town.app.requests.view(1, for: .staff(town.clerk.id, [.support]))
        #expect(view.bonusTypes.map(\.text) == ["compute"])
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.act(
                1, .invoice(amount: 100_00), seen: 2, town.words("по просьбе"), by: town.specialist)
        }
    }

    @Test func `a manager answers what is asked about contracts, and gives nothing away`() throws {
        let town = try RequestTown()
        try town.make(.missingBonus)
        let manager = try town.person("sales-manager@office.example")
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.act(
                1, .bonus(BonusType("compute"), amount: 1_00, days: 1), seen: 1, town.words("подарок"),
                by: manager)
        }
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.act(1, .deferral(days: 1), seen: 1, town.words("подождём"), by: manager)
        }
        let taken = try town.app.requests.take(1, seen: 1, town.words(), by: manager)
        #expect(taken.version == 2)
    }

    @Test func `a card payment is given to a transfer from the request, once, and both sides read it`() throws
    {
        let town = try RequestTown()
        let (payment, transfer) = try cardAndTransfer(town)
        try town.make(.cardIntoDocuments)
        let accountant = try town.administrator
        let viewer = Viewer.staff(accountant.id, [.administrator])
        let found = try #require(try town.app.requests.view(1, for: viewer).substitutes)
        let offer = try #require(found.offer)
        #expect(offer.payment.lot.id == payment && offer.transfer.id == transfer && offer.amount == 900_00)
        let words = try town.words("по запросу", "substitute-form")
        for _ in 0..<2 {
            try town.app.act(
                1, .substitution(payment: payment, transfer: transfer, amount: offer.amount), seen: 1, words,
                by: accountant)
        }
        #expect(
            try town.town.store.read { try $0.openLots(in: town.pid) }.map(\.remaining) == [1000_00, 100_00])
        #expect(try town.town.balance("mcs0000000001").payment.minor == 1100_00)
        let events = try town.app.requests.view(1, in: town.pid, for: .house).events
        #expect(events.map(\.step) == [.made, .acted(.substitution, "credit/card")])
        let trail = try town.app.audit.entries(AuditSearch(), limit: 10, for: .house)
        #expect(Set(trail.map(\.action)).isSuperset(of: [.actOnRequest, .substituteFunding]))
        #expect(try town.app.verification.verify().findings.isEmpty)
        // Nothing is left to move, and the page says so.
        let after = try #require(try town.app.requests.view(1, for: viewer).substitutes)
        #expect(after.offer == nil && after.payments.isEmpty)
        #expect(throws: FundingProblem.nothingSpent(payment)) {
            try town.app.act(
                1, .substitution(payment: payment, transfer: transfer, amount: 1), seen: 2, town.words("ещё"),
                by: accountant)
        }
        #expect(try town.app.requests.view(1, for: .house).view.request.version == 2)
    }

    @Test func `support sees no payments and substitutes nothing, and other kinds offer it not`() throws {
        let town = try RequestTown()
        let (payment, transfer) = try cardAndTransfer(town)
        try town.make(.cardIntoDocuments)
        try town.make(.thaw)
        let deed = RequestDeed.substitution(payment: payment, transfer: transfer, amount: 900_00)
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.act(1, deed, seen: 1, town.words("по запросу"), by: town.clerk)
        }
        #expect(try town.app.requests.view(1, for: .staff(town.clerk.id, [.support])).substitutes == nil)
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.act(2, deed, seen: 1, town.words("по запросу"), by: town.administrator)
        }
        #expect(try town.app.requests.view(2, for: .house).substitutes == nil)
        // More than can move moves nothing.
        let most = RequestDeed.substitution(payment: payment, transfer: transfer, amount: 900_01)
        #expect(
            throws: FundingProblem.lessToSubstitute(
                payment, wanted: 900_01, possible: 900_00, reported: 0)
        ) { try town.app.act(1, most, seen: 1, town.words("по запросу"), by: town.administrator) }
        #expect(try town.app.requests.view(1, for: .house).view.request.version == 1)
        #expect(
            try town.town.store.read { try $0.openLots(in: town.pid) }.map(\.remaining) == [100_00, 1000_00])
    }

    /// A card's 1000.00, of which 900.00 is spent, and a transfer of as much.
    private func cardAndTransfer(_ town: RequestTown) throws -> (CreditID, CreditID) {
        try town.town.credit("1000.00", to: town.pid.text, at: "2026-10-01T10:00:00Z", id: "card")
        try town.town.use("vm", quantity: "600", in: town.pid.text, until: "2026-10-02T10:00:00Z")
        let line = try #require(
            try town.town.transfer([
                Make.Transfer("1000.00", for: town.pid.text, on: "2026-10-03", number: "17")
            ]).lines.first)
        try town.town.settle()
        return (CreditID("card"), CreditID(line.id.text))
    }

    @Test func `the former party's advance is handed over from the request for re-registration, once`() throws
    {
        let town = try RequestTown()
        try town.town.transfer([Make.Transfer("1000.00", for: town.pid.text, on: "2026-10-03", number: "17")])
        try town.town.settle()
        var party = Make.romashka().counterparty
        (party.inn, party.shortName) = ("7704123450", "ООО «Лампа»")
        try town.app.profiles.change(party, of: town.pid, by: .house)
        try town.make(.reRegistration)
        let accountant = try town.administrator
        let viewer = Viewer.staff(accountant.id, [.administrator])
        let offer = try #require(try town.app.requests.view(1, for: viewer).assignable?.offer)
        #expect(offer.payer.text == Make.romashkaINN && offer.amount == 1000_00)
        let deed = RequestDeed.assignment(payer: offer.payer, amount: offer.amount)
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.act(1, deed, seen: 1, town.words("письмо 5"), by: town.clerk)
        }
        #expect(try town.app.requests.view(1, for: .staff(town.clerk.id, [.support])).assignable == nil)
        let words = try town.words("письмо 5", "assign-form")
        for _ in 0..<2 { try town.app.act(1, deed, seen: 1, words, by: accountant) }
        let lots = try town.town.store.read { try $0.openLots(in: town.pid) }
        #expect(lots.map(\.source.payer?.text) == ["7704123450"])
        let events = try town.app.requests.view(1, in: town.pid, for: .house).events
        #expect(events.map(\.step) == [.made, .acted(.assignment, "projects/\(town.pid)")])
        let trail = try town.app.audit.entries(AuditSearch(), limit: 10, for: .house)
        #expect(Set(trail.map(\.action)).isSuperset(of: [.actOnRequest, .assignAdvance]))
        #expect(try town.app.requests.view(1, for: viewer).assignable?.offer == nil)
        #expect(throws: FundingProblem.nothingToAssign(offer.payer, town.pid)) {
            try town.app.act(1, deed, seen: 2, town.words("ещё"), by: accountant)
        }
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `an invoice is issued from the request of a foreign company`() throws {
        let town = try RequestTown()
        try town.make(.foreignInvoice)
        try town.app.act(1, .invoice(amount: 1500_50), seen: 1, town.words("по просьбе"), by: town.specialist)
        let made = try #require(try town.app.invoices.made(for: town.pid).first)
        let steps = try town.app.requests.view(1, for: .house).view.events.map(\.step)
        #expect(steps.last == .acted(.invoice, "2026/\(made.content.number)"))
    }

    @Test func `the owner is changed to a member, the two swap roles and sign in anew`() throws {
        let town = try RequestTown()
        let (owner, next) = (try town.owner, try town.person("superadministrator@romashka.example"))
        try town.make(.ownerChange, [.newOwnerEmail: "nobody@romashka.example"])
        #expect(throws: AccessProblem.noMember) {
            try town.app.act(
                1, .ownerChange(to: "nobody@romashka.example"), seen: 1, town.words("по просьбе"),
                by: town.clerk)
        }
        try town.app.act(
            1, .ownerChange(to: next.email.text), seen: 1, town.words("по заявлению"), by: town.clerk)
        let members = try town.app.members.list(town.pid, for: .house).members
        #expect(members.first?.user.id == next.id && members.first?.membership.roles == [.owner])
        #expect(members.first { $0.user.id == owner.id }?.membership.roles == [.superadministrator])
        let trail = try town.app.audit.entries(
            AuditSearch(action: .handOver), limit: 5, for: .house)
        #expect(trail.map(\.object) == ["projects/mcs0000000001"])
    }

    @Test func `a foreign phone is bound to the account`() throws {
        let town = try RequestTown()
        try town.make(.foreignPhone, [.phone: "+374 10 123456"])
        #expect(throws: RequestsProblem.badValue(.phone, "12")) {
            try town.app.act(1, .phone("12"), seen: 1, town.words("по просьбе"), by: town.clerk)
        }
        try town.app.act(1, .phone("+374 10 123456"), seen: 1, town.words("по просьбе"), by: town.clerk)
        #expect(try town.app.requests.view(1, for: .house).phone == "+374 10 123456")
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `copies of a month's documents are attached, unless a reader may not see them`() throws {
        let town = try RequestTown()
        try town.town.transfer([Make.Transfer("500.00", for: "mcs0000000001", on: "2026-10-01")])
        try town.town.use("vm", quantity: "40", in: "mcs0000000001", until: "2026-10-06T12:00:00Z")
        _ = try town.town.close("2026-10")
        try town.make(.scans)
        let month = try #require(Month("2026-10"))
        try town.app.act(1, .documents(month), seen: 1, town.words("по просьбе"), by: town.clerk)
        let files = try #require(try town.app.requests.view(1, for: .house).view.events.last?.files)
        #expect(files.count == 1 && files[0].name.hasPrefix("moscow-upd-2026-1"))
        #expect(throws: RequestsProblem.noDocuments(month.next)) {
            try town.app.act(1, .documents(month.next), seen: 2, town.words("по просьбе"), by: town.clerk)
        }
    }

    @Test func `money that lies on another customer's project is not moved from here`() throws {
        let town = try RequestTown()
        try town.town.transfer([
            Make.Transfer("700.00", from: nil, for: "за облако", on: "2026-10-01", number: "7")
        ])
        let line = try #require(try town.app.bank.lines(in: .unclear).first)
        let petrov = try town.town.project("mcs0000000002")
        _ = try town.app.bank.match(String(line.number), to: petrov)
        try town.town.settle()
        try town.make(.misplacedMoney, [.amount: "700.00"])
        #expect(throws: RequestsProblem.foreignLine(line.number, town.pid)) {
            try town.app.act(
                1, .moving(line: String(line.number), to: town.pid), seen: 1, town.words("по просьбе"),
                by: town.specialist)
        }
        #expect(try town.town.balance("mcs0000000002").payment.minor == 700_00)
        #expect(try town.app.requests.view(1, for: .house).view.request.version == 1)
    }

    @Test func `a payment that lies on the project already is not credited again in words`() throws {
        let town = try RequestTown()
        try town.town.transfer([
            Make.Transfer("700.00", from: nil, for: "за облако", on: "2026-10-01", number: "7")
        ])
        let line = try #require(try town.app.bank.lines(in: .unclear).first)
        _ = try town.app.bank.match(String(line.number), to: town.pid)
        try town.make(.paymentTrace)
        #expect(throws: PaymentsProblem.notUnclear(line.id, "matched")) {
            try town.app.act(
                1, .crediting(line: String(line.number)), seen: 1, town.words("нашли"), by: town.specialist)
        }
        #expect(try town.app.requests.view(1, for: .house).view.request.version == 1)
    }

    @Test func `bonuses of no known type, of no lasting or of a large sum are not granted by support`() throws
    {
        let town = try RequestTown()
        try town.make(.missingBonus)
        func grant(_ type: String, _ amount: Int64, _ days: Int, by user: User) throws {
            try town.app.act(
                1, .bonus(BonusType(type), amount: amount, days: days), seen: 1, town.words("по акции"),
                by: user)
        }
        for days in [0, -1, 367] {
            #expect(throws: RequestsProblem.badDays(String(days), most: 366)) {
                try grant("compute", 100_00, days, by: town.clerk)
            }
        }
        #expect(throws: RequestsProblem.unknownBonus("gift")) {
            try grant("gift", 100_00, 60, by: town.clerk)
        }
        let large = RequestDeed.mostBonus + 1
        #expect(throws: RequestsProblem.largeBonus(most: RequestDeed.mostBonus)) {
            try grant("compute", large, 60, by: town.clerk)
        }
        #expect(try town.town.balance("mcs0000000001").bonuses.isEmpty)
        try grant("compute", large, 60, by: town.administrator)
        #expect(try town.town.balance("mcs0000000001").bonuses.map(\.amount.minor) == [large])
    }

    @Test func `nothing is done from a request without a reason, and the trail tells whose and how much`()
        throws
    {
        let town = try RequestTown()
        try town.make(.missingBonus)
        #expect(throws: AccessProblem.noReason) {
            try town.app.act(
                1, .bonus(BonusType("compute"), amount: 100_00, days: 60), seen: 1, town.words(" "),
                by: town.clerk)
        }
        try town.app.act(
            1, .bonus(BonusType("compute"), amount: 100_00, days: 60), seen: 1, town.words("по акции"),
            by: town.clerk)
        let entry = try #require(
            try town.app.audit.entries(AuditSearch(action: .actOnRequest), limit: 5, for: .house).first)
        #expect(entry.reason == "по акции")
        #expect(entry.detail == "acted bonus credit/request/1/2: mcs0000000001 compute 100.00 days=60")
    }

    @Test func `the trail tells the phone that was bound before and the one bound now`() throws {
        let town = try RequestTown()
        try town.make(.foreignPhone, [.phone: "+374 10 123456"])
        try town.app.act(1, .phone("+374 10 123456"), seen: 1, town.words("по заявлению"), by: town.clerk)
        try town.app.act(1, .phone("+374 10 654321"), seen: 2, town.words("описка"), by: town.clerk)
        let trail = try town.app.audit.entries(
            AuditSearch(action: .actOnRequest), limit: 5, for: .house)
        #expect(
            trail.map(\.detail) == [
                "acted phone: +374 10 123456 → +374 10 654321", "acted phone: — → +374 10 123456",
            ])
    }

    @Test func `a document that names another project too is left out of the copies, and staff are told`()
        throws
    {
        let town = try RequestTown()
        _ = try town.app.accounts.add(
            ProjectDraft(pid: "mcs0000000009", region: "moscow", created: nil), to: AccountID("romashka"),
            at: town.app.clock.now())
        for pid in ["mcs0000000001", "mcs0000000009"] {
            try town.town.transfer([
                Make.Transfer("500.00", for: pid, on: "2026-10-01", number: String(pid.suffix(1)))
            ])
            try town.town.use("vm", quantity: "40", in: pid, until: "2026-10-06T12:00:00Z")
        }
        _ = try town.town.close("2026-10")
        try town.make(.scans)
        let month = try #require(Month("2026-10"))
        #expect(throws: RequestsProblem.noDocuments(month)) {
            try town.app.act(1, .documents(month), seen: 1, town.words("по просьбе"), by: town.clerk)
        }
        #expect(try town.app.requests.view(1, for: .house).view.events.count == 1)
    }

    @Test func `a project is re-registered from the request, which only who asked for it reads from then on`()
        throws
    {
        let town = try RequestTown()
        try town.make(
            .reRegistration, [.newOrganisation: "ИП Петров Пётр Петрович, ИНН \(Make.petrovINN)"])
        let staff = try town.app.requests.view(1, for: .staff(town.specialist.id, [.documentSpecialist]))
        #expect(staff.passings.map(\.to.id.text) == ["petrov"] && staff.passings[0].refusal == nil)
        // Support answers requests, and re-registers nothing.
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.act(
                1, .passing(to: AccountID("petrov")), seen: 1, town.words("по письму"), by: town.clerk)
        }
        let words = try town.words("по письму обеих организаций", "pass-form")
        for _ in 0..<2 {
            try town.app.act(1, .passing(to: AccountID("petrov")), seen: 1, words, by: town.specialist)
        }
        #expect(try town.app.balances.balance(of: town.pid).pid == town.pid)
        let story = try town.app.office.story(of: AccountID("petrov"), before: nil, for: .house)
        #expect(story.happenings.contains { $0.kind == .passing && $0.project == town.pid })
        for account in ["romashka", "petrov"] {
            let kept = try town.app.audit.entries(
                AuditSearch(action: .passProject, account: AccountID(account)), limit: 10, for: .house)
            #expect(kept.map(\.reason) == ["по письму обеих организаций"])
        }
        // Another member of the project reads nothing of the former account's requests; the maker reads the own one.
        let other = try town.person("billing-administrator@romashka.example")
        let viewer = Viewer.customer(other.id, [town.pid: [.billingAdministrator]])
        #expect(try town.app.requests.list(of: town.pid, for: viewer).requests.isEmpty)
        #expect(throws: RequestsProblem.self) { try town.app.requests.view(1, in: town.pid, for: viewer) }
        let maker = Viewer.customer(try town.owner.id, [town.pid: [.owner]])
        #expect(try town.app.requests.view(1, in: town.pid, for: maker).events.count == 2)
        #expect(try town.app.verification.verify().findings.isEmpty)
    }
}
