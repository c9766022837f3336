import Basics
import Counterparties
import Gateways
import Requisites
import Support
import Testing
import UseCases

/// DaData asked over a real socket: what it knows, and each way it can fail.
@Suite(.serialized) struct GatewayTests {
    @Test func `a company, its branches, nobody and a bank are looked up`() throws {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        let registry = world.registry()
        guard case .parties(let found) = try registry.parties(INN(LookupWorld.lampINN)) else {
            Issue.record("no parties")
            return
        }
        #expect(found.map(\.draft.shortName) == ["ООО «Лампа»"])
        guard case .parties(let two) = try registry.parties(INN(LookupWorld.bridgeINN)) else { return }
        #expect(two.map(\.isBranch) == [false, true])
        #expect(try registry.parties(INN(Make.romashkaINN)) == .parties([]))
        #expect(try registry.bank(BIK("044525225"))?.correspondent == "30101810400000000225")
        #expect(try registry.bank(BIK("044525000")) == nil)
        #expect(world.standIn.questions == 5)
    }

    @Test func `another key is told apart from silence, too many questions and half an answer`() throws {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        let inn = try INN(LookupWorld.lampINN)
        #expect(throws: RegistrationProblem.registryLocked) { try world.registry(key: "x").parties(inn) }
        for (fault, problem) in [
            (DaDataStandIn.Fault.busy, RegistrationProblem.registryBusy), (.silent, .registrySilent),
            (.broken, .registrySilent), (.garbage, .registryUnreadable),
        ] {
            world.standIn.fail(fault)
            #expect(throws: problem, "\(fault)") { try world.registry().parties(inn) }
        }
        world.standIn.fail(nil)
        #expect(throws: Never.self) { try world.registry().parties(inn) }
    }

    @Test func `what is told of another number is no answer`() throws {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        world.standIn.fail(.stranger)
        #expect(try world.registry().parties(INN(LookupWorld.lampINN)) == .parties([]))
        #expect(try world.registry().bank(BIK("044525225")) == nil)
    }

    @Test func `nobody listens: silence, not a crash`() throws {
        let world = try LookupWorld()
        let registry = world.registry()
        world.standIn.stop()
        let deaf = DaDataRegistry(
            key: "x", address: "http://127.0.0.1:1", outgoing: Outgoing(wholeMilliseconds: 400)
        ).registry
        #expect(throws: RegistrationProblem.registrySilent) { try deaf.parties(INN(LookupWorld.lampINN)) }
        _ = registry
    }

    @Test func `a server that hangs takes a few threads, not all`() throws {
        let world = try LookupWorld()
        defer { world.standIn.stop() }
        world.standIn.fail(.silent)
        let registry = DaDataRegistry(
            key: LookupWorld.key, address: world.standIn.address,
            outgoing: Outgoing(wholeMilliseconds: 400, atOnce: 0)
        ).registry
        #expect(throws: RegistrationProblem.registryBusy) { try registry.parties(INN(LookupWorld.lampINN)) }
        #expect(world.standIn.questions == 0)
    }

    @Test func `only TLS and this machine are safe to ask`() {
        for address in [
            "https://suggestions.dadata.ru/x", "http://127.0.0.1:8080/x", "http://localhost:1/",
            "http://[::1]:1",
        ] {
            #expect(Outgoing.isSafe(address), "\(address)")
        }
        for address in [
            "http://suggestions.dadata.ru", "ftp://127.0.0.1:1", "http://127.0.0.1.evil.example/",
            "http://127.0.0.1:1@evil.example/", "http://localhost:x@evil.example", "https://u:p@evil.example",
            "https://", "", "127.0.0.1:1",
        ] {
            #expect(!Outgoing.isSafe(address), "\(address)")
        }
    }
}
