package import Access
package import Basics
package import Requests

/// A letter that came, as it is kept.
package struct ReceivedLetter: Hashable, Sendable {
    package let number: Int64
    /// SHA-256 over its Message-ID and what it says: the same letter has the same, however it came.
    package let mark: [UInt8]
    package let mailbox: String
    package let receivedAt: Moment
    package let messageID: String
    package let sender: String
    package let senderName: String
    /// Whose address that is; nil = nobody's who signs in.
    package let user: UserID?
    package let subject: String
    package let text: String
    package let writtenAt: Moment?
    /// Files that are not kept, by their names: no scans, or too many.
    package let leftOut: [String]
    /// The letter that this one answers, where its sender was asked for more.
    package let answers: Int64?
    package var state: LetterState
    package var wait: LetterWait?
    package var kind: RequestKind?
    package var project: PID?
    package var request: Int64?
    /// Of a bounce: the letter of ours. Of one put aside: the reason.
    package var about: String
    package var askedAt: Moment?
    /// The form that dealt with it.
    package var formKey = ""
    package var version: Int64 = 1

    /// How the audit trail names it.
    package var object: String { "letters/\(number)" }

    package init(
        number: Int64, mark: [UInt8], mailbox: String, receivedAt: Moment, messageID: String, sender: String,
        senderName: String, user: UserID?, subject: String, text: String, writtenAt: Moment?,
        leftOut: [String], answers: Int64?, state: LetterState, wait: LetterWait? = nil,
        kind: RequestKind? = nil, project: PID? = nil, request: Int64? = nil, about: String = "",
        askedAt: Moment? = nil
    ) {
        self.number = number
        self.mark = mark
        self.mailbox = mailbox
        self.receivedAt = receivedAt
        self.messageID = messageID
        self.sender = sender
        self.senderName = senderName
        self.user = user
        self.subject = subject
        self.text = text
        self.writtenAt = writtenAt
        self.leftOut = leftOut
        self.answers = answers
        self.state = state
        self.wait = wait
        self.kind = kind
        self.project = project
        self.request = request
        self.about = about
        self.askedAt = askedAt
    }

    /// A file that came with it, held to the same as a request's.
    package struct Attached: Hashable, Sendable {
        package let place: Int
        package let name: String
        package let type: ScanType
        package let size: Int
        package let sha256: [UInt8]

        package init(place: Int, name: String, type: ScanType, size: Int, sha256: [UInt8]) {
            self.place = place
            self.name = name
            self.type = type
            self.size = size
            self.sha256 = sha256
        }
    }
}
