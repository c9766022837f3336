package import Basics

/// What is wrong with a record of a dataset. `field` is the member's path (`data.quantity`) or the
/// column's name; `found` is what stands there, shortened and without control characters.
package enum DatasetProblem: Problem, Equatable {
    case badJSON(JSONProblem)
    case badCSV(CSVProblem)
    case lineTooLong(limit: Int)
    case unknownFormat(found: String)
    case missingField(String)
    case wrongType(field: String, expected: Expected)
    case emptyField(String)
    case badText(field: String, found: String)
    case textTooLong(field: String, limit: Int)
    case badSpecVersion(found: String)
    case badPID(field: String, found: String)
    case badQuantity(field: String, found: String)
    case badAmount(field: String, found: String)
    case badPrice(field: String, found: String)
    case badMoment(field: String, found: String)
    case badDay(field: String, found: String)
    case unknownCurrency(found: String)
    case unknownKind(found: String)
    /// What was found is not repeated: it may be a whole card number.
    case badInstrument(field: String)
    case badOrder(earlier: String, later: String, found: String)
    /// A warning: the record is kept.
    case unknownField(String)

    package enum Expected: Sendable {
        case text
        case object
        case decimal
        case list
        case bool
        case whole
    }

    package var code: String {
        switch self {
        case .badJSON: "dataset.bad-json"
        case .badCSV: "dataset.bad-csv"
        case .lineTooLong: "dataset.line-too-long"
        case .unknownFormat: "dataset.unknown-format"
        case .missingField: "dataset.missing-field"
        case .wrongType: "dataset.wrong-type"
        case .emptyField: "dataset.empty-field"
        case .badText: "dataset.bad-text"
        case .textTooLong: "dataset.text-too-long"
        case .badSpecVersion: "dataset.bad-specversion"
        case .badPID: "dataset.bad-pid"
        case .badQuantity: "dataset.bad-quantity"
        case .badAmount: "dataset.bad-amount"
        case .badPrice: "dataset.bad-price"
        case .badMoment: "dataset.bad-moment"
        case .badDay: "dataset.bad-day"
        case .unknownCurrency: "dataset.unknown-currency"
        case .unknownKind: "dataset.unknown-kind"
        case .badInstrument: "dataset.bad-instrument"
        case .badOrder: "dataset.bad-order"
        case .unknownField: "dataset.unknown-field"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .missingField: .missing
        default: .invalid
        }
    }

    package var isWarning: Bool {
        if case .unknownField = self { return true }
        return false
    }
}
