import Access
import Basics
import Documents
import Formats
import Funding
import HTTPTypes
import UseCases

/// Why a sum or a state is what it is, by any address that the listings show.
package enum ExplanationRoutes {
    package static func all() -> [Route] {
        [
            Route(
                .get, "/v1/explanations/{id...}", opening: .scopes([.read]),
                summary:
                    "From a document, a day line, a credit, a bank line, a project or a closed month down to its origin.",
                answers: [AnswerShape(200, "The explanation.", schema: explanation)],
                query: [
                    QueryShape(
                        "events", "How many rows of a long list are shown; 6 unless told.",
                        schema: ["type": "integer", "minimum": 0, "maximum": 10_000]),
                    QueryShape(
                        "after", "Show the rows behind this one.",
                        schema: ["type": "integer", "minimum": 0, "maximum": 1_000_000_000]),
                ], work: .desk(explain))
        ]
    }

    private static let explain: @Sendable (App, Call) throws -> Reply = { app, call in
        let rows = try call.query("events") { Int($0).flatMap { (0...10_000).contains($0) ? $0 : nil } }
        let after = try call.query("after") {
            Int($0).flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
        }
        let address = call.name("id")
        // A project's token is told what its customer is, and nothing of a former party.
        let isOfOneProject = call.token?.project != nil
        let viewer: Viewer = isOfOneProject ? .customer(UserID(""), [:]) : .house
        let found = try app.explanations.explain(
            address, showing: ExcerptSize(rows: rows ?? 6, after: after), for: viewer,
            isOfOneProject: isOfOneProject, sees: { call.sees($1) })
        return .json(ExplanationJSON.value(found))
    }

    private static let explanation = Shape.object([
        ("address", Shape.text),
        (
            "kind",
            ["enum": ["document", "documentLine", "dayLine", "credit", "bankLine", "project", "tieOut"]]
        ),
        ("addsUp", Shape.flag), ("differences", Shape.list(of: ["type": "object"])),
    ])
}
