import Basics
import GRDB
import UseCases

/// The numbered steps from an empty database to today's schema. Each is one transaction, named and
/// hashed in the database itself.
struct Migration {
    let number: Int
    let name: String
    /// As SQLite takes it.
    let sql: String

    static let all: [Migration] = [
        Migration(
            number: 1, name: "house",
            shared: PackageResources._001_house_sql, sqlite: PackageResources._001_house_sqlite_sql),
        Migration(
            number: 2, name: "payment_invoices", shared: PackageResources._002_payment_invoices_sql,
            sqlite: PackageResources._002_payment_invoices_sqlite_sql),
        Migration(
            number: 3, name: "seals",
            shared: PackageResources._003_seals_sql, sqlite: PackageResources._003_seals_sqlite_sql),
        Migration(
            number: 4, name: "outbox",
            shared: PackageResources._004_outbox_sql, sqlite: PackageResources._004_outbox_sqlite_sql),
        Migration(
            number: 5, name: "open_window", shared: PackageResources._005_open_window_sql,
            sqlite: PackageResources._005_open_window_sqlite_sql),
        Migration(
            number: 6, name: "tokens",
            shared: PackageResources._006_tokens_sql, sqlite: PackageResources._006_tokens_sqlite_sql),
    ]

    private init(number: Int, name: String, shared: [UInt8], sqlite: [UInt8]) {
        self.number = number
        self.name = name
        let text = String(decoding: shared, as: UTF8.self)
            .replacing(" BIGINT", with: " INTEGER").replacing(" BYTES", with: " BLOB")
            .replacing(") STRICT KEYED;", with: ") STRICT, WITHOUT ROWID;")
        sql = text + String(decoding: sqlite, as: UTF8.self)
    }

    /// Brings the database up to date; refuses one from the future, or made by other steps.
    static func run(on writer: any DatabaseWriter, digest: Digest, now: Moment) throws {
        try writer.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS schema_migrations (
                        number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest BLOB NOT NULL,
                        applied_at INTEGER NOT NULL) STRICT
                    """)
        }
        let applied = try writer.read(check(digest))
        for migration in all where migration.number > applied {
            try writer.write { db in
                try db.execute(sql: migration.sql)
                try db.execute(
                    sql:
                        "INSERT INTO schema_migrations (number, name, digest, applied_at) VALUES (?, ?, ?, ?)",
                    arguments: [
                        migration.number, migration.name,
                        Blob(digest.sha256(Array(migration.sql.utf8))).data, now.microseconds,
                    ])
            }
        }
    }

    /// The last step applied, after checking that all of them are ours.
    static func check(_ digest: Digest) -> (Database) throws -> Int {
        return { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT number, digest FROM schema_migrations ORDER BY number")
            for row in rows {
                let number: Int = row["number"]
                guard let known = all.first(where: { $0.number == number }) else {
                    throw StorageProblem.newerSchema(found: number, known: all.count)
                }
                guard row.bytes("digest") == digest.sha256(Array(known.sql.utf8)) else {
                    throw StorageProblem.changedMigration(number)
                }
            }
            return rows.last.map { $0["number"] } ?? 0
        }
    }
}
