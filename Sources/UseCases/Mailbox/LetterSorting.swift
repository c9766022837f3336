import Access
import Basics
import Counterparties
import Notices
import Projects
import Regions
import Requests
import Wording

/// Decides what becomes of one letter, inside the transaction that keeps it.
struct LetterSorting {
    let records: any Records
    /// Over the same transaction.
    let requests: RequestsDesk
    let mail: IncomingMail
    let letter: IncomingLetter
    let isHead: Bool
    let region: Region?
    let mark: [UInt8]
    let files: [RequestFile]
    let now: Moment

    /// Who signs in with the address it says it is from.
    func user() throws -> User? {
        // Silence is right: what is no address is nobody's.
        guard let email = try? EmailAddress(letter.sender),
            let user = try records.user(emailed: email, on: .cabinet), user.maySignIn
        else { return nil }
        return user
    }

    /// The sender's letter that this one answers, after which we asked for more.
    func asked() throws -> ReceivedLetter? {
        guard let user = try user() else { return nil }
        var numbers = letter.answers.compactMap { id -> Int64? in
            let parts = (Letter.id(ofMessage: id) ?? "").split(separator: "/")
            return parts.count == 2 && parts[0] == "asked" ? Int64(parts[1]) : nil
        }
        if let token = LetterToken.find(in: letter.subject), token.project == nil {
            numbers.append(token.number)
        }
        for number in numbers {
            if let found = try records.receivedLetter(number), found.user == user.id, found.state == .asked {
                return found
            }
        }
        return nil
    }

    /// Says of the letter what becomes of it; makes requests, replies and the one letter that asks back.
    func sort(_ kept: inout ReceivedLetter) throws {
        if let bounce = letter.bounce {
            kept.state = .bounce
            try note(bounce, &kept)
            return
        }
        guard !letter.isAutomatic else {
            kept.state = .automatic
            return
        }
        guard !isHead else { return kept.wait(.tooLarge) }
        guard let user = try user() else { return kept.wait(.unknownSender) }
        guard isProven(user) else { return kept.wait(.unprovenSender) }
        let today = try records.receivedLetters(
            from: user.id, since: now.adding(seconds: -86_400), onlyAsked: false,
            upTo: MailboxDesk.mostPerDay)
        guard today < MailboxDesk.mostPerDay else { return kept.wait(.tooMany) }
        do {
            if let (pid, number) = try thread() {
                try reply(to: number, in: pid, by: user, &kept)
            } else if let asked = try asked() {
                try ask(asked.kind.map { [$0] } ?? [], after: asked, by: user, &kept)
            } else {
                try ask(RequestKind.meant(by: letter.subject), after: nil, by: user, &kept)
            }
        } catch let problem as any Problem where LetterSorting.isOfLetter(problem) {
            kept.wait(problem is RequestsProblem ? .refused : .foreign)
        }
    }

    /// What the rules of requests say against it; a damaged database is another matter.
    private static func isOfLetter(_ problem: any Problem) -> Bool {
        problem is RequestsProblem || problem is AccessProblem || problem is ProjectsProblem
    }

    /// Where the operator names a mail server, its word is needed: that DMARC passed for the address's domain, or SPF or
    /// DKIM did. What others wrote into the head counts for nothing.
    private func isProven(_ user: User) -> Bool {
        guard let trusted = mail.trusted else { return true }
        let domain = user.email.text.split(separator: "@").last.map(String.init) ?? ""
        // The last server to add its word stands first.
        let word = letter.checks.first { $0.server == trusted }
        return word?.passed.contains { $0.domain == domain } == true
    }

    /// The request that it answers: by the Message-ID of a letter of ours, else by the mark in its subject.
    private func thread() throws -> (PID, Int64)? {
        for id in letter.answers {
            let parts = (Letter.id(ofMessage: id) ?? "").split(separator: "/")
            if parts.count == 3, parts[0] == "request", let number = Int64(parts[1]),
                let request = try records.request(number)
            {
                return (request.project, number)
            }
        }
        guard let token = LetterToken.find(in: letter.subject), let pid = token.project.flatMap({ PID($0) })
        else { return nil }
        return (pid, token.number)
    }

    private func reply(
        to number: Int64, in pid: PID, by user: User, _ kept: inout ReceivedLetter
    ) throws {
        let said = LetterForm(subject: letter.subject, letter.text).said
        let words = try words(said.isEmpty && files.isEmpty ? letter.subject : said, files)
        kept.take(try requests.reply(number, in: pid, words, by: user))
    }

    /// Makes the request, or asks once for what it lacks.
    private func ask(
        _ kinds: [RequestKind], after asked: ReceivedLetter?, by user: User, _ kept: inout ReceivedLetter
    ) throws {
        guard !kinds.isEmpty else { return kept.wait(.noKind) }
        // An answer adds to what was said before.
        let form = LetterForm(
            subject: "\(letter.subject) \(asked?.subject ?? "")", letter.text, asked?.text ?? "")
        let viewer = try records.viewer(of: user)
        let pid: PID
        switch try project(form, kinds, viewer, asked) {
        case .foreign: return kept.wait(.foreign)
        case .unclear:
            kept.kind = kinds[0]
            return try askBack([.project], kept.kind ?? kinds[0], after: asked, user, &kept)
        case .one(let found): pid = found
        }
        let head = try records.head(pid, .requests, at: now, for: viewer)
        let stranger: RequestKind =
            head.account.counterparty.receivesDocuments ? .personalRefund : .companyRefund
        let fitting = kinds.filter { kinds.count == 1 || $0 != stranger }
        guard fitting.count == 1 else { return kept.wait(.severalKinds) }
        let kind = fitting[0]
        kept.kind = kind
        kept.project = pid
        let all = try files + (asked.map { try earlier($0) } ?? [])
        let known = requests.known(head, of: user)
        let (values, given) = try form.filled(kind, known: known, files: Array(all.prefix(RequestFile.most)))
        var lacking: [RequestField] = []
        for problem in RequestsDesk.problems(kind, values, given, in: head) {
            switch problem {
            case .missingField(_, let field), .badValue(let field, _): lacking.append(field)
            default: throw problem
            }
        }
        guard lacking.isEmpty else { return try askBack(lacking, kind, after: asked, user, &kept) }
        let made = try requests.make(kind, values, try words(form.said, given), in: pid, by: user)
        kept.take(made)
        guard var asked else { return }
        asked.take(made)
        asked.version += 1
        try records.save(asked)
    }

    private enum Choice {
        case one(PID)
        /// Named, but not the sender's to speak for.
        case foreign
        case unclear
    }

    private func project(
        _ form: LetterForm, _ kinds: [RequestKind], _ viewer: Viewer, _ asked: ReceivedLetter?
    ) throws -> Choice {
        func may(_ pid: PID) -> Bool { kinds.contains { viewer.may($0.terms.right, in: pid) } }
        if form.projects.count == 1 {
            return may(form.projects[0]) && viewer.may(.requests, in: form.projects[0])
                ? .one(form.projects[0]) : .foreign
        }
        guard form.projects.isEmpty else { return form.projects.allSatisfy(may) ? .unclear : .foreign }
        if let pid = asked?.project { return .one(pid) }
        guard case .these(let own) = viewer.projects(with: .requests) else { return .unclear }
        let there = try own.prefix(ProjectHead.mostProjects).filter { pid in
            guard may(pid), let region else { return may(pid) }
            return try records.project(pid)?.project.region == region
        }
        return there.count == 1 ? .one(there[0]) : .unclear
    }

    private func askBack(
        _ fields: [RequestField], _ kind: RequestKind, after asked: ReceivedLetter?, _ user: User,
        _ kept: inout ReceivedLetter
    ) throws {
        let today = try records.receivedLetters(
            from: user.id, since: now.adding(seconds: -86_400), onlyAsked: true, upTo: MailboxDesk.mostAsked)
        guard asked == nil, today < MailboxDesk.mostAsked else { return kept.wait(.incomplete) }
        kept.state = .asked
        kept.wait = nil
        kept.askedAt = now
        let text = LetterText.letterIncomplete(number: kept.number, kind, lacking: fields)
        try records.insert(
            Letter(
                id: "asked/\(kept.number)", kind: text.kind, to: user.email, language: user.language,
                subject: text.subject.text(user.language), body: text.body.text(user.language),
                createdAt: now))
    }

    private func earlier(_ asked: ReceivedLetter) throws -> [RequestFile] {
        try records.files(of: asked).compactMap { file in
            try records.attachment(file.sha256).map { try RequestFile(named: file.name, $0) }
        }
    }

    private func words(_ text: String, _ files: [RequestFile]) throws -> RequestWords {
        try RequestWords(
            LetterSorting.short(text), files: Array(files.prefix(RequestFile.most)),
            key: "mail/\(Hex.text(mark))")
    }

    /// As much as a request holds; the whole stays with the letter.
    static func short(_ text: String) -> String {
        guard text.unicodeScalars.count > RequestField.longestText else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(RequestField.longestText - 1)))
            + "…"
    }

    /// Believed only where that letter of ours went to that very address.
    private func note(_ bounce: IncomingLetter.Bounce, _ kept: inout ReceivedLetter) throws {
        guard let id = Letter.id(ofMessage: bounce.original), let ours = try records.letter(id),
            ours.to.text == bounce.recipient
        else { return }
        kept.about = id
        if bounce.isFinal { try records.note(bounced: ours, bounce.reason, at: now) }
    }
}

extension ReceivedLetter {
    mutating func wait(_ why: LetterWait) {
        state = .waiting
        wait = why
    }
}
