package import Basics

/// How long the next try must wait after failures: twice as long each time, up to a bound. It always ends by
/// itself; nobody is locked out for good by what others try.
package struct SignInDelay: Hashable, Sendable {
    /// So many failures cost nothing.
    package let free: Int
    package let firstSeconds: Int64
    package let mostSeconds: Int64

    package init(free: Int, firstSeconds: Int64, mostSeconds: Int64) {
        self.free = free
        self.firstSeconds = firstSeconds
        self.mostSeconds = mostSeconds
    }

    package func seconds(after failures: Int) -> Int64 {
        guard failures > free else { return 0 }
        let doublings = min(failures - free - 1, 30)
        return min(firstSeconds << Int64(doublings), mostSeconds)
    }

    /// How long to wait still; 0 = try.
    package func wait(after tries: Tries, at now: Moment) -> Int64 {
        let passed = (now.microseconds - tries.last.microseconds) / 1_000_000
        return max(0, seconds(after: tries.count) - max(0, passed))
    }
}

/// What failed of late under one name: an account, a network, a device.
package struct Tries: Hashable, Sendable {
    package let count: Int
    package let last: Moment

    package init(count: Int, last: Moment) {
        self.count = count
        self.last = last
    }

    /// One more; long ago is forgotten.
    package func another(at now: Moment, forgetting seconds: Int64) -> Tries {
        Tries(count: isForgotten(at: now, after: seconds) ? 1 : count + 1, last: now)
    }

    package func isForgotten(at now: Moment, after seconds: Int64) -> Bool {
        last.adding(seconds: seconds) < now
    }
}
