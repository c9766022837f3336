import Basics
import Formats
import Funding
import HTTPTypes
import UseCases

/// Credits that happened elsewhere. A credit settles its project at once: it freezes or thaws by it.
package enum CreditRoutes {
    package static func all() -> [Route] {
        [
            Route(
                .post, "/v1/credits", opening: .scopes([.money]),
                summary: "Takes a card, SBP, wallet or mobile payment, or a bonus grant.",
                takes: RequestShape(types: ["application/json"], schema: credit),
                answers: Shape.takenAnswers, isKeyed: true, work: .desk(take))
        ]
    }

    private static let take: @Sendable (App, Call) throws -> Reply = { app, call in
        var reader = CreditLines()
        let credit = try reader.credit(in: call.body[...])
        guard call.sees([credit.project]) else {
            throw FundingProblem.unknownProject(credit.id, credit.project)
        }
        let taken = try app.credits.take(credit)
        // Where settling fails the credit stands, and the work behind the doors tries it again.
        _ = try app.settlement.settle([credit.project])
        return .taken(taken, reader.takeWarnings(), call.language)
    }

    private static let money = Shape.object(
        [
            ("id", Shape.name), ("kind", ["enum": ["card", "sbp", "wallet", "mobile"]]),
            ("project", Shape.pid), ("amount", Shape.amount), ("at", Shape.instant),
            (
                "instrument",
                [
                    "type": ["object", "null"],
                    "properties": [
                        "first6": ["type": ["string", "null"], "pattern": "^[0-9]{6}$"],
                        "last4": ["type": ["string", "null"], "pattern": "^[0-9]{4}$"],
                        "scheme": Shape.mayBeText,
                        "issuerCountry": ["type": ["string", "null"], "pattern": "^[A-Z]{2}$"],
                    ],
                ]
            ),
        ], optional: ["instrument"])

    private static let grant = Shape.object([
        ("id", Shape.name), ("kind", ["const": "bonus"]), ("project", Shape.pid), ("amount", Shape.amount),
        ("bonusType", Shape.name), ("granted", Shape.instant), ("expires", Shape.instant),
    ])

    private static let credit: JSONValue = ["oneOf": [money, grant]]
}
