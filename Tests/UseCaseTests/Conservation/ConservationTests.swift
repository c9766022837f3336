import Access
import Basics
import Documents
import Metering
import Projects
import Regions
import Requests
import Support
import Testing
import UseCases

/// A project whose owner wants no more charges (D13, R61).
@Suite struct ConservationTests {
    private let own = "mcs0000000001"

    private func turn(_ town: RequestTown, _ turn: Conservation.Turn, at: String) throws {
        try town.town.go(to: at)
        try town.app.conservation.take(turn, of: town.pid, by: owner(of: town))
    }

    private func owner(of town: RequestTown) throws -> Viewer {
        .customer(try town.owner.id, [town.pid: [.owner]])
    }

    private func use(
        _ town: RequestTown, _ quantity: String, until end: String, resource: String = "vm-1"
    ) throws {
        let answer = try town.town.use("vm", quantity: quantity, in: own, until: end, resource: resource)
        #expect(try answer.get() == .accepted)
    }

    private func changes(_ town: RequestTown) throws -> [String] {
        try town.app.balances.transitions(of: town.pid).map { "\($0.at) \($0.state.word)" }
    }

    private func disputes(_ town: RequestTown) throws -> [String] {
        try town.app.conservation.view(of: town.pid, for: .house).disputes.map {
            "\($0.dispute.key.day) \($0.dispute.key.resource) \($0.dispute.events) \($0.dispute.quantity)"
        }
    }

    @Test func `what is used behind the beginning is kept and never charged, whenever it comes`() throws {
        let town = try RequestTown()
        try town.town.credit("100.00", to: own, at: "2026-10-05T08:00:00Z")
        try use(town, "2", until: "2026-10-05T09:00:00Z")
        try turn(town, .begun, at: "2026-10-05T10:00:00Z")
        #expect(try town.town.balance(own).payment.minor == 97_00)
        #expect(try town.town.balance(own).state == .conserved(since: town.town.now))
        // Behind it, and late from before it.
        try use(town, "10", until: "2026-10-05T10:05:00Z")
        try use(town, "4", until: "2026-10-05T10:00:00Z")
        try town.town.go(to: "2026-10-06T10:00:00Z")
        _ = try town.app.settlement.settle()
        #expect(try town.town.balance(own).payment.minor == 91_00)
        #expect(try disputes(town) == ["2026-10-05 vm-1 1 10"])
        try turn(town, .ended, at: "2026-10-07T10:00:00Z")
        // The last of the time, long after it; and the first behind it.
        try use(town, "20", until: "2026-10-07T10:00:00Z")
        try use(town, "1", until: "2026-10-07T10:05:00Z")
        try town.town.go(to: "2026-10-20T10:00:00Z")
        _ = try town.app.settlement.settle()
        #expect(try town.town.balance(own).payment.minor == 89_50)
        #expect(try disputes(town) == ["2026-10-05 vm-1 1 10", "2026-10-07 vm-1 1 20"])
        #expect(
            try changes(town) == ["2026-10-05T10:00:00Z conserved", "2026-10-07T10:00:00Z active"])
        let view = try town.app.conservation.view(of: town.pid, for: .house)
        #expect(view.disputedEvents == 2 && view.disputedSum == 45_00)
        #expect(view.turns.map(\.who) == ["owner@romashka.example", "owner@romashka.example"])
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `whatever the batches, the same events are charged and the same are disputed`() throws {
        let ends = (0..<12).map { "2026-10-0\(5 + $0 / 4)T\(10 + $0 % 4):00:00Z" }
        func told(_ order: [Int], settling every: Int) throws -> [String] {
            let town = try RequestTown()
            try town.town.credit("1000.00", to: own, at: "2026-10-05T08:00:00Z")
            try turn(town, .begun, at: "2026-10-05T12:00:00Z")
            try turn(town, .ended, at: "2026-10-06T11:00:00Z")
            try turn(town, .begun, at: "2026-10-07T12:00:00Z")
            try town.town.go(to: "2026-10-09T00:00:00Z")
            for (place, event) in order.enumerated() {
                try use(town, "\(event + 1)", until: ends[event], resource: "vm-\(event % 2)")
                if place % every == 0 { _ = try town.app.settlement.settle() }
            }
            _ = try town.app.settlement.settle()
            #expect(try town.app.verification.verify().findings.isEmpty)
            return try disputes(town) + ["\(try town.town.balance(own).payment.minor)"]
        }
        let expected = try told(Array(ends.indices), settling: 100)
        // 13:00 of the first day, 10:00 and 11:00 of the second, 13:00 of the third.
        #expect(
            expected
                == [
                    "2026-10-05 vm-1 1 4", "2026-10-06 vm-0 1 5", "2026-10-06 vm-1 1 6",
                    "2026-10-07 vm-1 1 12", "923500",
                ].map { $0 == "923500" ? "\(1000_00 - (78 - 27) * 150)" : $0 })
        #expect(try told(Array(ends.indices.reversed()), settling: 1) == expected)
        #expect(try told([5, 0, 11, 3, 8, 1, 9, 2, 7, 4, 10, 6], settling: 3) == expected)
    }

    @Test func `a frozen project is not deleted while it is conserved, and hears nothing of it`() throws {
        let town = try RequestTown()
        try use(town, "40", until: "2026-10-05T09:00:00Z")
        try town.town.go(to: "2026-10-05T09:10:00Z")
        _ = try town.app.settlement.settle()
        #expect(try town.town.balance(own).state.word == "frozen")
        try turn(town, .begun, at: "2026-10-05T10:00:00Z")
        #expect(try town.town.balance(own).state.deletionDue == nil)
        let before = try town.app.notices.write()
        #expect(before == 0, "the freezing is no news any more")
        try town.town.go(to: "2026-10-20T10:00:00Z")
        _ = try town.app.settlement.settle()
        #expect(try town.app.notices.write() == 0)
        // The debt is there still: the term begins anew.
        try turn(town, .ended, at: "2026-10-21T10:00:00Z")
        let state = try town.town.balance(own).state
        #expect(
            state == .frozen(since: town.town.now, deletionDue: town.town.now.adding(seconds: 3 * 86_400)))
        #expect(try town.app.notices.write() == 1)
        #expect(try town.app.letters.list().first?.kind == "frozen")
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `bonuses end, money comes and months close while a project is conserved`() throws {
        let town = try RequestTown()
        try town.town.transfer([Make.Transfer("100.00", for: own, on: "2026-10-04", number: "7")])
        try town.town.grant(
            "50.00", "compute", to: own, at: "2026-10-06T08:00:00Z", expires: "2026-10-10T00:00:00Z")
        try use(town, "20", until: "2026-10-05T09:00:00Z")
        try turn(town, .begun, at: "2026-10-05T10:00:00Z")
        try use(town, "20", until: "2026-10-08T09:00:00Z")
        try town.town.credit("30.00", to: own, at: "2026-10-12T08:00:00Z")
        let report = try town.town.close("2026-10")
        #expect(report.blocked.isEmpty)
        #expect(report.documents.filter { $0.content.projects == [town.pid] }.map(\.content.gross) == [30_00])
        let balance = try town.town.balance(own)
        #expect(balance.payment.minor == 100_00 - 30_00 + 30_00 && balance.bonuses.isEmpty)
        #expect(balance.state.word == "conserved")
        #expect(try disputes(town) == ["2026-10-08 vm-1 1 20"])
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `the owner alone conserves; to all others of a project there is no such thing`() throws {
        let town = try RequestTown()
        for role in CustomerRole.allCases where role != .owner {
            #expect(throws: ProjectsProblem.unknownProject(own), "\(role)") {
                try town.app.conservation.take(
                    .begun, of: town.pid, by: .customer(UserID("x"), [town.pid: [role]]))
            }
        }
        try turn(town, .begun, at: "2026-10-05T10:00:00Z")
        #expect(throws: ProjectsProblem.conservedAlready(town.pid)) {
            try turn(town, .begun, at: "2026-10-05T10:01:00Z")
        }
        try turn(town, .ended, at: "2026-10-05T10:02:00Z")
        #expect(throws: ProjectsProblem.notConserved(town.pid)) {
            try turn(town, .ended, at: "2026-10-05T10:03:00Z")
        }
    }

    @Test func `a refund is closed as done only where the project is conserved, by staff too`() throws {
        let town = try RequestTown()
        try town.make(.companyRefund)
        #expect(throws: RequestsProblem.conserveFirst(town.pid)) {
            try town.app.requests.finish(1, .refund, seen: 1, town.words("вернули"), by: town.clerk)
        }
        #expect(throws: AccessProblem.noReason) {
            try town.app.act(1, .conservation(.begun), seen: 1, town.words(), by: town.clerk)
        }
        try town.app.act(
            1, .conservation(.begun), seen: 1, town.words("владелец просил"), by: town.clerk)
        #expect(try town.town.balance(own).state.word == "conserved")
        #expect(throws: ProjectsProblem.conservedAlready(town.pid)) {
            try town.app.act(1, .conservation(.begun), seen: 2, town.words("ещё раз"), by: town.clerk)
        }
        let trail = try town.app.audit.entries(AuditSearch(action: .conserve), limit: 5, for: .house)
        #expect(trail.map(\.reason) == ["владелец просил"] && trail[0].object == "projects/\(own)")
        #expect(try town.app.notices.write() == 1)
        let letter = try #require(try town.app.letters.list().first { $0.kind == "conserved" })
        #expect(letter.to.text == "owner@romashka.example" && letter.subject.contains(own))
        // Who of the staff it was stays in the house.
        let outside = try town.app.conservation.view(of: town.pid, for: owner(of: town))
        let inside = try town.app.conservation.view(of: town.pid, for: .house)
        #expect(outside.turns.map(\.who) == [""] && inside.turns.map(\.who) == ["support@office.example"])
        try town.app.requests.finish(1, .refund, seen: 2, town.words("вернули"), by: town.clerk)
        // Other staff than support have no such deed, and other kinds neither.
        try town.make(.projectDeletion)
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.act(
                2, .conservation(.ended), seen: 1, town.words("по просьбе"), by: town.specialist)
        }
        try town.make(.thaw)
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.act(3, .conservation(.ended), seen: 1, town.words("по просьбе"), by: town.clerk)
        }
        try town.town.go(to: "2026-10-06T10:00:00Z")
        try town.app.act(2, .conservation(.ended), seen: 1, town.words("передумал"), by: town.clerk)
        #expect(try town.town.balance(own).state == .active)
        #expect(try town.app.notices.write() == 1)
        #expect(try town.app.letters.list().contains { $0.kind == "conservation-ended" })
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test
    func `money that was paid back while a project was conserved is not spent again at its owner's word`()
        throws
    {
        let town = try RequestTown()
        try turn(town, .begun, at: "2026-10-05T10:00:00Z")
        try town.make(.companyRefund)
        try town.town.go(to: "2026-10-05T11:00:00Z")
        try town.app.requests.finish(1, .refund, seen: 1, town.words("вернули"), by: town.clerk)
        #expect(throws: ProjectsProblem.refundedMeanwhile(town.pid)) {
            try turn(town, .ended, at: "2026-10-06T10:00:00Z")
        }
        // Support may, and a refund of an earlier time holds nothing up.
        try town.make(.projectDeletion)
        try town.app.act(2, .conservation(.ended), seen: 1, town.words("сверили"), by: town.clerk)
        try turn(town, .begun, at: "2026-10-07T10:00:00Z")
        try turn(town, .ended, at: "2026-10-08T10:00:00Z")
        #expect(try town.town.balance(own).state == .active)
    }

    @Test
    func `what others than the owner ask for conserves nothing, and services off give no money back either`()
        throws
    {
        let town = try RequestTown()
        let other = try town.person("superadministrator@romashka.example")
        try town.make(.servicesOff, by: other)
        #expect(throws: RequestsProblem.ownersWord(town.pid)) {
            try town.app.act(1, .conservation(.begun), seen: 1, town.words("просили"), by: town.clerk)
        }
        #expect(throws: RequestsProblem.conserveFirst(town.pid)) {
            try town.app.requests.finish(1, .refund, seen: 1, town.words("вернули"), by: town.clerk)
        }
        #expect(try town.town.balance(own).state == .active)
    }

    @Test func `a project is not conserved and woken all day long`() throws {
        let town = try RequestTown()
        for number in 0..<ConservationDesk.turnsPerDay {
            try turn(
                town, number.isMultiple(of: 2) ? .begun : .ended,
                at: "2026-10-05T10:\(String(100 + number).dropFirst()):00Z")
        }
        #expect(throws: ProjectsProblem.turnedTooOften(town.pid, most: ConservationDesk.turnsPerDay)) {
            try turn(town, .begun, at: "2026-10-05T11:00:00Z")
        }
        try turn(town, .begun, at: "2026-10-06T11:00:00Z")
        #expect(try town.town.balance(own).state.word == "conserved")
    }

    @Test func `a page names what was charged lately and what must be stopped`() throws {
        let town = try RequestTown()
        try town.town.credit("100.00", to: own, at: "2026-10-01T08:00:00Z")
        try use(town, "2", until: "2026-09-20T09:00:00Z", resource: "gone")
        try use(town, "2", until: "2026-10-02T09:00:00Z", resource: "vm-2")
        try use(town, "4", until: "2026-10-04T09:00:00Z")
        try town.town.settle()
        let view = try town.app.conservation.view(of: town.pid, for: owner(of: town))
        #expect(view.charged.map(\.resource.text) == ["vm-1", "vm-2"])
        #expect(view.charged.map(\.amount) == [6_00, 3_00] && view.sum == 9_00 && view.turns.isEmpty)
        #expect(throws: ProjectsProblem.unknownProject(own)) {
            try town.app.conservation.view(
                of: town.pid, for: .customer(UserID("x"), [town.pid: [.accountant]]))
        }
    }

    @Test func `an explanation tells charges from disputes, and what turned the state`() throws {
        let town = try RequestTown()
        try town.town.credit("100.00", to: own, at: "2026-10-05T08:00:00Z")
        try use(town, "2", until: "2026-10-05T09:00:00Z")
        try turn(town, .begun, at: "2026-10-05T10:00:00Z")
        try use(town, "10", until: "2026-10-05T11:00:00Z")
        try use(town, "10", until: "2026-10-06T11:00:00Z")
        try town.town.go(to: "2026-10-07T10:00:00Z")
        _ = try town.app.settlement.settle()
        guard case .project(let project) = try town.app.explanations.explain(own),
            case .conservation(.begun)? = project.cause?.movement,
            case .dayLine(let mixed) = try town.app.explanations.explain("\(own)/2026-10-05/vm-1/vm"),
            case .dayLine(let whole) = try town.app.explanations.explain("\(own)/2026-10-06/vm-1/vm")
        else {
            Issue.record("not explained")
            return
        }
        #expect(project.disputedEvents == 2 && project.disputes.count == 2 && project.thawsWith == nil)
        #expect(mixed.events.count == 1 && mixed.disputed == 1 && mixed.line.posted == 3_00)
        #expect(whole.events.count == 0 && whole.disputed == 1 && whole.line.posted == 0)
        #expect(mixed.differences.isEmpty && whole.differences.isEmpty && project.differences.isEmpty)
    }
}
