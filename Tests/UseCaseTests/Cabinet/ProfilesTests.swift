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

/// As whom a customer works is its own choice, until a contract or a closed month says so (R10, R12).
@Suite struct ProfilesTests {
    private func company(_ residency: String = "RU") -> CounterpartyDraft { Make.romashka().counterparty }

    /// An individual who has signed up, and what belongs to them.
    private func resort() throws -> (Resort, PID, Viewer) {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        return (
            resort, try resort.project(of: "anna@example.com"), try resort.visit("anna@example.com").viewer
        )
    }

    @Test func `an individual becomes a company, and back`() throws {
        let (resort, pid, viewer) = try resort()
        let desk = resort.app.profiles
        let before = try desk.profile(of: pid, for: viewer)
        #expect(before.lock == nil && before.draft.kind == "individual" && before.contract == nil)
        try desk.change(company(), of: pid, by: viewer)
        let head = try desk.profile(of: pid, for: viewer).head
        #expect(head.account.counterparty.receivesDocuments)
        #expect(head.account.counterparty.taxID?.text == Make.romashkaINN)
        #expect(try resort.app.verification.verify().findings.isEmpty)
        try desk.change(before.draft, of: pid, by: viewer)
        #expect(try !desk.profile(of: pid, for: viewer).head.account.counterparty.receivesDocuments)
        #expect(try resort.app.verification.verify().findings.isEmpty)
    }

    @Test func `a company that was an individual gets its month's documents`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.register(Make.sidorov(pids: ["mcs0000000004"]))
        try town.price("vm", "10")
        let pid = try town.project("mcs0000000004")
        try town.app.profiles.change(company(), of: pid, by: .house)
        try town.transfer([Make.Transfer("500.00", for: "mcs0000000004", on: "2026-09-02")])
        try town.use("vm", in: "mcs0000000004", until: "2026-09-05T12:00:00Z")
        let report = try town.close("2026-09")
        #expect(report.documents.count == 1)
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `a non-resident is told to make a contract`() throws {
        let (resort, pid, viewer) = try resort()
        var party = CounterpartyDraft()
        (party.kind, party.residency, party.name, party.taxId) = (
            "legalEntity", "DE", "Alpha GmbH", "DE123456789"
        )
        party.address = AddressDraft()
        party.address?.text = "Berlin"
        #expect(throws: ContractsProblem.nonResidentOnOffer(.moscow)) {
            try resort.app.profiles.change(party, of: pid, by: viewer)
        }
    }

    @Test func `what documents would lack is asked for at once, and wrong numbers are refused`() throws {
        let (resort, pid, viewer) = try resort()
        var party = company()
        party.address = nil
        #expect(throws: CounterpartiesProblem.missing("address")) {
            try resort.app.profiles.change(party, of: pid, by: viewer)
        }
        party = company()
        party.inn = "7707083894"
        #expect(throws: (any Error).self) { try resort.app.profiles.change(party, of: pid, by: viewer) }
        party.inn = Make.petrovINN
        #expect(throws: CounterpartiesProblem.personalNumberOfEntity(Make.petrovINN)) {
            try resort.app.profiles.change(party, of: pid, by: viewer)
        }
    }

    @Test func `another tax id comes with the next month, and those spent before are the former payer's`()
        throws
    {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "10")
        try town.register(Make.romashka())
        let pid = try town.project("mcs0000000001")
        try town.transfer([Make.Transfer("500.00", for: "mcs0000000001", on: "2026-09-02")])
        try town.use("vm", in: "mcs0000000001", until: "2026-09-05T12:00:00Z")
        try town.go(to: "2026-10-02T09:00:00Z")
        try town.settle()
        var other = company()
        (other.inn, other.shortName) = ("7704123450", "ООО «Лампа»")
        let october = try #require(Month("2026-10"))
        #expect(throws: ProjectsProblem.openMonth(october)) {
            try town.app.profiles.change(Make.sidorov().counterparty, of: pid, by: .house)
        }
        // The same payer under another name may be told at any time.
        var renamed = company()
        renamed.shortName = "ООО «Ромашка и сыновья»"
        try town.app.profiles.change(renamed, of: pid, by: .house)
        #expect(try town.app.office.search("сыновья", for: .house).accounts.count == 1)
        try town.app.profiles.change(other, of: pid, by: .house)
        // Whoever becomes a third party in the same month changes nothing of that month.
        var third = other
        (third.inn, third.shortName) = ("7707083893", "ООО «Фонарь»")
        try town.app.profiles.change(third, of: pid, by: .house)
        try town.app.profiles.change(other, of: pid, by: .house)
        #expect(throws: ProjectsProblem.openMonth(october), "nobody would close October for the company") {
            try town.app.profiles.change(Make.sidorov().counterparty, of: pid, by: .house)
        }
        try town.use("vm", in: "mcs0000000001", until: "2026-10-01T12:00:00Z")
        try town.go(to: "2026-11-03T09:00:00Z")
        #expect(throws: ProjectsProblem.openMonth(october), "it is not closed yet, whatever November holds") {
            try town.app.profiles.change(Make.sidorov().counterparty, of: pid, by: .house)
        }
        try town.transfer([
            Make.Transfer("300.00", from: "7704123450", for: "mcs0000000001", on: "2026-11-02", number: "2")
        ])
        try town.use("vm", quantity: "10000", in: "mcs0000000001", until: "2026-11-02T12:00:00Z")
        try town.go(to: "2026-12-02T09:00:00Z")
        try town.settle()
        var parties: [String: [String]] = [:]
        for month in ["2026-09", "2026-10", "2026-11"] {
            parties[month] = try town.close(month).documents.map(\.content.counterparty.taxID.text)
        }
        #expect(
            parties == [
                "2026-09": [Make.romashkaINN], "2026-10": [Make.romashkaINN], "2026-11": ["7704123450"],
            ])
        #expect(try town.app.verification.verify().findings.isEmpty)
        // The new party sees its own documents alone; staff see all.
        let owner = Viewer.customer(UserID("o"), [pid: [.owner]])
        for (viewer, most) in [(owner, 1), (Viewer.staff(UserID("s"), [.administrator]), 3)] {
            let rows = try town.app.documents.documents(
                of: pid, DocumentSearch(), after: nil, for: viewer
            ).rows
            #expect(rows.count == most)
        }
        let former = try #require(
            try town.app.documents.documents(of: pid, DocumentSearch(), after: nil, for: .house).rows.last)
        let key = former.document.key
        #expect(throws: SealsProblem.unknownDocument(key.text)) {
            try town.app.overview.document(key, for: owner)
        }
        #expect(throws: ExplanationsProblem.unknownAddress(key.text)) {
            try town.app.explanations.explain(key.text, for: owner)
        }
        #expect(throws: Never.self) { try town.app.explanations.explain(key.text) }
        // Who comes back sees its own documents again.
        try town.app.profiles.change(renamed, of: pid, by: .house)
        let own = try town.app.documents.documents(
            of: pid, DocumentSearch(), after: nil, for: owner
        ).rows
        #expect(Set(own.map(\.document.content.counterparty.taxID.text)) == [Make.romashkaINN])
        #expect(own.count == 2)
    }

    @Test func `details changed while a month is being closed are those of its documents, and stay so`()
        throws
    {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "10")
        try town.register(Make.romashka())
        let pid = try town.project("mcs0000000001")
        try town.transfer([Make.Transfer("500.00", for: "mcs0000000001", on: "2026-09-02")])
        try town.use("vm", in: "mcs0000000001", until: "2026-09-05T12:00:00Z")
        try town.go(to: "2026-10-03T06:00:00Z")
        try town.settle()
        var renamed = company()
        renamed.shortName = "ООО «Ромашка и сыновья»"
        var isChanged = false
        let month = try #require(Month("2026-09"))
        let report = try town.app.closing.close(month, region: .moscow) { progress in
            guard progress.step == "draft", !isChanged else { return }
            isChanged = true
            #expect(throws: Never.self) { try town.app.profiles.change(renamed, of: pid, by: .house) }
        }
        #expect(isChanged)
        #expect(report.documents.map(\.content.counterparty.shortName) == ["ООО «Ромашка и сыновья»"])
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `details of a contract are locked for the customer until it is over, and staff say why`()
        throws
    {
        let town = try Town(opened: "2026-09-10")
        try town.register(Make.romashka(contract: Make.contract()))
        let pid = try town.project("mcs0000000001")
        let (desk, owner) = (town.app.profiles, Viewer.customer(UserID("o"), [pid: [.owner]]))
        let profile = try desk.profile(of: pid, for: owner)
        #expect(profile.lock?.code == "projects.contract-data" && profile.contract?.number == "ВК-17/2026")
        var party = company()
        party.shortName = "ООО «Ромашка и сыновья»"
        #expect(throws: ProjectsProblem.contractData("ВК-17/2026")) {
            try desk.change(party, of: pid, by: owner)
        }
        #expect(try desk.profile(of: pid, for: .house).lock == nil)
        #expect(throws: AccessProblem.noReason) { try desk.change(party, of: pid, by: .house) }
        let author = Author(user: nil, name: "m@office.example", reason: "a letter came")
        try desk.change(party, of: pid, by: .house, as: author)
        let contract = try #require(profile.contract)
        try town.app.contracts.end(
            .ends(try #require(Day("2026-09-30"))), contract.mark, of: profile.head.account.id, in: .moscow,
            for: .house, as: author)
        try town.go(to: "2026-10-01T09:00:00Z")
        #expect(try desk.profile(of: pid, for: owner).lock == nil)
        try desk.change(company(), of: pid, by: owner)
    }

    @Test func `closed months keep who they were of, a company's and an individual's alike`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "10")
        try town.register(Make.romashka())
        try town.register(Make.sidorov())
        for pid in ["mcs0000000001", "mcs0000000004"] {
            try town.use("vm", in: pid, until: "2026-09-05T12:00:00Z")
        }
        try town.transfer([Make.Transfer("500.00", for: "mcs0000000001", on: "2026-09-02")])
        let september = try town.close("2026-09").documents
        #expect(september.count == 1)

        // One becomes another company, the other was an individual until now.
        var other = company()
        (other.inn, other.shortName) = ("7704123450", "ООО «Лампа»")
        try town.app.profiles.change(other, of: town.project("mcs0000000001"), by: .house)
        try town.app.profiles.change(company(), of: town.project("mcs0000000004"), by: .house)
        #expect(try town.app.verification.verify().findings.isEmpty)
        let month = try #require(Month("2026-09"))
        let lines = try town.store.read { try $0.dayLines(in: town.project("mcs0000000001"), month: month) }
        #expect(lines.reduce(0) { $0 + $1.bankFunded } == september[0].content.gross)

        for (pid, payer) in [("mcs0000000001", "7704123450"), ("mcs0000000004", Make.romashkaINN)] {
            try town.transfer([
                Make.Transfer(
                    "700.00", from: payer, for: pid, on: "2026-10-02", number: "1\(pid.suffix(1))")
            ])
            // The old party's money pays first, and is in none of the new one's documents.
            try town.use("vm", quantity: "60", in: pid, until: "2026-10-05T12:00:00Z")
        }
        let october = try town.close("2026-10").documents.map(\.content.counterparty.taxID.text)
        #expect(october.sorted() == [Make.romashkaINN, "7704123450"].sorted())
        #expect(try town.app.verification.verify().findings.isEmpty)
        for month in ["2026-09", "2026-10"] {
            let replay = try town.app.replay.replay(try #require(Month(month)))
            #expect(replay.findings.isEmpty && replay.documents.allSatisfy { $0.json == .equal }, "\(month)")
        }
    }

    @Test func `a company becomes an individual and is one in later months alone`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "10")
        try town.register(Make.romashka())
        try town.transfer([Make.Transfer("5000.00", for: "mcs0000000001", on: "2026-09-02")])
        try town.use("vm", in: "mcs0000000001", until: "2026-09-05T12:00:00Z")
        #expect(try town.close("2026-09").documents.count == 1)
        let pid = try town.project("mcs0000000001")
        try town.app.profiles.change(Make.sidorov().counterparty, of: pid, by: .house)
        try town.use("vm", in: "mcs0000000001", until: "2026-10-05T12:00:00Z")
        #expect(try town.close("2026-10").documents.isEmpty)
        try town.app.profiles.change(company(), of: pid, by: .house)
        try town.use("vm", in: "mcs0000000001", until: "2026-11-05T12:00:00Z")
        #expect(try town.close("2026-11").documents.count == 1)
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `the right must be held in every project of the account`() throws {
        let town = try Town()
        try town.register(Make.sidorov(pids: ["mcs0000000004", "mcs0000000005"]))
        let one = try town.project("mcs0000000004")
        let viewer = Viewer.customer(UserID("u"), [one: [.billingAdministrator]])
        #expect(try town.app.profiles.profile(of: one, for: viewer).lock == nil)
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.profiles.change(company(), of: one, by: viewer)
        }
        #expect(throws: ProjectsProblem.unknownProject("mcs0000000005")) {
            try town.app.profiles.change(company(), of: town.project("mcs0000000005"), by: viewer)
        }
    }
}
