import Access
import Basics
import Counterparties
import Documents
import Gateways
import Projects
import Regions
import Requisites
import Support
import Testing
import UseCases

/// Additional registration (R29–R33, R85): who may, what a registry fills in, what becomes of it.
@Suite(.serialized) struct RegistrationTests {
    private struct Customer {
        let resort: Resort
        let pid: PID
        let viewer: Viewer

        var app: App { resort.app }

        init(_ registry: Registry? = nil) throws {
            resort = try Resort(registry: registry)
            try resort.settle("anna@example.com")
            pid = try resort.project(of: "anna@example.com")
            viewer = try resort.visit("anna@example.com").viewer
        }

        func find(_ inn: String, kpp: String? = nil) throws -> RegistrationDesk.Found {
            try app.registration.find(inn, kpp: kpp, of: pid, by: viewer)
        }
    }

    private func party(_ found: RegistrationDesk.Found) throws -> RegisteredParty {
        guard case .one(let party) = found.party else { throw CounterpartiesProblem.missing("party") }
        return party
    }

    @Test func `what a registry knows is saved, and the next invoice names the payer`() throws {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        let customer = try Customer(world.registry())
        let app = customer.app
        try customer.resort.town.completeSuppliers()
        #expect(try !app.invoices.offer(for: customer.pid).hasPayer)
        let before = try app.invoices.make(for: customer.pid, amount: 500_000)
        #expect(before.content.payer == nil)

        var draft = try party(try customer.find(LookupWorld.lampINN)).draft
        draft.bank = BankDraft()
        draft.bank?.bik = "044525225"
        draft.bank?.account = "40702810938120061991"
        draft = try app.registration.withBank(draft, by: customer.viewer)
        #expect(draft.bank?.bank == "ПАО СБЕРБАНК" && draft.bank?.corr == "30101810400000000225")
        try app.profiles.change(draft, of: customer.pid, by: customer.viewer)

        #expect(try app.invoices.offer(for: customer.pid).hasPayer)
        let after = try app.invoices.make(for: customer.pid, amount: 500_000)
        #expect(after.content.payer?.taxID.text == LookupWorld.lampINN)
        #expect(after.content.payer?.name == "Общество «Лампа»")
        #expect(after.content.supplier == before.content.supplier)
        #expect(try app.verification.verify().findings.isEmpty)
    }

    @Test func `another project of the account has the same payer at once`() throws {
        let customer = try Customer()
        try customer.resort.town.completeSuppliers()
        try customer.app.profiles.change(Make.romashka().counterparty, of: customer.pid, by: customer.viewer)
        let visit = try customer.resort.visit("anna@example.com")
        let second = try customer.app.signUp.createProject(visit).pid
        let offer = try customer.app.invoices.offer(for: second)
        #expect(offer.hasPayer)
    }

    @Test func `a liquidated company is refused by name, whoever knows of it`() throws {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        let customer = try Customer(world.registry())
        #expect(throws: RegistrationProblem.ended("ООО «Свеча»")) { try customer.find(LookupWorld.goneINN) }
    }

    @Test func `of several branches one is chosen by КПП`() throws {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        let customer = try Customer(world.registry())
        guard case .several(let parties) = try customer.find(LookupWorld.bridgeINN).party else {
            Issue.record("one branch alone")
            return
        }
        #expect(parties.compactMap(\.draft.kpp) == ["771001001", "784143001"])
        let branch = try party(try customer.find(LookupWorld.bridgeINN, kpp: "784143001"))
        #expect(branch.isBranch && branch.draft.kpp == "784143001")
    }

    @Test func `a largest taxpayer says which of its two КПП it means`() throws {
        var draft = Make.romashka().counterparty
        draft.kpp = "773601001"
        let answer = RegistryAnswer.parties([RegisteredParty(draft: draft, largestKPP: "997750001")])
        guard case .several(let both) = try FoundParty(answer, of: Make.romashkaINN) else {
            Issue.record("not asked")
            return
        }
        #expect(both.compactMap(\.draft.kpp) == ["773601001", "997750001"])
    }

    @Test func `who is not found, or whose registry is out, goes on by hand`() throws {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        let customer = try Customer(world.registry())
        #expect(try customer.find(Make.romashkaINN).party == .none)
        for (fault, problem) in [
            (DaDataStandIn.Fault.silent, RegistrationProblem.registrySilent), (.busy, .registryBusy),
            (.garbage, .registryUnreadable),
        ] {
            world.standIn.fail(fault)
            let found = try customer.find(LookupWorld.lampINN)
            #expect(found.party == .none && found.outage as? RegistrationProblem == problem, "\(fault)")
        }
        try customer.app.profiles.change(Make.romashka().counterparty, of: customer.pid, by: customer.viewer)
        #expect(
            try customer.app.profiles.profile(of: customer.pid, for: customer.viewer).head.account
                .counterparty.taxID?.text == Make.romashkaINN)
    }

    @Test func `a wrong number is told before anybody is asked`() throws {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        let customer = try Customer(world.registry())
        #expect(throws: RequisitesProblem.self) { try customer.find("7704123451") }
        #expect(world.standIn.questions == 0)
    }

    @Test func `look-ups of one user are counted, and go on after a while`() throws {
        let customer = try Customer()
        for _ in 0..<AccessTerms().lookupDelay.free { _ = try customer.find(LookupWorld.lampINN) }
        _ = try customer.find(LookupWorld.lampINN)
        #expect(throws: AccessProblem.tooManyTries(seconds: 60)) { try customer.find(LookupWorld.lampINN) }
        try customer.resort.later(seconds: 61)
        #expect(throws: Never.self) { try customer.find(LookupWorld.lampINN) }
    }

    @Test func `too many look-ups do not stop the details of a bank, and a known bank is not asked about`()
        throws
    {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        let customer = try Customer(world.registry())
        var draft = Make.romashka().counterparty
        draft.bank = BankDraft()
        draft.bank?.bik = "044525225"
        let desk = customer.app.registration
        #expect(try desk.withBank(draft, known: draft, by: customer.viewer) == draft)
        #expect(world.standIn.questions == 0)
        for _ in 0...AccessTerms().lookupDelay.free { _ = try customer.find(LookupWorld.lampINN) }
        let asked = world.standIn.questions
        #expect(try desk.withBank(draft, by: customer.viewer) == draft)
        #expect(world.standIn.questions == asked)
    }

    @Test func `in Kazakhstan it is refused, with the way there is`() throws {
        let town = try Town()
        try town.register(Make.altyn())
        let pid = try #require(Make.altyn().projects.first.flatMap { PID($0.pid) })
        let beginning = try town.app.registration.begin(pid, for: .house)
        #expect(beginning.refusal as? RegistrationProblem == .notInRegion(.kazakhstan))
        #expect(throws: RegistrationProblem.notInRegion(.kazakhstan)) {
            try town.app.registration.find(LookupWorld.lampINN, kpp: nil, of: pid, by: .house)
        }
        let viewer = Viewer.customer(UserID("u"), [pid: [.owner]])
        var party = Make.altyn().counterparty
        party.shortName = "ТОО «Другое»"
        #expect(throws: RegistrationProblem.notInRegion(.kazakhstan)) {
            try town.app.profiles.change(party, of: pid, by: viewer)
        }
    }

    @Test func `details of a contract are locked, and others' projects are not there`() throws {
        let town = try Town()
        try town.register(Make.romashka(contract: Make.contract()))
        let pid = try town.project("mcs0000000001")
        let owner = Viewer.customer(UserID("o"), [pid: [.owner]])
        #expect(
            try town.app.registration.begin(pid, for: owner).refusal as? ProjectsProblem
                == .contractData("ВК-17/2026"))
        #expect(try town.app.registration.begin(pid, for: .house).refusal == nil)
        let stranger = Viewer.customer(UserID("u"), [pid: [.viewer]])
        #expect(throws: ProjectsProblem.unknownProject("mcs0000000001")) {
            try town.app.registration.find(LookupWorld.lampINN, kpp: nil, of: pid, by: stranger)
        }
    }

    @Test func `a bank that works no more is refused, an unknown one is taken as told`() throws {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        let customer = try Customer(world.registry())
        var draft = Make.romashka().counterparty
        draft.bank = BankDraft()
        draft.bank?.bik = "044525974"
        #expect(throws: RegistrationProblem.bankEnded("АО УШЕДШИЙ БАНК")) {
            try customer.app.registration.withBank(draft, by: customer.viewer)
        }
        draft.bank?.bik = "044525000"
        #expect(try customer.app.registration.withBank(draft, by: customer.viewer) == draft)
    }

    @Test func `the embedded registry answers like the others, and a line read again replaces the first`()
        throws
    {
        let customer = try Customer()
        var lamp = Make.romashka().counterparty
        (lamp.inn, lamp.kpp, lamp.shortName) = (LookupWorld.lampINN, "770401001", "ООО «Лампа»")
        let desk = customer.app.registry
        try desk.keep([RegisteredParty(draft: lamp)], [])
        #expect(try party(try customer.find(LookupWorld.lampINN)).draft == lamp)
        try desk.keep([RegisteredParty(draft: lamp), RegisteredParty(draft: lamp, state: .liquidated)], [])
        #expect(throws: RegistrationProblem.ended("ООО «Лампа»")) { try customer.find(LookupWorld.lampINN) }
        var branch = lamp
        branch.kpp = "784143001"
        try desk.keep(
            [RegisteredParty(draft: branch, isBranch: true), RegisteredParty(draft: lamp)],
            [RegisteredBank(bik: "044525225", name: "ПАО Сбербанк", correspondent: nil, isActive: true)])
        guard case .several(let both) = try customer.find(LookupWorld.lampINN).party else {
            Issue.record("one alone")
            return
        }
        #expect(both.map(\.isBranch) == [false, true])
        #expect(throws: (any Error).self) {
            var wrong = lamp
            wrong.inn = "7704123451"
            try desk.check(RegisteredParty(draft: wrong))
        }
    }
}
