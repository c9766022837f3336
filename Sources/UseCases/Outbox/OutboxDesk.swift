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

    package func count(_ topic: OutboxMessage.Topic) throws -> OutboxCount {
        try store.read { try $0.outboxCount(topic) }
    }
}
