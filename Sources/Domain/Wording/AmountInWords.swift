package import Basics

/// «Сумма прописью»: whole units in words, kopecks and tiyns as two digits, the first letter capital.
package enum AmountInWords {
    package static func text(_ money: Money, _ language: Language) -> String {
        let whole = money.minor.magnitude / 100
        let cents = money.minor.magnitude % 100
        let minus = money.minor < 0 ? (language == .en ? "minus " : "минус ") : ""
        let words = minus + number(whole, language)
        let names = names(money.currency, language, whole: whole, cents: cents)
        return "\(capitalized(words)) \(names.whole) \(cents < 10 ? "0" : "")\(cents) \(names.cents)"
    }

    private static func number(_ whole: UInt64, _ language: Language) -> String {
        switch language {
        case .ru: RussianNumber.words(whole)
        case .en: EnglishNumber.words(whole)
        case .kk: KazakhNumber.words(whole)
        }
    }

    /// The tenge does not inflect in Russian, and nothing does after a number in Kazakh.
    private static func names(
        _ currency: Currency, _ language: Language, whole: UInt64, cents: UInt64
    ) -> (whole: String, cents: String) {
        switch (currency, language) {
        case (.rub, .ru): (Plural.roubles.form(whole), Plural.kopecks.form(cents))
        case (.rub, .en): (whole == 1 ? "rouble" : "roubles", cents == 1 ? "kopeck" : "kopecks")
        case (.rub, .kk): ("рубль", "тиын")
        case (.kzt, .ru): ("тенге", "тиын")
        case (.kzt, .en): ("tenge", "tiyn")
        case (.kzt, .kk): ("теңге", "тиын")
        }
    }

    private static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
