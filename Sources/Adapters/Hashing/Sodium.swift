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
        var (id, source) = (id, source)
        return id.withUTF8 { id in source.withUTF8 { source in identity(id, source) } }
    }

    private static func identity(
        _ id: UnsafeBufferPointer<UInt8>, _ source: UnsafeBufferPointer<UInt8>
    ) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 24) { key, count in
            for place in 0..<8 { key.initializeElement(at: place, to: place < id.count ? id[place] : 0) }
            for place in 8..<24 { key.initializeElement(at: place, to: 0) }
            count = 24
            guard let hash = UnsafeMutableBufferPointer(rebasing: key[8...]).baseAddress else { return }
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: source.count + 1 + id.count) { text in
                _ = text.initialize(from: source)
                text.initializeElement(at: source.count, to: 0)
                _ = UnsafeMutableBufferPointer(rebasing: text[(source.count + 1)...]).initialize(from: id)
                _ = crypto_generichash(hash, 16, text.baseAddress, UInt64(text.count), nil, 0)
            }
        }
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

    /// XChaCha20-Poly1305 by a key of 32 bytes: what it locks is the nonce, then the text with its mark.
    package static func vault(key: [UInt8]) -> Vault {
        precondition(key.count == Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES), "a key has 32 bytes")
        let start = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
        let mark = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
        return Vault(
            key: blake16(Array("kontragent secret key".utf8) + key),
            lock: { secret, context in
                let nonce = bytes(start)
                var locked = [UInt8](repeating: 0, count: secret.count + mark)
                _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
                    &locked, nil, secret, UInt64(secret.count), context, UInt64(context.count), nil, nonce,
                    key)
                return nonce + locked
            },
            open: { locked, context in
                guard locked.count >= start + mark else { return nil }
                let (nonce, text) = (Array(locked.prefix(start)), Array(locked.dropFirst(start)))
                var secret = [UInt8](repeating: 0, count: text.count - mark)
                let isOpen = crypto_aead_xchacha20poly1305_ietf_decrypt(
                    &secret, nil, nil, text, UInt64(text.count), context, UInt64(context.count), nonce, key)
                return isOpen == 0 ? secret : nil
            })
    }

    /// 32 random bytes, for what must not be guessed.
    package static func secret() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, 32)
        return bytes
    }

    /// So many random bytes.
    package static func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
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
