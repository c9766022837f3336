package import Basics

/// Why a document cannot be written as a seller's title.
package enum UPDProblem: Problem, Equatable {
    /// The kind has no formalised file: a payment invoice.
    case notFormalised(DocumentKind, number: Int)
    /// The format is Russian: roubles only (D21).
    case notRoubles(Currency, number: Int)
    case fileNameMissing(number: Int)
    case linesMissing(number: Int)
    /// The format lists the rates it knows.
    case unknownRate(VATRate, number: Int)
    /// A tax invoice wants a price above zero.
    case notPositive(service: String, number: Int)
    case unwritable(number: Int)

    package var code: String {
        switch self {
        case .notFormalised: "upd.not-formalised"
        case .notRoubles: "upd.not-roubles"
        case .fileNameMissing: "upd.file-name-missing"
        case .linesMissing: "upd.lines-missing"
        case .unknownRate: "upd.unknown-rate"
        case .notPositive: "upd.not-positive"
        case .unwritable: "upd.unwritable"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .fileNameMissing, .linesMissing: .missing
        default: .invalid
        }
    }
}
