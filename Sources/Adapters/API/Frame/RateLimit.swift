import Synchronization

/// So many a second for each key, a token or an address, and twice as many at once: a bucket that fills evenly.
package final class RateLimit: Sendable {
    private struct Bucket {
        var left: Double
        var at: ContinuousClock.Instant
    }

    /// Beyond so many, buckets that are full again are forgotten.
    private static let most = 4096

    private let perSecond: Double
    private let buckets: Mutex<[[UInt8]: Bucket]>

    package init(perSecond: Int) {
        self.perSecond = Double(perSecond)
        buckets = Mutex([:])
    }

    /// Takes one out of the bucket, or more for what weighs more; false where there is not so much in it.
    package func admits(_ key: [UInt8], weighing cost: Double = 1, at now: ContinuousClock.Instant = .now)
        -> Bool
    {
        buckets.withLock { buckets in
            if buckets.count >= RateLimit.most {
                buckets = buckets.filter { left(in: $0.value, now) < 2 * perSecond }
            }
            let held = buckets[key].map { left(in: $0, now) } ?? 2 * perSecond
            let isThere = held >= cost
            buckets[key] = Bucket(left: isThere ? held - cost : held, at: now)
            return isThere
        }
    }

    private func left(in bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
        min(2 * perSecond, bucket.left + (now - bucket.at) / .seconds(1) * perSecond)
    }
}
