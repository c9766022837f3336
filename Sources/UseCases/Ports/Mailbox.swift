package import Basics
package import Regions

/// A mailbox of a department at the provider's mail server. It blocks its thread and is never looked into inside a
/// transaction.
package struct Mailbox: Sendable {
    /// As staff know it: `docs@mail.example/INBOX`.
    package let name: String
    /// Whose customers write to it; nil = everybody's.
    package let region: Region?
    /// Hands over the letters behind a place, the oldest first, each whole; `since`: from which day on, where the place is
    /// no more or never was. Throws `MailboxFault`; what was handed over before stays so.
    package let fetch:
        @Sendable (_ behind: MailboxPlace?, _ since: Day, _ take: (FetchedLetter) throws -> Void) throws ->
            Void

    package init(
        name: String, region: Region?,
        fetch:
            @escaping @Sendable (MailboxPlace?, Day, (FetchedLetter) throws -> Void) throws -> Void
    ) {
        self.name = name
        self.region = region
        self.fetch = fetch
    }
}

/// A letter's place in a mailbox: its UID, as long as the mailbox keeps its UIDVALIDITY (RFC 3501, 2.3.1.1).
package struct MailboxPlace: Hashable, Sendable {
    package let validity: Int64
    package let uid: Int64

    package init(validity: Int64, uid: Int64) {
        self.validity = validity
        self.uid = uid
    }
}

package struct FetchedLetter: Sendable {
    package let place: MailboxPlace
    package let bytes: [UInt8]
    /// Too large: only its head is here.
    package let isHead: Bool

    package init(place: MailboxPlace, bytes: [UInt8], isHead: Bool) {
        self.place = place
        self.bytes = bytes
        self.isHead = isHead
    }
}

/// The mail server did not answer, or not as it should; in its words or the network's.
package struct MailboxFault: Error, Hashable, Sendable {
    package let reason: String

    package init(reason: String) { self.reason = reason }
}
