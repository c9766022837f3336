/// Which column holds what, by the names in a file's first row.
package struct CSVHeader: Sendable {
    /// Columns that nobody asked for, in their order.
    package let unknown: [String]
    private let names: [String]
    private let places: [String: Int]

    /// Finds the columns needed; names are compared as written, spaces around them aside.
    package init(_ row: CSVReader.Row, columns: [String]) throws(CSVProblem) {
        names = row.cells.map { String($0.trimmed) }
        var places: [String: Int] = [:]
        for (place, name) in names.enumerated() where columns.contains(name) {
            guard places.updateValue(place, forKey: name) == nil else { throw .doubleColumn(name) }
        }
        for column in columns where places[column] == nil { throw .missingColumn(column) }
        self.places = places
        unknown = names.filter { !columns.contains($0) }
    }

    /// Holds that the row has a cell for every column.
    package func fits(_ row: CSVReader.Row) throws(CSVProblem) {
        guard row.cells.count == names.count else {
            throw .cellCount(line: row.line, expected: names.count, found: row.cells.count)
        }
    }

    /// The cell of a row that fits, without the spaces around it.
    package func cell(_ column: String, of row: CSVReader.Row) -> String {
        guard let place = places[column], place < row.cells.count else {
            preconditionFailure("a column that was not asked for: \(column)")
        }
        return String(row.cells[place].trimmed)
    }
}

extension String {
    /// Without the spaces and tabs around it.
    fileprivate var trimmed: Substring {
        let isSpace = { (character: Character) in character == " " || character == "\t" }
        var rest = self[...].drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }
}
