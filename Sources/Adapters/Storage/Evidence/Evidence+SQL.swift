import Basics
import Foundation
import GRDB
import UseCases

extension SQLiteRecords {
    package func forEachRow(
        of table: String, _ columns: [String], where conditions: [String: Cell], by order: [String],
        _ body: ([Cell]) throws -> Void
    ) throws {
        let named = conditions.sorted { $0.key < $1.key }
        var sql = "SELECT \(columns.joined(separator: ", ")) FROM \(table)"
        if !named.isEmpty {
            sql += " WHERE " + named.map { "\($0.key) IS ?" }.joined(separator: " AND ")
        }
        if !order.isEmpty { sql += " ORDER BY " + order.joined(separator: ", ") }
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: sql), arguments: StatementArguments(named.map { $0.value.databaseValue }))
        while let row = try rows.next() {
            try body(row.databaseValues.map { Cell($0) })
        }
    }

    package func columns(of table: String) throws -> [String] {
        try db.columns(in: table).map(\.name)
    }

    package func danglingRow() throws -> (table: String, parent: String)? {
        try row("PRAGMA foreign_key_check").map { (table: $0.text("table"), parent: $0.text("parent")) }
    }

    package func draft(ofRecord text: String) throws -> (draft: AccountDraft, text: String) {
        let draft: AccountDraft
        do { draft = try Record.read(text) } catch { throw StorageProblem.damaged("an account's record") }
        return (draft, try Record.write(draft))
    }

    package func supplier(ofRecord text: String) throws -> SupplierDraft {
        do { return try Record.read(text) } catch { throw StorageProblem.damaged("a supplier's record") }
    }
}

extension Cell {
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Blob(bytes).data.databaseValue
        }
    }
}
