/// What a person can cause and mend. Its words stand in Notices, for every language.
package protocol Problem: Error, Sendable {
    /// Stable, for programs: `metering.unknown-sku`.
    var code: String { get }
    var kind: ProblemKind { get }
}

package enum ProblemKind: String, Sendable {
    case invalid
    case missing
    case conflict
    case forbidden
    case unavailable
}

package enum BasicsProblem: Problem, Equatable {
    case sumTooLarge
    case mixedCurrencies(Currency, Currency)

    package var code: String {
        switch self {
        case .sumTooLarge: "basics.sum-too-large"
        case .mixedCurrencies: "basics.mixed-currencies"
        }
    }

    package var kind: ProblemKind { .invalid }
}
