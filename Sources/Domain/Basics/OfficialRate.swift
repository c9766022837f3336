/// What so many units of a foreign currency cost in the project's: exact, in millionths of its major unit.
package struct ExchangeRate: Hashable, Sendable, CustomStringConvertible {
    /// For how many units the bank quotes it: 1, 10, 100, 10 000.
    package let units: Int64
    package let millionths: Int64

    /// Rates beyond these are no rates; the database checks the same bounds.
    package static let mostUnits: Int64 = 1_000_000
    package static let mostMillionths: Int64 = 1_000_000_000_000_000

    /// Nil where it could be no rate.
    package init?(units: Int64, millionths: Int64) {
        guard (1...ExchangeRate.mostUnits).contains(units),
            (1...ExchangeRate.mostMillionths).contains(millionths)
        else { return nil }
        self.units = units
        self.millionths = millionths
    }

    /// Reads "98.7654": at most 6 fractional digits.
    package init?(units: Int64, _ price: some StringProtocol) {
        guard let millionths = DecimalText.parse(price.utf8, fractionDigits: 6) else { return nil }
        self.init(units: units, millionths: millionths)
    }

    /// What the units cost, "98.7654": the four digits that the bank writes, more only where it writes more.
    package var price: String { DecimalText.print(Int128(millionths), fractionDigits: 6, least: 4) }

    package var description: String { "\(units) = \(price)" }
}

/// The rate that a country's central bank has set for a currency, and the day from which it rules until the next one.
package struct OfficialRate: Hashable, Sendable {
    package let currency: AgreedCurrency
    package let day: Day
    package let rate: ExchangeRate

    package init(_ currency: AgreedCurrency, on day: Day, _ rate: ExchangeRate) {
        self.currency = currency
        self.day = day
        self.rate = rate
    }

    /// Whether a sum of the day may be reckoned by it, where it is the last one set: on days without a new rate the one
    /// before goes on, as long as there are such days.
    package func rules(on day: Day, withinDays most: Int) -> Bool {
        self.day <= day && Int(day.number - self.day.number) <= most
    }
}

/// A sum of the project's currency in the currency that the contract agrees, with the rate and its day (O39).
package struct AgreedSum: Hashable, Sendable {
    /// Minor units of the rate's currency.
    package let minor: Int64
    package let rate: OfficialRate

    package var currency: AgreedCurrency { rate.currency }

    /// A sum as it was kept.
    package init(minor: Int64, at rate: OfficialRate) {
        self.minor = minor
        self.rate = rate
    }

    /// What a sum of the ledger comes to.
    package init(of ledger: Int64, at rate: OfficialRate) throws {
        self.init(
            minor: try Rounding.agreedSum(of: ledger, at: rate.rate, in: rate.currency), at: rate)
    }

    /// "1234.56"
    package var text: String { currency.text(minor: minor) }
}
