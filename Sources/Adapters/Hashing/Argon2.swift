import CSodium
import Dispatch
package import UseCases

/// Argon2id through libsodium: what a password is kept as.
package struct Argon2: Sendable {
    /// How much work a password is: passes, and bytes of memory.
    package struct Cost: Sendable {
        let passes: UInt64
        let bytes: Int

        /// 64 MiB, some 60 ms.
        package static let standard = Cost(
            passes: UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE), bytes: Int(crypto_pwhash_MEMLIMIT_INTERACTIVE)
        )
        /// As little as the library allows: for tests, which sign in a thousand times.
        package static let least = Cost(passes: 1, bytes: 8192)
    }

    /// The port, at a cost. So many are worked on at a time: whoever comes with a hundred waits, and pages that need no
    /// password do not wait with them.
    package static func passwords(_ cost: Cost = .standard, atOnce: Int = 2) -> Passwords {
        let places = DispatchSemaphore(value: atOnce)
        @Sendable func inTurn<Result>(_ body: () throws -> Result) throws -> Result {
            guard places.wait(timeout: .now() + .milliseconds(500)) == .success else {
                throw HashingProblem.busy
            }
            defer { places.signal() }
            return try body()
        }
        return Passwords(
            hash: { password in try inTurn { try hash(password, cost) } },
            matches: { password, hash in try inTurn { isOf(password, hash) } })
    }

    private static func hash(_ password: String, _ cost: Cost) throws -> String {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        guard crypto_pwhash_str(&text, bytes, UInt64(bytes.count), cost.passes, cost.bytes) == 0 else {
            throw HashingProblem.noMemory
        }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func isOf(_ password: String, _ hash: String) -> Bool {
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        // The library reads a field of this size.
        var text = hash.utf8.map { CChar(bitPattern: $0) }
        guard text.count < Int(crypto_pwhash_STRBYTES) else { return false }
        text += [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES) - text.count)
        return crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
    }
}
