import Basics
import Synchronization
package import UseCases

/// The demo's own clock, moved by the play, and its counter of ids: the machine's clock and chance have
/// no part in it, so every run gives the same papers.
package final class PlayClock: Sendable {
    private let now: Mutex<Moment>
    private let count = Mutex(0)

    package init() {
        now = Mutex(Play.beginning)
    }

    package var clock: Clock { Clock { self.now.withLock { $0 } } }

    package var ids: IDs { IDs { self.nextGUID() } }

    func move(to moment: Moment) {
        now.withLock { $0 = moment }
    }

    private func nextGUID() -> String {
        let digits = String(
            count.withLock { count in
                count += 1
                return count
            })
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}
