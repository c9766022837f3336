import Basics
import UseCases

extension SQLRecords {
    package func post(_ message: OutboxMessage, at moment: Moment, due: Moment) throws {
        try run(
            """
            INSERT INTO outbox (account, topic, subject, made_at, due_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (account, topic, subject) DO NOTHING
            """,
            [
                message.account.text, message.topic.rawValue, message.subject, moment.microseconds,
                due.microseconds,
            ])
    }

    package func due(
        _ topic: OutboxMessage.Topic, at moment: Moment, limit: Int
    ) throws -> [OutboxMessage.Waiting] {
        try rows(
            """
            SELECT * FROM outbox WHERE done_at IS NULL AND topic = ? AND due_at <= ?
            ORDER BY due_at, account, subject LIMIT ?
            """, [topic.rawValue, moment.microseconds, limit]
        ).map(waiting)
    }

    package func waiting(_ topic: OutboxMessage.Topic?, limit: Int) throws -> [OutboxMessage.Waiting] {
        try rows(
            """
            SELECT * FROM outbox WHERE done_at IS NULL AND (CAST(? AS TEXT) IS NULL OR topic = ?)
            ORDER BY made_at, topic, account, subject LIMIT ?
            """, [topic?.rawValue, topic?.rawValue, limit]
        ).map(waiting)
    }

    package func waiting(
        _ topic: OutboxMessage.Topic?, after message: OutboxMessage, madeAt: Moment, limit: Int
    ) throws -> [OutboxMessage.Waiting] {
        try rows(
            """
            SELECT * FROM outbox WHERE done_at IS NULL AND (CAST(? AS TEXT) IS NULL OR topic = ?)
                AND (made_at, topic, account, subject) > (?, ?, ?, ?)
            ORDER BY made_at, topic, account, subject LIMIT ?
            """,
            [
                topic?.rawValue, topic?.rawValue, madeAt.microseconds, message.topic.rawValue,
                message.account.text, message.subject, limit,
            ]
        ).map(waiting)
    }

    package func waiting(_ message: OutboxMessage) throws -> OutboxMessage.Waiting? {
        try row(
            """
            SELECT * FROM outbox WHERE account = ? AND topic = ? AND subject = ? AND done_at IS NULL
            """, [message.account.text, message.topic.rawValue, message.subject]
        ).map(waiting)
    }

    package func postpone(_ message: OutboxMessage, until moment: Moment, trouble: String) throws {
        try run(
            """
            UPDATE outbox SET due_at = ?, attempts = attempts + 1, trouble = ?
            WHERE account = ? AND topic = ? AND subject = ? AND done_at IS NULL
            """,
            [
                moment.microseconds, trouble, message.account.text, message.topic.rawValue, message.subject,
            ])
    }

    package func finish(_ message: OutboxMessage, at moment: Moment) throws {
        try run(
            """
            UPDATE outbox SET done_at = ?, trouble = NULL
            WHERE account = ? AND topic = ? AND subject = ? AND done_at IS NULL
            """, [moment.microseconds, message.account.text, message.topic.rawValue, message.subject])
    }

    package func outboxCount(_ topic: OutboxMessage.Topic) throws -> OutboxCount {
        let row = try row(
            """
            SELECT COUNT(*) AS waiting, COUNT(trouble) AS failing, MIN(made_at) AS oldest FROM outbox
            WHERE done_at IS NULL AND topic = ?
            """, [topic.rawValue])
        let oldest: Int64? = row?["oldest"]
        return OutboxCount(
            waiting: row?["waiting"] ?? 0, failing: row?["failing"] ?? 0,
            oldest: oldest.map(Moment.init(microseconds:)))
    }

    private func waiting(_ row: Row) throws -> OutboxMessage.Waiting {
        OutboxMessage.Waiting(
            message: OutboxMessage(
                account: AccountID(row.text("account")),
                topic: try row.word("topic", OutboxMessage.Topic.self), subject: row.text("subject")),
            madeAt: row.moment("made_at"), dueAt: row.moment("due_at"), attempts: row["attempts"],
            trouble: row["trouble"])
    }
}
