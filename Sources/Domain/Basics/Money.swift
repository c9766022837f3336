/// A sum of money: whole minor units (kopeck, tiyn) of one currency (D1).
package struct Money: Hashable, Sendable, CustomStringConvertible {
    package let minor: Int64
    package let currency: Currency

    package init(minor: Int64, _ currency: Currency) {
        self.minor = minor
        self.currency = currency
    }

    package static func zero(_ currency: Currency) -> Money { Money(minor: 0, currency) }

    /// What the books can hold; the database checks the same bounds.
    package static let range: ClosedRange<Int64> = -4_000_000_000_000_000_000...4_000_000_000_000_000_000

    package var isZero: Bool { minor == 0 }

    package static func + (a: Money, b: Money) throws -> Money {
        Money(minor: try sum(a.minor, same(a, b).minor), a.currency)
    }

    package static func - (a: Money, b: Money) throws -> Money {
        let other = try same(a, b).minor
        guard other != .min else { throw BasicsProblem.sumTooLarge }
        return Money(minor: try sum(a.minor, -other), a.currency)
    }

    /// Adds minor units inside the books' range.
    package static func sum(_ a: Int64, _ b: Int64) throws -> Int64 {
        let (result, overflow) = a.addingReportingOverflow(b)
        guard !overflow, range.contains(result) else { throw BasicsProblem.sumTooLarge }
        return result
    }

    /// "1234.56", as files and JSON carry it.
    package var description: String { Money.text(minor: minor) }

    package static func text(minor: Int64) -> String {
        let magnitude = minor.magnitude
        let cents = magnitude % 100
        return "\(minor < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    private static func same(_ a: Money, _ b: Money) throws -> Money {
        guard a.currency == b.currency else { throw BasicsProblem.mixedCurrencies(a.currency, b.currency) }
        return b
    }
}
