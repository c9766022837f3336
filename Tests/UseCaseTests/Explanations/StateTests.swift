import Basics
import Contracts
import Funding
import Metering
import Notices
import Projects
import Support
import Testing
import UseCases

/// From a state, a credit or nothing at all.
@Suite struct ExplainedStateTests {
    private let pid = "mcs0000000001"

    @Test func `a frozen project names the charge that took it below zero and what thaws it`() throws {
        let town = try Town(opened: "2026-10-01")
        try town.register(Make.romashka())
        try town.price("vm", "1")
        try town.credit("10.00", to: pid, at: "2026-10-01T10:00:00Z", id: "pay-1")
        try town.use("vm", quantity: "10", in: pid, until: "2026-10-02T10:00:00Z", id: "to-zero")
        try town.use("vm", quantity: "0.5", in: pid, until: "2026-10-02T11:00:00Z", id: "below/zero")
        try town.use("vm", quantity: "3", in: pid, until: "2026-10-02T12:00:00Z", id: "deeper")
        try town.settle()
        let state = try town.state(pid)
        #expect(state.state.word == "frozen" && state.payment == -350)
        #expect(state.thawsWith == 351)
        #expect(state.cause?.at.description == "2026-10-02T11:00:00Z")
        guard case .charge(let event, let cost, let dayLine) = state.cause?.movement else {
            Issue.record("\(String(describing: state.cause))")
            return
        }
        #expect(event.id == "below/zero" && cost?.description == "0.50")
        #expect(dayLine == "\(pid)/2026-10-02/vm-1/vm")
        #expect(state.debts.rows.map(\.element.amount) == [350])
        // A credit that only lengthens the wait is not the reason; one that thaws is.
        try town.credit("1.00", to: pid, at: "2026-10-03T10:00:00Z", id: "pay-2")
        try town.settle()
        guard case .charge(let still, _, _) = try town.state(pid).cause?.movement else {
            Issue.record("the freezing is forgotten")
            return
        }
        #expect(still.id == "below/zero")
        try town.credit("3.00", to: pid, at: "2026-10-04T10:00:00Z", id: "pay-3")
        try town.settle()
        let thawed = try town.state(pid)
        #expect(thawed.state == .active && thawed.thawsWith == nil)
        guard case .credit(let fact) = thawed.cause?.movement else {
            Issue.record("\(String(describing: thawed.cause))")
            return
        }
        #expect(fact.credit.id.text == "pay-3")
        #expect(thawed.lots.rows.map(\.element.remaining) == [50])
    }

    @Test func `a project that never paid, and usage that came late, are told so`() throws {
        let town = try Town(opened: "2026-10-10")
        try town.register(Make.romashka())
        try town.price("vm", "1")
        _ = try town.app.settlement.settle([try town.project(pid)])
        try town.use("vm", in: pid, until: "2026-10-02T11:00:00Z", id: "late")
        _ = try town.app.settlement.settle([try town.project(pid)])
        let state = try town.state(pid)
        #expect(!state.everPaid)
        #expect(state.cause?.at == town.now, "a state never changes in the past")
        guard case .charge(let event, _, _) = state.cause?.movement else {
            Issue.record("\(String(describing: state.cause))")
            return
        }
        #expect(event.id == "late" && event.end < town.now)
    }

    @Test func `a switch of the scheme is named as what froze a project`() throws {
        let town = try Town(opened: "2026-10-10")
        try town.register(
            {
                var draft = Make.romashka()
                draft.contracts = [
                    Make.contract(scheme: "postpaid", number: "1"),
                    Make.contract(from: "2026-10-01", number: "2"),
                ]
                return draft
            }())
        try town.price("vm", "1")
        try town.use("vm", in: pid, until: "2026-09-02T11:00:00Z")
        _ = try town.app.settlement.settle([try town.project(pid)])
        guard case .schemeSwitch(let day, let scheme) = try town.state(pid).cause?.movement else {
            Issue.record("\(try town.state(pid))")
            return
        }
        #expect(day.description == "2026-10-01" && scheme == .prepaid)
    }

    @Test func `a grant tells what expired, and a credit that nobody settled waits`() throws {
        let town = try Town(opened: "2026-10-01")
        try town.register(Make.sidorov())
        let pid = "mcs0000000004"
        try town.price("vm", "1", bonusType: "compute")
        try town.grant(
            "10.00", "compute", to: pid, at: "2026-10-01T00:00:00Z", expires: "2026-10-03T00:00:00Z", id: "g")
        #expect(try town.credited("g").standing == .waiting)
        try town.use("vm", quantity: "4", in: pid, until: "2026-10-02T11:00:00Z")
        try town.credit("1.00", to: pid, at: "2026-10-04T10:00:00Z", id: "pay")
        try town.settle()
        let grant = try town.credited("g")
        #expect(grant.standing == .grant(remaining: 0, expired: 600) && grant.spent == 400)
        #expect(grant.reports.map(\.told) == ["4.00 individual"])
    }

    @Test func `names with strokes and blanks are found by the address the listings show`() throws {
        let town = try Town(opened: "2026-10-01")
        try town.register(Make.romashka())
        try town.price("a/b c", "1")
        try town.use("a/b c", in: pid, until: "2026-10-02T11:00:00Z", resource: "диск/1%2F")
        try town.settle()
        let line = try town.dayLine("\(pid)/2026-10-02/диск/1%2F/a/b c")
        #expect(line.address == "\(pid)/2026-10-02/диск%2F1%252F/a%2Fb%20c")
        #expect(try town.dayLine(line.address).line == line.line)
    }

    @Test(arguments: [
        "", "7", "bank/7", "credit/none", "moscow/upd/2026/9", "moscow/upd/2026/9#1", "mcs0999999999",
        "mcs0000000001/2026-10-05/vm/vm", "mcs0000000001/2026-13-05/vm/vm", "nonsense", "#", "///",
    ])
    func `an address of nothing is refused with the forms there are`(_ address: String) throws {
        let town = try Town(opened: "2026-10-01")
        try town.register(Make.romashka())
        #expect(throws: ExplanationsProblem.unknownAddress(address)) {
            try town.app.explanations.explain(address)
        }
        let phrase = ExplanationsProblem.unknownAddress(address).phrase
        for form in ["moscow/upd/2026/17#2", "mcs0000000001/2026-10-05/vm-42/compute.vcpu", "bank/7"] {
            #expect(phrase.en.contains(form) && phrase.ru.contains(form))
        }
    }
}
