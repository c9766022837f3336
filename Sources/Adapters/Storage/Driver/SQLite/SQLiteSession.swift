import Basics
import GRDB
import GRDBSQLite
import UseCases

/// A transaction on a SQLite file: GRDB owns the connection and prepares the statements, their values go
/// in and out by hand.
final class SQLiteSession: Session {
    let db: Database

    init(_ db: Database) { self.db = db }

    func script(_ sql: String) throws { try db.execute(sql: sql) }

    func run(_ sql: String, _ arguments: Arguments) throws { _ = try change(sql, arguments) }

    func change(_ sql: String, _ arguments: Arguments) throws -> Int {
        try statement(sql, arguments) { handle in
            while try step(handle) {}
            return Int(sqlite3_changes(db.sqliteConnection))
        }
    }

    func rows(_ sql: String, _ arguments: Arguments) throws -> [Row] {
        var rows: [Row] = []
        try forEach(sql, arguments) { rows.append($0) }
        return rows
    }

    func forEach(_ sql: String, _ arguments: Arguments, _ body: (Row) throws -> Void) throws {
        try whileTaken(sql, arguments) { row in
            try body(row)
            return true
        }
    }

    func whileTaken(_ sql: String, _ arguments: Arguments, _ body: (Row) throws -> Bool) throws {
        try statement(sql, arguments) { handle in
            let count = sqlite3_column_count(handle)
            let columns = Row.Columns((0..<count).map { String(cString: sqlite3_column_name(handle, $0)) })
            while try step(handle) {
                let cells = (0..<count).map { SQLiteSession.cell(handle, $0) }
                guard try body(Row(columns: columns, cells: cells)) else { return }
            }
        }
    }

    func columns(of table: String) throws -> [String] { try db.columns(in: table).map(\.name) }

    func danglingRow() throws -> (table: String, parent: String)? {
        try rows("PRAGMA foreign_key_check", []).first.map {
            (table: $0.text("table"), parent: $0.text("parent"))
        }
    }

    func insert(into table: String, _ columns: [String], _ rows: [[Cell]], _ conflict: String) throws {
        guard !rows.isEmpty else { return }
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places)) \(conflict)"
        let statement = try db.cachedStatement(sql: sql)
        for row in rows { try stepping(statement, row) { while try step($0) {} } }
    }

    /// There is one writer: it waits for nobody.
    func lock(_ projects: [PID]) throws {}

    func lock(_ name: String) throws {}

    func share(_ name: String) throws {}

    func serverClock() throws -> Int64? { nil }

    func end(afterPauseOf seconds: Int) throws {}

    /// A statement prepared once per connection; one that is being stepped through is not disturbed.
    private func statement<Result>(
        _ sql: String, _ arguments: Arguments, _ body: (OpaquePointer) throws -> Result
    ) throws -> Result {
        var statement = try db.cachedStatement(sql: sql)
        if sqlite3_stmt_busy(statement.sqliteStatement) != 0 { statement = try db.makeStatement(sql: sql) }
        return try stepping(statement, arguments.cells, body)
    }

    private func stepping<Result>(
        _ statement: GRDB.Statement, _ cells: [Cell], _ body: (OpaquePointer) throws -> Result
    ) throws -> Result {
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        for (index, cell) in cells.enumerated() { SQLiteSession.bind(handle, Int32(index + 1), cell) }
        return try body(handle)
    }

    /// Whether there is a row.
    private func step(_ handle: OpaquePointer) throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw SQLiteSession.error(code, db)
        }
    }

    static func error(_ code: Int32, _ db: Database) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
    }

    private static func bind(_ handle: OpaquePointer, _ index: Int32, _ cell: Cell) {
        switch cell {
        case .null: sqlite3_bind_null(handle, index)
        case .integer(let number): sqlite3_bind_int64(handle, index, number)
        case .text(var text):
            text.withUTF8 { bytes in
                let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
                // A nil pointer would bind NULL, and an empty text is not NULL.
                _ =
                    start.map { sqlite3_bind_text(handle, index, $0, Int32(bytes.count), transient) }
                    ?? sqlite3_bind_text(handle, index, "", 0, transient)
            }
        case .bytes(let bytes):
            guard !bytes.isEmpty else {
                sqlite3_bind_zeroblob(handle, index, 0)
                return
            }
            _ = bytes.withUnsafeBytes {
                sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), transient)
            }
        }
    }

    private static func cell(_ handle: OpaquePointer, _ column: Int32) -> Cell {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(handle, column)
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
            return .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, column)
            return .bytes(
                [UInt8](
                    UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))))
        case SQLITE_FLOAT: return .text("\(sqlite3_column_double(handle, column))")
        default: return .null
        }
    }

    /// SQLite copies what it is given.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
