package import Basics

/// What can be wrong with a bank file, with the line where it is.
package enum PaymentsProblem: Problem, Hashable {
    case notAStatement
    /// The text is in no encoding such files are written in; the first line that shows it.
    case encoding(line: Int)
    /// UTF-8 that somebody read as another code page and saved again.
    case mojibake
    case tooLarge(bytes: Int, limit: Int)
    case tooManySections(limit: Int)
    case lineTooLong(line: Int, limit: Int)
    /// The file ends without its end mark, or a section does.
    case truncated(line: Int)
    /// A section that began at `line` and never ended: its content is not used.
    case unfinished(line: Int)
    case brokenLine(line: Int, field: String, LineFault)
    /// A total of an account that is not a sum, a date or an account.
    case brokenTotal(line: Int, field: String, text: String)
    /// opening + received − spent ≠ closing (D14), in minor units.
    case totalsDiffer(line: Int, account: String, counted: Int64, stated: Int64)
    /// An account's next section does not open with what the last one closed with.
    case chainBroken(line: Int, account: String, closing: Int64, opening: Int64)
    case textAfterEnd(line: Int)
    case noHeldFile(String)
    case unknownLine(String)
    case notUnclear(BankLineID, String)
    case otherRegion(BankLineID, PID)
    /// Only money of one project is taken back.
    case notMatched(BankLineID, String)
    /// Of the money so much has paid already, in minor units.
    case matchSpent(BankLineID, PID, spent: Int64)

    package enum LineFault: Hashable, Sendable {
        case absent
        case unreadable(String)
        /// Two different values: money's identity is not to be guessed.
        case contradictory(String, String)
    }

    package var code: String {
        switch self {
        case .notAStatement: "payments.not-a-statement"
        case .encoding: "payments.encoding"
        case .mojibake: "payments.mojibake"
        case .tooLarge: "payments.too-large"
        case .tooManySections: "payments.too-many-sections"
        case .lineTooLong: "payments.line-too-long"
        case .truncated: "payments.truncated"
        case .unfinished: "payments.unfinished"
        case .brokenLine: "payments.broken-line"
        case .brokenTotal: "payments.broken-total"
        case .totalsDiffer: "payments.totals-differ"
        case .chainBroken: "payments.chain-broken"
        case .textAfterEnd: "payments.text-after-end"
        case .noHeldFile: "payments.no-held-file"
        case .unknownLine: "payments.unknown-line"
        case .notUnclear: "payments.not-unclear"
        case .otherRegion: "payments.other-region"
        case .notMatched: "payments.not-matched"
        case .matchSpent: "payments.match-spent"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .totalsDiffer, .chainBroken, .truncated, .notUnclear, .otherRegion, .notMatched,
            .matchSpent:
            .conflict
        case .noHeldFile, .unknownLine: .missing
        default: .invalid
        }
    }

    /// Whether the whole file waits for a person, not only the line (D14).
    var holdsFile: Bool {
        switch self {
        case .brokenTotal, .totalsDiffer, .chainBroken, .truncated: true
        default: false
        }
    }
}
