import Glibc
package import Metering
import NIOCore
package import NIOPosix
import Synchronization
package import UseCases

/// Gathers the events of requests that wait at the same time into one commit: the way to the disk costs
/// the same for one event as for thousands. One thread, one commit after another.
package final class IntakeQueue: Sendable {
    private struct Waiting: Sendable {
        let events: [UsageEvent]
        let answer: EventLoopPromise<[Answer]>
    }

    private struct State {
        var waiting: [Waiting] = []
        var events = 0
        var isWorking = false
        /// How many requests shared the last commit, and how long it took.
        var last = (requests: 0, seconds: 0.0)
    }

    /// Enough for the way to the disk to weigh little, and not more than a second's work.
    private static let perCommit = 20_000

    private static let longestGathering = 0.002

    private let usage: UsageDesk
    private let thread: NIOThreadPool
    private let mostWaiting: Int
    private let metrics: Metrics
    private let state = Mutex(State())

    package init(usage: UsageDesk, thread: NIOThreadPool, metrics: Metrics, mostWaiting: Int = 100_000) {
        self.usage = usage
        self.thread = thread
        self.metrics = metrics
        self.mostWaiting = mostWaiting
    }

    /// Answers when the events are on the disk; refuses where too many wait already.
    package func take(_ events: [UsageEvent]) async throws -> [Answer] {
        let promise = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: [Answer].self)
        let (isTaken, isFirst) = state.withLock { state -> (Bool, Bool) in
            guard state.events + events.count <= mostWaiting else { return (false, false) }
            state.waiting.append(Waiting(events: events, answer: promise))
            state.events += events.count
            metrics.set(.intakeWaiting, Double(state.events))
            defer { state.isWorking = true }
            return (true, !state.isWorking)
        }
        if !isTaken { promise.fail(APIProblem.busy) }
        if isFirst { thread.submit { [self] _ in work() } }
        return try await promise.futureResult.get()
    }

    /// Commits until nobody waits. Those who were answered together mostly send again together: while fewer
    /// have come than the last time, they are given as long as a commit takes.
    private func work() {
        while let group = next() {
            let start = ContinuousClock.now
            let results = usage.take(together: group.map(\.events))
            let count = group.reduce(0) { $0 + $1.events.count }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            metrics.observe(.commitSeconds, seconds)
            metrics.observe(.commitBatch, Double(count))
            state.withLock { state in
                state.events -= count
                metrics.set(.intakeWaiting, Double(state.events))
                state.last = (group.count, seconds)
            }
            for (waiting, result) in zip(group, results) { waiting.answer.completeWith(result) }
        }
    }

    private func next() -> [Waiting]? {
        let wait = state.withLock { state in
            state.waiting.isEmpty || state.waiting.count >= state.last.requests
                ? 0 : min(state.last.seconds, IntakeQueue.longestGathering)
        }
        if wait > 0 { usleep(UInt32(wait * 1_000_000)) }
        return state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWorking = false
                return nil
            }
            var count = 0
            var end = 0
            // The first always goes; others as long as they fit.
            while end < state.waiting.count,
                end == 0 || count + state.waiting[end].events.count <= IntakeQueue.perCommit
            {
                count += state.waiting[end].events.count
                end += 1
            }
            defer { state.waiting.removeFirst(end) }
            return Array(state.waiting[..<end])
        }
    }
}
