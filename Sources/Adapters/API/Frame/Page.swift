package import Formats
import UseCases

/// A part of a long list: at most so many items, and where the next part begins.
package struct Page: Sendable {
    package static let most = 1000

    package let limit: Int
    /// The place behind which it begins, as the page before told it.
    package let after: String?

    package init(_ call: Call) throws {
        limit = try call.query("limit") { Int($0).flatMap { (1...Page.most).contains($0) ? $0 : nil } } ?? 100
        after = try call.query("after") { text in
            Hex.bytes(text).flatMap { String(validating: $0, as: UTF8.self) }
        }
    }

    /// The place as a value; one that was made up is refused.
    package func place<Value>(_ read: (String) -> Value?) throws -> Value? {
        guard let after else { return nil }
        guard let value = read(after) else { throw APIProblem.badParameter("after", after) }
        return value
    }

    /// The answer: the items, and the last one's place where there may be more. `found`: how many there were before
    /// those that are not the caller's were left out.
    package func answer(_ items: [JSONValue], last place: String?, found: Int? = nil) -> Reply {
        let next = (found ?? items.count) < limit ? nil : place.map { Hex.text(Array($0.utf8)) }
        return .json(
            .object([.init("items", .array(items)), .init("next", next.map(JSONValue.string) ?? .null)]))
    }

    package static let query: [QueryShape] = [
        QueryShape(
            "limit", "How many items at most; 100 unless told.",
            schema: ["type": "integer", "minimum": 1, "maximum": .integer(most)]),
        QueryShape(
            "after", "Where the page before ended: its `next`.",
            schema: ["type": "string", "pattern": "^([0-9a-f]{2})+$"]),
    ]

    package static func schema(of item: JSONValue) -> JSONValue {
        Shape.object([
            ("items", ["type": "array", "items": item]),
            ("next", ["type": ["string", "null"], "description": "Null where this page was not full."]),
        ])
    }
}
