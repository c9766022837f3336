/// A currency that a contract may agree payments in besides the project's own (R14): those of ISO 4217 whose official
/// rate the Bank of Russia sets. The ledgers' own are `Currency`: nothing is booked in one of these.
package struct AgreedCurrency: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// ISO 4217: "EUR" and "978".
    package let letters: String
    package let digits: String
    /// How many digits its minor unit has: 2 for cents, 0 for yen, 3 for fils.
    package let decimals: Int

    /// Nil where no contract may agree it.
    package init?(_ letters: some StringProtocol) {
        guard let known = AgreedCurrency.table[String(letters)] else { return nil }
        self = known
    }

    private init(_ letters: String, _ digits: String, _ decimals: Int) {
        self.letters = letters
        self.digits = digits
        self.decimals = decimals
    }

    /// By their letters.
    package static let all = table.values.sorted()

    package static func < (a: Self, b: Self) -> Bool { a.letters.precedesBytewise(b.letters) }

    package var description: String { letters }

    /// "-1234.56", with as many digits as the currency has.
    package func text(minor: Int64) -> String {
        DecimalText.print(Int128(minor), fractionDigits: decimals, least: decimals)
    }

    private static let table: [String: AgreedCurrency] = {
        let cents = [
            ("AED", "784"), ("AMD", "051"), ("AUD", "036"), ("AZN", "944"), ("BDT", "050"), ("BOB", "068"),
            ("BRL", "986"), ("BYN", "933"), ("CAD", "124"), ("CHF", "756"), ("CNY", "156"), ("CUP", "192"),
            ("CZK", "203"), ("DKK", "208"), ("DZD", "012"), ("EGP", "818"), ("ETB", "230"), ("EUR", "978"),
            ("GBP", "826"), ("GEL", "981"), ("HKD", "344"), ("HUF", "348"), ("IDR", "360"), ("INR", "356"),
            ("IRR", "364"), ("KGS", "417"), ("KZT", "398"), ("MDL", "498"), ("MMK", "104"), ("MNT", "496"),
            ("NGN", "566"), ("NOK", "578"), ("NZD", "554"), ("PLN", "985"), ("QAR", "634"), ("RON", "946"),
            ("RSD", "941"), ("SAR", "682"), ("SEK", "752"), ("SGD", "702"), ("THB", "764"), ("TJS", "972"),
            ("TMT", "934"), ("TRY", "949"), ("UAH", "980"), ("USD", "840"), ("UZS", "860"), ("ZAR", "710"),
        ].map { AgreedCurrency($0.0, $0.1, 2) }
        let whole = [("JPY", "392"), ("KRW", "410"), ("VND", "704")].map { AgreedCurrency($0.0, $0.1, 0) }
        let mills = [("BHD", "048"), ("OMR", "512")].map { AgreedCurrency($0.0, $0.1, 3) }
        return Dictionary(uniqueKeysWithValues: (cents + whole + mills).map { ($0.letters, $0) })
    }()
}
