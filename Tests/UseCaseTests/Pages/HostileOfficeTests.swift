import Access
import Basics
import Contracts
import Counterparties
import Pages
import Regions
import Support
import Testing
import Wording

@testable import UseCases

/// Purposes, names, reasons and names of files that try to be more than texts, through the staff's pages: each page
/// is built of what its template writes, whatever they say.
@Suite struct HostileOfficeTests {
    private static let harmless = "Ромашка"

    private static func visit(_ name: String) -> Visit {
        Visit(
            asked: "en", preferred: .en,
            look: Look(
                styles: ["/assets/sheet.css"], icon: "/assets/icon.svg", script: "/assets/office.js"),
            person: .user(name: name, isStaff: true), formToken: "token", office: Set(Right.allCases))
    }

    private func texts() throws -> [String] {
        [HostileOfficeTests.harmless] + (try HostilePagesTests.corpus())
    }

    /// The shape of each page must be that of the harmless one.
    private func hold(_ page: Markup, like shape: inout String?, _ text: String, _ what: String) throws {
        let found = try Skeleton(page).shape
        if shape == nil { shape = found }
        #expect(found == shape, "\(what) of \(text)")
    }

    @Test func `a registry's words and a contract's terms stay text`() throws {
        let town = try Town(opened: "2026-02-01")
        try town.register(Make.romashka())
        let pid = try town.project("mcs0000000001")
        let beginning = try town.app.registration.begin(pid, for: .house)
        let dossier = try town.app.contracts.dossier(
            of: AccountID(Make.romashka().account), in: .moscow, for: .house)
        let visit = HostileOfficeTests.visit("x")
        var shapes: [String?] = [nil, nil, nil, nil]
        for text in try texts() {
            var draft = Make.romashka().counterparty
            (draft.name, draft.shortName, draft.kpp) = (text, text, text)
            draft.address?.street = text
            let party = RegisteredParty(draft: draft, state: .bankrupt, head: "\(text).")
            var terms = Make.contract(
                prices: [ContractPriceDraft(sku: text, price: text, validFrom: text)])
            (terms.number, terms.until) = (text, text)
            let pages = [
                RegistrationPage(beginning, .party(draft, party, note: nil), visit).markup,
                RegistrationPage(beginning, .choice([party, party], inn: text), visit).markup,
                RegistrationPage(beginning, .address(draft), visit).markup,
                DossierPage(dossier, typed: terms, visit).markup,
            ]
            for (place, page) in pages.enumerated() {
                try hold(page, like: &shapes[place], text, "page \(place)")
            }
        }
    }

    @Test func `a bank line's purpose and what is asked for it stay text`() throws {
        let town = try Town(opened: "2026-02-01")
        try town.completeSuppliers()
        // From the second one on, each page leads to another unclear line.
        try town.transfer(
            [Make.Transfer("10.00", from: nil, for: "x", on: "2026-02-02", number: "0")], named: "0")
        var shape: String?
        var lines = 0
        for (number, text) in try texts().enumerated() {
            // What ends a line of the file is another line of it.
            guard
                !text.unicodeScalars.contains(where: {
                    $0.value < 32 || $0.properties.isWhitespace && $0 != " "
                })
            else { continue }
            let booked: BankDesk.Booked
            // What the bank's encoding does not have, no bank file says.
            do {
                booked = try town.transfer(
                    [
                        Make.Transfer(
                            "10.00", from: nil, for: text + " x", on: "2026-02-03", number: "\(number)")
                    ],
                    named: text)
            } catch { continue }
            guard let line = booked.lines.first, line.state == .unclear else { continue }
            lines += 1
            let view = try town.app.office.line(line.number, asking: text, for: .house)
            guard view.candidates.isEmpty, line.reasons.count == 1 else { continue }
            try hold(
                BankLinePage(view, HostileOfficeTests.visit(text)).markup, like: &shape, text, "a bank line")
        }
        #expect(lines > 60)
    }

    @Test func `what staff do, why and on what stays text`() throws {
        let town = try Town(opened: "2026-02-01")
        var shape: String?
        for text in try texts() {
            try town.app.audit.keep(
                .verify, on: "x\(text)", detail: text, by: Author(user: nil, name: text, reason: text))
            let entries = try town.app.audit.entries(AuditSearch(), limit: 1, for: .house)
            let filter = AuditPage.Filter(who: text, action: text, object: text, from: text, until: text)
            try hold(
                AuditPage(entries, next: nil, isFirst: true, filter, HostileOfficeTests.visit(text)).markup,
                like: &shape, text, "the audit trail")
        }
    }

    @Test func `a customer's name is found and told as text`() throws {
        let town = try Town(opened: "2026-02-01")
        var (story, nothing): (String?, String?)
        for (number, text) in try texts().enumerated() {
            var draft = Make.company(number, pid: "mcs" + ("000000000" + String(number + 1)).suffix(10))
            (draft.counterparty.name, draft.counterparty.shortName) = (text, text)
            draft.counterparty.address?.street = text
            draft.email = "\(text)@example.com"
            do { try town.register(draft) } catch { continue }
            let visit = HostileOfficeTests.visit(text)
            let told = try town.app.office.story(of: AccountID(draft.account), before: nil, for: .house)
            try hold(AccountPage(told, isFirst: true, visit).markup, like: &story, text, "a customer")
            let found = try town.app.office.search(text + "-nobody-is-so", for: .house)
            guard found.isEmpty, !text.contains("/"), !text.contains("#") else { continue }
            try hold(SearchPage(found, visit).markup, like: &nothing, text, "a search")
        }
    }

    @Test func `who receives papers, where, and at which addresses stays text`() throws {
        let town = try Town(opened: "2026-02-01")
        try town.completeSuppliers()
        try town.price("vm", "1")
        let month = try #require(Month("2026-02"))
        var pids: [(text: String, pid: PID, account: AccountID)] = []
        for (number, text) in try texts().enumerated() where number % 5 == 0 && (2...150).contains(text.count)
        {
            let pid = "mcs" + ("000000000" + String(number + 1)).suffix(10)
            var draft = Make.company(number, pid: pid)
            draft.contract = Make.contract(scheme: "postpaid", number: "1")
            try town.register(draft)
            try town.use("vm", in: pid, until: "2026-02-02T12:00:00Z")
            try town.app.flow.ask(of: town.project(pid), seen: 0, for: .house) { region, _ in
                DocumentFlow(
                    region: region, from: month, documents: [], perProject: false,
                    delivery: .paper(.courier(phone: "+7 916 000-00-00"), recipient: text),
                    contact: .init(name: text, phone: "+7 916 000-00-00"), copies: .none)
            }
            pids.append((text, try town.project(pid), AccountID(draft.account)))
        }
        try town.close("2026-02")
        var typed = FlowPage.Typed()
        var shapes: [String?] = [nil, nil]
        for (text, pid, account) in pids {
            (typed.recipient, typed.phone, typed.contact, typed.contactPhone) = (text, text, text, text)
            (typed.addresses, typed.delivery) = (text, "courier")
            let failure = FormFailure(
                form: "address-2026-02-all", field: "address",
                problem: ContractsProblem.flowField(.address))
            let overview = try town.app.flow.overview(of: pid, for: .house)
            #expect(overview.waiting.count == 1)
            let page = FlowPage(
                overview, typed: typed, address: text, failure: failure, HostileOfficeTests.visit(text))
            try hold(page.markup, like: &shapes[0], text, "a page of document flow")
            try town.app.flow.giveAddress(
                "\(text) 123456789", isLegal: false, month: month, project: nil, of: pid, for: .house)
            let list = try town.app.flow.queue(.moscow, month, .paper, for: .house)
            let going = try #require(list.packages.first { $0.name.account == account })
            let one = FlowDesk.Queue(
                region: .moscow, month: month, way: .paper, packages: [going], next: nil)
            try hold(
                SendingPage(one, after: nil, HostileOfficeTests.visit(text)).markup, like: &shapes[1], text,
                "what is to be sent")
        }
        #expect(pids.count > 30)
    }
}
