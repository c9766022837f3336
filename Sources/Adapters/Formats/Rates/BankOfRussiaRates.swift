package import Basics

/// The official rates of a day as the Bank of Russia publishes them: the answer of XML_daily.asp. A `ValCurs` with its
/// `Date`, and of each currency a `Valute` with letters, for how many units, and what these cost, with a comma.
/// `VunitRate`, the same for one unit, is a rounded quotient, so it is not read.
package enum BankOfRussiaRates {
    /// The rates of currencies that a contract may agree, by their letters; others of the file are passed over.
    package static func read(_ bytes: [UInt8]) throws -> [OfficialRate] {
        let root = try XMLTree.parse(bytes).root
        guard root.name.isSameBytes("ValCurs") else {
            throw RatesProblem.notRates(DatasetText.shortened(root.name))
        }
        guard let day = Day(dotted: root["Date"] ?? "") else {
            throw RatesProblem.badDate(DatasetText.shortened(root["Date"] ?? ""))
        }
        var rates: [AgreedCurrency: OfficialRate] = [:]
        for valute in root.all("Valute") {
            let letters = text("CharCode", of: valute)
            guard letters.utf8.count == 3, letters.utf8.allSatisfy({ (65...90).contains($0) }) else {
                throw RatesProblem.badRate(line: valute.line, DatasetText.shortened(letters))
            }
            guard let currency = AgreedCurrency(letters) else { continue }
            guard let units = whole(text("Nominal", of: valute)),
                let rate = ExchangeRate(units: units, decimal(text("Value", of: valute)))
            else { throw RatesProblem.badRate(line: valute.line, letters) }
            guard rates.updateValue(OfficialRate(currency, on: day, rate), forKey: currency) == nil else {
                throw RatesProblem.twice(line: valute.line, letters)
            }
        }
        guard !rates.isEmpty else { throw RatesProblem.noRates }
        return rates.values.sorted { $0.currency < $1.currency }
    }

    /// An element that is missing, or there twice, reads as nothing, which is neither letters nor a number.
    private static func text(_ name: String, of valute: XMLNode) -> String {
        let found = valute.all(name)
        guard found.count == 1, found[0].children.isEmpty else { return "" }
        return found[0].text.trimmingBlanks
    }

    private static func whole(_ text: String) -> Int64? { DecimalText.parse(text.utf8, fractionDigits: 0) }

    /// "98,7654" with a point, and one that has a point already with what is no number.
    private static func decimal(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: ".")) ? "" : text.replacing(",", with: ".")
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0.isNewline || $0 == "\t" }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
