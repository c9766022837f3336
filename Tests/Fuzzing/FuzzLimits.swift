import Glibc

/// What one input may cost.
package enum FuzzLimits {
    package static let memory = 64 << 20

    /// Longer inputs are only read: what was read is not written and read again beside it.
    package static let big = 64 << 10

    /// 50 ms of the processor for an input of up to 64 KiB, and as much again for each further 64 KiB:
    /// whoever needs more than that grows faster than its input.
    package static func nanoseconds(forBytes count: Int) -> Int {
        50_000_000 * max(1, (count + big - 1) / big)
    }

    /// The processor time of this thread while the work was done; other work of the machine does not count.
    package static func nanoseconds(of work: () -> Void) -> Int {
        let start = now()
        work()
        return now() - start
    }

    /// The best of some tries, stopping at the first that keeps to the limit.
    package static func best(of tries: Int, within limit: Int, _ work: () -> Void) -> Int {
        var best = Int.max
        for _ in 0..<tries {
            best = min(best, nanoseconds(of: work))
            if best <= limit { break }
        }
        return best
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
