import Foundation
import GRDB
import Support

/// Somebody with the file in hand: triggers dropped, checks off, one change made by plain SQL.
struct Tamper {
    let queue: DatabaseQueue
    private let tables: [String]

    struct Change {
        let table: String
        let kind: String
        let text: String
    }

    /// What no check can tell, and why that is no harm.
    static let allowed: [(table: String, kind: String, because: String)] = [
        (
            "usage_events", "swap rows",
            "exchanges two arrivals; inside one run the order of arrival decides nothing"
        )
    ]

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        queue = try DatabaseQueue(path: path, configuration: configuration)
        tables = try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
            {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
            // The names of migrations applied are no books; a changed step is refused at opening. Nor is
            // the outbox: it says what is still to do. Nodes and leases say who does it.
            return try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN
                        ('schema_migrations', 'outbox', 'nodes', 'leases', 'name_words')
                        AND name NOT LIKE 'sqlite_%' ORDER BY name
                    """
            ).filter { try Int.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \($0))") == 1 }
        }
    }

    /// Makes one change; asks the dice again where the engine itself refuses it.
    func change(_ random: inout SplitMix64) throws -> Change {
        while true {
            let table = random.pick(tables)
            var dice = random
            defer { random = dice }
            _ = dice.next()
            do {
                let change = try queue.write { db in try attempt(table, db, &dice) }
                if let change { return change }
            } catch is DatabaseError {
                continue
            }
        }
    }

    private func attempt(_ table: String, _ db: Database, _ random: inout SplitMix64) throws -> Change? {
        let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table)") ?? 0
        let keys = try db.primaryKey(table).columns
        let columns = try db.columns(in: table).map(\.name)
        let row = try pick(table, count, db, &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            try db.execute(
                sql: "DELETE FROM \(table) WHERE \(clause(keys))",
                arguments: StatementArguments(keys.map { row[$0] as DatabaseValue }))
            return Change(table: table, kind: "drop row", text: "\(row)")
        case 1: return try double(table, columns, keys, row, db, &random)
        case 2: return try swapRows(table, columns, keys, row, try pick(table, count, db, &random), db)
        case 3:
            return try swapCell(table, columns, keys, row, try pick(table, count, db, &random), db, &random)
        default: return try edit(table, columns, keys, row, db, &random)
        }
    }

    private func pick(
        _ table: String, _ count: Int, _ db: Database, _ random: inout SplitMix64
    ) throws -> Row {
        let offset = Int.random(in: 0..<count, using: &random)
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM \(table) LIMIT 1 OFFSET \(offset)") else {
            throw DatabaseError(resultCode: .SQLITE_ERROR)
        }
        return row
    }

    private func clause(_ keys: [String]) -> String { keys.map { "\($0) IS ?" }.joined(separator: " AND ") }

    private func update(
        _ table: String, _ values: [(String, DatabaseValue)], _ keys: [String], _ row: Row, _ db: Database
    ) throws {
        try db.execute(
            sql:
                "UPDATE \(table) SET \(values.map { "\($0.0) = ?" }.joined(separator: ", ")) WHERE \(clause(keys))",
            arguments: StatementArguments(values.map(\.1) + keys.map { row[$0] as DatabaseValue }))
    }

    private func edit(
        _ table: String, _ columns: [String], _ keys: [String], _ row: Row, _ db: Database,
        _ random: inout SplitMix64
    ) throws -> Change? {
        let column = random.pick(columns)
        let old: DatabaseValue = row[column]
        let new = other(old, &random)
        guard new != old else { return nil }
        try update(table, [(column, new)], keys, row, db)
        return Change(table: table, kind: "edit \(column)", text: "\(old) to \(new) in \(row)")
    }

    private func other(_ value: DatabaseValue, _ random: inout SplitMix64) -> DatabaseValue {
        switch value.storage {
        case .int64(let number):
            let step: Int64 = random.chance(60) ? 1 : Int64.random(in: 2...1_000_000_000, using: &random)
            return (random.chance(50) ? number &+ step : number &- step).databaseValue
        case .string(let text):
            var scalars = Array(text.unicodeScalars)
            let place = Int.random(in: 0...scalars.count, using: &random)
            if place == scalars.count || random.chance(20) {
                scalars.insert("x", at: place)
            } else {
                scalars[place] = scalars[place] == "7" ? "8" : "7"
            }
            var changed = String.UnicodeScalarView()
            changed.append(contentsOf: scalars)
            return String(changed).databaseValue
        case .blob(let data):
            var bytes = [UInt8](data)
            guard !bytes.isEmpty else { return Data([1]).databaseValue }
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
                1 << UInt8.random(in: 0..<8, using: &random)
            return Data(bytes).databaseValue
        case .null: return (random.chance(50) ? 5.databaseValue : "7".databaseValue)
        case .double: return .null
        }
    }

    /// The same row again under a neighbouring key.
    private func double(
        _ table: String, _ columns: [String], _ keys: [String], _ row: Row, _ db: Database,
        _ random: inout SplitMix64
    ) throws -> Change? {
        let key = random.pick(keys)
        let new = other(row[key], &random)
        let values = columns.map { $0 == key ? new : row[$0] as DatabaseValue }
        try db.execute(
            sql: "INSERT INTO \(table) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))",
            arguments: StatementArguments(values))
        return Change(table: table, kind: "double row", text: "\(key) \(new) of \(row)")
    }

    /// Two rows exchange all but their keys.
    private func swapRows(
        _ table: String, _ columns: [String], _ keys: [String], _ a: Row, _ b: Row, _ db: Database
    ) throws -> Change? {
        let rest = columns.filter { !keys.contains($0) }
        let (one, two) = (rest.map { a[$0] as DatabaseValue }, rest.map { b[$0] as DatabaseValue })
        guard !rest.isEmpty, one != two else { return nil }
        try update(table, Array(zip(rest, two)), keys, a, db)
        try update(table, Array(zip(rest, one)), keys, b, db)
        return Change(table: table, kind: "swap rows", text: "\(a) and \(b)")
    }

    private func swapCell(
        _ table: String, _ columns: [String], _ keys: [String], _ a: Row, _ b: Row, _ db: Database,
        _ random: inout SplitMix64
    ) throws -> Change? {
        let rest = columns.filter { !keys.contains($0) }
        guard !rest.isEmpty else { return nil }
        let column = random.pick(rest)
        let (one, two): (DatabaseValue, DatabaseValue) = (a[column], b[column])
        guard one != two else { return nil }
        try update(table, [(column, two)], keys, a, db)
        try update(table, [(column, one)], keys, b, db)
        return Change(table: table, kind: "swap \(column)", text: "\(a) and \(b)")
    }
}
