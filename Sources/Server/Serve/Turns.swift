import Foundation
import Synchronization

/// Threads that come back to their work again and again until they are stopped. What a turn throws is told,
/// and the next turn tries again.
final class Turns: Sendable {
    private let failed: @Sendable (String, any Error) -> Void
    private let isStopping = Mutex(false)
    private let wake = NSCondition()
    private let running = DispatchGroup()

    init(failed: @escaping @Sendable (String, any Error) -> Void) { self.failed = failed }

    var areStopping: Bool { isStopping.withLock { $0 } }

    func every(_ seconds: Double, _ name: String, _ turn: @escaping @Sendable () throws -> Void) {
        running.enter()
        let thread = Thread { [self] in
            while !areStopping {
                do { try turn() } catch { failed(name, error) }
                pause(seconds)
            }
            running.leave()
        }
        thread.name = name
        thread.start()
    }

    /// Lets every turn in hand end, for so long at most, then returns; nothing new begins. What is still at work is cut
    /// off by the end of the process, which the books bear.
    func stop(within seconds: Int = 20) {
        isStopping.withLock { $0 = true }
        wake.lock()
        wake.broadcast()
        wake.unlock()
        _ = running.wait(timeout: .now() + .seconds(seconds))
    }

    private func pause(_ seconds: Double) {
        let end = Date(timeIntervalSinceNow: seconds)
        wake.lock()
        while !areStopping, wake.wait(until: end) {}
        wake.unlock()
    }
}
