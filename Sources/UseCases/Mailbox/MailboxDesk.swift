package import Access
package import Basics
import Counterparties
import Notices
import Projects
package import Regions
package import Requests
import Wording

/// What the program has to read letters with and out of.
package struct IncomingMail: Sendable {
    package let reader: LetterReader
    package let mailboxes: [Mailbox]
    /// The mail server whose word on the sender is believed; nil = none's is, and none is needed.
    package let trusted: String?

    package init(reader: LetterReader, mailboxes: [Mailbox] = [], trusted: String? = nil) {
        self.reader = reader
        self.mailboxes = mailboxes
        self.trusted = trusted?.lowercased()
    }

    /// No letter is ever read.
    package static let none = IncomingMail(reader: LetterReader { _ in IncomingLetter() })
}

/// Letters that come into the departments' mailboxes: each is taken once; what fits a kind of request becomes one, what
/// answers one is added to it, all else waits for a person. Nothing is ever sent to an address because a letter says
/// that it is from there: answers go to the user who is known by it.
package struct MailboxDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest
    let mail: IncomingMail

    package static let perPage = 50
    /// Of one sender within a day, for which no person is needed; the others wait. No ring of programs that answer each
    /// other goes round more often.
    package static let mostPerDay = 50
    /// Letters back to one sender within a day for what is missing.
    package static let mostAsked = 5
    /// Of a mailbox that was never looked into, or whose numbers began anew, older letters stay where they are.
    package static let firstDays: Int32 = 3

    package var mailboxes: [Mailbox] { mail.mailboxes }

    // MARK: What comes

    private struct Stopped: Error {}

    /// Takes what has come into a mailbox since the last look. Throws `MailboxFault`; what was taken before stays taken.
    package func fetch(
        _ mailbox: Mailbox, while goesOn: () -> Bool = { true }, taken: (ReceivedLetter) -> Void = { _ in }
    ) throws {
        let known = try store.read { try $0.place(of: mailbox.name) }
        let since = (known?.lookedAt ?? clock.now()).microseconds / 86_400_000_000
        do {
            try mailbox.fetch(known?.place, Day(number: Int32(since) - MailboxDesk.firstDays)) { fetched in
                guard goesOn() else { throw Stopped() }
                let letter = try take(
                    fetched.bytes, isHead: fetched.isHead, from: mailbox.name, in: mailbox.region,
                    at: fetched.place)
                if let letter { taken(letter) }
            }
        } catch is Stopped {}
    }

    /// Takes one letter out of its bytes; nil = it was taken before.
    package func take(
        _ bytes: [UInt8], isHead: Bool = false, from mailbox: String, in region: Region? = nil,
        at place: MailboxPlace? = nil
    ) throws -> ReceivedLetter? {
        let read = mail.reader.read(bytes)
        let now = clock.now()
        return try store.transaction { records in
            try records.lock(.mailboxes)
            if let place {
                if let known = try records.place(of: mailbox)?.place, known.validity == place.validity,
                    known.uid >= place.uid
                {
                    return nil
                }
                try records.keep(place, of: mailbox, at: now)
            }
            var identity = MailboxDesk.identity(read, digest)
            // What was not read whole may be another, though the rest is the same.
            if isHead || bytes.isEmpty || read.leftOut > 0 {
                identity += digest.sha256(bytes)
                if let place { identity += Array("\(place.validity)/\(place.uid)".utf8) }
            }
            let mark = digest.sha256(identity)
            guard try records.receivedLetter(marked: mark) == nil else { return nil }
            let (files, strange) = MailboxDesk.kept(read.files)
            let leftOut = strange + (read.leftOut > 0 ? ["+\(read.leftOut)"] : [])
            let sorting = LetterSorting(
                records: records,
                requests: RequestsDesk(store: OpenTransaction(records: records), clock: clock),
                mail: mail, letter: read, isHead: isHead || bytes.count > IncomingLetter.mostBytes,
                region: region, mark: mark, files: files, now: now)
            var letter = ReceivedLetter(
                number: try records.nextLetterNumber(), mark: mark, mailbox: mailbox, receivedAt: now,
                messageID: read.messageID, sender: read.sender, senderName: read.senderName,
                user: try sorting.user()?.id, subject: read.subject, text: read.text,
                writtenAt: read.writtenAt, leftOut: leftOut, answers: try sorting.asked()?.number,
                state: .waiting)
            try sorting.sort(&letter)
            try records.insert(letter, files)
            return letter
        }
    }

    /// Message-ID and all that it says: nobody can make a letter look known that is another.
    private static func identity(_ letter: IncomingLetter, _ digest: Digest) -> [UInt8] {
        var bytes: [UInt8] = []
        for text in [
            letter.messageID, letter.sender, letter.subject, letter.writtenAt?.description ?? "", letter.text,
        ] { bytes += Array(text.utf8) + [0] }
        for file in letter.files { bytes += digest.sha256(file.bytes) }
        return bytes
    }

    /// Those that a request may hold, and the names of the others.
    private static func kept(_ files: [IncomingLetter.File]) -> (files: [RequestFile], leftOut: [String]) {
        var (kept, leftOut): ([RequestFile], [String]) = ([], [])
        for file in files {
            do throws(RequestsProblem) {
                kept.append(try RequestFile(named: file.name, file.bytes))
            } catch { leftOut.append(file.name.isEmpty ? "—" : file.name) }
        }
        return (kept, leftOut)
    }

    // MARK: What the staff see and do

    /// A page of letters in one state.
    package struct List: Sendable {
        package let state: LetterState
        package let letters: [ReceivedLetter]
        package let next: Int64?
    }

    package func list(_ state: LetterState, before number: Int64? = nil, for viewer: Viewer) throws -> List {
        guard viewer.mayEverywhere(.requests) else { throw AccessProblem.notAllowed }
        return try store.read { records in
            let found = try records.receivedLetters(
                state, before: number, limit: MailboxDesk.perPage + 1)
            let letters = Array(found.prefix(MailboxDesk.perPage))
            return List(
                state: state, letters: letters,
                next: found.count > MailboxDesk.perPage ? letters.last?.number : nil)
        }
    }

    /// A letter with all that is known of it.
    package struct View: Sendable {
        package let letter: ReceivedLetter
        package let files: [ReceivedLetter.Attached]
        package let user: User?
        /// Where the sender may ask for something.
        package let projects: [PID]
        /// The letter of ours that came back.
        package let bounced: Letter?
        package let audit: [AuditEntry]
    }

    package func view(_ number: Int64, for viewer: Viewer) throws -> View {
        guard viewer.mayEverywhere(.requests) else { throw AccessProblem.notAllowed }
        return try store.read { records in
            let letter = try records.knownLetter(number)
            let user = try letter.user.flatMap { try records.user($0) }
            let projects = try user.map { try records.projects(ofMember: $0.id) } ?? [:]
            return View(
                letter: letter, files: try records.files(of: letter), user: user,
                projects: projects.filter { Right.requests.isHeld(by: $0.value) }.keys.sorted(),
                bounced: letter.state == .bounce ? try records.letter(letter.about) : nil,
                audit: try records.auditEntries(
                    AuditSearch(object: letter.object), before: nil, limit: 50))
        }
    }

    package func file(
        _ number: Int64, place: Int, for viewer: Viewer
    ) throws -> (file: ReceivedLetter.Attached, bytes: [UInt8])? {
        guard viewer.mayEverywhere(.requests) else { throw AccessProblem.notAllowed }
        return try store.read { records in
            let letter = try records.knownLetter(number)
            guard let file = try records.files(of: letter).first(where: { $0.place == place }),
                let bytes = try records.attachment(file.sha256)
            else { return nil }
            return (file, bytes)
        }
    }

    /// The form of a kind for the letter's sender, filled in from its text.
    package struct Draft: Sendable {
        package let view: View
        package let head: ProjectHead
        package let kind: RequestKind
        package let values: [RequestField: String]
        /// For whom the request is made, who reads its answers.
        package let customer: User
    }

    package func draft(
        _ number: Int64, _ kind: RequestKind, in pid: PID, for viewer: Viewer
    ) throws -> Draft {
        let view = try view(number, for: viewer)
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .requests, at: now, for: viewer)
            let customer = try records.customer(of: view.letter, in: pid)
            let form = LetterForm(subject: view.letter.subject, view.letter.text)
            let requests = RequestsDesk(store: store, clock: clock)
            let filled = try form.filled(kind, known: requests.known(head, of: customer), files: [])
            return Draft(
                view: view, head: head, kind: kind,
                values: Dictionary(
                    uniqueKeysWithValues: filled.values.compactMap { name, value in
                        RequestField(rawValue: name).map { ($0, value) }
                    }), customer: customer)
        }
    }

    /// Makes a request of a letter, for its sender if the project is theirs to speak for, else for its owner: answers
    /// go to addresses on record.
    @discardableResult
    package func makeRequest(
        of number: Int64, _ kind: RequestKind, _ values: [String: String], in pid: PID, key: String,
        by user: User
    ) throws -> ReceivedLetter {
        try settle(number, key, user) { letter, records, requests in
            let customer = try records.customer(of: letter, in: pid)
            let files = try files(of: letter, for: kind, records)
            let made = try requests.make(
                kind, values, try words(letter, files, customer), in: pid, by: customer)
            letter.take(made)
            return "requests/\(made.number)"
        }
    }

    /// Adds a letter to a request as the customer's reply.
    @discardableResult
    package func attach(
        _ number: Int64, to request: Int64, key: String, by user: User
    ) throws -> ReceivedLetter {
        try settle(number, key, user) { letter, records, requests in
            let known = try records.knownRequest(request)
            let customer = try records.customer(of: letter, in: known.project)
            let files = try files(of: letter, for: nil, records)
            letter.take(
                try requests.reply(
                    request, in: known.project, try words(letter, files, customer), by: customer))
            return "requests/\(request)"
        }
    }

    @discardableResult
    package func setAside(
        _ number: Int64, reason: String, key: String, by user: User
    ) throws -> ReceivedLetter {
        let reason = try Author(user: user.id, name: user.email.text, reason: String(reason.prefix(500)))
            .withReason().reason
        return try settle(number, key, user, saying: reason) { letter, _, _ in
            letter.state = .aside
            letter.about = reason
            return "aside"
        }
    }

    /// Deals with a letter that is still open; a form that came before changes nothing, the slower of two people is told.
    private func settle(
        _ number: Int64, _ key: String, _ user: User, saying reason: String = "",
        _ work: (inout ReceivedLetter, any Records, RequestsDesk) throws -> String
    ) throws -> ReceivedLetter {
        let now = clock.now()
        return try store.transaction { records in
            guard user.side == .office, try records.clerks().contains(where: { $0.id == user.id }) else {
                throw AccessProblem.notAllowed
            }
            guard !key.isEmpty else { throw RequestsProblem.noKey }
            try records.lock(.mailboxes)
            var letter = try records.knownLetter(number)
            if letter.formKey == key { return letter }
            guard letter.state.isOpen else { throw RequestsProblem.letterDone(number) }
            let detail = try work(
                &letter, records, RequestsDesk(store: OpenTransaction(records: records), clock: clock))
            letter.wait = nil
            letter.formKey = key
            letter.version += 1
            try records.save(letter)
            let account = try letter.project.flatMap { try records.project($0)?.project.account }
            try records.keep(
                .settleLetter, on: letter.object, account: account, detail: detail,
                by: Author(user: user.id, name: user.email.text, reason: reason), at: now)
            return letter
        }
    }

    private func files(
        of letter: ReceivedLetter, for kind: RequestKind?, _ records: any Records
    ) throws -> [RequestFile] {
        var fields = (kind?.terms.fields.map(\.field) ?? []).filter { $0.shape == .file }[...]
        return try records.files(of: letter).prefix(RequestFile.most).compactMap { file in
            try records.attachment(file.sha256).map {
                try RequestFile(field: fields.popFirst(), named: file.name, $0)
            }
        }
    }

    /// What the letter says; where somebody else wrote it than reads the answers, by whom.
    private func words(
        _ letter: ReceivedLetter, _ files: [RequestFile], _ customer: User
    ) throws -> RequestWords {
        let who = letter.user == customer.id ? "" : "\(letter.sender):\n\n"
        let said = LetterForm(subject: letter.subject, letter.text).said
        return try RequestWords(
            LetterSorting.short(who + said), files: files, key: "mail/\(letter.number)")
    }
}

extension ReceivedLetter {
    mutating func take(_ request: CustomerRequest) {
        state = .taken
        wait = nil
        kind = request.kind
        project = request.project
        self.request = request.number
    }
}

extension Records {
    func knownLetter(_ number: Int64) throws -> ReceivedLetter {
        guard let letter = try receivedLetter(number) else {
            throw RequestsProblem.unknownLetter(String(number))
        }
        return letter
    }

    /// Who speaks for a project when a letter is made a request of it: its sender, else the owner.
    func customer(of letter: ReceivedLetter, in pid: PID) throws -> User {
        let members = try members(of: pid).filter { $0.user.maySignIn }
        let sender = members.first {
            $0.user.id == letter.user && Right.requests.isHeld(by: $0.membership.roles)
        }
        guard let found = sender ?? members.first(where: { $0.membership.roles.contains(.owner) }) else {
            throw RequestsProblem.noSpeaker(pid)
        }
        return found.user
    }
}
