package import Basics

/// What keeps a file from being read as official rates.
package enum RatesProblem: Problem, Equatable {
    /// Another kind of file; its outermost element.
    case notRates(String)
    case badDate(String)
    /// The line of the file and the currency.
    case badRate(line: Int, String)
    case twice(line: Int, String)
    case noRates
    /// No file came.
    case noFile

    package var code: String {
        switch self {
        case .notRates: "rates.not-rates"
        case .badDate: "rates.bad-date"
        case .badRate: "rates.bad-rate"
        case .twice: "rates.twice"
        case .noRates: "rates.none"
        case .noFile: "rates.no-file"
        }
    }

    package var kind: ProblemKind { .invalid }
}
