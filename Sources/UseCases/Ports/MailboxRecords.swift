package import Access
package import Basics
package import Requests

/// Letters that came, and how far each mailbox is read.
package protocol MailboxRecords {
    func place(of mailbox: String) throws -> (place: MailboxPlace, lookedAt: Moment)?
    func keep(_ place: MailboxPlace, of mailbox: String, at moment: Moment) throws
    func receivedLetter(_ number: Int64) throws -> ReceivedLetter?
    func receivedLetter(marked mark: [UInt8]) throws -> ReceivedLetter?
    /// In one state, the latest first.
    func receivedLetters(_ state: LetterState, before number: Int64?, limit: Int) throws -> [ReceivedLetter]
    /// Of one sender since a moment, counted so far and no further; of those only what was asked back.
    func receivedLetters(from user: UserID, since: Moment, onlyAsked: Bool, upTo most: Int) throws -> Int
    /// 1…N; to be asked behind the lock of mailboxes.
    func nextLetterNumber() throws -> Int64
    func insert(_ letter: ReceivedLetter, _ files: [RequestFile]) throws
    /// Keeps what can change of a letter.
    func save(_ letter: ReceivedLetter) throws
    func files(of letter: ReceivedLetter) throws -> [ReceivedLetter.Attached]
    /// A letter of ours, by its id.
    func letter(_ id: String) throws -> Letter?
    /// Notes that it came back.
    func note(bounced letter: Letter, _ why: String, at moment: Moment) throws
}
