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
    /// The copies of documents that go with it; their bytes stand among the printed papers.
    package let copies: Copies?
    package let delivery: Delivery

    package struct Copies: Hashable, Sendable {
        package let package: PackageName
        package let papers: [PaperKey]

        package init(package: PackageName, papers: [PaperKey]) {
            self.package = package
            self.papers = papers
        }
    }

    /// What the files are called that go with it.
    package var fileNames: [String] { copies?.papers.map(\.fileName) ?? [] }

    /// What became of it.
    package enum Delivery: Hashable, Sendable {
        /// `trouble`: what kept it so far.
        case waiting(trouble: String?)
        case sent(at: Moment)
        case failed(at: Moment, why: String)
        /// It was taken and came back.
        case bounced(at: Moment, why: String)
    }

    package init(
        id: String, kind: String, to: EmailAddress, language: Language, subject: String, body: String,
        createdAt: Moment, copies: Copies? = nil, delivery: Delivery = .waiting(trouble: nil)
    ) {
        self.id = id
        self.kind = kind
        self.to = to
        self.language = language
        self.subject = subject
        self.body = body
        self.createdAt = createdAt
        self.copies = copies
        self.delivery = delivery
    }

    /// The part of its Message-ID before the @: its id in letters and digits, the other bytes as `-2F`. The same letter
    /// has the same however often it is tried, and an answer that names it leads back.
    package var messageWord: String {
        id.utf8.map { byte in
            Letter.isPlain(byte) ? String(UnicodeScalar(byte)) : "-" + Hex.text([byte]).uppercased()
        }.joined()
    }

    /// The id of the letter of ours that a Message-ID names, if it can be one.
    static func id(ofMessage text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8.prefix { $0 != UInt8(ascii: "@") })[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "-") {
                guard let escaped = Hex.bytes(String(decoding: rest.prefix(2), as: UTF8.self).lowercased()),
                    escaped.count == 1
                else { return nil }
                bytes += escaped
                rest = rest.dropFirst(2)
            } else if isPlain(byte) {
                bytes.append(byte)
            } else {
                return nil
            }
        }
        return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
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
