import Access
import Basics
import Notices
import Wording

/// What the desks of access share: each takes what it needs of it.
struct AccessGround: Sendable {
    let store: any Store
    let clock: Clock
    let ids: IDs
    let digest: Digest
    let secrets: Secrets
    let terms: AccessTerms

    func hash(_ token: String) -> [UInt8] { digest.sha256(Array(token.utf8)) }

    /// A name under which tries are counted that does not tell who is meant.
    func tried(_ kind: String, _ text: String) -> String {
        "\(kind)/" + Hex.text(digest.short(Array("\(kind)\n\(text)".utf8)))
    }

    /// Counts a try before it is made, so that a hundred at once are a hundred; throws where one must wait first.
    func admit(_ names: [(name: String, delay: SignInDelay)], at now: Moment) throws {
        try store.transaction { records in
            for (name, delay) in names {
                try records.lock(.tries(name))
                var known = try records.tries(name) ?? Tries(count: 0, last: now)
                known =
                    known.isForgotten(at: now, after: terms.forgetSeconds)
                    ? Tries(count: 0, last: now) : delay.left(of: known, at: now)
                let wait = delay.wait(after: known, at: now)
                guard wait == 0 else { throw AccessProblem.tooManyTries(seconds: wait) }
                try records.keep(known.another(at: now), of: name)
            }
            try records.forgetTries(before: now.adding(seconds: -terms.forgetSeconds))
        }
    }

    /// Takes back the count of a try that came out right.
    func forgive(_ name: String, _ records: any Records) throws {
        try records.lock(.tries(name))
        guard let known = try records.tries(name) else { return }
        guard known.count > 1 else { return try records.dropTries(name) }
        try records.keep(Tries(count: known.count - 1, last: known.last), of: name)
    }

    /// Under which name tries at a user's password are counted.
    func account(_ email: String, on side: AccessSide) -> String {
        tried("account", "\(side.rawValue) \(email)")
    }

    /// A new code for a link, and its text, which goes into the letter and nowhere else.
    func code(
        _ purpose: OneTimeCode.Purpose, for email: EmailAddress, seconds: Int64, at now: Moment,
        _ records: any Records
    ) throws -> String {
        let text = secrets.token()
        try records.insert(
            OneTimeCode(
                hash: hash(text), purpose: purpose, email: email, createdAt: now,
                expiresAt: now.adding(seconds: seconds)))
        try records.forgetCodes(endedBefore: now.adding(seconds: -terms.forgetSeconds))
        return text
    }

    /// The code behind a link, while it lives.
    func code(_ text: String, at now: Moment, _ records: any Records) throws -> OneTimeCode {
        guard let code = try records.code(hashed: hash(text)), now < code.expiresAt else {
            throw AccessProblem.deadLink
        }
        return code
    }

    func send(
        _ text: LetterText, to email: EmailAddress, in language: Language, at now: Moment,
        _ records: any Records
    ) throws {
        try records.insert(
            Letter(
                id: ids.guid(), kind: text.kind, to: email, language: language,
                subject: text.subject.text(language),
                body: text.body.text(language), createdAt: now))
    }

    /// A new session for a user.
    func begin(
        _ user: User, _ stage: UserSession.Stage, _ network: String, _ agent: String, at now: Moment,
        _ records: any Records
    ) throws -> String {
        let token = secrets.token()
        for old in try records.sessions(of: user.id).dropFirst(terms.sessions - 1) {
            try records.endSession(old.hash)
        }
        try records.insert(
            UserSession(
                hash: hash(token), user: user.id, side: user.side, stage: stage, createdAt: now, seenAt: now,
                network: network, agent: agent))
        let longest = max(terms.cabinet.absoluteSeconds, terms.office.absoluteSeconds)
        try records.forgetSessions(before: now.adding(seconds: -longest))
        return token
    }

    /// Another token for a session whose user, who is locked, may do more, or other things, from here on.
    func renew(_ visit: SignedVisit, at now: Moment, _ records: any Records) throws -> String {
        // One that has ended meanwhile gives birth to none.
        guard try records.endSession(visit.session.hash) else { throw AccessProblem.notSignedIn }
        return try begin(visit.user, .open, visit.session.network, visit.session.agent, at: now, records)
    }
}

extension Records {
    func knownUser(_ id: UserID) throws -> User {
        guard let user = try user(id) else { throw AccessProblem.noUser(id.text) }
        return user
    }

    /// What a user may see now.
    func viewer(of user: User) throws -> Viewer {
        switch user.side {
        case .office: .staff(user.id, user.staffRoles)
        case .cabinet: .customer(user.id, try projects(ofMember: user.id))
        }
    }
}
