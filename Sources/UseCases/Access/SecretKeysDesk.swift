import Access
import Basics
import Notices

/// Looks after the key that secrets of second steps are locked by: for whoever runs the machine.
package struct SecretKeysDesk: Sendable {
    let ground: AccessGround

    /// What the key is called that the database is used with; nil before there was one.
    package func known() throws -> [UInt8]? { try ground.store.read { try $0.secretKey() } }

    /// Takes the key of this process for the database's, and locks what lies in the clear. A database that is used with
    /// another key is refused: codes would be right here and wrong there.
    package func adopt() throws {
        let now = ground.clock.now()
        try ground.store.transaction { records in
            try records.lock(.staff)
            let known = try records.secretKey()
            guard let vault = ground.secrets.vault else {
                if known != nil { throw AccessProblem.noSecretKey }
                return
            }
            if let known {
                guard known == vault.key else { throw AccessProblem.otherSecretKey }
            } else {
                try records.keepSecretKey(vault.key, since: now)
            }
            for var user in try records.usersWithSecondStep() {
                guard case .clear(let secret)? = user.secondStep.secret else { continue }
                user.secondStep = user.secondStep.keeping(vault.keep(secret, of: user.id))
                try records.save(user)
            }
        }
    }

    /// Locks everything by another key. `isLost`: the key before is gone for good, so whoever's secret it kept signs in by
    /// password alone, is told so, and sets the second step up anew. Returns how many were locked anew and how many
    /// were turned off.
    package func replace(
        by next: Vault, isLost: Bool, _ author: Author = .operatorAtMachine
    ) throws -> (kept: Int, off: Int) {
        let now = ground.clock.now()
        return try ground.store.transaction { records in
            try records.lock(.staff)
            let known = try records.secretKey()
            guard known != next.key else { return (0, 0) }
            if !isLost, known != nil, known != ground.secrets.vault?.key {
                throw ground.secrets.vault == nil ? AccessProblem.noSecretKey : .otherSecretKey
            }
            try records.keepSecretKey(next.key, since: now)
            var (kept, off) = (0, 0)
            for var user in try records.usersWithSecondStep() {
                guard let secret = user.secondStep.secret else { continue }
                do {
                    let plain = try ground.secrets.read(secret, of: user.id).secret
                    user.secondStep = user.secondStep.keeping(next.keep(plain, of: user.id))
                    kept += 1
                } catch  where isLost {
                    let wasOn = if case .on = user.secondStep { true } else { false }
                    user.secondStep = .off
                    off += 1
                    try records.endSessions(of: user.id)
                    if wasOn {
                        try ground.send(.secondStepTaken, to: user.email, in: user.language, at: now, records)
                    }
                    try records.keep(
                        .secondStepOff, on: "user/\(user.email)", detail: user.side.rawValue, by: author,
                        at: now)
                }
                try records.save(user)
            }
            return (kept, off)
        }
    }
}
