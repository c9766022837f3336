import Basics
import Formats
import HTTPTypes
import HummingbirdCore
import NIOCore
import Regions
import UseCases

/// Closing a month, and watching it. Its own key is month and region: asked for again it changes nothing.
package enum ClosingRoutes {
    package static func all(runs: ClosingRuns, streams: ClosingStreams) -> [Route] {
        [
            Route(
                .post, "/v1/months/{month}/closing", opening: .house([.closing]),
                summary: "Starts closing a month in a region; a dry run changes nothing.",
                takes: RequestShape(types: ["application/json"], schema: request),
                answers: [
                    AnswerShape(
                        202, "It runs; Location tells how far it is.", schema: ClosingStateJSON.schema)
                ],
                work: .desk { app, call in try start(app, call, runs) }),
            Route(
                .get, "/v1/months/{month}/closing", opening: .house([.closing, .read]),
                summary: "How the month stands: state, progress, blockers, sums; or as events while it runs.",
                answers: [
                    AnswerShape(
                        200, "The state; with `Accept: text/event-stream` each change of it.",
                        schema: ClosingStateJSON.schema, other: "text/event-stream")
                ],
                query: [QueryShape("region", "The region.", isNeeded: true, schema: Shape.region)],
                work: .waiting { desks, call in try await look(desks, call, runs, streams) }),
        ]
    }

    private static func start(_ app: App, _ call: Call, _ runs: ClosingRuns) throws -> Reply {
        let month = try month(call)
        let request = try ClosingRequest(call.body[...])
        try runs.start(month, in: request.region, dryRun: request.isDryRun)
        var reply = Reply.json(
            try state(app, month, request.region, runs.last(month, in: request.region), call), status: 202)
        reply.fields[.location] = "/v1/months/\(month)/closing?region=\(request.region.rawValue)"
        return reply
    }

    private static func look(
        _ desks: Desks, _ call: Call, _ runs: ClosingRuns, _ streams: ClosingStreams
    ) async throws -> Reply {
        let month = try month(call)
        guard let region = try call.query("region", { Region(rawValue: $0) }) else {
            throw APIProblem.badParameter("region", "")
        }
        let now = { @Sendable (run: ClosingRuns.Run?) async throws -> JSONValue in
            try await desks.call { try state($0, month, region, run, call) }
        }
        let accepts = call.fields[.accept]?.lowercased() ?? ""
        guard accepts.contains("text/event-stream") else {
            return .json(try await now(runs.last(month, in: region)))
        }
        return try streams.reply({ runs.last(month, in: region) }, now)
    }

    private static func state(
        _ app: App, _ month: Month, _ region: Region, _ run: ClosingRuns.Run?, _ call: Call
    ) throws -> JSONValue {
        ClosingStateJSON.value(
            month, region, try app.closing.standing(of: month, in: region), run, call.language)
    }

    private static func month(_ call: Call) throws -> Month {
        guard let month = Month(call.name("month")) else {
            throw APIProblem.badParameter("month", call.name("month"))
        }
        return month
    }

    private static let request = Shape.object(
        [("region", Shape.region), ("dryRun", ["type": ["boolean", "null"]])], optional: ["dryRun"])
}
