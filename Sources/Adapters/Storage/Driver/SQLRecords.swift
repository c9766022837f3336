import Basics
import UseCases

/// One transaction's view of every room's records; each room's statements stand in its own folder.
struct SQLRecords: Records {
    let session: any Session
    let digest: Digest
    let known: KnownRecords
    /// Whether leases are judged by the server's clock; else by the caller's.
    var hasServerClock = true

    func run(_ sql: String, _ arguments: Arguments) throws { try session.run(sql, arguments) }

    func rows(_ sql: String, _ arguments: Arguments = []) throws -> [Row] {
        try session.rows(sql, arguments)
    }

    /// The first row; ask for one at most.
    func row(_ sql: String, _ arguments: Arguments = []) throws -> Row? {
        try session.rows(sql, arguments).first
    }

    func number(_ sql: String, _ arguments: Arguments = []) throws -> Int64? {
        guard let row = try row(sql, arguments), case .integer(let number) = row.cells[0] else { return nil }
        return number
    }

    package func lock(_ projects: [PID]) throws { try session.lock(projects) }

    package func lock(_ name: LockName) throws { try session.lock(name.text) }

    package func share(_ name: LockName) throws { try session.share(name.text) }
}
