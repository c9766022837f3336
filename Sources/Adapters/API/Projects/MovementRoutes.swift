import Basics
import Formats
import Funding
import HTTPTypes
import Metering
import UseCases

/// What moved a project's balances, and its day lines.
package enum MovementRoutes {
    package static func all() -> [Route] {
        [
            Route(
                .get, "/v1/projects/{pid}/movements", opening: .scopes([.read]),
                summary: "Each day's charges, credits and bonuses that ended; all amounts make the balances.",
                answers: [AnswerShape(200, "A page of movements.", schema: Page.schema(of: movement))],
                query: Page.query, work: .desk(movements)),
            Route(
                .get, "/v1/projects/{pid}/day-lines", opening: .scopes([.read]),
                summary: "A month's day lines with what paid for them, by day, resource and SKU.",
                answers: [AnswerShape(200, "A page of lines.", schema: Page.schema(of: dayLine))],
                query: [QueryShape("month", "The month, 2026-10.", isNeeded: true, schema: Shape.month)]
                    + Page.query,
                work: .desk(dayLines)),
        ]
    }

    private static let movements: @Sendable (App, Call) throws -> Reply = { app, call in
        let page = try Page(call)
        let found = try app.movements.movements(
            of: try call.project(), after: try page.place { MovementOrder(place: $0) }, limit: page.limit)
        return page.answer(found.map(value), last: found.last?.order.place)
    }

    private static let dayLines: @Sendable (App, Call) throws -> Reply = { app, call in
        let pid = try call.project()
        guard let month = try call.query("month", { Month($0) }) else {
            throw APIProblem.badParameter("month", "")
        }
        let page = try Page(call)
        let lines = try app.balances.detail(
            of: pid, month: month, after: try page.place { DayLineKey(place: $0) }, limit: page.limit)
        return page.answer(lines.map { DayLineJSON.value(pid, $0) }, last: lines.last?.line.key.place)
    }

    private static func value(_ movement: ListedMovement) -> JSONValue {
        var kind: String
        var more: [JSONValue.Member] = []
        switch movement.step {
        case .charges(let day):
            kind = "charges"
            more = [.init("day", .string(day.day.description)), .init("dayLines", .integer(day.dayLines))]
        case .credit(let credit):
            kind = "credit"
            more = [
                .init("address", .string(ExplanationAddress.credit(credit.id).text)),
                .init("means", .string(means(credit.kind))),
            ]
        case .takeBack(let credit):
            kind = "take-back"
            more = [
                .init("address", .string(ExplanationAddress.credit(credit.id).text)),
                .init("means", .string(means(credit.kind))),
            ]
        case .expiry(let grant):
            kind = "expiry"
            more = [
                .init("address", .string(ExplanationAddress.credit(grant.id).text)),
                .init("means", "bonus"),
            ]
        }
        return .object(
            [
                .init("kind", .string(kind)), .init("at", .string(movement.order.at.description)),
                .init("amount", .string(Money.text(minor: movement.amount))),
            ] + more)
    }

    private static func means(_ kind: Credit.Kind) -> String {
        switch kind {
        case .bonus: "bonus"
        case .money(.bank): "bank"
        case .money(.card): "card"
        case .money(.sbp): "sbp"
        case .money(.wallet): "wallet"
        case .money(.mobile): "mobile"
        }
    }

    private static let movement = Shape.object(
        [
            ("kind", ["enum": ["charges", "credit", "expiry", "take-back"]]), ("at", Shape.instant),
            ("amount", Shape.sum), ("day", Shape.day), ("dayLines", Shape.count), ("address", Shape.text),
            ("means", ["enum": ["bonus", "bank", "card", "sbp", "wallet", "mobile"]]),
        ], optional: ["day", "dayLines", "address", "means"])

    private static let dayLine = Shape.object([
        ("address", Shape.text), ("day", Shape.day), ("pid", Shape.pid), ("service", Shape.text),
        ("sku", Shape.text), ("resource", Shape.text), ("unit", Shape.text), ("quantity", Shape.text),
        ("cost", Shape.sum), ("bonus", Shape.sum), ("payment", Shape.sum), ("bankFunded", Shape.sum),
        ("debt", Shape.sum), ("labels", ["type": "object", "additionalProperties": Shape.text]),
    ])
}

/// Where a page of day lines ended.
extension DayLineKey {
    fileprivate var place: String { "\(day)\n\(resource)\n\(sku)" }

    fileprivate init?(place: String) {
        let parts = place.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let day = Day(parts[0]) else { return nil }
        self.init(day: day, resource: ResourceID(parts[1]), sku: SKU(parts[2]))
    }
}
