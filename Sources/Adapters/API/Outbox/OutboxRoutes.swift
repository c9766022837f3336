import Basics
import Formats
import HTTPTypes
import UseCases

/// What waits to be printed or sent.
package enum OutboxRoutes {
    package static func all() -> [Route] {
        [
            Route(
                .get, "/v1/outbox", opening: .house([.read]),
                summary: "What waits to be printed or sent, the oldest first.",
                answers: [AnswerShape(200, "A page of messages.", schema: Page.schema(of: message))],
                query: [QueryShape("topic", "Only this topic.", schema: topics)] + Page.query,
                work: .desk(list))
        ]
    }

    private static let list: @Sendable (App, Call) throws -> Reply = { app, call in
        let page = try Page(call)
        let topic = try call.query("topic") { OutboxMessage.Topic(rawValue: $0) }
        let place = try page.place(place)
        let found =
            if let (message, madeAt) = place {
                try app.outbox.waiting(topic, after: message, madeAt: madeAt, limit: page.limit)
            } else {
                try app.outbox.waiting(topic, limit: page.limit)
            }
        return page.answer(found.map(OutboxJSON.value), last: found.last.map(text))
    }

    private static func text(_ waiting: OutboxMessage.Waiting) -> String {
        let message = waiting.message
        return
            "\(waiting.madeAt.microseconds)\n\(message.topic.rawValue)\n\(message.account)\n\(message.subject)"
    }

    private static func place(_ text: String) -> (OutboxMessage, Moment)? {
        let parts = text.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let at = Int64(parts[0]),
            let topic = OutboxMessage.Topic(rawValue: String(parts[1]))
        else { return nil }
        let message = OutboxMessage(
            account: AccountID(String(parts[2])), topic: topic, subject: String(parts[3]))
        return (message, Moment(microseconds: at))
    }

    private static let topics: JSONValue = [
        "enum": .array(OutboxMessage.Topic.allCases.map { .string($0.rawValue) })
    ]

    private static let message = Shape.object([
        ("topic", topics), ("subject", Shape.text), ("account", Shape.text), ("since", Shape.instant),
        ("nextTry", Shape.instant), ("tries", Shape.count), ("trouble", Shape.mayBeText),
    ])
}
