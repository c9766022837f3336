import Basics
import Foundation
import GRDB

/// Bytes as SQLite keeps them. GRDB speaks Foundation's Data, and only this file does.
struct Blob {
    let data: Data

    init(_ bytes: [UInt8]) { data = Data(bytes) }
}

extension Row {
    func bytes(_ column: String) -> [UInt8] {
        let data: Data = self[column]
        return [UInt8](data)
    }

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
