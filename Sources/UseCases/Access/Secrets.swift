package import Access
import Basics

/// What access needs of the outside: chance, slow hashes for passwords, the hash of authenticators.
package struct Secrets: Sendable {
    /// So many random bytes.
    package let bytes: @Sendable (_ count: Int) -> [UInt8]
    package let passwords: Passwords
    /// HMAC-SHA1.
    package let keyedHash: KeyedHash
    /// Nil where no key was given: then no second step can be set up.
    package let vault: Vault?

    package init(
        bytes: @escaping @Sendable (_ count: Int) -> [UInt8], passwords: Passwords,
        keyedHash: @escaping KeyedHash, vault: Vault? = nil
    ) {
        self.bytes = bytes
        self.passwords = passwords
        self.keyedHash = keyedHash
        self.vault = vault
    }

    /// 256 random bits as text: what a session or a link is known by to whoever has it.
    func token() -> String { Hex.text(bytes(32)) }

    /// A PID nobody has: `mcs` and ten digits (R19).
    func pid(isTaken: (PID) throws -> Bool) throws -> PID {
        while true {
            let number = bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 10_000_000_000
            let digits = String(number)
            let text = "mcs" + String(repeating: "0", count: 10 - digits.count) + digits
            guard let pid = PID(text) else { preconditionFailure("no PID: \(text)") }
            if try !isTaken(pid) { return pid }
        }
    }
}

/// A slow hash with a salt of its own. Both functions take the same time and memory.
package struct Passwords: Sendable {
    package let hash: @Sendable (_ password: String) throws -> String
    package let matches: @Sendable (_ password: String, _ hash: String) throws -> Bool

    package init(
        hash: @escaping @Sendable (_ password: String) throws -> String,
        matches: @escaping @Sendable (_ password: String, _ hash: String) throws -> Bool
    ) {
        self.hash = hash
        self.matches = matches
    }
}
