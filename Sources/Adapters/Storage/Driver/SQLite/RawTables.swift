import GRDB

/// The engine alone, for `bench` to compare with: the rows of a database's tables written once more into tables of
/// the same shape and keys, or only read. Nothing is checked, worked out or decoded.
package final class RawTables {
    private let queue: DatabaseQueue

    /// What intake keeps of events.
    package static let intake = ["usage_identities", "usage_events"]
    /// What settlement makes of them.
    package static let settlement = [
        "day_lines", "lots", "grants", "debts", "portions", "state_transitions", "journal", "journal_entries",
        "journal_balances",
    ]
    package static let bank = [
        "bank_statements", "bank_lines", "credits", "credit_identities", "pending_credits",
    ]
    package static let closing = ["documents", "document_shares", "closings", "closed_months", "outbox"]

    /// A copy beside the database, which nobody else writes meanwhile.
    package init(of path: String, into copy: String) throws {
        queue = try DatabaseQueue(path: copy)
        try queue.writeWithoutTransaction { db in
            for pragma in [
                "journal_mode = WAL", "synchronous = FULL", "cache_size = -65536",
                "wal_autocheckpoint = 20000",
                "foreign_keys = OFF",
            ] {
                try db.execute(sql: "PRAGMA \(pragma)")
            }
            try db.execute(sql: "ATTACH DATABASE ? AS own", arguments: [path])
            for text in try String.fetchAll(
                db,
                sql: """
                    SELECT sql FROM own.sqlite_master
                    WHERE sql IS NOT NULL AND type IN ('table', 'index') AND name NOT LIKE 'sqlite_%'
                    ORDER BY type DESC
                    """)
            {
                try db.execute(sql: text)
            }
        }
    }

    /// Writes tables, each in one transaction; answers with the rows.
    @discardableResult
    package func write(_ tables: [String]) throws -> Int {
        try queue.writeWithoutTransaction { db in
            var rows = 0
            for table in tables {
                try db.inTransaction {
                    try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM own.\(table)")
                    rows += db.changesCount
                    return .commit
                }
            }
            return rows
        }
    }

    /// Steps over every row of every table, looking at each column.
    package func read() throws -> Int {
        try queue.writeWithoutTransaction { db in
            var rows = 0
            for table in try String.fetchAll(
                db,
                sql: "SELECT name FROM own.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            {
                let cursor = try GRDB.Row.fetchCursor(db, sql: "SELECT * FROM own.\(table)")
                while let row = try cursor.next() {
                    rows += 1
                    for column in 0..<row.count { _ = row[column] as DatabaseValue }
                }
            }
            return rows
        }
    }
}
