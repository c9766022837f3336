/// The currencies projects are kept in (R3), by their ISO 4217 letters.
package enum Currency: String, CaseIterable, Hashable, Sendable {
    case rub = "RUB"
    case kzt = "KZT"

    /// ISO 4217 digits, as documents print them.
    package var digits: String {
        switch self {
        case .rub: "643"
        case .kzt: "398"
        }
    }
}
