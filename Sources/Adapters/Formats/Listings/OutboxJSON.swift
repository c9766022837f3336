import Basics
package import UseCases

/// A message that waits, as JSON, the same for the command and for HTTP.
package enum OutboxJSON {
    package static func value(_ waiting: OutboxMessage.Waiting) -> JSONValue {
        .object([
            JSONValue.Member("topic", .string(waiting.message.topic.rawValue)),
            JSONValue.Member("subject", .string(waiting.message.subject)),
            JSONValue.Member("account", .string(waiting.message.account.text)),
            JSONValue.Member("since", .string(waiting.madeAt.description)),
            JSONValue.Member("nextTry", .string(waiting.dueAt.description)),
            JSONValue.Member("tries", .integer(waiting.attempts)),
            JSONValue.Member("trouble", waiting.trouble.map(JSONValue.string) ?? .null),
        ])
    }
}
