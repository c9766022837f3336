package import Access
package import Basics
package import Wording

/// A letter to be sent, rendered in the language of who reads it.
package struct Letter: Hashable, Sendable {
    package let id: String
    /// What it is about, as `LetterText` names it.
    package let kind: String
    package let to: EmailAddress
    package let language: Language
    package let subject: String
    package let body: String
    package let createdAt: Moment
    package let delivery: Delivery

    /// What became of it.
    package enum Delivery: Hashable, Sendable {
        /// `trouble`: what kept it so far.
        case waiting(trouble: String?)
        case sent(at: Moment)
        case failed(at: Moment, why: String)
    }

    package init(
        id: String, kind: String, to: EmailAddress, language: Language, subject: String, body: String,
        createdAt: Moment, delivery: Delivery = .waiting(trouble: nil)
    ) {
        self.id = id
        self.kind = kind
        self.to = to
        self.language = language
        self.subject = subject
        self.body = body
        self.createdAt = createdAt
        self.delivery = delivery
    }
}

/// A one-time code of a letter's link, known by its SHA-256.
package struct OneTimeCode: Hashable, Sendable {
    /// What who has it may do.
    package enum Purpose: Hashable, Sendable {
        case confirmation(UserID)
        case reset(UserID)
        case invitation(PID, Set<CustomerRole>, by: UserID)
    }

    package let hash: [UInt8]
    package let purpose: Purpose
    package let email: EmailAddress
    package let createdAt: Moment
    package let expiresAt: Moment

    package init(
        hash: [UInt8], purpose: Purpose, email: EmailAddress, createdAt: Moment, expiresAt: Moment
    ) {
        self.hash = hash
        self.purpose = purpose
        self.email = email
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
