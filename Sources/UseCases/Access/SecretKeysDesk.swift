import Access
import Basics
import Notices

/// Looks after the key that secrets of second steps are locked by: for whoever runs the machine.
package struct SecretKeysDesk: Sendable {
    let ground: AccessGround
    let times: LeaseTimes

    /// What the key is called that the database is used with; nil before there was one.
    package func known() throws -> [UInt8]? { try ground.store.read { try $0.secretKey() } }

    /// Takes the key of this process for the database's, and locks what lies in the clear. A database that is used with
    /// another key is refused: codes would be right here and wrong there.
    package func adopt() throws {
        let now = ground.clock.now()
        let users = try ground.store.transaction { records -> [User] in
            try records.lock(.staff)
            let known = try records.secretKey()
            guard let vault = ground.secrets.vault else {
                if known != nil { throw AccessProblem.noSecretKey }
                return []
            }
            if let known {
                guard known == vault.key else { throw AccessProblem.otherSecretKey }
            } else {
                try records.keepSecretKey(vault.key, since: now)
            }
            return try records.usersWithSecondStep()
        }
        for user in users {
            guard case .clear? = user.secondStep.secret else { continue }
            try ground.store.transaction { records in
                try records.lock(.user(user.email))
                // Read again: it may have another password by now, or no second step.
                var user = try records.knownUser(user.id)
                guard case .clear(let secret)? = user.secondStep.secret else { return }
                user.secondStep = user.secondStep.keeping(try ground.secrets.keep(secret, of: user.id))
                try records.save(user)
            }
        }
    }

    /// Locks everything by another key, while no node lives that would go on with the one before. `isLost`: what does not
    /// open is gone for good, so whoever's it was signs in by password alone, is told so, and sets the second step up
    /// anew. Returns how many were locked anew and how many were turned off.
    package func replace(
        by next: Vault, isLost: Bool, _ author: Author = .operatorAtMachine
    ) throws -> (kept: Int, off: Int) {
        let now = ground.clock.now()
        return try ground.store.transaction { records in
            // Whoever changes users beside the nodes waits for this, too.
            try records.lock(.staff)
            let shared = try records.sharedTime(own: now)
            if let living = try records.nodes().first(where: { $0.isAlive(at: shared, times) }) {
                throw AccessProblem.secretKeyInUse(host: living.node.host, process: living.node.process)
            }
            let known = try records.secretKey()
            guard known != next.key else { return (0, 0) }
            if !isLost, known != nil, known != ground.secrets.vault?.key {
                throw ground.secrets.vault == nil ? AccessProblem.noSecretKey : .otherSecretKey
            }
            try records.keepSecretKey(next.key, since: now)
            var (kept, off) = (0, 0)
            for user in try records.usersWithSecondStep() {
                guard let secret = user.secondStep.secret else { continue }
                let plain: [UInt8]?
                do { plain = try ground.secrets.read(secret, of: user.id).secret } catch  where isLost {
                    plain = nil
                }
                let new = plain.map { next.keep($0, of: user.id) }
                guard try records.replaceSecret(secret, by: new, of: user.id) else { continue }
                guard new == nil else {
                    kept += 1
                    continue
                }
                off += 1
                try records.endSessions(of: user.id)
                if case .on = user.secondStep {
                    try ground.send(.secondStepTaken, to: user.email, in: user.language, at: now, records)
                }
                try records.keep(
                    .secondStepOff, on: "user/\(user.email)", detail: user.side.rawValue, by: author, at: now)
            }
            return (kept, off)
        }
    }
}
