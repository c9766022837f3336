import Access
import Basics
import Contracts
import Counterparties
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

    @Test func `details of a contract are locked`() throws {
        let town = try Town()
        try town.register(Make.romashka(contract: Make.contract()))
        let pid = try town.project("mcs0000000001")
        let profile = try town.app.profiles.profile(of: pid, for: .house)
        #expect(profile.lock?.code == "projects.contract-data" && profile.contract?.number == "ВК-17/2026")
        #expect(throws: ProjectsProblem.contractData("ВК-17/2026")) {
            try town.app.profiles.change(Make.sidorov().counterparty, of: pid, by: .house)
        }
    }

    @Test func `a closed month keeps who it was of, a company and an individual alike`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "10")
        try town.register(Make.romashka())
        try town.register(Make.sidorov())
        try town.register(Make.petrov())
        for pid in ["mcs0000000001", "mcs0000000004"] {
            try town.use("vm", in: pid, until: "2026-09-05T12:00:00Z")
        }
        try town.close("2026-09")
        let month = try #require(Month("2026-09"))
        for pid in ["mcs0000000001", "mcs0000000004"] {
            #expect(throws: ProjectsProblem.profileOfClosedMonth(month), "\(pid)") {
                try town.app.profiles.change(company(), of: town.project(pid), by: .house)
            }
        }
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
