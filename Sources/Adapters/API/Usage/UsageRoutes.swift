import Basics
import Formats
import HTTPTypes
import Metering
import Notices
import UseCases
import Wording

/// Taking usage: each event has its own answer, and what is answered is on the disk.
package enum UsageRoutes {
    package static func all(queue: IntakeQueue, metrics: Metrics) -> [Route] {
        [
            Route(
                .post, "/v1/usage/events", opening: .scopes([.usage]),
                summary: "Takes up to 10 000 usage events; each is answered by itself, durably.",
                takes: RequestShape(
                    types: [UsageBody.batch, UsageBody.lines, UsageBody.single, "application/json"],
                    limit: 32 << 20, schema: UsageSchema.batch,
                    others: [UsageBody.lines: UsageSchema.lines, UsageBody.single: UsageSchema.event]),
                answers: [
                    AnswerShape(200, "What became of each event.", schema: UsageSchema.answer)
                ],
                work: .waiting { desks, call in try await take(desks, call, queue, metrics) })
        ]
    }

    private static func take(
        _ desks: Desks, _ call: Call, _ queue: IntakeQueue, _ metrics: Metrics
    ) async throws -> Reply {
        // A short body is read in less time than another thread takes to wake.
        let body =
            call.body.count <= UsageBody.short
            ? try UsageBody(call.body, type: call.mediaType)
            : try await desks.call { _ in try UsageBody(call.body, type: call.mediaType) }
        var events: [UsageEvent] = []
        events.reserveCapacity(body.items.count)
        for case .event(let event) in body.items where call.token?.sees(event.project) ?? false {
            events.append(event)
        }
        let answers = events.isEmpty ? [] : try await queue.take(events)
        var report = UsageReport(language: call.language, capacity: body.items.count)
        var taken = answers.makeIterator()
        for item in body.items {
            switch item {
            case .refused(let problem, let line): report.refuse(nil, line: line, problem)
            case .event(let event) where call.token?.sees(event.project) ?? false:
                switch taken.next() {
                case .taken(let became)?: report.take(event.id, became)
                case .refused(let problem)?: report.refuse(event.id, line: nil, problem)
                case nil: preconditionFailure("every event taken has an answer")
                }
            case .event(let event):
                // To this token other projects are not there.
                report.refuse(
                    event.id, line: nil, MeteringProblem.unknownProject(event.id, event.project))
            }
        }
        report.count(in: metrics)
        // One event by itself is answered as any request is: its status tells.
        if call.mediaType == UsageBody.single, let problem = report.firstRefusal { throw problem }
        return Reply(type: "application/json", body: .bytes(report.finish()))
    }
}
