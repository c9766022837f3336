import CSodium
package import UseCases

/// libsodium's hashes and randomness behind the ports.
package enum Sodium {
    /// SHA-256, 32 bytes.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        // The function cannot fail: it returns 0 always.
        _ = crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }

    /// The identity of an event: the first 8 bytes of its id, so that ids in the order of time stay
    /// together in the index, then 16 bytes of BLAKE2b over source and id (decision 0013).
    package static func eventIdentity(id: String, source: String) -> [UInt8] {
        var key = Array(id.utf8.prefix(8))
        while key.count < 8 { key.append(0) }
        return key + blake16(Array(source.utf8) + [0] + Array(id.utf8))
    }

    /// 16 bytes of BLAKE2b.
    package static func blake16(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 16)
        _ = crypto_generichash(&digest, 16, bytes, UInt64(bytes.count), nil, 0)
        return digest
    }

    /// A random GUID, version 4.
    package static func guid() -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        randombytes_buf(&bytes, 16)
        return guid(of: bytes)
    }

    /// 32 random bytes, for what must not be guessed.
    package static func secret() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, 32)
        return bytes
    }

    /// Sixteen bytes as a GUID, version and variant set.
    package static func guid(of sixteen: [UInt8]) -> String {
        var bytes = sixteen
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = bytes.map { byte in
            let text = String(byte, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { hex[$0].joined() }.joined(separator: "-")
    }

    /// Must come before everything else of the library; safe to repeat.
    package static func start() -> Bool { sodium_init() >= 0 }

    package static let digest = Digest(sha256: sha256, identity: eventIdentity, short: blake16)
}
