package import Basics

/// How long the next try must wait after failures: twice as long each time, up to a bound. It always ends by
/// itself; nobody is locked out for good by what others try.
package struct SignInDelay: Hashable, Sendable {
    /// So many failures cost nothing.
    package let free: Int
    package let firstSeconds: Int64
    package let mostSeconds: Int64
    /// One try fewer for each of so many seconds without one; nil = all or none are forgotten.
    package let leakSeconds: Int64?

    package init(free: Int, firstSeconds: Int64, mostSeconds: Int64, leakSeconds: Int64? = nil) {
        self.leakSeconds = leakSeconds
        self.free = free
        self.firstSeconds = firstSeconds
        self.mostSeconds = mostSeconds
    }

    package func seconds(after failures: Int) -> Int64 {
        guard failures > free else { return 0 }
        let doublings = min(failures - free - 1, 30)
        return min(firstSeconds << Int64(doublings), mostSeconds)
    }

    /// What is left of them by now.
    package func left(of tries: Tries, at now: Moment) -> Tries {
        guard let leakSeconds else { return tries }
        let passed = max(0, now.microseconds - tries.last.microseconds) / 1_000_000
        return Tries(count: Int(max(0, Int64(tries.count) - passed / leakSeconds)), last: tries.last)
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

    /// One more.
    package func another(at now: Moment) -> Tries { Tries(count: count + 1, last: now) }

    package func isForgotten(at now: Moment, after seconds: Int64) -> Bool {
        last.adding(seconds: seconds) < now
    }
}
