import GRDB
import Glibc
import UseCases

/// One transaction's view of every room's records; each room's statements stand in its own folder.
struct SQLiteRecords: Records {
    let db: Database
    let digest: Digest

    /// Runs a statement that is prepared once per connection.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }

    func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }
}

extension SQLiteStore {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
