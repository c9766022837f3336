package import Basics
import Foundation
package import UseCases

/// Everything in a PostgreSQL database: any number of processes, each with a few connections.
package final class PostgresStore: DatabaseStore {
    package let engine = Engine.postgres
    private let place: PostgresPlace
    private let pool: PostgresPool
    private let digest: Digest
    private let hasServerClock: Bool
    private let known = KnownRecords()

    /// How many connections a process opens at most.
    package static let connections = 8

    /// Opens the database for writing and brings its schema up to date. Leases are judged by the server's
    /// clock, unless the clock is one that is told what time it is.
    package init(
        writing url: String, digest: Digest, now: Moment, connections: Int = connections,
        hasServerClock: Bool = true
    ) throws {
        self.hasServerClock = hasServerClock
        place = try PostgresPlace(url)
        pool = PostgresPool(place, limit: connections)
        self.digest = digest
        try migrate(now: now)
    }

    /// Opens it as it is: for reading, and for short writes beside those who work.
    package init(existing url: String, digest: Digest, connections: Int = connections) throws {
        hasServerClock = true
        place = try PostgresPlace(url)
        pool = PostgresPool(place, limit: connections)
        self.digest = digest
        guard try schemaVersion() > 0 else { throw StorageProblem.notADatabase(place.text) }
    }

    package func read<Result>(_ body: (any Records) throws -> Result) throws -> Result {
        try patiently {
            try session(readOnly: true) { try body(records($0)) }
        }
    }

    package func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result {
        try patiently {
            try session(readOnly: false) { try body(records($0)) }
        }
    }

    private func records(_ session: PostgresSession) -> SQLRecords {
        SQLRecords(session: session, digest: digest, known: known, hasServerClock: hasServerClock)
    }

    /// The last migration applied, after a check that all are this program's; 0 = none.
    package func schemaVersion() throws -> Int {
        try patiently(waiting: false) {
            try session(readOnly: true) { session in
                guard try PostgresStore.isOurs(session) else { return 0 }
                return try Migration.applied(session, .postgres, digest)
            }
        }
    }

    /// One attempt at a transaction. Where its commit's answer was lost, the server is asked.
    private func session<Result>(
        readOnly: Bool, _ body: (PostgresSession) throws -> Result
    ) throws -> Result {
        try pool.with { connection in
            let session = try PostgresSession(connection, readOnly: readOnly)
            do {
                let result = try body(session)
                guard let number = readOnly ? nil : try session.number() else {
                    try session.commit()
                    return result
                }
                do { try session.commit() } catch let failure as PostgresFailure
                    where failure.kind == .connection
                {
                    guard try became(number, in: connection.life) else { throw failure }
                }
                return result
            } catch {
                session.rollBack()
                throw error
            }
        }
    }

    /// Whether a transaction whose end nobody heard was committed. In a later life of the server the number may be
    /// somebody else's: one that is committed tells nothing then, and the caller asks by its own key.
    private func became(_ number: String, in life: String) throws -> Bool {
        let unknown = PostgresFailure(state: "", message: "transaction \(number)", kind: .unknownCommit)
        let end = Date(timeIntervalSinceNow: PostgresStore.patienceSeconds)
        while Date() < end {
            do {
                let connection = try PostgresConnection(place)
                switch try status(of: number, connection) {
                case "committed" where connection.life == life: return true
                case "committed": throw unknown
                case "aborted": return false
                case "in progress": break
                default: throw unknown
                }
            } catch let failure as PostgresFailure where failure.kind == .connection {
                // It may come back in time.
            }
            usleep(100_000)
        }
        throw unknown
    }

    private func status(of number: String, _ connection: PostgresConnection) throws -> String {
        var parameters = PostgresParameters()
        parameters.add(.text(number))
        var status = ""
        do {
            let answer = try connection.ask(
                "SELECT pg_xact_status(CAST(CAST(? AS TEXT) AS xid8)) AS status", parameters)
            _ = try answer.forEach { row in
                status = row["status"] ?? ""
                return false
            }
        } catch let failure as PostgresFailure where failure.state == "22023" {
            // The number was never given in this life.
            return "aborted"
        }
        return status
    }

    /// For how long a lost server is waited for.
    private static let patienceSeconds = 10.0
    private static let races = 20

    /// Begins again what lost a race or its connection, for a while; all else is told in our own words.
    /// Whoever starts does not wait for a server that is not there.
    private func patiently<Result>(waiting: Bool = true, _ attempt: () throws -> Result) throws -> Result {
        // From when the link is first found broken, however long the work had taken till then.
        var end: Date?
        var races = 0
        while true {
            do { return try attempt() } catch let failure as PostgresFailure
                // Another database's is not ours to wait for, nor to be named by us.
                where failure.place == nil || failure.place == place.text
            {
                switch failure.kind {
                case .contention where races < PostgresStore.races:
                    races += 1
                    usleep(UInt32.random(in: 1_000...10_000) * UInt32(races))
                case .connection where waiting && end.map({ Date() < $0 }) ?? true:
                    end = end ?? Date(timeIntervalSinceNow: PostgresStore.patienceSeconds)
                    usleep(100_000)
                default: throw failure.problem(place.text)
                }
            }
        }
    }

    /// Steps one by one, each a transaction; of several processes that start at once one takes each step.
    private func migrate(now: Moment) throws {
        var isDone = false
        while !isDone {
            isDone = try patiently(waiting: false) {
                try session(readOnly: false) { session in
                    try session.lock("migration")
                    let standby = try session.rows("SELECT pg_is_in_recovery() AS standby", [])
                    if standby.first?["standby"] ?? false { throw StorageProblem.readOnly(place.text) }
                    if try !PostgresStore.isOurs(session) {
                        try refuseForeign(session)
                        try session.script(Migration.table(.postgres))
                    }
                    let applied = try Migration.applied(session, .postgres, digest)
                    guard let next = Migration.all.first(where: { $0.number > applied }) else { return true }
                    try session.run("SET LOCAL statement_timeout = 0", [])
                    try next.apply(session, .postgres, digest, now: now)
                    return false
                }
            }
        }
    }

    private static func isOurs(_ session: PostgresSession) throws -> Bool {
        try session.rows("SELECT to_regclass('schema_migrations') IS NOT NULL AS ours", []).first?["ours"]
            ?? false
    }

    /// A schema that somebody else's tables live in is left alone.
    private func refuseForeign(_ session: PostgresSession) throws {
        let found = try session.rows(
            """
            SELECT relname FROM pg_class
            WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace LIMIT 1
            """, [])
        if !found.isEmpty { throw StorageProblem.notADatabase(place.text) }
    }
}
