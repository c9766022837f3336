package import Basics

/// A keyed hash, given to the room from outside.
package typealias KeyedHash = @Sendable (_ key: [UInt8], _ message: [UInt8]) -> [UInt8]

/// The second step by a telephone: TOTP of RFC 6238 with SHA-1, six digits and thirty seconds, which is what
/// every authenticator knows.
package struct OneTimePassword: Hashable, Sendable {
    package static let stepSeconds: Int64 = 30
    package static let digits = 6
    package let secret: [UInt8]

    package init(secret: [UInt8]) { self.secret = secret }

    package static func step(at moment: Moment) -> Int64 {
        moment.microseconds.flooredDivision(by: stepSeconds * 1_000_000)
    }

    package func code(step: Int64, digits: Int = OneTimePassword.digits, _ hash: KeyedHash) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> Int64(56 - 8 * $0)) }
        let digest = hash(secret, message)
        precondition(digest.count == 20, "SHA-1 gives 20 bytes")
        let offset = Int(digest[19] & 0x0F)
        let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step a typed code belongs to: now, one before or one after, and later than the last one used, so that a
    /// code works once; nil where it is none of them.
    package func accepts(
        _ typed: String, at now: Moment, after last: Int64?, _ hash: KeyedHash
    ) -> Int64? {
        let digits = typed.filter { $0 != " " }
        let middle = OneTimePassword.step(at: now)
        return [middle, middle - 1, middle + 1].first { step in
            step > last ?? Int64.min && OneTimePassword.isSame(code(step: step, hash), digits)
        }
    }

    /// What an authenticator is given to read (Key URI format).
    package func address(of email: EmailAddress, issuer: String) -> String {
        "otpauth://totp/\(issuer):\(email.text.replacing("+", with: "%2B"))?secret=\(base32)&issuer=\(issuer)"
    }

    /// The secret to type in: RFC 4648, without padding.
    package var base32: String {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var (text, buffer, bits): ([UInt8], UInt32, Int) = ([], 0, 0)
        for byte in secret {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(signs[Int(buffer >> UInt32(bits) & 31)])
            }
            buffer &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { text.append(signs[Int(buffer << UInt32(5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// In a time that does not tell how much of it was right.
    private static func isSame(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
