import Basics
import UseCases

/// One row of an answer.
struct Row {
    let columns: Columns
    let cells: [Cell]

    /// The names of an answer's columns, shared by its rows.
    final class Columns {
        let names: [String]

        init(_ names: [String]) { self.names = names }

        /// They are few: looking through them is quicker than making an index for every answer.
        func place(of name: String) -> Int {
            guard let place = names.firstIndex(of: name) else {
                preconditionFailure("no column \(name) in \(names)")
            }
            return place
        }
    }

    func cell(_ column: String) -> Cell { cells[columns.place(of: column)] }

    subscript<Value: Readable>(column: String) -> Value { Row.value(cell(column), column) }

    subscript<Value: Readable>(column: String) -> Value? { Row.optional(cell(column), column) }

    subscript<Value: Readable>(place: Int) -> Value { Row.value(cells[place], "\(place)") }

    private static func value<Value: Readable>(_ cell: Cell, _ column: String) -> Value {
        guard let value = Value(cell) else {
            preconditionFailure(
                "column \(column) holds no \(Value.self): the schema's checks were circumvented")
        }
        return value
    }

    private static func optional<Value: Readable>(_ cell: Cell, _ column: String) -> Value? {
        if case .null = cell { return nil }
        return value(cell, column) as Value
    }
}

/// What a cell may be read as.
protocol Readable {
    init?(_ cell: Cell)
}

extension Int64: Readable {
    init?(_ cell: Cell) {
        guard case .integer(let number) = cell else { return nil }
        self = number
    }
}

extension Int: Readable {
    init?(_ cell: Cell) {
        guard case .integer(let number) = cell else { return nil }
        self.init(exactly: number)
    }
}

extension Int32: Readable {
    init?(_ cell: Cell) {
        guard case .integer(let number) = cell else { return nil }
        self.init(exactly: number)
    }
}

extension Bool: Readable {
    init?(_ cell: Cell) {
        guard case .integer(let number) = cell else { return nil }
        self = number != 0
    }
}

extension String: Readable {
    init?(_ cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        self = text
    }
}

extension [UInt8]: Readable {
    init?(_ cell: Cell) {
        guard case .bytes(let bytes) = cell else { return nil }
        self = bytes
    }
}

extension Row {
    func bytes(_ column: String) -> [UInt8] { self[column] }

    func moment(_ column: String) -> Moment { Moment(microseconds: self[column]) }

    func day(_ column: String) -> Day { Day(number: self[column]) }

    func month(_ column: String) -> Month { Month(index: self[column]) }

    func text(_ column: String) -> String { self[column] }

    func pid(_ column: String) throws -> PID {
        let text: String = self[column]
        guard let pid = PID(text) else { throw StorageProblem.damaged("project \(text)") }
        return pid
    }

    /// A word of a closed list.
    func word<Word: RawRepresentable>(_ column: String, _ type: Word.Type) throws -> Word
    where Word.RawValue == String {
        let text: String = self[column]
        guard let word = Word(rawValue: text) else { throw StorageProblem.damaged("\(column) \(text)") }
        return word
    }
}
