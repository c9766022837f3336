package import Access
import Basics
import Notices

/// What a user does about their own signing in. Whatever changes it asks for the password again, ends all other
/// sessions, and gives the one at hand a new token.
package struct SecurityDesk: Sendable {
    let ground: AccessGround

    /// The sessions that live, the last used first.
    package func sessions(_ visit: SignedVisit) throws -> [UserSession] {
        let now = ground.clock.now()
        return try ground.store.read { records in
            try records.sessions(of: visit.user.id).filter {
                $0.stage == .open && $0.isAlive(at: now, by: ground.terms)
            }
        }
    }

    /// Ends one of the user's own sessions, by the name its list shows; ended already is ended.
    package func end(_ name: String, _ visit: SignedVisit) throws {
        try ground.store.transaction { records in
            try records.lock(.user(visit.user.email))
            for session in try records.sessions(of: visit.user.id) where session.name == name {
                try records.endSession(session.hash)
            }
        }
    }

    /// Ends all but the one at hand.
    package func endOthers(_ visit: SignedVisit) throws {
        try ground.store.transaction { records in
            try records.lock(.user(visit.user.email))
            for session in try records.sessions(of: visit.user.id) where session.hash != visit.session.hash {
                try records.endSession(session.hash)
            }
        }
    }

    package func changePassword(
        from old: String, to new: String, _ visit: SignedVisit, at site: Site
    ) throws -> SignedIn {
        try ground.terms.password.check(new, of: visit.user.email)
        try authenticate(old, visit)
        let hash = try ground.secrets.passwords.hash(new)
        let device = ground.secrets.token()
        let now = ground.clock.now()
        let token = try change(visit, .passwordChanged(site: site.base)) { user, records in
            user.password = hash
            try records.forgetDevices(of: user.id)
            try records.insertDevice(ground.hash(device), of: user.id, at: now)
            try records.dropTries(ground.account(user.email.text, on: user.side))
        }
        return SignedIn(token: token, stage: .open, device: device)
    }

    /// Makes a secret to be put into an authenticator. Nothing is asked for at the next sign-in before a first code
    /// has come.
    package func beginSecondStep(password: String, _ visit: SignedVisit) throws -> OneTimePassword {
        try authenticate(password, visit)
        return try ground.store.transaction { records in
            try records.lock(.user(visit.user.email))
            var user = try records.knownUser(visit.user.id)
            if case .on = user.secondStep { throw AccessProblem.notAsked }
            let secret = ground.secrets.bytes(20)
            user.secondStep = .begun(secret: try ground.secrets.keep(secret, of: user.id))
            try records.save(user)
            return OneTimePassword(secret: secret)
        }
    }

    /// The secret whose first code is awaited; nil where there is none, or none that can be read any more.
    package func begunSecondStep(_ visit: SignedVisit) -> OneTimePassword? {
        guard case .begun(let secret) = visit.user.secondStep else { return nil }
        // One that was locked by a lost key is set up anew, as if it had not been begun.
        return try? ground.secrets.read(secret, of: visit.user.id)
    }

    /// Turns the second step on with a first code.
    package func confirmSecondStep(code: String, _ visit: SignedVisit, at site: Site) throws -> String {
        let now = ground.clock.now()
        try ground.admit(
            [(ground.tried("second-step", visit.user.id.text), ground.terms.accountDelay)], at: now)
        return try change(visit, .secondStepChanged(isOn: true, site: site.base)) { user, _ in
            guard case .begun(let secret) = user.secondStep else { throw AccessProblem.notAsked }
            guard
                let step = try ground.secrets.read(secret, of: user.id).accepts(
                    code, at: now, after: nil, ground.secrets.keyedHash)
            else { throw AccessProblem.wrongCode }
            user.secondStep = .on(secret: secret, last: step)
        }
    }

    package func removeSecondStep(password: String, _ visit: SignedVisit, at site: Site) throws -> String {
        try authenticate(password, visit)
        return try change(visit, .secondStepChanged(isOn: false, site: site.base)) { user, _ in
            user.secondStep = .off
        }
    }

    /// Who holds an open browser of somebody else's does not know the password.
    func authenticate(_ password: String, _ visit: SignedVisit) throws {
        let now = ground.clock.now()
        let name = ground.tried("again", visit.user.id.text)
        try ground.admit([(name, ground.terms.accountDelay)], at: now)
        guard try ground.secrets.passwords.matches(password, visit.user.password) else {
            throw AccessProblem.wrongPassword
        }
        try ground.store.transaction { try $0.dropTries(name) }
    }

    private func change(
        _ visit: SignedVisit, _ letter: LetterText, _ body: (inout User, any Records) throws -> Void
    ) throws -> String {
        let now = ground.clock.now()
        return try ground.store.transaction { records in
            try records.lock(.user(visit.user.email))
            var user = try records.knownUser(visit.user.id)
            // What was authenticated with must still hold: a reset may have come between.
            guard user.password == visit.user.password,
                try records.session(hashed: visit.session.hash) != nil
            else { throw AccessProblem.notSignedIn }
            try body(&user, records)
            try records.save(user)
            let token = try ground.renew(visit, at: now, records)
            for session in try records.sessions(of: user.id) where session.hash != ground.hash(token) {
                try records.endSession(session.hash)
            }
            try ground.send(letter, to: user.email, in: user.language, at: now, records)
            return token
        }
    }
}
