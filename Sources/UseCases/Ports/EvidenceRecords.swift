/// Rows as they lie in the tables, read by nobody's eyes but the verifier's: no mapping stands between.
package protocol EvidenceRecords {
    /// The rows of a table, their cells in the order of the columns named.
    func forEachRow(
        of table: String, _ columns: [String], where conditions: [String: Cell], by order: [String],
        _ body: ([Cell]) throws -> Void
    ) throws
    func columns(of table: String) throws -> [String]
    /// A row that names another which is not there.
    func danglingRow() throws -> (table: String, parent: String)?
    /// An account's draft as it was given, and the one text that says it.
    func draft(ofRecord text: String) throws -> (draft: AccountDraft, text: String)
    /// A supplier's details as they were given.
    func supplier(ofRecord text: String) throws -> SupplierDraft
}

/// One value of a row. Texts are equal byte by byte.
package enum Cell: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    package static func == (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.integer(let a), .integer(let b)): a == b
        case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
        case (.bytes(let a), .bytes(let b)): a == b
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .integer(let value): hasher.combine(value)
        case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
        case .bytes(let bytes): hasher.combine(bytes)
        }
    }
}
