import Formats
import HTTPTypes
import UseCases

/// Looking at a project.
package enum ProjectRoutes {
    package static func all() -> [Route] {
        [
            Route(
                .get, "/v1/projects/{pid}", opening: .scopes([.read, .balance]),
                summary: "What a project has: payment account, bonuses, debt, state; of what is settled.",
                answers: [AnswerShape(200, "The balance.", schema: balance)],
                work: .desk { app, call in
                    let value = BalanceJSON.value(try app.balances.balance(of: try call.project()))
                    return .json(value)
                })
        ]
    }

    private static let amount: JSONValue = ["type": "string", "pattern": "^-?[0-9]+\\.[0-9]{2}$"]

    private static let balance: JSONValue = [
        "type": "object",
        "required": ["pid", "region", "currency", "payment", "debt", "bonuses", "state", "deletionDue"],
        "properties": [
            "pid": ["type": "string"], "region": ["type": "string"], "currency": ["type": "string"],
            "payment": amount, "debt": amount,
            "bonuses": ["type": "object", "additionalProperties": amount],
            "state": ["enum": ["active", "frozen", "conserved"]],
            "deletionDue": ["type": ["string", "null"], "format": "date-time"],
        ],
    ]
}
