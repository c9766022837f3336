import Basics
import UseCases

/// A transaction on PostgreSQL. What gives no rows is sent and not waited for; the first failure is kept,
/// and no transaction that had one is committed.
final class PostgresSession: Session {
    let connection: PostgresConnection
    private let readOnly: Bool
    private var failure: PostgresFailure?
    private var cursors = 0

    init(_ connection: PostgresConnection, readOnly: Bool) throws {
        self.connection = connection
        self.readOnly = readOnly
        // A report sees one instant; a verb locks what it changes and then reads what is so now.
        try send(readOnly ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN", [])
    }

    func script(_ sql: String) throws {
        connection.columnTypes = [:]
        try keeping { try connection.script(sql) }
    }

    func run(_ sql: String, _ arguments: Arguments) throws { try send(sql, arguments.cells) }

    func change(_ sql: String, _ arguments: Arguments) throws -> Int {
        try ask(sql, arguments).changed
    }

    func rows(_ sql: String, _ arguments: Arguments) throws -> [Row] {
        let result = try ask(sql, arguments)
        var rows: [Row] = []
        rows.reserveCapacity(result.count)
        _ = try result.forEach {
            rows.append($0)
            return true
        }
        return rows
    }

    func forEach(_ sql: String, _ arguments: Arguments, _ body: (Row) throws -> Void) throws {
        try whileTaken(sql, arguments) { row in
            try body(row)
            return true
        }
    }

    /// Through a cursor of the server's, so that other questions can be asked between its pages and no
    /// answer is held whole.
    func whileTaken(_ sql: String, _ arguments: Arguments, _ body: (Row) throws -> Bool) throws {
        cursors += 1
        let name = "c\(cursors)"
        try send("DECLARE \(name) NO SCROLL CURSOR FOR \(sql)", arguments.cells)
        while true {
            let page = try ask("FETCH \(PostgresSession.pageRows) FROM \(name)", [])
            guard try page.forEach(body), page.count == PostgresSession.pageRows else { break }
        }
        try send("CLOSE \(name)", [])
        cursors -= 1
    }

    private static let pageRows = 2_000

    func columns(of table: String) throws -> [String] {
        try rows(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """, [table]
        ).map { $0.text("attname") }
    }

    /// In portions, so that no message grows without end.
    func insert(into table: String, _ columns: [String], _ rows: [[Cell]], _ conflict: String) throws {
        guard !rows.isEmpty else { return }
        let types = try types(of: table)
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let sql =
            "INSERT INTO \(table) (\(columns.joined(separator: ", "))) SELECT * FROM unnest(\(places)) \(conflict)"
        for start in stride(from: 0, to: rows.count, by: PostgresSession.pageRows) {
            let page = rows[start..<min(start + PostgresSession.pageRows, rows.count)]
            var parameters = PostgresParameters()
            for (index, column) in columns.enumerated() {
                parameters.add(column: page.map { $0[index] }, of: types[column] ?? .text)
            }
            try send(sql, parameters)
        }
    }

    /// The types of a table's columns, asked for once a connection; only migrations change them.
    private func types(of table: String) throws -> [String: PostgresType] {
        if let known = connection.columnTypes[table] { return known }
        let found = try rows(
            "SELECT attname, atttypid FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0",
            [table])
        let types = Dictionary(
            uniqueKeysWithValues: found.map { row in
                (row.text("attname"), PostgresType(rawValue: UInt32(row["atttypid"] as Int)) ?? .text)
            })
        connection.columnTypes[table] = types
        return types
    }

    /// In their order, all in one journey: spread over workers, a row lock concerns one shard at a time (Citus).
    func lock(_ projects: [PID]) throws {
        for project in projects.sorted() {
            try send("SELECT pid FROM projects WHERE pid = ? FOR NO KEY UPDATE", [.text(project.text)])
        }
    }

    /// A report waits for nobody: it sees one instant anyway.
    func lock(_ name: String) throws {
        guard !readOnly else { return }
        try send("SELECT pg_advisory_xact_lock(\(PostgresSession.key))", [.text(name)])
    }

    func share(_ name: String) throws {
        guard !readOnly else { return }
        try send("SELECT pg_advisory_xact_lock_shared(\(PostgresSession.key))", [.text(name)])
    }

    /// These locks are the whole database's; installations in other schemas of it have keys of their own.
    private static let key = "hashtextextended(?, current_schema()::regnamespace::oid::bigint)"

    func serverClock() throws -> Int64? {
        try rows(
            "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT) AS clock", []
        ).first?["clock"]
    }

    func end(afterPauseOf seconds: Int) throws {
        try send("SET LOCAL idle_in_transaction_session_timeout = '\(seconds)s'", [])
    }

    /// The number by which the server can say later what became of this; nil = nothing was written.
    func number() throws -> String? {
        try rows("SELECT CAST(pg_current_xact_id_if_assigned() AS TEXT) AS number", []).first?["number"]
    }

    /// Ends the transaction. Where something had failed and nobody spoke of it, that is told now.
    func commit() throws {
        if let failure { throw failure }
        let end = try ask("COMMIT", [])
        guard end.word == "COMMIT" else {
            throw PostgresFailure(state: "25P02", message: "the transaction had failed")
        }
    }

    /// What cannot be rolled back was cut off, and is rolled back by that.
    func rollBack() {
        do {
            try connection.collect()
            _ = try connection.ask("ROLLBACK", PostgresParameters())
        } catch {
            do { _ = try connection.ask("ROLLBACK", PostgresParameters()) } catch {
                // The transaction ends with its connection, which the pool does not take back.
                connection.isSpent = true
            }
        }
    }

    func ask(_ sql: String, _ arguments: Arguments) throws -> PostgresResult {
        try keeping { try connection.ask(sql, PostgresSession.parameters(arguments.cells)) }
    }

    func ask(_ sql: String, _ parameters: PostgresParameters) throws -> PostgresResult {
        try keeping { try connection.ask(sql, parameters) }
    }

    func send(_ sql: String, _ parameters: PostgresParameters) throws {
        try keeping { try connection.send(sql, parameters) }
    }

    private func send(_ sql: String, _ cells: [Cell]) throws {
        try keeping { try connection.send(sql, PostgresSession.parameters(cells)) }
    }

    private static func parameters(_ cells: [Cell]) -> PostgresParameters {
        var parameters = PostgresParameters()
        for cell in cells { parameters.add(cell) }
        return parameters
    }

    private func keeping<Result>(_ body: () throws -> Result) throws -> Result {
        if let failure { throw failure }
        do { return try body() } catch var error as PostgresFailure {
            error.place = error.place ?? connection.place.text
            failure = error
            throw error
        }
    }
}
