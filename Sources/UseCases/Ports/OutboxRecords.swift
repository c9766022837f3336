package import Basics

/// The outbox: messages posted with what they tell of, done later, each at least once.
package protocol OutboxRecords {
    /// Posts a message to be done from an instant on; the same again changes nothing.
    func post(_ message: OutboxMessage, at moment: Moment, due: Moment) throws
    /// Messages of a topic whose time has come, the oldest first.
    func due(_ topic: OutboxMessage.Topic, at moment: Moment, limit: Int) throws -> [OutboxMessage.Waiting]
    /// All that wait, the oldest first.
    func waiting(_ topic: OutboxMessage.Topic?, limit: Int) throws -> [OutboxMessage.Waiting]
    /// The same behind one of them.
    func waiting(
        _ topic: OutboxMessage.Topic?, after message: OutboxMessage, madeAt: Moment, limit: Int
    ) throws -> [OutboxMessage.Waiting]
    func waiting(_ message: OutboxMessage) throws -> OutboxMessage.Waiting?
    func postpone(_ message: OutboxMessage, until moment: Moment, trouble: String) throws
    func finish(_ message: OutboxMessage, at moment: Moment) throws
    /// How many wait, how many of those have failed before, and since when the oldest waits.
    func outboxCount(_ topic: OutboxMessage.Topic) throws -> OutboxCount
}

package struct OutboxCount: Hashable, Sendable {
    package let waiting: Int
    package let failing: Int
    package let oldest: Moment?

    package init(waiting: Int, failing: Int, oldest: Moment?) {
        self.waiting = waiting
        self.failing = failing
        self.oldest = oldest
    }
}

extension OutboxRecords {
    /// To be done at once.
    func post(_ message: OutboxMessage, at moment: Moment) throws {
        try post(message, at: moment, due: moment)
    }
}
