package import Basics
import Synchronization

/// The right to do a piece of shared work, for a while. The token tells this taking from every other.
package struct Lease: Hashable, Sendable {
    package let name: String
    package let holder: NodeID
    package let token: Int64

    package init(name: String, holder: NodeID, token: Int64) {
        self.name = name
        self.holder = holder
        self.token = token
    }
}

/// A lease as the database knows it.
package struct LeaseRecord: Hashable, Sendable {
    package let lease: Lease
    package let takenAt: Moment
    package let expiresAt: Moment
    package let releasedAt: Moment?

    package init(lease: Lease, takenAt: Moment, expiresAt: Moment, releasedAt: Moment?) {
        self.lease = lease
        self.takenAt = takenAt
        self.expiresAt = expiresAt
        self.releasedAt = releasedAt
    }

    /// Whether its holder may work under it.
    func holds(at now: Moment) -> Bool { releasedAt == nil && expiresAt > now }

    /// Whether another may take it: given back, or run out and the margin with it.
    func isFree(at now: Moment, _ times: LeaseTimes) -> Bool {
        releasedAt != nil || expiresAt.adding(seconds: times.marginSeconds) <= now
    }
}

/// How long a lease lasts unless it is renewed, how often a node is heard of, and how much longer than a
/// lease the others wait before they take it.
package struct LeaseTimes: Hashable, Sendable {
    package let leaseSeconds: Int64
    package let beatSeconds: Int64
    package let marginSeconds: Int64

    package init(leaseSeconds: Int64 = 15, beatSeconds: Int64 = 5, marginSeconds: Int64 = 5) {
        precondition(
            beatSeconds > 0 && leaseSeconds >= 2 * beatSeconds && marginSeconds >= 0,
            "a lease outlives a beat that is missed")
        self.leaseSeconds = leaseSeconds
        self.beatSeconds = beatSeconds
        self.marginSeconds = marginSeconds
    }
}

/// A lease in the hand of this process. What is written under it renews it, so it is not renewed beside
/// while that goes on: the renewal would wait for the other's transaction.
package final class Hold: Sendable {
    package let lease: Lease
    private let open = Mutex(0)

    init(_ lease: Lease) { self.lease = lease }

    var isBusy: Bool { open.withLock { $0 > 0 } }

    func begin() { open.withLock { $0 += 1 } }
    func end() { open.withLock { $0 -= 1 } }
}
