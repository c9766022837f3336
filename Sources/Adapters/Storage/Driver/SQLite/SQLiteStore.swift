package import Basics
import GRDB
import Glibc
package import UseCases

/// Everything in one SQLite file: WAL, synchronous=FULL, one writing process, many readers.
package final class SQLiteStore: DatabaseStore {
    package let engine = Engine.sqlite
    let pool: DatabasePool
    let path: String
    private let digest: Digest
    private let lock: WriterLock?
    private let known = KnownRecords()

    /// Opens the file for writing and brings its schema up to date.
    package init(writing path: String, digest: Digest, now: Moment) throws {
        self.path = path
        self.digest = digest
        let lock = try WriterLock(database: path)
        self.lock = lock
        pool = try SQLiteStore.mapping(path) {
            let pool = try SQLiteStore.durable(path)
            try SQLiteStore.migrate(pool, digest: digest, now: now)
            return pool
        }
    }

    /// Opens the file for a short write beside the process that writes: for tokens, whose rows nobody
    /// else makes and no sum rests on. It waits for that process's transactions, and migrates nothing.
    package init(writingBeside path: String, digest: Digest) throws {
        self.path = path
        self.digest = digest
        lock = nil
        guard SQLiteStore.exists(path) else { throw StorageProblem.missing(path) }
        pool = try SQLiteStore.mapping(path) {
            let pool = try SQLiteStore.durable(path)
            let applied = try pool.read { try Migration.applied(SQLiteSession($0), .sqlite, digest) }
            guard applied == Migration.newest else { throw StorageProblem.olderSchema(found: applied) }
            return pool
        }
    }

    /// Opens the file for reading beside whoever writes.
    package init(reading path: String, digest: Digest) throws {
        self.path = path
        self.digest = digest
        lock = nil
        guard SQLiteStore.exists(path) else { throw StorageProblem.missing(path) }
        pool = try SQLiteStore.mapping(path) {
            var configuration = SQLiteStore.configuration()
            configuration.readonly = true
            let pool = try DatabasePool(path: path, configuration: configuration)
            let applied = try pool.read { try Migration.applied(SQLiteSession($0), .sqlite, digest) }
            guard applied > 0 else { throw StorageProblem.notADatabase(path) }
            return pool
        }
    }

    /// The lock of the one writing process is the proof.
    package var isExclusive: Bool { lock != nil }

    package func read<Result>(_ body: (any Records) throws -> Result) throws -> Result {
        try SQLiteStore.mapping(path) {
            try pool.read { try body(records($0)) }
        }
    }

    package func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result {
        try SQLiteStore.mapping(path) {
            try pool.write { try body(records($0)) }
        }
    }

    private func records(_ database: Database) -> SQLRecords {
        SQLRecords(session: SQLiteSession(database), digest: digest, known: known)
    }

    /// Brings the schema up to date, a transaction a step.
    private static func migrate(_ pool: DatabasePool, digest: Digest, now: Moment) throws {
        try pool.write { try $0.execute(sql: Migration.table(.sqlite)) }
        let applied = try pool.read { try Migration.applied(SQLiteSession($0), .sqlite, digest) }
        for migration in Migration.all where migration.number > applied {
            try pool.write { try migration.apply(SQLiteSession($0), .sqlite, digest, now: now) }
        }
    }

    /// The last migration applied.
    package func schemaVersion() throws -> Int {
        try SQLiteStore.mapping(path) {
            try pool.read { try Int.fetchOne($0, sql: "SELECT MAX(number) FROM schema_migrations") ?? 0 }
        }
    }

    /// The log goes into the file and is emptied; whoever still reads keeps it, and it is emptied later.
    package func settleDown() throws {
        try SQLiteStore.mapping(path) {
            try pool.writeWithoutTransaction { db in
                _ = try db.checkpoint(.truncate)
            }
        }
    }

    /// A pool whose commits are on the disk when they return.
    private static func durable(_ path: String) throws -> DatabasePool {
        try refuseForeign(path)
        let pool = try DatabasePool(path: path, configuration: configuration())
        // GRDB sets NORMAL when it turns WAL on, after prepareDatabase: set FULL behind it.
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try check(db)
        }
        return pool
    }

    /// A file of another program is refused before anything, even its header, is written.
    private static func refuseForeign(_ path: String) throws {
        guard exists(path) else { return }
        var configuration = Configuration()
        configuration.readonly = true
        let isForeign: Bool
        do {
            isForeign = try DatabaseQueue(path: path, configuration: configuration).read(holdsOthersTables)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
            // Killed while the file was made: what it left undone is rolled back by whoever may write.
            isForeign = try DatabaseQueue(path: path).read(holdsOthersTables)
        }
        if isForeign { throw StorageProblem.notADatabase(path) }
    }

    private static func holdsOthersTables(_ db: Database) throws -> Bool {
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        return !tables.isEmpty && !tables.contains("schema_migrations")
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.label = "kontragent"
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            // A secret that lay in the clear is not left behind in free bytes when it is locked.
            try db.execute(sql: "PRAGMA secure_delete = ON")
            // Random ids touch pages all over the identity table; a larger cache and rarer checkpoints
            // let one write serve many of them.
            try db.execute(sql: "PRAGMA cache_size = -65536")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 20000")
        }
        return configuration
    }

    /// Settings that matter are asserted; the program refuses to run on others.
    private static func check(_ db: Database) throws {
        let wanted = [
            ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"),
            ("secure_delete", "1"),
        ]
        for (name, value) in wanted {
            let found = try String.fetchOne(db, sql: "PRAGMA \(name)") ?? ""
            guard found == value else { throw StorageProblem.wrongSetting(name, found) }
        }
    }

    /// SQLite's own errors in words a person can act on; ours pass.
    static func mapping<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_FULL: throw StorageProblem.diskFull(path)
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: throw StorageProblem.notADatabase(path)
            case .SQLITE_ERROR where error.message?.contains("no such table") == true:
                throw StorageProblem.notADatabase(path)
            default: throw StorageProblem.unreadable("\(path): \(error.description)")
            }
        }
    }
}

extension SQLiteStore {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
