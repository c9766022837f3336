import Basics
import Testing

/// Currencies that a contract may agree, and their official rates.
@Suite struct RateTests {
    @Test func `currencies are known by their letters, with digits and the digits of their minor unit`() {
        #expect(AgreedCurrency("EUR").map { "\($0.digits) \($0.decimals)" } == "978 2")
        #expect(AgreedCurrency("JPY").map { "\($0.digits) \($0.decimals)" } == "392 0")
        #expect(AgreedCurrency("OMR").map { "\($0.digits) \($0.decimals)" } == "512 3")
        for letters in ["RUB", "eur", "EU", "", "XDR", "ЕUR", "EURO"] {
            #expect(AgreedCurrency(letters) == nil)
        }
        let all = AgreedCurrency.all
        #expect(all.map(\.letters) == all.map(\.letters).sorted())
        #expect(Set(all.map(\.digits)).count == all.count, "no two have one number")
        for letters in [
            "USD", "EUR", "CNY", "GBP", "CHF", "TRY", "AED", "HKD", "JPY", "KZT", "BYN", "UZS", "AMD", "KGS",
            "GEL", "AZN",
        ] { #expect(AgreedCurrency(letters) != nil, "\(letters)") }
        #expect(
            all.allSatisfy {
                $0.digits.utf8.count == 3 && $0.digits.utf8.allSatisfy { (48...57).contains($0) }
            })
    }

    @Test(arguments: [
        ("EUR", 123_45, "123.45"), ("EUR", -5, "-0.05"), ("JPY", 1919, "1919"), ("BHD", 4717, "4.717"),
        ("BHD", 7, "0.007"), ("JPY", 0, "0"),
    ])
    func `a sum has as many digits as its currency`(letters: String, minor: Int64, text: String) throws {
        #expect(try #require(AgreedCurrency(letters)).text(minor: minor) == text)
    }

    @Test func `a rate is exact, and what is none is not taken`() throws {
        let rate = try #require(ExchangeRate(units: 100, "21.5637"))
        #expect(
            rate.millionths == 21_563_700 && rate.price == "21.5637" && rate.description == "100 = 21.5637")
        #expect(ExchangeRate(units: 1, "98")?.price == "98.0000")
        #expect(ExchangeRate(units: 1, "0.012345")?.price == "0.012345")
        for (units, price) in [
            (0, "1"), (-1, "1"), (1_000_001, "1"), (1, "0"), (1, "-1"), (1, ""), (1, "98,7"), (1, "1e3"),
            (1, "0.0000001"), (1, "1000000000.000001"),
        ] as [(Int64, String)] { #expect(ExchangeRate(units: units, price) == nil, "\(units) = \(price)") }
    }

    @Test func `the last rate goes on for so many days, and never back`() throws {
        let rate = OfficialRate(
            try #require(AgreedCurrency("USD")), on: The.day("2026-12-31"),
            try #require(ExchangeRate(units: 1, "90")))
        func rules(_ day: String) -> Bool { rate.rules(on: The.day(day), withinDays: 14) }
        #expect(!rules("2026-12-30") && rules("2026-12-31") && rules("2027-01-14") && !rules("2027-01-15"))
    }
}
