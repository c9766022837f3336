import Access
import Basics
import Notices
import Regions
import Requests
import Testing
import Wording

/// The way of a request, from being made to its result.
@Suite struct RequestStandingTests {
    private let clerk = UserID("clerk")
    private let other = UserID("other")

    private func at(_ text: String) throws -> Moment { try #require(Moment(text)) }

    private func standing(
        _ steps: [RequestStep], of kind: RequestKind = .individualContract, saying text: String = "текст"
    ) throws -> RequestStanding {
        let made = try at("2026-10-05T09:00:00Z")
        var standing = RequestStanding(made: kind, at: made, in: .moscow)
        for (hour, step) in steps.enumerated() {
            standing = try standing.after(
                step, by: clerk, saying: text, of: kind, at: made.adding(seconds: Int64(hour + 1) * 3600),
                in: .moscow)
        }
        return standing
    }

    @Test(
        arguments: [
            ([], RequestState.open), ([.taken], .assigned), ([.answered], .assigned), ([.asked], .waiting),
            ([.asked, .answered], .waiting), ([.asked, .replied], .assigned), ([.replied], .open),
            ([.asked, .taken], .waiting), ([.finished(.contract)], .done), ([.refused], .refused),
            ([.withdrawn], .withdrawn), ([.taken, .finished(.contract), .replied], .assigned),
            ([.acted(.invoice, "2026/1")], .assigned),
        ] as [([RequestStep], RequestState)])
    func `each step leads where it should`(_ steps: [RequestStep], _ state: RequestState) throws {
        #expect(try standing(steps).state == state)
    }

    @Test func `who answers first has it; who is given it has it then`() throws {
        #expect(try standing([.answered]).assignee == clerk)
        #expect(try standing([.answered, .assigned(to: other), .answered]).assignee == other)
        #expect(try standing([.replied]).assignee == nil)
    }

    @Test func `nothing is closed without a result of its kind, and an answer is said in words`() throws {
        for kind in RequestKind.allCases {
            for result in RequestResult.allCases {
                if kind.results.contains(result) {
                    #expect(try standing([.finished(result)], of: kind).state == .done)
                } else {
                    #expect(throws: RequestsProblem.wrongResult(kind, result)) {
                        try standing([.finished(result)], of: kind)
                    }
                }
            }
            #expect(!kind.results.isEmpty)
        }
        #expect(throws: RequestsProblem.noText) {
            try standing([.finished(.answer)], of: .contractTerms, saying: "")
        }
    }

    @Test func `what is closed is closed, but for a customer's reply within 30 days`() throws {
        let closed = try standing([.taken, .refused])
        for step in [RequestStep.taken, .answered, .asked, .refused, .withdrawn, .finished(.contract)] {
            #expect(throws: RequestsProblem.closed(.refused)) {
                try closed.after(
                    step, by: clerk, saying: "текст", of: .individualContract,
                    at: try at("2026-10-06T09:00:00Z"),
                    in: .moscow)
            }
        }
        let again = try closed.after(
            .replied, by: other, saying: "", of: .individualContract, at: try at("2026-11-04T10:59:59Z"),
            in: .moscow)
        #expect(again.state == .assigned && again.assignee == clerk && again.closedAt == nil)
        #expect(throws: RequestsProblem.tooLate(days: 30)) {
            try closed.after(
                .replied, by: other, saying: "", of: .individualContract, at: try at("2026-11-04T11:00:00Z"),
                in: .moscow)
        }
        #expect(throws: RequestsProblem.closed(.withdrawn)) { try standing([.withdrawn, .replied]) }
    }

    @Test(arguments: [
        // Ten working days from Friday before the New Year holidays, to the end of the last of them in Moscow.
        (RequestKind.slaCompensation, Region.moscow, "2025-12-26T12:00:00Z", "2026-01-21T21:00:00Z"),
        // Nauryz is on Monday to Wednesday.
        (.slaCompensation, .kazakhstan, "2026-03-19T12:00:00Z", "2026-04-07T19:00:00Z"),
        (.companyRefund, .moscow, "2026-01-02T12:00:00Z", "2026-01-04T12:00:00Z"),
        (.successionRefusal, .moscow, "2026-10-01T22:00:00Z", "2026-11-01T21:00:00Z"),
        (.contractTerms, .moscow, "2026-10-05T09:00:00Z", "2026-10-12T21:00:00Z"),
        (.thaw, .moscow, "2026-10-05T09:00:00Z", "2026-10-07T09:00:00Z"),
    ])
    func `a deadline is counted by the region's working days and clocks`(
        _ kind: RequestKind, _ region: Region, _ from: String, _ due: String
    ) throws {
        #expect(kind.terms.due(from: try at(from), in: region).description == due)
    }

    @Test func `after the customer's answer the time runs anew`() throws {
        let waiting = try standing([.asked], of: .thaw)
        let replied = try waiting.after(
            .replied, by: other, saying: "", of: .thaw, at: try at("2026-10-20T09:00:00Z"), in: .moscow)
        #expect(waiting.dueAt.description == "2026-10-07T09:00:00Z")
        #expect(replied.dueAt.description == "2026-10-22T09:00:00Z")
        // Nobody of the staff is late while the customer is asked.
        #expect(waiting.urgency(at: try at("2026-10-08T09:00:00Z")) == nil)
        #expect(replied.urgency(at: try at("2026-10-21T08:59:59Z")) == .fine)
        #expect(replied.urgency(at: try at("2026-10-21T09:00:00Z")) == .soon)
        #expect(replied.urgency(at: try at("2026-10-22T09:00:00Z")) == .late)
    }

    @Test func `steps, results, actions and ready answers have words in both languages`() {
        for language in [Language.en, .ru] {
            #expect(
                Set(RequestResult.allCases.map { $0.phrase.text(language) }).count
                    == RequestResult.allCases.count)
            #expect(
                Set(RequestAction.allCases.map { $0.phrase.text(language) }).count
                    == RequestAction.allCases.count)
            #expect(
                Set(CannedAnswer.allCases.map { $0.answer.text(language) }).count
                    == CannedAnswer.allCases.count)
            #expect(
                Set(RequestState.allCases.map { $0.phrase.text(language) }).count
                    == RequestState.allCases.count)
        }
    }
}
