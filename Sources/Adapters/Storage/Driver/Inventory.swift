import Basics
package import UseCases

/// What a database holds, table by table: the same on both engines if and only if the contents are.
package struct Inventory: Hashable, Sendable {
    package struct Table: Hashable, Sendable {
        package let name: String
        package let rows: Int
        package let digest: [UInt8]
    }

    package let tables: [Table]

    package var rows: Int { tables.reduce(0) { $0 + $1.rows } }

    /// Reads all of it as of one instant.
    package init(
        of store: any DatabaseStore, digest: Digest, progress: (String) -> Void = { _ in }
    ) throws {
        tables = try store.read { records in
            let session = try Inventory.session(records)
            return try Schema.tables.map { table in
                progress(table.name)
                var sum = TableSum(digest)
                try session.forEach(Inventory.query(table), []) { sum.add($0.cells) }
                return sum.table(table.name)
            }
        }
    }

    init(_ tables: [Table]) { self.tables = tables }

    static func session(_ records: any Records) throws -> any Session {
        guard let records = records as? SQLRecords else {
            preconditionFailure("a database's records are read by SQL")
        }
        return records.session
    }

    static func query(_ table: (name: String, key: [String])) -> String {
        "SELECT * FROM \(table.name) ORDER BY \(table.key.joined(separator: ", "))"
    }
}

/// A table's digest as its rows come by.
struct TableSum {
    private let digest: Digest
    private var rows = 0
    private var hash: [UInt8] = []
    private var text = ""

    init(_ digest: Digest) { self.digest = digest }

    mutating func add(_ cells: [Cell]) {
        rows += 1
        text += cells.map { FactText.cell($0, digest) }.joined(separator: "\t") + "\n"
        if text.utf8.count > 1 << 16 { fold() }
    }

    mutating func table(_ name: String) -> Inventory.Table {
        fold()
        return Inventory.Table(name: name, rows: rows, digest: hash)
    }

    /// The same text on both engines, so folded at the same rows.
    private mutating func fold() {
        guard !text.isEmpty else { return }
        hash = digest.sha256(hash + Array(text.utf8))
        text = ""
    }
}
