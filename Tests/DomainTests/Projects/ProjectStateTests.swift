import Basics
import Projects
import Regions
import Testing

/// Freezing and thawing (D12).
struct ProjectStateTests {
    private let noon = The.moment("2026-09-10T12:00:00Z")
    private let later = The.moment("2026-09-11T08:00:00Z")
    private let terms = Region.moscow.profile.deletion.on(The.day("2026-09-10"))

    private func after(
        _ state: ProjectState, _ balance: Int64, at instant: Moment? = nil, scheme: PaymentScheme = .prepaid,
        paid: Bool = false
    ) -> ProjectState {
        state.after(balance: balance, at: instant ?? noon, scheme: scheme, everPaid: paid, terms: terms)
    }

    private func frozen(_ since: String, due: String) -> ProjectState {
        .frozen(since: The.moment(since), deletionDue: The.moment(due))
    }

    @Test func `a project freezes one kopeck below zero`() {
        #expect(after(.active, 1) == .active)
        #expect(after(.active, 0) == .active)
        #expect(after(.active, -1) == frozen("2026-09-10T12:00:00Z", due: "2026-09-13T12:00:00Z"))
        #expect(after(.active, .min) != .active)
    }

    @Test func `a project that has paid is kept seven days, one that never did three`() {
        #expect(after(.active, -1, paid: false).deletionDue == The.moment("2026-09-13T12:00:00Z"))
        #expect(after(.active, -1, paid: true).deletionDue == The.moment("2026-09-17T12:00:00Z"))
    }

    @Test func `a project thaws above zero and at zero stays as it was`() {
        let state = after(.active, -100)
        #expect(after(state, -1, at: later) == state)
        #expect(after(state, 0, at: later) == state)
        #expect(after(state, 1, at: later) == .active)
        #expect(after(.active, 0, at: later) == .active)
    }

    @Test func `a first payment that does not thaw wins the longer term from the freezing`() {
        let state = after(.active, -100)
        let longer = frozen("2026-09-10T12:00:00Z", due: "2026-09-17T12:00:00Z")
        #expect(after(state, -50, at: later, paid: true) == longer)
        #expect(after(state, 0, at: later, paid: true) == longer)
        #expect(after(longer, -60, at: later, paid: true) == longer)
    }

    @Test func `a charge after the freezing does not start the clock again`() {
        let state = after(.active, -1)
        #expect(after(state, -1_000_000, at: later) == state)
    }

    @Test func `a project that freezes again is kept from the new freezing`() {
        let thawed = after(after(.active, -1, paid: true), 5, at: later, paid: true)
        let again = after(thawed, -1, at: later, paid: true)
        #expect(again == frozen("2026-09-11T08:00:00Z", due: "2026-09-18T08:00:00Z"))
    }

    @Test func `a post-paid project is never frozen, and a switch to post-paid thaws`() {
        #expect(after(.active, -1_000_000, scheme: .postpaid) == .active)
        #expect(after(after(.active, -1), -1, at: later, scheme: .postpaid) == .active)
    }

    @Test func `back in advance, the same balance freezes`() {
        #expect(after(after(.active, -1, scheme: .postpaid), -1, at: later) != .active)
    }

    @Test func `each state has its word and its deletion`() {
        #expect(ProjectState.active.word == "active")
        #expect(ProjectState.active.deletionDue == nil)
        #expect(after(.active, -1).word == "frozen")
    }

    @Test func `problems keep their codes and kinds`() {
        let pid = The.project("mcs0000000001")
        let all: [(ProjectsProblem, String, ProblemKind)] = [
            (.missing("x"), "missing-field", .missing), (.badMoment("x", "y"), "bad-moment", .invalid),
            (.badPID("x"), "bad-pid", .invalid), (.unknownRegion("x"), "unknown-region", .invalid),
            (.twoProjects(pid), "two-projects", .conflict),
            (.otherBody(AccountID("x")), "other-body", .conflict),
            (.projectTaken(pid, AccountID("x")), "project-taken", .conflict),
            (.unknownProject("x"), "unknown-project", .missing),
            (.unknownSupplierField("x"), "unknown-supplier-field", .invalid),
        ]
        for (problem, code, kind) in all {
            #expect(problem.code == "projects.\(code)")
            #expect(problem.kind == kind)
        }
    }
}
