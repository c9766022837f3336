import Access
import Basics
import Notices

/// A new password for who has lost the old one, by a letter.
package struct PasswordResetDesk: Sendable {
    let ground: AccessGround

    /// Sends a link if the address is somebody's. Whoever asks learns nothing of that.
    package func ask(email typed: String, at site: Site, from caller: Caller) throws {
        let email = try EmailAddress(typed)
        let now = ground.clock.now()
        try ground.admit(
            [
                (ground.tried("letter", email.text), ground.terms.letterDelay),
                ("network/\(caller.network)", ground.terms.networkDelay),
            ], at: now)
        try ground.store.transaction { records in
            guard let user = try records.user(emailed: email, on: site.side), user.disabledAt == nil else {
                // Something is written here too, so that the disk takes as long.
                return try records.keep(Tries(count: 1, last: now), of: ground.tried("nobody", email.text))
            }
            let seconds = ground.terms.resetSeconds
            try records.dropResets(of: user.id)
            let code = try ground.code(.reset(user.id), for: email, seconds: seconds, at: now, records)
            try ground.send(
                .reset(link: site.link("new-password", code), minutes: Int(seconds / 60)), to: email,
                in: user.language, at: now, records)
        }
    }

    /// Sets the password and ends every session and every token of the user's. The link came by mail, so the address is
    /// confirmed as well; a second step stays on. Answers with a mark for the browser at hand, which whoever guesses
    /// elsewhere does not keep out.
    package func set(_ code: String, password: String, at site: Site, from caller: Caller) throws -> String {
        let now = ground.clock.now()
        try ground.admit([("network/\(caller.network)", ground.terms.networkDelay)], at: now)
        let email = try ground.store.read { try resetting(code, site, now, $0).code.email }
        try ground.terms.password.check(password, of: email)
        let hash = try ground.secrets.passwords.hash(password)
        return try ground.store.transaction { records in
            try records.lock(.user(email))
            var (code, user) = try resetting(code, site, now, records)
            user.password = hash
            if user.confirmedAt == nil { user.confirmedAt = now }
            try records.save(user)
            try records.spend(code)
            try records.dropResets(of: user.id)
            try records.endSessions(of: user.id)
            try records.forgetDevices(of: user.id)
            try records.revokeTokens(of: user.id, at: now)
            try records.dropTries(ground.account(email.text, on: user.side))
            try ground.forgive("network/\(caller.network)", records)
            let device = ground.secrets.token()
            try records.insertDevice(ground.hash(device), of: user.id, at: now)
            try ground.send(
                .passwordChanged(site: site.base), to: email, in: user.language, at: now, records)
            return device
        }
    }

    private func resetting(
        _ text: String, _ site: Site, _ now: Moment, _ records: any Records
    ) throws -> (code: OneTimeCode, user: User) {
        let code = try ground.code(text, at: now, records)
        guard case .reset(let id) = code.purpose, let user = try records.user(id), user.disabledAt == nil,
            user.side == site.side
        else { throw AccessProblem.deadLink }
        return (code, user)
    }
}
