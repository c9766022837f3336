import Basics
import Projects
import Regions
import Testing

/// Times in which nothing is charged (D13, R61).
struct ConservationTests {
    private let pid = The.project("mcs0000000001")
    private let first = The.moment("2026-09-10T12:00:00Z")
    private let end = The.moment("2026-09-12T12:00:00Z")
    private let long = Moment(microseconds: .min)

    private func behind(_ moment: Moment) -> Moment { Moment(microseconds: moment.microseconds + 1) }

    @Test func `usage is disputed behind the beginning and up to the end itself`() {
        let time = Conservation(turns: [first, end])
        #expect(!time.disputes(first) && time.disputes(behind(first)))
        #expect(time.disputes(end) && !time.disputes(behind(end)))
        let open = Conservation(turns: [first, end, behind(end)])
        #expect(!open.disputes(behind(end)))
        #expect(open.disputes(The.moment("2030-01-01T00:00:00Z")))
        #expect(!Conservation().disputes(first))
    }

    @Test func `a project is conserved from the beginning itself until the end itself`() {
        let time = Conservation(turns: [first, end])
        #expect(time.since(asOf: first) == first && time.since(asOf: end) == nil)
        #expect(time.since(asOf: Moment(microseconds: end.microseconds - 1)) == first)
        #expect(time.since == nil && Conservation(turns: [first]).since == first)
    }

    @Test func `it begins and ends in turn, each behind the last and behind what is settled`() throws {
        let begun = try Conservation().taking(.begun, of: pid, at: first, settledUntil: long)
        #expect(begun.turns == [first])
        #expect(throws: ProjectsProblem.conservedAlready(pid)) {
            try begun.taking(.begun, of: pid, at: end, settledUntil: long)
        }
        // The clock went back, or somebody asks twice within its tick.
        let ended = try begun.taking(.ended, of: pid, at: first, settledUntil: long)
        #expect(ended.turns == [first, behind(first)])
        #expect(throws: ProjectsProblem.notConserved(pid)) {
            try ended.taking(.ended, of: pid, at: end, settledUntil: long)
        }
        let again = try ended.taking(.begun, of: pid, at: first, settledUntil: end)
        #expect(again.turns.last == behind(end))
        #expect(throws: ProjectsProblem.notConserved(pid)) {
            try Conservation().taking(.ended, of: pid, at: first, settledUntil: long)
        }
    }

    @Test func `a conserved project is neither frozen nor deleted, and then follows its balance`() {
        let terms = Region.moscow.profile.deletion.on(The.day("2026-09-10"))
        func after(_ state: ProjectState, _ balance: Int64, conserved: Moment? = nil) -> ProjectState {
            state.after(
                balance: balance, at: end, scheme: .prepaid, everPaid: true, terms: terms,
                conservedSince: conserved)
        }
        let frozen = ProjectState.frozen(since: first, deletionDue: The.moment("2026-09-17T12:00:00Z"))
        let conserved = after(frozen, -5, conserved: first)
        #expect(conserved == .conserved(since: first))
        #expect(conserved.word == "conserved" && conserved.deletionDue == nil)
        // The term of deletion begins anew.
        #expect(after(conserved, -5) == .frozen(since: end, deletionDue: The.moment("2026-09-19T12:00:00Z")))
        #expect(after(conserved, 0) == .active && after(conserved, 5) == .active)
    }
}
