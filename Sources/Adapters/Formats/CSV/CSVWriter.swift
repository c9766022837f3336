/// Writes CSV (RFC 4180, rows ended by LF as everywhere on our side) that a spreadsheet may open safely.
package struct CSVWriter {
    package enum Cell: Hashable, Sendable {
        /// Words, theirs or ours; what a spreadsheet would take for a formula is disarmed.
        case text(String)
        /// A number or a date that we print ourselves, written as it is.
        case number(String)
    }

    package private(set) var bytes: [UInt8] = []
    /// A semicolon where a spreadsheet reads commas as the points of numbers.
    private let separator: UInt8

    /// The mark makes Excel read the file as UTF-8.
    package init(byteOrderMark: Bool = false, semicolons: Bool = false) {
        separator = UInt8(ascii: semicolons ? ";" : ",")
        if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    package mutating func row(_ cells: [Cell]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(separator) }
            switch cell {
            case .text(let text): write(CSVWriter.disarmed(text))
            case .number(let text): write(text)
            }
        }
        // A row of one empty cell would read as an empty line.
        if cells == [.text("")] || cells == [.number("")] { bytes += "\"\"".utf8 }
        bytes.append(0x0A)
    }

    /// Hands over what was written so far and begins anew, for files too long to be held.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// A customer names their resources; `=HYPERLINK(…)` must stay a name. Programs pass over what is no letter before
    /// it, and take the wide forms for the narrow ones.
    private static func disarmed(_ text: String) -> String {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\u{0}", "\t", "\n", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
            "'" + text
        default: text
        }
    }

    private mutating func write(_ text: String) {
        let special: [UInt8] = [separator, UInt8(ascii: "\""), 0x0A, 0x0D]
        let edges = [text.utf8.first, text.utf8.last]
        // At the beginning of a file it would be taken for a byte order mark.
        let hasMark = text.unicodeScalars.first == "\u{FEFF}"
        guard hasMark || text.utf8.contains(where: special.contains) || edges.contains(0x20) else {
            bytes += text.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
