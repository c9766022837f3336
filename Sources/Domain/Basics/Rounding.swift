/// The only place where money is rounded; each rule is named after the paper it comes from.
package enum Rounding {
    private static let perMinor: Int128 = 10_000_000  // billionths of the major unit in one minor unit

    /// What a day line posts for its exact cost (D2, R93): zero stays zero, less than a kopeck
    /// becomes a kopeck, all else is rounded half up to the kopeck.
    package static func dayLine(_ accrued: Accrual) throws -> Int64 {
        let exact = accrued.billionths
        if exact <= 0 { return 0 }
        if exact < perMinor { return 1 }
        let minor = (exact + perMinor / 2) / perMinor
        guard minor <= Int128(Money.range.upperBound) else { throw BasicsProblem.sumTooLarge }
        return Int64(minor)
    }

    /// VAT inside a gross sum, half up: gross × rate / (100 + rate) (D3).
    package static func vat(inGross minor: Int64, percent: Int) -> Int64 {
        let product = Int128(minor.magnitude) * Int128(percent)
        let whole = Int128(100 + percent)
        let vat = Int64((2 * product + whole) / (2 * whole))
        return minor < 0 ? -vat : vat
    }

    /// What an invoice asks in the currency of the contract (R14, O39): the sum at the official rate, half up to the
    /// currency's minor unit. What is not nothing is one minor unit at least, so that no invoice asks for nothing.
    package static func agreedSum(
        of minor: Int64, at rate: ExchangeRate, in currency: AgreedCurrency
    ) throws -> Int64 {
        guard minor != 0 else { return 0 }
        let scale = (0..<currency.decimals).reduce(Int128(1)) { scale, _ in scale * 10 }
        // A hundredth of the ledger's unit is ten thousand of the rate's millionths.
        let product = Int128(minor.magnitude) * 10_000 * Int128(rate.units) * scale
        let sum = max(1, (2 * product + Int128(rate.millionths)) / (2 * Int128(rate.millionths)))
        guard sum <= Int128(Money.range.upperBound) else { throw BasicsProblem.sumTooLarge }
        return minor < 0 ? -Int64(sum) : Int64(sum)
    }
}
