import Access
import Basics
import Contracts
import Counterparties
import Documents
import Projects
import Regions
import Support
import Testing
import UseCases

/// An individual contract from its terms to its end (R37–R48), on a real database.
@Suite struct ContractsTests {
    private static let pdf: (name: String, bytes: [UInt8]) = ("scan.pdf", Array("%PDF-1.7 signed".utf8))
    private static let manager = Viewer.staff(UserID("m"), [.salesManager])
    private let account = AccountID(Make.romashka().account)

    /// ООО «Ромашка» in October 2026, on the offer, with two months behind it.
    private func town(_ draft: AccountDraft = Make.romashka()) throws -> Town {
        let town = try Town(opened: "2026-08-15")
        try town.completeSuppliers()
        try town.price("vm", "10")
        try town.price("disk", "2")
        try town.register(draft)
        try town.transfer([Make.Transfer("5000.00", for: "mcs0000000001", on: "2026-08-16")])
        for month in ["2026-08", "2026-09"] {
            try town.use("vm", quantity: "10", in: "mcs0000000001", until: "\(month)-20T12:00:00Z")
            try town.use("disk", quantity: "5", in: "mcs0000000001", until: "\(month)-20T12:00:00Z")
        }
        try town.close("2026-08")
        try town.close("2026-09")
        return town
    }

    private func author(_ reason: String = "") -> Author {
        Author(user: nil, name: "m@office.example", reason: reason)
    }

    private func terms(_ change: (inout ContractDraft) -> Void = { _ in }) -> ContractDraft {
        var draft = ContractDraft()
        (draft.number, draft.date, draft.from) = ("ВК-99/2026", "2026-10-05", "2026-10-15")
        draft.scheme = "postpaid"
        draft.prices = [ContractPriceDraft(sku: "vm", price: "8", validFrom: "2026-10-15")]
        (draft.until, draft.renews) = ("2027-10-14", true)
        change(&draft)
        return draft
    }

    private func keep(_ draft: ContractDraft, in town: Town) throws {
        try town.app.contracts.draft(
            draft, of: account, in: .moscow, for: ContractsTests.manager, as: author())
    }

    private func dossier(_ town: Town) throws -> ContractsDesk.Dossier {
        try town.app.contracts.dossier(of: account, in: .moscow, for: ContractsTests.manager)
    }

    private func sign(_ town: Town, mark: String? = nil) throws {
        try town.app.contracts.sign(
            try mark ?? dossier(town).mark, file: ContractsTests.pdf, of: account, in: .moscow,
            for: ContractsTests.manager, as: author())
    }

    /// `mark`: of a page looked at before; nil = of today's.
    private func end(_ term: ContractTerm, in town: Town, mark: String? = nil) throws {
        try town.app.contracts.end(
            term, try mark ?? dossier(town).current?.mark ?? "", of: account, in: .moscow,
            for: ContractsTests.manager, as: author("agreed"))
    }

    @Test func `terms say what changes and what the last months would have cost`() throws {
        let town = try town()
        try keep(terms(), in: town)
        let dossier = try dossier(town)
        #expect(dossier.current == nil && dossier.flaw == nil && dossier.mayChange)
        let preview = try #require(dossier.preview)
        #expect(preview.changes.map(\.subject) == [.basis, .scheme, .term])
        // 10 × 10 + 5 × 2 charged; 10 × 8 + 5 × 2 under the terms.
        #expect(preview.months.map(\.month.description) == ["2026-09", "2026-08"])
        #expect(
            preview.months.map(\.charged) == [110_00, 110_00]
                && preview.months.map(\.under) == [90_00, 90_00])
        #expect(preview.wares.map(\.sku.text) == ["vm"] && preview.wares.map(\.under) == [160_00])
        #expect(preview.schemeFrom?.description == "2026-11-01")
        // Nothing is agreed before it is signed.
        #expect(try town.store.read { try $0.account(account) }?.agreements.contracts.isEmpty == true)
    }

    @Test
    func `what is signed is in force from its day, charged by its prices, and post-paid from the next month`()
        throws
    {
        let town = try town()
        try keep(terms(), in: town)
        try sign(town)
        let signed = try dossier(town)
        #expect(
            signed.draft == nil && signed.current == nil && signed.versions.map(\.number) == ["ВК-99/2026"])
        #expect(signed.files.map(\.description) == ["2026-10-15"])
        let file = try town.app.contracts.file(
            of: account, in: .moscow, from: try #require(Day("2026-10-15")), for: ContractsTests.manager)
        #expect(file?.bytes == ContractsTests.pdf.bytes && file?.type == .pdf)
        let pid = try town.project("mcs0000000001")
        func read(_ role: CustomerRole) throws -> SignedFile? {
            try town.app.contracts.file(
                of: account, in: .moscow, from: try #require(Day("2026-10-15")),
                for: .customer(UserID("c"), [pid: [role]]))
        }
        #expect(try read(.billingAdministrator) == file)
        #expect(throws: ProjectsProblem.unknownAccount(account)) { try read(.viewer) }

        try town.use("vm", quantity: "10", in: "mcs0000000001", until: "2026-10-14T12:00:00Z")
        try town.use("vm", quantity: "10", in: "mcs0000000001", until: "2026-10-16T12:00:00Z")
        try town.use("vm", quantity: "10", in: "mcs0000000001", until: "2026-11-02T12:00:00Z")
        let october = try town.close("2026-10").documents
        #expect(october.map(\.content.kind) == [.upd])
        #expect(october.first?.content.gross == 180_00 && october.first?.content.basis.number == "ВК-99/2026")
        let november = try town.close("2026-11").documents
        #expect(Set(november.map(\.content.kind)) == [.upd, .invoice])
        #expect(november.first?.content.gross == 80_00)
        #expect(try town.app.verification.verify().findings.map { "\($0)" } == [])
    }

    @Test func `two of the staff who sign at once make one contract`() throws {
        let town = try town()
        try keep(terms(), in: town)
        let mark = try dossier(town).mark
        try sign(town, mark: mark)
        #expect(throws: ContractsProblem.noDraft) { try sign(town, mark: mark) }
        #expect(try dossier(town).versions.count == 1)
    }

    @Test func `terms changed since they were looked at are not signed unseen`() throws {
        let town = try town()
        try keep(terms(), in: town)
        let mark = try dossier(town).mark
        try keep(terms { $0.prices?[0].price = "1" }, in: town)
        #expect(throws: ContractsProblem.noDraft) { try sign(town, mark: mark) }
        try town.app.contracts.leave(
            try dossier(town).mark, of: account, in: .moscow, for: ContractsTests.manager, as: author("no"))
        #expect(try dossier(town).draft == nil)
    }

    @Test
    func `a contract ends: the next day's prices are the list's, and the next month is paid in advance`()
        throws
    {
        let town = try town()
        try keep(terms { $0.from = "2026-10-10" }, in: town)
        try sign(town)
        try town.go(to: "2026-11-10T09:00:00Z")
        try end(.ends(try #require(Day("2026-11-30"))), in: town)
        try town.use("vm", quantity: "10", in: "mcs0000000001", until: "2026-11-30T12:00:00Z")
        try town.use("vm", quantity: "10", in: "mcs0000000001", until: "2026-12-01T12:00:00Z")
        let account = try #require(try town.store.read { try $0.account(self.account) })
        func scheme(_ day: String) throws -> PaymentScheme {
            account.agreements.scheme(on: try #require(Day(day)), in: .moscow)
        }
        #expect(try scheme("2026-11-30") == .postpaid && scheme("2026-12-01") == .prepaid)
        #expect(account.agreements.contract(on: try #require(Day("2026-12-01")), in: .moscow) == nil)
        let november = try town.close("2026-11").documents
        #expect(november.first?.content.gross == 80_00)
        #expect(november.first?.content.basis.number == "ВК-99/2026")
        let december = try town.close("2026-12").documents
        #expect(december.map(\.content.kind) == [.upd] && december.first?.content.gross == 100_00)
        #expect(december.first?.content.basis.name == "Оферта")
        #expect(try town.app.verification.verify().findings.map { "\($0)" } == [])
        #expect(throws: ContractsProblem.noContract(.moscow)) { try end(.open, in: town) }
    }

    @Test func `a contract that would end inside a month is told the month's last day`() throws {
        let town = try town()
        let last = ContractsProblem.endsInsideMonth(try #require(Day("2026-11-30")))
        #expect(throws: last) { try keep(terms { ($0.until, $0.renews) = ("2026-11-20", nil) }, in: town) }
        try keep(terms { $0.from = "2026-10-10" }, in: town)
        try sign(town)
        try town.go(to: "2026-11-10T09:00:00Z")
        #expect(throws: last) { try end(.ends(try #require(Day("2026-11-20"))), in: town) }
        #expect(try dossier(town).current?.term == .renews(try #require(Day("2027-10-14"))))
    }

    @Test func `a contract does not end under a version signed for later, which is voided before it begins`()
        throws
    {
        let town = try town()
        try keep(terms { $0.from = "2026-10-10" }, in: town)
        try sign(town)
        try town.go(to: "2026-11-10T09:00:00Z")
        func later() throws {
            try keep(
                terms { ($0.number, $0.date, $0.from) = ("ВК-100", "2026-11-05", "2026-12-01") }, in: town)
        }
        func void(_ day: String, _ viewer: Viewer = ContractsTests.manager) throws {
            try town.app.contracts.void(
                try #require(Day(day)), of: account, in: .moscow, for: viewer, as: author("not wanted"))
        }
        try later()
        try sign(town)
        let first = try #require(Day("2026-12-01"))
        let last = ContractTerm.ends(try #require(Day("2026-11-30")))
        #expect(throws: ContractsProblem.laterVersion(first)) { try end(last, in: town) }
        #expect(throws: AccessProblem.notAllowed) { try void("2026-12-01", .staff(UserID("x"), [])) }
        #expect(throws: ContractsProblem.tooEarly(try #require(Day("2026-11-11")))) { try void("2026-10-10") }
        try void("2026-12-01")
        #expect(throws: ContractsProblem.noContract(.moscow)) { try void("2026-12-01") }
        try end(last, in: town)
        #expect(try dossier(town).versions.map(\.number) == ["ВК-99/2026"])
        let known = try town.store.read { try $0.account(account) }
        #expect(known?.agreements.contract(on: first, in: .moscow) == nil)
        // The file of what was voided stays, so its day is taken.
        #expect(throws: ContractsProblem.twoVersions(first)) { try later() }
        let actions = try town.app.audit.entries(
            AuditSearch(account: account), limit: 2, for: .house
        ).map(\.action)
        #expect(actions == [.endContract, .voidContract])
        #expect(try town.app.verification.verify().findings.map { "\($0)" } == [])
    }

    @Test func `whoever changes a term from an old page changes nothing`() throws {
        let town = try town()
        try keep(terms { $0.from = "2026-10-10" }, in: town)
        try sign(town)
        try town.go(to: "2026-11-10T09:00:00Z")
        let old = try #require(try dossier(town).current?.mark)
        let renewed = ContractTerm.renews(try #require(Day("2028-10-09")))
        try end(renewed, in: town, mark: old)
        #expect(throws: ContractsProblem.noDraft) { try end(.open, in: town, mark: old) }
        #expect(try dossier(town).current?.term == renewed)
    }

    @Test func `a contract for a region without a project is refused`() throws {
        let town = try town()
        #expect(throws: ContractsProblem.noProject(.kazakhstan)) {
            try town.app.contracts.draft(
                terms { $0.vat = "none" }, of: account, in: .kazakhstan, for: ContractsTests.manager,
                as: author())
        }
    }

    @Test func `a contract is renewed, and never ended in the past`() throws {
        let town = try town()
        try keep(terms { $0.from = "2026-10-10" }, in: town)
        try sign(town)
        try town.go(to: "2026-11-10T09:00:00Z")
        #expect(throws: ContractsProblem.tooEarly(try #require(Day("2026-11-10")))) {
            try end(.ends(try #require(Day("2026-11-09"))), in: town)
        }
        try end(.renews(try #require(Day("2028-10-09"))), in: town)
        #expect(try dossier(town).current?.term == .renews(try #require(Day("2028-10-09"))))
        #expect(try town.app.verification.verify().findings.map { "\($0)" } == [])
    }

    @Test func `each step leaves its trace once`() throws {
        let town = try town()
        try keep(terms(), in: town)
        try keep(terms(), in: town)
        try sign(town)
        let actions = try town.app.audit.entries(
            AuditSearch(account: account), limit: 10, for: .house
        ).map(\.action)
        #expect(actions == [.signContract, .draftContract])
    }

    @Test func `what the rules forbid is refused with its reason`() throws {
        let town = try town()
        func refused(_ problem: ContractsProblem, _ change: (inout ContractDraft) -> Void) {
            #expect(throws: problem) { try keep(terms(change), in: town) }
        }
        refused(.missing("number")) { $0.number = nil }
        refused(.tooEarly(Day(number: 20_730))) { $0.from = "2026-10-03" }
        refused(.updWithTaxInvoice) { $0.documents = ["upd", "taxInvoice"] }
        refused(.unknownWord("prices.price", "cheap")) { $0.prices?[0].price = "cheap" }
        #expect(
            throws: ContractsProblem.endsBeforeItBegins(
                try #require(Day("2026-10-15")), try #require(Day("2026-10-14")))
        ) { try keep(terms { ($0.until, $0.renews) = ("2026-10-14", nil) }, in: town) }
        try keep(terms(), in: town)
        #expect(throws: ContractsProblem.unknownFile) {
            try town.app.contracts.sign(
                try dossier(town).mark, file: ("a.pdf", Array("<html>".utf8)), of: account, in: .moscow,
                for: ContractsTests.manager, as: author())
        }
    }

    /// Somebody who signed up as an individual, with a month behind them.
    private func newcomer() throws -> (Town, AccountID) {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "10")
        let draft = Make.sidorov()
        try town.register(draft)
        try town.transfer([Make.Transfer("5000.00", for: "mcs0000000004", on: "2026-09-02")])
        try town.use("vm", quantity: "10", in: "mcs0000000004", until: "2026-09-20T12:00:00Z")
        return (town, AccountID(draft.account))
    }

    private func gmbh() -> CounterpartyDraft {
        var party = CounterpartyDraft()
        (party.kind, party.residency, party.name, party.shortName) = (
            "legalEntity", "DE", "Alpha Handels GmbH", "Alpha GmbH"
        )
        party.take(number: "DE123456789")
        var address = AddressDraft()
        (address.country, address.text) = ("DE", "Hauptstr. 1, 10115 Berlin")
        party.address = address
        return party
    }

    @Test func `a company of another country signs up as a person and comes to be one with its contract`()
        throws
    {
        let (town, id) = try newcomer()
        let desk = town.app.contracts
        func draft(_ party: CounterpartyDraft?, vat: String?) throws {
            let terms = terms {
                ($0.from, $0.date, $0.vat, $0.scheme) = ("2026-11-01", "2026-10-05", vat, "postpaid")
                ($0.until, $0.renews) = (nil, nil)
                $0.prices = nil
            }
            try desk.draft(
                terms, becoming: party, of: id, in: .moscow, for: ContractsTests.manager, as: author())
        }
        try town.go(to: "2026-10-06T09:00:00Z")
        // Its terms say of VAT what holds, and where it is.
        #expect(throws: ContractsProblem.individualPostpaid) { try draft(nil, vat: "none") }
        #expect(throws: ContractsProblem.vatUnstated(.moscow)) { try draft(gmbh(), vat: nil) }
        #expect(throws: CounterpartiesProblem.missing("address")) {
            var homeless = gmbh()
            homeless.address = nil
            try draft(homeless, vat: "none")
        }
        try draft(gmbh(), vat: "none")
        let dossier = try desk.dossier(of: id, in: .moscow, for: ContractsTests.manager)
        #expect(dossier.flaw == nil && dossier.customer.name == "Alpha Handels GmbH")
        #expect(!dossier.account.counterparty.receivesDocuments, "nothing is changed before it is signed")
        try desk.sign(
            dossier.mark, file: ContractsTests.pdf, of: id, in: .moscow, for: ContractsTests.manager,
            as: author())
        #expect(throws: ContractsProblem.partyKnown) { try draft(gmbh(), vat: "none") }
        let account = try town.store.read { try #require(try $0.account(id)) }
        #expect(account.counterparty.taxID?.text == "DE123456789")
        for (month, documents) in [("2026-09", 0), ("2026-10", 0), ("2026-11", 2)] {
            try town.use("vm", quantity: "10", in: "mcs0000000004", until: "\(month)-21T12:00:00Z")
            let closed = try town.close(month)
            #expect(closed.documents.count == documents && closed.blocked.isEmpty, "\(month)")
            for document in closed.documents {
                #expect(document.content.counterparty.name == "Alpha Handels GmbH")
                #expect(document.content.basis.number == "ВК-99/2026" && document.content.vat == 0)
                #expect(document.content.gross == 100_00, "the months before are not documented")
            }
        }
        #expect(try town.app.verification.verify().findings.map { "\($0)" } == [])
    }

    /// The company that is to come pays from the start; its terms begin inside a month two months on.
    private func payer() throws -> (Town, AccountID) {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "10")
        let draft = Make.sidorov()
        try town.register(draft)
        let pid = "mcs0000000004"
        try town.transfer([Make.Transfer("5000.00", from: "DE123456789", for: pid, on: "2026-09-02")])
        for day in ["2026-09-20", "2026-10-03"] {
            try town.use("vm", quantity: "10", in: pid, until: "\(day)T12:00:00Z")
        }
        try town.go(to: "2026-10-06T09:00:00Z")
        try sign(gmbh(), from: "2026-12-10", of: AccountID(draft.account), town)
        return (town, AccountID(draft.account))
    }

    private func sign(_ party: CounterpartyDraft?, from day: String, of id: AccountID, _ town: Town) throws {
        let desk = town.app.contracts
        let terms = terms {
            ($0.from, $0.date, $0.vat, $0.scheme) = (day, "2026-10-05", "none", "prepaid")
            ($0.until, $0.renews, $0.documents) = (nil, nil, ["upd"])
            $0.prices = nil
        }
        try desk.draft(
            terms, becoming: party, of: id, in: .moscow, for: ContractsTests.manager, as: author())
        let dossier = try desk.dossier(of: id, in: .moscow, for: ContractsTests.manager)
        #expect(dossier.flaw == nil)
        try desk.sign(
            dossier.mark, file: ContractsTests.pdf, of: id, in: .moscow, for: ContractsTests.manager,
            as: author())
    }

    @Test func `what was spent between signing and the contract's first month is in nobody's documents`()
        throws
    {
        let (town, _) = try payer()
        for (day, gross) in [("2026-10-21", 0), ("2026-11-21", 0), ("2026-12-05", 200_00)]
            as [(String, Int64)]
        {
            try town.use("vm", quantity: "10", in: "mcs0000000004", until: "\(day)T12:00:00Z")
            if day.hasPrefix("2026-12") {
                try town.use("vm", quantity: "10", in: "mcs0000000004", until: "2026-12-20T12:00:00Z")
            }
            for month in day.hasPrefix("2026-10") ? ["2026-09", "2026-10"] : [String(day.prefix(7))] {
                let closed = try town.close(month)
                #expect(closed.blocked.isEmpty)
                #expect(closed.documents.reduce(0) { $0 + $1.content.gross } == gross, "\(month)")
                for document in closed.documents {
                    // The days before the contract too: the customer is no resident (D3).
                    #expect(document.content.lines.map(\.vatRate) == [.none])
                }
            }
        }
        #expect(try town.app.verification.verify().findings.map { "\($0)" } == [])
    }

    @Test func `a project can be made while a signed contract has not begun`() throws {
        let (town, id) = try payer()
        let draft = ProjectDraft(pid: "mcs0000000104", region: "moscow", created: nil)
        #expect(try town.app.accounts.add(draft, to: id, at: town.now) == .accepted)
        #expect(try town.store.read { try #require(try $0.account(id)).projects.count } == 2)
    }

    @Test func `terms that made a company of an individual are voided, and it is an individual again`() throws
    {
        let (town, id) = try payer()
        let desk = town.app.contracts
        func party() throws -> Counterparty {
            try town.store.read { try #require(try $0.account(id)).counterparty }
        }
        #expect(try party().taxID?.text == "DE123456789")
        #expect(try town.close("2026-09").documents.isEmpty)
        try desk.void(
            #require(Day("2026-12-10")), of: id, in: .moscow, for: ContractsTests.manager, as: author())
        #expect(try !party().receivesDocuments)
        #expect(try town.app.verification.verify().findings.map { "\($0)" } == [])
        // And once more, sooner.
        try sign(gmbh(), from: "2026-11-01", of: id, town)
        #expect(try party().taxID?.text == "DE123456789")
        #expect(try town.close("2026-10").documents.isEmpty)
        try town.use("vm", quantity: "10", in: "mcs0000000004", until: "2026-11-21T12:00:00Z")
        #expect(try town.close("2026-11").documents.map(\.content.gross) == [100_00])
        #expect(try town.app.verification.verify().findings.map { "\($0)" } == [])
    }

    @Test
    func `closed months of the other region stay the individual's where a contract makes a company of it`()
        throws
    {
        let town = try Town(opened: "2026-08-01")
        try town.completeSuppliers()
        for region in Region.allCases { try town.price("vm", "10", region: region) }
        var draft = Make.sidorov()
        draft.projects.append(ProjectDraft(pid: "mcs0000000204", region: "kazakhstan", created: nil))
        try town.register(draft)
        try town.use("vm", quantity: "10", in: "mcs0000000204", until: "2026-08-20T12:00:00Z")
        try town.close("2026-08", region: .kazakhstan)
        try town.go(to: "2026-10-06T09:00:00Z")
        var kazakh = gmbh()
        kazakh.residency = "KZ"
        kazakh.take(number: nil)
        kazakh.taxId = nil
        kazakh.bin = "050141000631"
        kazakh.address?.country = "KZ"
        try sign(kazakh, from: "2026-11-01", of: AccountID(draft.account), town)
        let closed = try town.close("2026-09", region: .kazakhstan)
        #expect(closed.blocked.isEmpty && closed.documents.isEmpty)
    }

    @Test func `an individual gets no contract, and only some of the staff may make one`() throws {
        let town = try town()
        try town.register(Make.sidorov())
        let person = AccountID(Make.sidorov().account)
        #expect(throws: ContractsProblem.individualPostpaid) {
            try town.app.contracts.draft(
                terms(), of: person, in: .moscow, for: ContractsTests.manager, as: author())
        }
        for role in StaffRole.allCases where !Right.contracts.isHeld(by: [role]) {
            let viewer = Viewer.staff(UserID("x"), [role])
            #expect(try !town.app.contracts.dossier(of: account, in: .moscow, for: viewer).mayChange)
            #expect(throws: AccessProblem.notAllowed) {
                try town.app.contracts.draft(terms(), of: account, in: .moscow, for: viewer, as: author())
            }
        }
        let customer = Viewer.customer(UserID("c"), [try town.project("mcs0000000001"): [.owner]])
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.contracts.dossier(of: account, in: .moscow, for: customer)
        }
    }
}
