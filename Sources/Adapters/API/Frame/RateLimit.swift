import Synchronization

/// So many requests a second for each token, and twice as many at once: a bucket that fills evenly.
final class RateLimit: Sendable {
    private struct Bucket {
        var left: Double
        var at: ContinuousClock.Instant
    }

    private let perSecond: Double
    private let buckets = Mutex<[[UInt8]: Bucket]>([:])

    init(perSecond: Int) { self.perSecond = Double(perSecond) }

    /// Takes one request out of the bucket; false where it is empty.
    func admits(_ caller: [UInt8], at now: ContinuousClock.Instant = .now) -> Bool {
        buckets.withLock { buckets in
            var bucket = buckets[caller] ?? Bucket(left: 2 * perSecond, at: now)
            bucket.left = min(2 * perSecond, bucket.left + (now - bucket.at) / .seconds(1) * perSecond)
            bucket.at = now
            defer { buckets[caller] = bucket }
            guard bucket.left >= 1 else { return false }
            bucket.left -= 1
            return true
        }
    }
}
