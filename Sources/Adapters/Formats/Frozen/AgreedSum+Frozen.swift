import Basics

extension AgreedSum {
    var frozen: JSONValue {
        .frozen([
            ("currency", .string(currency.letters)), ("sum", .string(text)),
            ("units", .integer(Int(rate.rate.units))), ("rate", .string(rate.rate.price)),
            ("day", .text(of: rate.day)),
        ])
    }

    init(_ record: FrozenRecord) throws(FrozenProblem) {
        let currency = try record.meaning("currency") { AgreedCurrency($0) }
        let units = try record.integer("units")
        let rate = try record.meaning("rate") { ExchangeRate(units: Int64(units), $0) }
        self.init(
            minor: try record.meaning("sum") { currency.minor(of: $0) },
            at: OfficialRate(currency, on: try record.meaning("day") { Day($0) }, rate))
    }
}

extension AgreedCurrency {
    /// Minor units, of the only spelling that a sum has.
    fileprivate func minor(of text: String) -> Int64? {
        guard let minor = Int64(text.replacing(".", with: "")) else { return nil }
        return self.text(minor: minor) == text ? minor : nil
    }
}
