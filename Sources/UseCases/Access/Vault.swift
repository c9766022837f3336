package import Access
import Basics

/// Locks what must be read again later, and by nobody who has the database alone: its key lies elsewhere.
package struct Vault: Sendable {
    /// What the key is called in the database. It tells nothing of the key.
    package let key: [UInt8]
    /// `context` is bound to what is locked: in another place it does not open.
    package let lock: @Sendable (_ secret: [UInt8], _ context: [UInt8]) -> [UInt8]
    /// Nil where it was locked by another key, for another place, or spoiled.
    package let open: @Sendable (_ locked: [UInt8], _ context: [UInt8]) -> [UInt8]?

    package init(
        key: [UInt8], lock: @escaping @Sendable (_ secret: [UInt8], _ context: [UInt8]) -> [UInt8],
        open: @escaping @Sendable (_ locked: [UInt8], _ context: [UInt8]) -> [UInt8]?
    ) {
        self.key = key
        self.lock = lock
        self.open = open
    }

    /// The secret of a user's second step, to be kept.
    func keep(_ secret: [UInt8], of user: UserID) -> KeptSecret {
        .locked(lock(secret, Vault.context(user)), key: key)
    }

    /// What was kept so.
    func read(_ locked: [UInt8], key: [UInt8], of user: UserID) throws(AccessProblem) -> [UInt8] {
        guard key == self.key, let secret = open(locked, Vault.context(user)) else { throw .otherSecretKey }
        return secret
    }

    private static func context(_ user: UserID) -> [UInt8] { Array("second-step/\(user.text)".utf8) }
}

/// The secret of an authenticator as it lies in the database.
package enum KeptSecret: Hashable, Sendable {
    /// From before there was a key.
    case clear([UInt8])
    case locked([UInt8], key: [UInt8])
}

extension Secrets {
    func keep(_ secret: [UInt8], of user: UserID) throws(AccessProblem) -> KeptSecret {
        guard let vault else { throw .noSecretKey }
        return vault.keep(secret, of: user)
    }

    package func read(_ kept: KeptSecret, of user: UserID) throws(AccessProblem) -> OneTimePassword {
        switch kept {
        case .clear(let secret): return OneTimePassword(secret: secret)
        case .locked(let locked, let key):
            guard let vault else { throw .noSecretKey }
            return OneTimePassword(secret: try vault.read(locked, key: key, of: user))
        }
    }
}
