import Basics
import Formats
import Regions
import UseCases
import Wording

/// How a month stands in a region, and what its closing does or said last.
enum ClosingStateJSON {
    static func value(
        _ month: Month, _ region: Region, _ standing: ClosingDesk.Standing, _ run: ClosingRuns.Run?,
        _ language: Language
    ) -> JSONValue {
        let isRunning = run.map { $0.endedAt == nil } ?? false
        return .object([
            .init("month", .string(month.description)), .init("region", .string(region.rawValue)),
            .init("state", .string(isRunning ? "running" : standing.isClosed ? "closed" : "open")),
            .init("documents", .integer(standing.documents)),
            .init("skipped", .array(standing.skipped.map(skipped))),
            .init("run", run.map { self.run($0, language) } ?? .null),
        ])
    }

    private static func run(_ run: ClosingRuns.Run, _ language: Language) -> JSONValue {
        .object([
            .init("dryRun", .bool(run.isDryRun)), .init("startedAt", .string(run.startedAt.description)),
            .init("endedAt", run.endedAt.map { .string($0.description) } ?? .null),
            .init(
                "progress",
                run.progress.map {
                    [
                        "step": .string($0.step), "done": .integer($0.done), "total": .integer($0.total),
                    ]
                } ?? .null),
            .init("documents", .integer(run.documents)), .init("skipped", .array(run.skipped.map(skipped))),
            .init("blocked", .array(run.blocked.map { blocked($0, language) })),
            .init("tieOuts", .array(run.tieOuts.map(tieOut))),
            .init("problem", run.problem.map { JSONValue.flaw($0, language) } ?? .null),
        ])
    }

    private static func skipped(_ skipped: ClosingReport.Skipped) -> JSONValue {
        [
            "counterparty": .string(skipped.party.taxID.text),
            "project": skipped.project.map { .string($0.text) } ?? .null, "reason": .string(skipped.reason),
        ]
    }

    private static func blocked(_ blocked: ClosingReport.Blocked, _ language: Language) -> JSONValue {
        guard case .object(let flaw) = JSONValue.flaw(blocked.problem, language) else { return .null }
        return .object(
            [
                .init("counterparty", .string(blocked.party.taxID.text)),
                .init("account", .string(blocked.account.text)),
            ] + flaw)
    }

    private static func tieOut(_ tieOut: ClosingReport.TieOut) -> JSONValue {
        [
            "counterparty": .string(tieOut.counterparty.text),
            "portions": .string(tieOut.portions.description),
            "documents": .string(tieOut.documents.description), "ledger": .string(tieOut.ledger.description),
            "agrees": .bool(tieOut.agrees),
        ]
    }

    static let schema = Shape.object([
        ("month", Shape.month), ("region", Shape.region), ("state", ["enum": ["open", "running", "closed"]]),
        ("documents", Shape.count), ("skipped", skips),
        (
            "run",
            [
                "type": ["object", "null"],
                "required": [
                    "dryRun", "startedAt", "endedAt", "progress", "documents", "skipped", "blocked",
                    "tieOuts", "problem",
                ],
                "properties": [
                    "dryRun": Shape.flag, "startedAt": Shape.instant, "endedAt": Shape.mayBeInstant,
                    "progress": [
                        "type": ["object", "null"], "required": ["step", "done", "total"],
                        "properties": ["step": Shape.text, "done": Shape.count, "total": Shape.count],
                    ],
                    "documents": Shape.count, "skipped": skips,
                    "blocked": Shape.list(
                        of: Shape.object([
                            ("counterparty", Shape.text), ("account", Shape.text), ("code", Shape.text),
                            ("message", Shape.text),
                        ])),
                    "tieOuts": Shape.list(
                        of: Shape.object([
                            ("counterparty", Shape.text), ("portions", Shape.sum), ("documents", Shape.sum),
                            ("ledger", Shape.sum), ("agrees", Shape.flag),
                        ])),
                    "problem": [
                        "type": ["object", "null"], "required": ["code", "message"],
                        "properties": ["code": Shape.text, "message": Shape.text],
                    ],
                ],
            ]
        ),
    ])

    private static let skips = Shape.list(
        of: Shape.object([
            ("counterparty", Shape.text), ("project", Shape.mayBeText), ("reason", Shape.text),
        ]))
}
