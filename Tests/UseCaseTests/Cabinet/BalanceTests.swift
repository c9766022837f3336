import Access
import Basics
import Funding
import Projects
import Support
import Testing
import UseCases

/// How a project stands, as its people see it.
@Suite struct BalanceTests {
    private let pid = "mcs0000000001"

    private func owner(_ town: Town) throws -> Viewer {
        .customer(UserID("u"), [try town.project(pid): [.owner]])
    }

    private func standing(_ town: Town, for viewer: Viewer) throws -> Standing {
        try town.app.balances.standing(of: town.project(pid), for: viewer)
    }

    @Test func `a forecast rests on the last whole days, and on what bonuses may pay`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.register(Make.romashka())
        try town.price("vm", "10", bonusType: "compute")
        try town.price("disk", "5")
        try town.transfer([Make.Transfer("1000.00", for: pid, on: "2026-09-01")])
        for day in ["05", "06", "07"] {
            try town.use("vm", quantity: "10", in: pid, until: "2026-09-\(day)T12:00:00Z")
            try town.use("disk", quantity: "20", in: pid, until: "2026-09-\(day)T12:00:00Z")
        }
        try town.settle()
        try town.go(to: "2026-09-08T09:00:00Z")
        // 200 a day, 400 left: two days.
        let found = try standing(town, for: owner(town))
        let forecast = try #require(found.forecast)
        #expect(forecast.outcome == .runsOut(town.now.adding(seconds: 2 * 86_400)))
        #expect(forecast.from == Day("2026-09-05") && forecast.through == Day("2026-09-07"))
        #expect(forecast.spent == 600_00 && found.payment == 400_00)

        // Bonuses for machines: the disk's 100 a day are left to the account.
        try town.grant(
            "5000.00", "compute", to: pid, at: "2026-09-08T08:00:00Z", expires: "2026-12-01T00:00:00Z")
        try town.settle()
        #expect(
            try standing(town, for: owner(town)).forecast?.outcome
                == .runsOut(town.now.adding(seconds: 4 * 86_400)))
        // A fortnight without a charge: nothing is forecast.
        try town.go(to: "2026-09-21T09:00:00Z")
        #expect(try standing(town, for: owner(town)).forecast == nil)
    }

    @Test func `who pays afterwards runs out of nothing`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.register(Make.romashka(contract: Make.contract(scheme: "postpaid")))
        try town.price("vm", "10")
        try town.transfer([Make.Transfer("1000.00", for: pid, on: "2026-09-01")])
        try town.use("vm", in: pid, until: "2026-09-05T12:00:00Z")
        try town.settle()
        try town.go(to: "2026-09-06T09:00:00Z")
        let found = try standing(town, for: owner(town))
        #expect(found.forecast == nil && found.head.scheme == .postpaid && found.steps.isEmpty)
    }

    @Test func `bonuses are told with their end, those that ended are not`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.register(Make.romashka())
        try town.grant("10.00", "b", to: pid, at: "2026-09-01T08:00:00Z", expires: "2026-11-01T00:00:00Z")
        try town.grant("20.00", "a", to: pid, at: "2026-09-01T08:00:00Z", expires: "2026-10-01T00:00:00Z")
        try town.settle()
        let found = try standing(town, for: owner(town))
        #expect(found.grants.map(\.type.text) == ["a", "b"] && found.bonuses == 30_00)
        try town.go(to: "2026-10-02T09:00:00Z")
        // Not settled over yet, and gone all the same.
        #expect(try standing(town, for: owner(town)).bonuses == 10_00)
    }

    @Test func `a new project tells what is to be done, by what its viewer may do`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        let pid = try resort.project(of: "anna@example.com")
        let owner = try resort.visit("anna@example.com")
        let desk = resort.app.balances
        #expect(try desk.standing(of: pid, for: owner.viewer).steps == [.profile, .topUp, .members, .limit])
        let billing = Viewer.customer(UserID("b"), [pid: [.billingAdministrator]])
        #expect(try desk.standing(of: pid, for: billing).steps == [.profile, .topUp])
        let viewer = Viewer.customer(UserID("v"), [pid: [.viewer]])
        #expect(try desk.standing(of: pid, for: viewer).steps.isEmpty)
        try resort.app.limits.set("1000", notifies: true, of: pid, by: owner.viewer)
        #expect(try desk.standing(of: pid, for: owner.viewer).steps == [.profile, .topUp, .members])
    }

    @Test func `who may not see the balance gets the state alone, and a stranger nothing`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.register(Make.romashka())
        try town.transfer([Make.Transfer("1000.00", for: pid, on: "2026-09-01")])
        let own = try town.project(pid)
        let accountant = try standing(town, for: .customer(UserID("a"), [own: [.accountant]]))
        #expect(accountant.grants.isEmpty && accountant.credits.isEmpty && accountant.forecast == nil)
        #expect(throws: ProjectsProblem.unknownProject(pid)) {
            try standing(town, for: .customer(UserID("x"), [:]))
        }
    }
}
