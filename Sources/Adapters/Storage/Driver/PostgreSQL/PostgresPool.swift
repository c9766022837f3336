import Foundation

/// Connections to one database, so many at most; whoever comes when all are taken waits.
final class PostgresPool: Sendable {
    private let place: PostgresPlace
    private let limit: Int
    private let waitSeconds: Int
    private let condition = NSCondition()
    nonisolated(unsafe) private var idle: [PostgresConnection] = []
    nonisolated(unsafe) private var open = 0

    init(_ place: PostgresPlace, limit: Int, waitSeconds: Int = 30) {
        self.place = place
        self.limit = limit
        self.waitSeconds = waitSeconds
    }

    /// Lends a connection. One that broke is not taken back, and its neighbours are not trusted either.
    func with<Result>(_ body: (PostgresConnection) throws -> Result) throws -> Result {
        let connection = try take()
        defer { give(connection) }
        return try body(connection)
    }

    private func take() throws -> PostgresConnection {
        let end = Date(timeIntervalSinceNow: TimeInterval(waitSeconds))
        condition.lock()
        while idle.isEmpty, open >= limit {
            guard condition.wait(until: end) else {
                condition.unlock()
                throw StorageProblem.contended("all \(limit) connections of this process are taken")
            }
        }
        if let connection = idle.popLast() {
            condition.unlock()
            return connection
        }
        open += 1
        condition.unlock()
        do { return try PostgresConnection(place) } catch {
            giveUpPlace()
            throw error
        }
    }

    private func give(_ connection: PostgresConnection) {
        condition.lock()
        if connection.isBroken {
            open -= 1 + idle.count
            idle = []
        } else {
            idle.append(connection)
        }
        condition.signal()
        condition.unlock()
    }

    private func giveUpPlace() {
        condition.lock()
        open -= 1
        condition.signal()
        condition.unlock()
    }
}
