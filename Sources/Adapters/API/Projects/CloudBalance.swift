import Basics
import Formats
import HTTPTypes
import Notices
import Projects
import UseCases
import Wording

/// The balance call as VK Cloud publishes it, errors and all, so that what its customers wrote for it
/// works here (R137, R138). Sums are JSON numbers with two decimals, as its description says (O43).
package enum CloudBalance {
    package static func all() -> [Route] {
        [
            Route(
                .get, "/billing/public/v1/projects/{pid}/balances/amount",
                opening: .scopes([.balance, .read]),
                summary: "The balance of a project and its bonuses, as VK Cloud publishes the call.",
                answers: [
                    AnswerShape(200, "The two sums.", schema: sums),
                    AnswerShape(404, "There is no such project.", schema: error),
                    AnswerShape(422, "This names no project.", schema: validation),
                ],
                dress: refuse, work: .desk(answer))
        ]
    }

    private static let answer: @Sendable (App, Call) throws -> Reply = { app, call in
        guard PID(call.name("pid")) != nil else { throw APIProblem.badParameter("pid", call.name("pid")) }
        let balance = try app.balances.balance(of: try call.project())
        let bonus = try balance.bonuses.reduce(Money.zero(balance.payment.currency)) { try $0 + $1.amount }
        return .json(
            .object([
                .init("base", .number(balance.payment.description)),
                .init("bonus", .number(bonus.description)),
            ]))
    }

    private static let refuse: Route.Dress = { problem, status, language, _ in
        let text = Wordbook.phrase(problem).text(language)
        if case .badParameter(let name, _) = problem as? APIProblem {
            return .json(
                .object([
                    .init("loc", ["path", .string(name)]), .init("msg", .string(text)),
                    .init("type", "value_error"),
                ]), status: 422)
        }
        return .json(
            .object([.init("error", .string(status == 404 ? "project not found" : text))]), status: status)
    }

    private static let sums: JSONValue = [
        "type": "object", "required": ["base", "bonus"],
        "properties": ["base": ["type": "number"], "bonus": ["type": "number"]],
    ]
    private static let error: JSONValue = [
        "type": "object", "required": ["error"], "properties": ["error": ["type": "string"]],
    ]
    private static let validation: JSONValue = [
        "type": "object", "required": ["loc", "msg", "type"],
        "properties": [
            "loc": ["type": "array", "items": ["type": "string"]], "msg": ["type": "string"],
            "type": ["type": "string"],
        ],
    ]
}
