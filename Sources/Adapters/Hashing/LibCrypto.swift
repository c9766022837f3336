import CCrypto

/// What authenticators want and libsodium rightly has no more: HMAC-SHA1 (decision 0024).
package enum LibCrypto {
    /// 20 bytes.
    package static func hmacSHA1(_ key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 20)
        var count: UInt32 = 0
        let done = HMAC(EVP_sha1(), key, Int32(key.count), message, message.count, &digest, &count)
        precondition(done != nil && count == 20, "HMAC-SHA1 of two texts cannot fail")
        return digest
    }
}
