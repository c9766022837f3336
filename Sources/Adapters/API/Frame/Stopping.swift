import Synchronization

/// Whether the program is being stopped: no longer ready, finishing what it has begun.
package final class Stopping: Sendable {
    private let state = Mutex(false)

    package init() {}

    package var hasBegun: Bool { state.withLock { $0 } }

    package func begin() { state.withLock { $0 = true } }
}
