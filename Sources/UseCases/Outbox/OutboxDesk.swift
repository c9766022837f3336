package import Basics

/// Shows what waits in the outbox.
package struct OutboxDesk: Sendable {
    let store: any Store

    package func waiting(
        _ topic: OutboxMessage.Topic? = nil, limit: Int = 1_000
    ) throws -> [OutboxMessage.Waiting] {
        try store.read { try $0.waiting(topic, limit: limit) }
    }

    /// Those behind one of them.
    package func waiting(
        _ topic: OutboxMessage.Topic?, after message: OutboxMessage, madeAt: Moment, limit: Int
    ) throws -> [OutboxMessage.Waiting] {
        try store.read { try $0.waiting(topic, after: message, madeAt: madeAt, limit: limit) }
    }

    /// A message's turn comes now instead of later; told in the same breath.
    package func hasten(_ message: OutboxMessage, at now: Moment, by author: Author) throws {
        try store.transaction { records in
            guard try records.hasten(message, at: now) else { return }
            try records.keep(
                .retryOutbox, on: "outbox/\(message.topic.rawValue)", account: message.account,
                detail: message.subject, by: author, at: now)
        }
    }

    package func count(_ topic: OutboxMessage.Topic) throws -> OutboxCount {
        try store.read { try $0.outboxCount(topic) }
    }
}
