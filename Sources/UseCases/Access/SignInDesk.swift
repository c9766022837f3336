package import Access
import Basics
import Projects

/// Lets people in, knows them while they are, and lets them out.
package struct SignInDesk: Sendable {
    let ground: AccessGround

    /// A session for who shows e-mail and password; with the second step on, one that opens nothing before the code.
    /// Whoever is unknown here costs the same work and gets the same answer as a wrong password.
    package func signIn(
        email typed: String, password: String, on side: AccessSide, from caller: Caller
    ) throws -> SignedIn {
        let now = ground.clock.now()
        // What is no address is nobody's; it is counted under what was typed.
        let email = try? EmailAddress(typed)
        let user = try email.flatMap { email in
            try ground.store.read { try $0.user(emailed: email, on: side) }
        }
        let names = try counted(email?.text ?? typed, user, side, caller)
        try ground.admit(names, at: now)
        let isRight: Bool
        if let user, user.maySignIn {
            isRight = try ground.secrets.passwords.matches(password, user.password)
        } else {
            // The same work, for nothing.
            _ = try ground.secrets.passwords.hash(password)
            isRight = false
        }
        guard isRight, let user else { throw AccessProblem.wrongSignIn }
        try ground.admit(
            [(ground.tried("signed-in", user.id.text), ground.terms.signedInDelay)], at: now)
        return try ground.store.transaction { records in
            try records.lock(.user(user.email))
            // Read again: it may have been disabled, or given another password, meanwhile.
            guard let current = try records.user(user.id), current.maySignIn,
                current.password == user.password
            else {
                throw AccessProblem.wrongSignIn
            }
            try records.dropTries(names[0].name)
            for name in names.dropFirst() { try ground.forgive(name.name, records) }
            if case .on = current.secondStep {
                let token = try ground.begin(
                    current, .secondStep, caller.network.text, caller.agent, at: now, records)
                return SignedIn(token: token, stage: .secondStep, device: nil)
            }
            return try open(current, caller, now, records)
        }
    }

    /// The second step: a code of the moment for a session that waits for it. The session after it is a new one.
    package func secondStep(
        _ token: String, code: String, on side: AccessSide, from caller: Caller
    ) throws -> SignedIn {
        let now = ground.clock.now()
        guard let waiting = try ground.store.read({ try self.waiting(token, side, now, $0) }) else {
            throw AccessProblem.notSignedIn
        }
        let name = ground.tried("second-step", waiting.user.id.text)
        try ground.admit([(name, ground.terms.accountDelay)], at: now)
        return try ground.store.transaction { records in
            try records.lock(.user(waiting.user.email))
            guard let (session, waiting) = try self.waiting(token, side, now, records),
                case .on(let secret, let last) = waiting.secondStep
            else { throw AccessProblem.notSignedIn }
            guard
                let step = try ground.secrets.read(secret, of: waiting.id).accepts(
                    code, at: now, after: last, ground.secrets.keyedHash)
            else { throw AccessProblem.wrongCode }
            var user = waiting
            user.secondStep = .on(secret: secret, last: step)
            try records.save(user)
            try records.dropTries(name)
            try records.endSession(session.hash)
            return try open(user, caller, now, records)
        }
    }

    /// The open session behind a token and what its user may see at this moment; nil where there is none. Where the
    /// user's rights have changed since, it goes on under another token, and the one shown is dead.
    package func visit(_ token: String, on side: AccessSide) throws -> SignedVisit? {
        let now = ground.clock.now()
        let found = try ground.store.read { records -> SignedVisit? in
            guard let (session, user) = try alive(token, .open, side, now, records) else { return nil }
            return SignedVisit(session: session, user: user, viewer: try records.viewer(of: user))
        }
        if let found, found.session.isStale { return try renewed(token, found.user, side, now) }
        // Written once a minute at most: a page is looked at more often than that.
        if let found, found.session.seenAt.adding(seconds: 60) <= now {
            try ground.store.transaction { try $0.sawSession(found.session.hash, at: now) }
        }
        return found
    }

    /// Whether a session waits for the second step.
    package func isWaiting(_ token: String, on side: AccessSide) throws -> Bool {
        let now = ground.clock.now()
        return try ground.store.read { try self.waiting(token, side, now, $0) != nil }
    }

    /// Ends the session; ended twice is ended.
    package func signOut(_ token: String) throws {
        try ground.store.transaction { _ = try $0.endSession(ground.hash(token)) }
    }

    /// What a form of a page must bring back: bound to the session, or to the visit before there is one.
    package func formToken(of token: String) -> String { Hex.text(ground.hash("form\n" + token)) }

    /// A new token for a visit that has not signed in.
    package func freshToken() -> String { ground.secrets.token() }

    private func renewed(
        _ token: String, _ user: User, _ side: AccessSide, _ now: Moment
    ) throws -> SignedVisit? {
        try ground.store.transaction { records in
            // Who ends the user's sessions comes before or after it, never between.
            try records.lock(.user(user.email))
            // Of two requests at once one gets the token, which the browser keeps for all its tabs.
            guard let (session, user) = try alive(token, .open, side, now, records),
                try records.endSession(session.hash)
            else { return nil }
            let new = ground.secrets.token()
            let next = session.renewed(as: ground.hash(new), at: now)
            try records.insert(next)
            return SignedVisit(
                session: next, user: user, viewer: try records.viewer(of: user), renewed: new)
        }
    }

    private func open(
        _ user: User, _ caller: Caller, _ now: Moment, _ records: any Records
    ) throws -> SignedIn {
        let token = try ground.begin(user, .open, caller.network.text, caller.agent, at: now, records)
        let isKnown =
            try caller.device.map { try records.device(hashed: ground.hash($0)) == user.id } ?? false
        guard !isKnown else { return SignedIn(token: token, stage: .open, device: nil) }
        let device = ground.secrets.token()
        try records.insertDevice(ground.hash(device), of: user.id, at: now)
        return SignedIn(token: token, stage: .open, device: device)
    }

    /// Under which names a try is counted. A browser the user has signed in with before is counted for itself: who
    /// guesses elsewhere does not keep the user out.
    private func counted(
        _ typed: String, _ user: User?, _ side: AccessSide, _ caller: Caller
    ) throws -> [(name: String, delay: SignInDelay)] {
        if let device = caller.device, let user {
            let hash = ground.hash(device)
            if try ground.store.read({ try $0.device(hashed: hash) }) == user.id {
                return [(ground.tried("device", Hex.text(hash)), ground.terms.accountDelay)]
            }
        }
        return [
            (ground.account(typed, on: side), ground.terms.accountDelay),
            ("network/\(caller.network)", ground.terms.networkDelay),
        ]
    }

    private func waiting(
        _ token: String, _ side: AccessSide, _ now: Moment, _ records: any Records
    ) throws -> (session: UserSession, user: User)? { try alive(token, .secondStep, side, now, records) }

    private func alive(
        _ token: String, _ stage: UserSession.Stage, _ side: AccessSide, _ now: Moment, _ records: any Records
    ) throws -> (session: UserSession, user: User)? {
        guard let session = try records.session(hashed: ground.hash(token)), session.stage == stage,
            session.side == side, session.isAlive(at: now, by: ground.terms),
            let user = try records.user(session.user), user.maySignIn
        else { return nil }
        return (session, user)
    }
}
