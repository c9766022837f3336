/// Reads CSV (RFC 4180) row by row: quoted cells with line breaks inside, CRLF or LF, a byte order mark
/// or none; empty lines are passed over. After a broken row it goes on with the next line.
package struct CSVReader {
    package struct Row: Equatable, Sendable {
        /// The line of the file on which the row begins, from 1.
        package let line: Int
        package let cells: [String]
    }

    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private var line = 1

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        at = self.bytes.startIndex
    }

    /// The next row; nil at the end. A problem is the row's own: the next call goes on behind it.
    package mutating func next() throws(CSVProblem) -> Row? {
        while at < bytes.endIndex {
            let start = (at: at, line: line)
            do throws(CSVProblem) {
                if let row = try row() { return row }
            } catch {
                // An open quote swallows the rest of the file: only its first line is given up.
                if case .unclosedQuote = error { (at, line) = start }
                skipLine()
                throw error
            }
        }
        return nil
    }

    private mutating func row() throws(CSVProblem) -> Row? {
        let first = line
        if endsRow() { return nil }
        var cells = [try cell(row: first)]
        while at < bytes.endIndex, bytes[at] == UInt8(ascii: ",") {
            at += 1
            cells.append(try cell(row: first))
        }
        _ = endsRow()
        return Row(line: first, cells: cells)
    }

    private mutating func cell(row: Int) throws(CSVProblem) -> String {
        if at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") { return try quoted(row: row) }
        let start = at
        while at < bytes.endIndex, bytes[at] != UInt8(ascii: ","), bytes[at] != 0x0A {
            if bytes[at] == UInt8(ascii: "\"") { throw .strayQuote(line: row) }
            if bytes[at] == 0x0D {
                guard at + 1 < bytes.endIndex, bytes[at + 1] != 0x0A else { break }
                throw .strayReturn(line: row)
            }
            at += 1
        }
        return try text(bytes[start..<at], row: row)
    }

    private mutating func quoted(row: Int) throws(CSVProblem) -> String {
        var content: [UInt8] = []
        at += 1
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            if byte == 0x0A { line += 1 }
            if byte == UInt8(ascii: "\"") {
                guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") else {
                    guard at == bytes.endIndex || [0x2C, 0x0A, 0x0D].contains(bytes[at]) else {
                        throw .strayQuote(line: row)
                    }
                    if at + 1 < bytes.endIndex, bytes[at] == 0x0D, bytes[at + 1] != 0x0A {
                        throw .strayReturn(line: row)
                    }
                    return try text(content[...], row: row)
                }
                at += 1
            }
            content.append(byte)
        }
        throw .unclosedQuote(line: row)
    }

    private func text(_ content: ArraySlice<UInt8>, row: Int) throws(CSVProblem) -> String {
        guard let text = String(validating: content, as: UTF8.self) else { throw .badUTF8(line: row) }
        return text
    }

    /// Goes past a line's end, if one is next.
    private mutating func endsRow() -> Bool {
        var next = at
        if next < bytes.endIndex, bytes[next] == 0x0D { next += 1 }
        guard next == bytes.endIndex || bytes[next] == 0x0A else { return false }
        if next < bytes.endIndex {
            line += 1
            next += 1
        }
        at = next
        return true
    }

    private mutating func skipLine() {
        while at < bytes.endIndex, bytes[at] != 0x0A { at += 1 }
        if at < bytes.endIndex {
            at += 1
            line += 1
        }
    }
}
