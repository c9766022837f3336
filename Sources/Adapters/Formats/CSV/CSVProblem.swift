package import Basics

/// Why a row is not CSV (RFC 4180), or does not fit its header.
package enum CSVProblem: Problem, Equatable {
    case unclosedQuote(line: Int)
    /// Text behind a closing quotation mark, or a mark inside a cell that does not begin with one.
    case strayQuote(line: Int)
    /// A carriage return without its line feed.
    case strayReturn(line: Int)
    case badUTF8(line: Int)
    case cellCount(line: Int, expected: Int, found: Int)
    case missingColumn(String)
    case doubleColumn(String)

    package var code: String {
        switch self {
        case .unclosedQuote: "csv.unclosed-quote"
        case .strayQuote: "csv.stray-quote"
        case .strayReturn: "csv.stray-return"
        case .badUTF8: "csv.bad-utf8"
        case .cellCount: "csv.cell-count"
        case .missingColumn: "csv.missing-column"
        case .doubleColumn: "csv.double-column"
        }
    }

    package var kind: ProblemKind { .invalid }

    /// The line on which the row begins; the header is the first.
    package var line: Int {
        switch self {
        case .unclosedQuote(let line), .strayQuote(let line), .strayReturn(let line), .badUTF8(let line),
            .cellCount(let line, _, _):
            line
        case .missingColumn, .doubleColumn: 1
        }
    }
}
