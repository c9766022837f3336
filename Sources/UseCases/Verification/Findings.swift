/// A row that is not what follows from the facts.
package struct Finding: Hashable, Sendable {
    package let table: String
    /// The row's key, and the column where it is one column.
    package let key: String
    package let found: String
    package let expected: String

    /// For logs; commands word it for people.
    package var sentence: String { "\(table) \(key): is \(found), should be \(expected)" }
}

/// Gathers what is wrong: all of it counted, the first ones kept.
final class Findings {
    static let kept = 20

    private(set) var list: [Finding] = []
    private(set) var count = 0
    private(set) var rows = 0

    func read(_ count: Int = 1) { rows += count }

    func add(_ table: String, _ key: String, found: String, expected: String) {
        count += 1
        if list.count < Findings.kept {
            list.append(Finding(table: table, key: key, found: found, expected: expected))
        }
    }

    /// Compares a table's rows with what they should be; the first `keys` columns name a row.
    func compare(
        _ table: String, _ columns: [String], keys: Int, expected: [[Cell]], actual: [[Cell]]
    ) {
        rows += actual.count
        guard expected != actual else { return }
        var open: [[Cell]: [Cell]] = [:]
        for row in actual { open[Array(row.prefix(keys))] = row }
        for row in expected {
            let key = Array(row.prefix(keys))
            guard let found = open.removeValue(forKey: key) else {
                add(table, Findings.words(key), found: "no row", expected: Findings.words(row))
                continue
            }
            for (index, name) in columns.enumerated() where found[index] != row[index] {
                add(
                    table, "\(Findings.words(key)) \(name)", found: found[index].shown,
                    expected: row[index].shown)
            }
        }
        for row in actual where open[Array(row.prefix(keys))] != nil {
            add(
                table, Findings.words(Array(row.prefix(keys))), found: Findings.words(row), expected: "no row"
            )
        }
    }

    static func words(_ cells: [Cell]) -> String { cells.map(\.shown).joined(separator: " ") }
}

extension Cell {
    /// For people: long bytes are shortened.
    var shown: String {
        switch self {
        case .null: "NULL"
        case .integer(let value): String(value)
        case .text(let text): text.isEmpty ? "''" : text
        case .bytes(let bytes): bytes.count > 32 ? "\(bytes.count) bytes" : Hex.text(bytes)
        }
    }

    var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }

    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    init(_ number: Int64?) { self = number.map { .integer($0) } ?? .null }
}

extension EvidenceRecords {
    func rows(
        of table: String, _ columns: [String], where conditions: [String: Cell] = [:], by order: [String]
    ) throws -> [[Cell]] {
        var rows: [[Cell]] = []
        try forEachRow(of: table, columns, where: conditions, by: order) { rows.append($0) }
        return rows
    }
}
