import Basics
import UseCases

extension SQLRecords {
    package func forEachRow(
        of table: String, _ columns: [String], where conditions: [String: Cell], by order: [String],
        _ body: ([Cell]) throws -> Void
    ) throws {
        let named = conditions.sorted { $0.key < $1.key }
        var sql = "SELECT \(columns.joined(separator: ", ")) FROM \(table)"
        if !named.isEmpty {
            sql +=
                " WHERE "
                + named.map { "\($0.key) \($0.value == .null ? "IS NULL" : "= ?")" }
                .joined(separator: " AND ")
        }
        if !order.isEmpty { sql += " ORDER BY " + order.joined(separator: ", ") }
        try session.forEach(sql, Arguments(named.map(\.value).filter { $0 != .null })) { try body($0.cells) }
    }

    package func columns(of table: String) throws -> [String] {
        try session.columns(of: table)
    }

    package func danglingRow() throws -> (table: String, parent: String)? {
        try session.danglingRow()
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
