package import Basics

/// A letter as a reader of mail understands it: its texts are fit to be shown, whatever its sender put into them.
package struct IncomingLetter: Hashable, Sendable {
    /// Without its angles; empty where there is none.
    package var messageID = ""
    /// The letters it answers, by their Message-IDs, the latest first.
    package var answers: [String] = []
    /// The one address it says it is from; empty where there is none or several. Nobody has checked it.
    package var sender = ""
    package var senderName = ""
    package var subject = ""
    package var writtenAt: Moment?
    package var text = ""
    package var files: [File] = []
    /// Parts that are too many or too deep.
    package var leftOut = 0
    /// Written by a program: it is never answered.
    package var isAutomatic = false
    package var bounce: Bounce?
    package var checks: [SenderCheck] = []

    package struct File: Hashable, Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// What a mail server tells of a letter that it could not hand on (RFC 3464).
    package struct Bounce: Hashable, Sendable {
        /// The Message-ID of the letter that came back.
        package var original = ""
        package var recipient = ""
        /// Whether it is given up; else it is only late.
        package var isFinal = false
        /// `5.1.1` and what the server says.
        package var reason = ""

        package init() {}
    }

    /// What one mail server found of the sender (RFC 8601): which checks passed, each for a domain.
    package struct SenderCheck: Hashable, Sendable {
        package let server: String
        package let passed: [Passed]

        package struct Passed: Hashable, Sendable {
            package let method: String
            package let domain: String

            package init(method: String, domain: String) {
                self.method = method
                self.domain = domain
            }
        }

        package init(server: String, passed: [Passed]) {
            self.server = server
            self.passed = passed
        }
    }

    package init() {}

    /// Longer ones are read by their heads alone.
    package static let mostBytes = 25 << 20
    /// Of its text; more is cut off.
    package static let mostText = 20_000
    package static let mostFiles = 20
}

/// Reads a letter out of its bytes; of whatever bytes it makes something.
package struct LetterReader: Sendable {
    package let read: @Sendable ([UInt8]) -> IncomingLetter

    package init(read: @escaping @Sendable ([UInt8]) -> IncomingLetter) { self.read = read }
}
