package import Basics

/// Numbers as people read them: "1 234 567,89" in Russian and Kazakh, "1,234,567.89" in English.
package enum Sums {
    /// The gap between groups does not break at the end of a line.
    package static let gap = "\u{A0}"

    /// A sum without its currency.
    package static func text(_ money: Money, _ language: Language) -> String {
        decimal(money.description, language)
    }

    /// A sum with its sign: "1 234,50 ₽", "₸1,234.50".
    package static func signed(_ money: Money, _ language: Language) -> String {
        let sign = sign(money.currency)
        guard language == .en else { return text(money, language) + gap + sign }
        let text = text(money, language)
        return text.hasPrefix("-") ? "-\(sign)\(text.dropFirst())" : sign + text
    }

    package static func sign(_ currency: Currency) -> String {
        switch currency {
        case .rub: "₽"
        case .kzt: "₸"
        }
    }

    /// A sum in a contract's currency: "1 234,50 EUR".
    package static func text(_ sum: AgreedSum, _ language: Language) -> String {
        decimal(sum.text, language) + gap + sum.currency.letters
    }

    /// What the units of a rate cost: "98,7654".
    package static func text(_ rate: ExchangeRate, _ language: Language) -> String {
        decimal(rate.price, language)
    }

    package static func text(_ quantity: Quantity, _ language: Language) -> String {
        decimal(quantity.description, language)
    }

    package static func text(_ price: UnitPrice, _ language: Language) -> String {
        decimal(price.description, language)
    }

    /// An exact cost before rounding.
    package static func text(_ accrual: Accrual, _ language: Language) -> String {
        decimal(accrual.description, language)
    }

    /// A whole number in groups of three.
    package static func grouped(_ number: some BinaryInteger, _ language: Language) -> String {
        decimal(String(number), language)
    }

    /// Dresses "-1234.5": the whole part in threes, the fraction left as it is.
    private static func decimal(_ plain: String, _ language: Language) -> String {
        let parts = plain.split(separator: ".", maxSplits: 1)
        let minus = plain.hasPrefix("-") ? "-" : ""
        let digits = Array((parts.first ?? "").drop { $0 == "-" })
        var whole = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { whole += language == .en ? "," : gap }
            whole.append(digit)
        }
        guard parts.count == 2 else { return minus + whole }
        return minus + whole + (language == .en ? "." : ",") + parts[1]
    }
}
