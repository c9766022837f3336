import Basics
import Formats
import HTTPTypes
import UseCases

/// Who works on the database, and who does what.
package enum NodeRoutes {
    package static func all() -> [Route] {
        [
            Route(
                .get, "/v1/nodes", opening: .house([.read]),
                summary:
                    "The processes that work on the database, the oldest first, and the leases each holds.",
                answers: [AnswerShape(200, "A page of nodes.", schema: Page.schema(of: node))],
                query: Page.query, work: .desk(list))
        ]
    }

    private static let list: @Sendable (App, Call) throws -> Reply = { app, call in
        let page = try Page(call)
        let place = try page.place(place)
        let found = try app.nodes.list().filter { node in place.map { $0 < order(node) } ?? true }
            .prefix(page.limit)
        return page.answer(
            found.map(NodeJSON.value), last: found.last.map { "\(order($0).0)\n\(order($0).1)" })
    }

    private static func order(_ node: NodeStanding) -> (Int64, NodeID) {
        (node.record.startedAt.microseconds, node.record.node.id)
    }

    private static func place(_ text: String) -> (Int64, NodeID)? {
        let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let at = Int64(parts[0]) else { return nil }
        return (at, NodeID(String(parts[1])))
    }

    private static let states: JSONValue = [
        "enum": .array(NodeStanding.State.allCases.map { .string($0.rawValue) })
    ]

    private static let lease = Shape.object([
        ("name", Shape.text), ("token", Shape.count), ("since", Shape.instant), ("until", Shape.instant),
    ])

    private static let node = Shape.object([
        ("node", Shape.text), ("host", Shape.text), ("process", Shape.count), ("version", Shape.text),
        ("works", Shape.flag), ("since", Shape.instant), ("seen", Shape.instant),
        ("state", states), ("leases", Shape.list(of: lease)),
    ])
}
