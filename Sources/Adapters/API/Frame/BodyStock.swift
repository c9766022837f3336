import Synchronization

/// The memory that bodies of all requests together may take. What does not fit is asked to come again.
final class BodyStock: Sendable {
    private let limit: Int
    private let taken = Mutex(0)

    init(limit: Int) { self.limit = limit }

    func take(_ bytes: Int) throws(APIProblem) {
        let fits = taken.withLock { taken in
            guard taken + bytes <= limit else { return false }
            taken += bytes
            return true
        }
        if !fits { throw .busy }
    }

    func giveBack(_ bytes: Int) { taken.withLock { $0 -= bytes } }
}
