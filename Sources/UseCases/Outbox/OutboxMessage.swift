package import Basics
import Documents

/// Something the outside must still hear or get. Its subject says all that is needed to do it.
package struct OutboxMessage: Hashable, Sendable {
    package let account: AccountID
    package let topic: Topic
    package let subject: String

    package enum Topic: String, CaseIterable, Sendable {
        /// A paper to print; the subject is its address.
        case paper
        /// A letter to a customer, spelled as `Notice` reads it: "frozen/PID/instant", "package/region/month",
        /// "copies/region/month/project or *".
        case notice
    }

    package init(account: AccountID, topic: Topic, subject: String) {
        self.account = account
        self.topic = topic
        self.subject = subject
    }

    package static func paper(_ key: PaperKey, of account: AccountID) -> OutboxMessage {
        OutboxMessage(account: account, topic: .paper, subject: key.text)
    }

    static func notice(_ subject: String, to account: AccountID) -> OutboxMessage {
        OutboxMessage(account: account, topic: .notice, subject: subject)
    }

    /// What is older than this is no news: nobody is written to about it.
    static let newsSeconds: Int64 = 3 * 86_400

    /// A message that waits, and what kept it from being done so far.
    package struct Waiting: Hashable, Sendable {
        package let message: OutboxMessage
        package let madeAt: Moment
        package let dueAt: Moment
        package let attempts: Int
        package let trouble: String?

        package init(message: OutboxMessage, madeAt: Moment, dueAt: Moment, attempts: Int, trouble: String?) {
            self.message = message
            self.madeAt = madeAt
            self.dueAt = dueAt
            self.attempts = attempts
            self.trouble = trouble
        }

        /// Half a minute after the first failure, twice as long after each more, an hour at the most.
        func nextTry(after now: Moment) -> Moment {
            now.adding(seconds: min(3_600, 30 << Int64(min(attempts, 7))))
        }
    }
}
