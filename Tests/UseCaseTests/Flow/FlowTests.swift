import Access
import Basics
import Contracts
import Counterparties
import Documents
import Regions
import Support
import Testing
import UseCases

/// How documents go to customers: what may be asked for, and that the closing of a month obeys it.
@Suite struct FlowTests {
    private let own = "mcs0000000001"
    private let other = "mcs0000000002"
    private let clerk = Viewer.staff(UserID("c"), [.documentSpecialist])
    private let author = Author(user: nil, name: "anna@office.example", reason: "RA123")
    private let paper = DocumentFlow.Delivery.paper(.post, recipient: "Смирнова О. И.")
    private let september = Month(index: 2026 * 12 + 8)
    private let october = Month(index: 2026 * 12 + 9)
    private let november = Month(index: 2026 * 12 + 10)

    private func town(contract: Bool = true, hasEDM: Bool = true) throws -> Town {
        let town = try Town(opened: "2026-09-05")
        try town.completeSuppliers()
        try withEDM(town)
        try town.price("vm", "1.5")
        var draft = Make.romashka(pids: [own, other], contract: contract ? Make.contract() : nil)
        if hasEDM { draft.counterparty.edmId = "2BM-\(Make.romashkaINN)" }
        try town.register(draft)
        for (pid, number) in [(own, "1"), (other, "2")] {
            try town.transfer(
                [Make.Transfer("100.00", for: "Оплата \(pid)", on: "2026-09-01", number: number)],
                named: "s\(number).txt")
            for month in ["09", "10", "11"] {
                try town.use("vm", quantity: "10", in: pid, until: "2026-\(month)-05T08:00:00Z")
            }
        }
        return town
    }

    /// The supplier is with an operator.
    private func withEDM(_ town: Town) throws {
        var supplier = Make.moscowSupplier()
        supplier.edmId = "2BM-7743001840"
        try town.app.accounts.complete(supplier)
    }

    private func ask(
        _ town: Town, from month: Month? = nil, pid: String? = nil, seen: Int? = nil,
        documents: Set<DocumentKind> = [], perProject: Bool = false,
        _ delivery: DocumentFlow.Delivery = .edm, copies: DocumentFlow.Copies = .none,
        for viewer: Viewer = .house
    ) throws {
        let project = try town.project(pid ?? own)
        let seen = try seen ?? town.app.flow.overview(of: project, for: .house).seen
        try town.app.flow.ask(of: project, seen: seen, for: viewer) { region, open in
            Make.flow(
                region, from: month ?? open, documents: documents, perProject: perProject, delivery,
                copies: copies)
        }
    }

    private func issued(_ report: ClosingReport) -> [String] {
        report.documents.map { "\($0.content.kind.rawValue) \($0.content.projects.count)" }
    }

    /// What `verify` and a replay say of all of it.
    private func isTrue(_ town: Town, of months: [Month]) throws {
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
        for month in months {
            #expect(try town.app.replay.replay(month, regions: [.moscow]).isEqual, "\(month)")
        }
    }

    private func names(
        _ town: Town, _ month: Month, _ way: FlowDesk.Way
    ) throws -> [String] {
        try town.app.flow.queue(.moscow, month, way, for: clerk).packages.map(\.name.text)
    }

    @Test func `a closing obeys what was asked for from its month on, and closed months keep theirs`() throws
    {
        let town = try town()
        try ask(town, from: october, documents: [.taxInvoice, .act], perProject: true)
        #expect(try issued(town.close("2026-09")) == ["upd 2"])
        #expect(try issued(town.close("2026-10")) == ["taxInvoice 1", "act 1", "taxInvoice 1", "act 1"])
        #expect(throws: ContractsProblem.flowOfClosedMonth(november)) { try ask(town, from: october) }
        // A change from a later month leaves the months before it alone.
        try ask(town, from: november, documents: [.upd])
        #expect(try issued(town.close("2026-11")) == ["upd 2"])
        try isTrue(town, of: [september, october, november])
    }

    @Test func `what begins later rules later, in whatever order it was asked`() throws {
        let town = try town()
        try ask(town, from: october, perProject: true)
        try ask(town, from: september, documents: [.upd, .act])
        #expect(try issued(town.close("2026-09")) == ["upd 2", "act 2"])
        #expect(try issued(town.close("2026-10")) == ["upd 1", "upd 1"])
        // Of one month, the last that was asked.
        try ask(town, from: november, perProject: true)
        try ask(town, from: november)
        #expect(try issued(town.close("2026-11")) == ["upd 2"])
        try isTrue(town, of: [september, october, november])
    }

    @Test func `what was asked for under one contract, or by one party, is not another's`() throws {
        let (may, june) = (Month(index: 2026 * 12 + 4), Month(index: 2026 * 12 + 5))
        let taxID = TaxID("7707083893")
        func contract(from month: Month) -> Contract {
            Contract(
                region: .moscow, number: "2", date: month.firstDay, from: month.firstDay, scheme: .prepaid,
                documents: [.upd, .act], perProject: false, vat: .charged, prices: [])
        }
        let (first, next) = (contract(from: may), contract(from: june))
        let flows = DocumentFlows([
            AskedFlow(
                flow: Make.flow(from: may, documents: [.taxInvoice], perProject: true), taxID: taxID,
                contract: may.firstDay)
        ])
        #expect(flows.documents(for: june, of: taxID, under: first) == [.taxInvoice])
        #expect(flows.isPerProject(for: june, of: taxID, under: first))
        for contract in [next, nil] {
            #expect(flows.documents(for: june, of: taxID, under: contract) == contract?.documents ?? [])
            #expect(!flows.isPerProject(for: june, of: taxID, under: contract))
            // The way they go is the party's, whatever the contract.
            #expect(flows.inForce(for: june, of: taxID)?.delivery == .edm)
        }
        #expect(flows.inForce(for: june, of: TaxID("7702070139")) == nil)
        #expect(flows.documents(for: june, of: TaxID("7702070139"), under: first) == [.upd, .act])
    }

    @Test func `another tax id gets nothing sent until it asks, and sees nothing of the former one's`() throws
    {
        let town = try town(contract: false)
        try ask(town, paper)
        try town.close("2026-09")
        let pid = try town.project(own)
        #expect(try town.app.flow.overview(of: pid, for: .house).waiting.map(\.month) == [september])
        try town.close("2026-10")
        try town.go(to: "2026-11-03T09:00:00Z")
        var party = Make.petrov().counterparty
        party.address = Make.romashka().counterparty.address
        try town.app.profiles.change(party, of: pid, by: .house, as: author)
        let overview = try town.app.flow.overview(of: pid, for: .house)
        #expect(overview.current == nil && overview.versions.isEmpty && overview.waiting.isEmpty)
        #expect(throws: DocumentsProblem.self) {
            try town.app.flow.giveAddress(
                "101000, Москва, а/я 7", isLegal: false, month: september, project: nil, of: pid, for: .house)
        }
        #expect(try names(town, september, .paper).count == 1)
        #expect(
            try town.app.flow.queue(.moscow, september, .paper, for: clerk).packages.first?.party.taxID
                == TaxID(Make.romashkaINN))
    }

    @Test func `EDM is for Russian residents in Moscow, and the offer leaves no choice of documents`() throws
    {
        let town = try town(contract: false)
        try ask(town)
        #expect(throws: ContractsProblem.documentsOnOffer) { try ask(town, documents: [.taxInvoice]) }
        try town.register(Make.altyn())
        #expect(throws: ContractsProblem.edmNotInRegion(.kazakhstan)) {
            try ask(town, pid: "mcs0000000003")
        }
        try ask(town, pid: "mcs0000000003", paper)
        #expect(throws: ContractsProblem.documentsOfRegion(.kazakhstan)) {
            try ask(town, pid: "mcs0000000003", documents: [.act], paper)
        }
        try town.register(Make.sidorov())
        #expect(throws: ContractsProblem.flowForIndividual) { try ask(town, pid: "mcs0000000004", paper) }
        try town.register(
            Make.altyn(
                account: "altyn-msk", pids: ["mcs0000000005"], contract: Make.contract(vat: "none"),
                region: "moscow"))
        #expect(throws: ContractsProblem.edmForResidents) { try ask(town, pid: "mcs0000000005") }
        try ask(town, pid: "mcs0000000005", paper)
    }

    @Test func `who asks must see all projects, and what lacks is named`() throws {
        let town = try town()
        let (first, second) = (try town.project(own), try town.project(other))
        #expect(throws: AccessProblem.notAllowed) {
            try ask(town, for: .customer(UserID("u"), [first: [.owner]]))
        }
        try ask(town, for: .customer(UserID("u"), [first: [.owner], second: [.billingAdministrator]]))
        #expect(throws: ContractsProblem.flowField(.recipient)) {
            try ask(town, .paper(.post, recipient: ""))
        }
        #expect(throws: ContractsProblem.flowField(.phone)) {
            try ask(town, .paper(.courier(phone: "да"), recipient: "А. Б."))
        }
        #expect(throws: (any Error).self) { try ask(town, copies: .monthly(["nobody"])) }
        #expect(throws: ContractsProblem.flowField(.addresses)) { try ask(town, copies: .once([])) }
        let many = (1...6).map { "a\($0)@example.com" }
        #expect(throws: ContractsProblem.tooManyAddresses(5)) { try ask(town, copies: .monthly(many)) }
        let stranger = Viewer.customer(UserID("x"), [:])
        #expect(throws: (any Error).self) { try town.app.flow.overview(of: first, for: stranger) }
        let part = Viewer.customer(UserID("u"), [first: [.owner]])
        let overview = try town.app.flow.overview(of: first, for: part)
        #expect(overview.current == nil && overview.versions.isEmpty && overview.refusal != nil)
    }

    @Test func `of two who ask at once the second is told, and a form sent twice stands once`() throws {
        let town = try town()
        try ask(town, seen: 0, paper)
        try ask(town, seen: 0, paper)
        #expect(throws: ContractsProblem.flowChanged) { try ask(town, seen: 0) }
        let overview = try town.app.flow.overview(of: town.project(own), for: .house)
        #expect(overview.versions.map(\.flow.delivery) == [paper] && overview.seen == 1)
    }

    @Test func `a closing drafts again where the customer has asked for something meanwhile`() throws {
        let town = try town()
        var isAsked = false
        try town.go(to: "2026-10-03T06:00:00Z")
        let report = try town.app.closing.close(september, region: .moscow) { progress in
            guard progress.step == "draft", !isAsked else { return }
            isAsked = true
            #expect(throws: Never.self) { try ask(town, from: september, perProject: true) }
        }
        #expect(isAsked)
        #expect(issued(report) == ["upd 1", "upd 1"])
        try isTrue(town, of: [september])
    }

    @Test func `paper waits for an address each month, and the legal one is taken only where that is said`()
        throws
    {
        let town = try town()
        try ask(town, paper)
        for month in ["2026-09", "2026-10"] { try town.close(month) }
        let pid = try town.project(own)
        func give(_ text: String, isLegal: Bool = false, _ month: Month) throws {
            try town.app.flow.giveAddress(
                text, isLegal: isLegal, month: month, project: nil, of: pid, for: .house)
        }
        #expect(
            try town.app.flow.overview(of: pid, for: .house).waiting.map(\.month) == [october, september])
        let name = PackageName(
            account: AccountID("romashka"), region: .moscow, month: september, project: nil)
        #expect(throws: ContractsProblem.noDispatchAddress(september)) {
            try town.app.flow.mark([name], as: .paper, for: clerk, by: author)
        }
        #expect(throws: ContractsProblem.flowField(.address)) { try give("", september) }
        let legal = try #require(try town.app.flow.overview(of: pid, for: .house).legalAddress)
        #expect(throws: ContractsProblem.legalAddressUnsaid) { try give(legal.uppercased(), september) }
        #expect(throws: ContractsProblem.twoAddresses) { try give("Москва, а/я 7", isLegal: true, september) }
        try give("101000, Москва,  а/я 7", september)
        try town.app.flow.mark([name], as: .paper, for: clerk, by: author)
        // October's is asked for anew.
        #expect(try town.app.flow.overview(of: pid, for: .house).waiting.map(\.month) == [october])
        try give("", isLegal: true, october)
        let state = try town.app.flow.queue(.moscow, october, .paper, for: clerk).packages.first?.state
        #expect(state?.isLegal == true && state?.address == legal)
        // Sent it stays; the same said again is no trouble.
        try give("101000, Москва, а/я 7", september)
        #expect(throws: ContractsProblem.packageSent(september)) { try give("Другой адрес, 1", september) }
        let trail = try town.app.audit.entries(AuditSearch(action: .sendPackage), limit: 10, for: .house)
        #expect(trail.map(\.object) == ["flow/moscow/2026-09/romashka"])
        try isTrue(town, of: [september, october])
    }

    @Test func `the page asks for two dozen addresses, however many packages went before`() throws {
        let town = try town()
        try ask(town, perProject: true, paper)
        try town.close("2026-09")
        let pid = try town.project(own)
        try town.app.flow.giveAddress(
            "101000, Москва, а/я 7", isLegal: false, month: september, project: pid, of: pid, for: .house)
        let waiting = try town.app.flow.overview(of: pid, for: .house).waiting
        #expect(waiting.map(\.project) == [try town.project(other)])
        #expect(
            try town.store.read {
                try $0.packagesWithoutAddress(
                    of: AccountID("romashka"), in: .moscow, month: september,
                    taxID: TaxID(Make.romashkaINN), limit: 1)
            }.map(\.project) == [try town.project(other)])
    }

    @Test func `a file of who had no EDM id is not for the operator, and the list says so`() throws {
        let town = try town(hasEDM: false)
        try ask(town, from: september)
        try town.close("2026-09")
        let queue = try town.app.flow.queue(.moscow, september, .edm, for: clerk)
        #expect(queue.packages.count == 1 && queue.files.isEmpty)
        #expect(queue.unaddressed.map(\.content.kind) == [.upd])
    }

    @Test func `the operator's files are those that go by EDM and have not gone`() throws {
        let town = try town()
        try ask(town, from: september, copies: .once(["buh@romashka.example"]))
        try ask(town, from: october, paper)
        try town.register(Make.petrov(pids: ["mcs0000000006"]))
        try town.transfer(
            [
                Make.Transfer(
                    "50.00", from: Make.petrovINN, for: "mcs0000000006", on: "2026-09-02", number: "9")
            ],
            named: "petrov.txt")
        for month in ["09", "10"] {
            try town.use("vm", quantity: "10", in: "mcs0000000006", until: "2026-\(month)-06T08:00:00Z")
        }
        for month in ["2026-09", "2026-10"] { try town.close(month) }
        let queue = try town.app.flow.queue(.moscow, september, .edm, for: clerk)
        #expect(queue.files.map(\.content.kind) == [.upd] && queue.packages.count == 1 && queue.next == nil)
        #expect(queue.files.map(\.content.counterparty.taxID.text) == [Make.romashkaINN])
        #expect(try names(town, september, .cabinet) == ["flow/moscow/2026-09/petrov"])
        // October's go on paper: nothing of them is for the operator.
        #expect(try town.app.flow.queue(.moscow, october, .edm, for: clerk).packages.isEmpty)
        #expect(try town.app.flow.queue(.moscow, october, .paper, for: clerk).files.isEmpty)
        // Copies go once, of the month they were asked for.
        #expect(try names(town, september, .copies).count == 1)
        #expect(try names(town, october, .copies).isEmpty)
        #expect(queue.unaddressed.isEmpty)
        let name = try #require(queue.packages.first?.name)
        for way in [FlowDesk.Way.paper, .cabinet] {
            #expect(throws: DocumentsProblem.self) {
                try town.app.flow.mark([name], as: way, for: clerk, by: author)
            }
        }
        for _ in 1...2 {
            try town.app.flow.mark([name], as: .edm, for: clerk, by: author)
            try town.app.flow.mark([name], as: .copies, for: clerk, by: author)
        }
        let sent = try town.app.flow.queue(.moscow, september, .edm, for: clerk)
        #expect(sent.files.isEmpty && sent.packages.first?.state.isCopied == true)
        #expect(
            try town.app.audit.entries(AuditSearch(action: .sendPackage), limit: 10, for: .house).count == 1)
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.flow.queue(.moscow, october, .edm, for: .staff(UserID("s"), [.support]))
        }
        try isTrue(town, of: [september, october])
    }

    @Test func `a long list of packages goes page by page, each once`() throws {
        let town = try Town(opened: "2026-09-05")
        try withEDM(town)
        try town.price("vm", "1")
        let count = FlowDesk.packagesPerPage + 2
        for number in 1...count {
            let pid = "mcs00000010\(String(number + 100).dropFirst())"
            var draft = Make.company(number, pid: pid)
            draft.counterparty.edmId = "2BM-\(number)"
            try town.register(draft)
            try town.transfer(
                [
                    Make.Transfer(
                        "10.00", from: Make.inn(number), for: pid, on: "2026-09-01", number: "\(number)")
                ],
                named: "s\(number).txt")
            try town.use("vm", quantity: "1", in: pid, until: "2026-09-05T08:00:00Z")
            try ask(town, from: september, pid: pid)
        }
        try town.close("2026-09")
        let first = try town.app.flow.queue(.moscow, september, .edm, for: clerk)
        let rest = try town.app.flow.queue(.moscow, september, .edm, after: first.next, for: clerk)
        #expect(first.packages.count == FlowDesk.packagesPerPage && first.files.count == first.packages.count)
        #expect(rest.packages.count == 2 && rest.next == nil && rest.files.count == 2)
        #expect(Set((first.packages + rest.packages).map(\.name)).count == count)
    }
}
