import Access
import Basics
import Projects
import Requests
import Support
import Testing
import UseCases

/// Staff put a freezing off while a transfer is on its way (Q16), or let a frozen project work again (Q17).
@Suite struct FreezeDeferralTests {
    private let own = "mcs0000000001"

    private func use(_ town: RequestTown, until end: String, at now: String) throws {
        try town.town.use("vm", quantity: "40", in: own, until: end)
        try town.town.go(to: now)
        _ = try town.app.settlement.settle()
    }

    private func changes(_ town: RequestTown) throws -> [String] {
        try town.app.balances.transitions(of: town.pid).map { "\($0.at) \($0.state.word)" }
    }

    @Test func `put off, a project works through its debt, and is frozen when the time is over`() throws {
        let town = try RequestTown()
        try town.make(.freezeDelay)
        try town.app.act(1, .deferral(days: 3), seen: 1, town.words("перевод в пути"), by: town.clerk)
        try use(town, until: "2026-10-06T12:00:00Z", at: "2026-10-06T13:00:00Z")
        #expect(try town.town.balance(own).state == .active)
        #expect(try town.town.balance(own).debt.minor > 0)
        // Three days after the request, to the second; nothing else happens meanwhile.
        try town.town.go(to: "2026-10-08T09:04:00Z")
        #expect(try town.app.settlement.settle().frozen.isEmpty)
        try town.town.go(to: "2026-10-08T09:10:00Z")
        #expect(try town.app.settlement.settle().frozen == [town.pid])
        #expect(try changes(town) == ["2026-10-08T09:00:00Z frozen"])
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `a frozen project works again at once, and money that comes in time keeps it so`() throws {
        let town = try RequestTown()
        try use(town, until: "2026-10-05T10:00:00Z", at: "2026-10-05T11:00:00Z")
        #expect(try town.town.balance(own).state.word == "frozen")
        try town.make(.thaw)
        try town.app.act(1, .deferral(days: 1), seen: 1, town.words("платёжка есть"), by: town.clerk)
        #expect(try town.town.balance(own).state == .active)
        try town.town.credit("500.00", to: own, at: "2026-10-05T20:00:00Z")
        try town.town.go(to: "2026-10-07T11:00:00Z")
        _ = try town.app.settlement.settle()
        #expect(try town.town.balance(own).state == .active)
        #expect(try changes(town).map { $0.split(separator: " ")[1] } == ["frozen", "active"])
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `the trail says who put it off and until when, and the explanation why the state changed`()
        throws
    {
        let town = try RequestTown()
        try use(town, until: "2026-10-05T10:00:00Z", at: "2026-10-05T11:00:00Z")
        try town.make(.thaw)
        try town.app.act(1, .deferral(days: 7), seen: 1, town.words("платёжка есть"), by: town.clerk)
        let trail = try town.app.audit.entries(AuditSearch(action: .deferFreezing), limit: 5, for: .house)
        #expect(trail.map(\.detail) == ["2026-10-12T11:00:00Z"] && trail[0].reason == "платёжка есть")
        guard case .project(let explained) = try town.app.explanations.explain(own) else {
            Issue.record("no project")
            return
        }
        guard case .deferral = explained.cause?.movement else {
            Issue.record("\(String(describing: explained.cause))")
            return
        }
    }
}
