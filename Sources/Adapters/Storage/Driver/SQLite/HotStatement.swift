import Basics
import GRDB
import GRDBSQLite

/// A prepared statement bound by hand, for the paths that run a million times: no values boxed, no
/// arrays of arguments. Prepared once per connection by GRDB, which owns it.
struct HotStatement {
    private let statement: GRDB.Statement

    init(_ db: Database, _ sql: String) throws { statement = try db.cachedStatement(sql: sql) }

    private var handle: OpaquePointer { statement.sqliteStatement }

    func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

    func bind(_ index: Int32, _ text: String) {
        var text = text
        text.withUTF8 { bytes in
            let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            // A nil pointer would bind NULL, and an empty text is not NULL.
            _ =
                start.map { sqlite3_bind_text(handle, index, $0, Int32(bytes.count), HotStatement.transient) }
                ?? sqlite3_bind_text(handle, index, "", 0, HotStatement.transient)
        }
    }

    func bind(_ index: Int32, bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes {
            sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), HotStatement.transient)
        }
    }

    /// Runs a statement that gives no rows, and says how many rows it changed.
    func run(in db: Database) throws -> Int {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
        }
        return Int(sqlite3_changes(db.sqliteConnection))
    }

    /// SQLite copies what it is given.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
