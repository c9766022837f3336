import Basics
import GRDB
import Metering
package import UseCases

/// The engine alone, for `bench` to compare with: the bytes of events put into one table with the same
/// unique key, prepared statement, WAL, synchronous=FULL, nothing checked and nothing else written.
package final class RawInserts {
    private let queue: DatabaseQueue
    private var arrival: Int64 = 0

    package init(path: String) throws {
        queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            for pragma in [
                "journal_mode = WAL", "synchronous = FULL", "cache_size = -65536",
                "wal_autocheckpoint = 20000",
            ] {
                try db.execute(sql: "PRAGMA \(pragma)")
            }
            try db.execute(
                sql: """
                    CREATE TABLE raw (
                        identity BLOB NOT NULL UNIQUE, project TEXT NOT NULL, arrival INTEGER NOT NULL,
                        id TEXT NOT NULL, source TEXT NOT NULL, type TEXT NOT NULL, resource TEXT NOT NULL,
                        sku TEXT NOT NULL, quantity INTEGER NOT NULL, started_at INTEGER NOT NULL,
                        ended_at INTEGER NOT NULL, labels TEXT NOT NULL) STRICT
                    """)
        }
    }

    /// One transaction.
    package func insert(_ events: [IdentifiedEvent]) throws {
        try queue.write { db in
            let row = try HotStatement(db, "INSERT INTO raw VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            for taken in events {
                let event = taken.event
                arrival += 1
                row.bind(1, bytes: taken.identity)
                row.bind(2, event.project.text)
                row.bind(3, arrival)
                row.bind(4, event.id)
                row.bind(5, event.source)
                row.bind(6, event.type)
                row.bind(7, event.resource.text)
                row.bind(8, event.sku.text)
                row.bind(9, event.quantity.thousandths)
                row.bind(10, event.start.microseconds)
                row.bind(11, event.end.microseconds)
                row.bind(12, LabelText.write(event.labels))
                _ = try row.run(in: db)
            }
        }
    }
}
