import Basics
import Support
import Testing

func forAllSums(_ check: (Int64) -> String?) -> String? {
    forAll(
        seed: 20_261_005, count: 2_000, make: { $0.edgy(0...999_999_999_999_999_999) },
        smaller: { $0 == 0 ? [] : [$0 / 2, $0 - 1] }, check: check)
}

struct RoundingTests {
    @Test(arguments: [
        ("0.000", 0), ("0.0004", 1), ("0.000000001", 1), ("0.009999999", 1), ("0.01", 1), ("0.014", 1),
        ("0.014999999", 1), ("0.015", 2), ("0.025", 3), ("0.995", 100), ("1.004999999", 100),
        ("99957.60", 9_995_760),
    ])
    func `a day line is rounded half up and never down to nothing`(cost: String, minor: Int64) throws {
        let billionths = try #require(DecimalText.parse(cost.utf8, fractionDigits: 9))
        #expect(try Rounding.dayLine(Accrual(billionths: Int128(billionths))) == minor)
    }

    @Test func `bare metal by the hour costs what the rulebook says`() throws {
        let hours = Accrual(The.quantity("360"), at: The.price("277.66"))
        #expect(try Rounding.dayLine(hours) == The.sum("99957.60"))
    }

    @Test func `a cost beyond the books throws`() throws {
        let most = Int128(Money.range.upperBound) * 10_000_000
        #expect(try Rounding.dayLine(Accrual(billionths: most)) == Money.range.upperBound)
        #expect(throws: BasicsProblem.sumTooLarge) {
            try Rounding.dayLine(Accrual(billionths: most + 5_000_000))
        }
        #expect(throws: BasicsProblem.sumTooLarge) {
            let largest = Accrual(Quantity(thousandths: .max), at: UnitPrice(millionths: .max))
            return try Rounding.dayLine(largest)
        }
    }

    @Test(arguments: [
        ("1000.00", 22, "180.33"), ("1000.00", 20, "166.67"), ("1000.00", 16, "137.93"),
        ("1000.00", 12, "107.14"), ("0.01", 22, "0.00"), ("0.02", 22, "0.00"), ("0.03", 22, "0.01"),
        ("0.03", 20, "0.01"), ("0.00", 22, "0.00"), ("1000.00", 0, "0.00"),
    ])
    func `VAT is taken out of the gross half up`(gross: String, percent: Int, vat: String) {
        #expect(Rounding.vat(inGross: The.sum(gross), percent: percent) == The.sum(vat))
    }

    @Test(arguments: [
        // 1 000.00 / 98.7654 = 10.12500…; 12 345.67 / 98.7654 = 124.9999…
        ("1000.00", "EUR", 1, "98.7654", "10.13"), ("12345.67", "EUR", 1, "98.7654", "125.00"),
        // Half a cent goes up, a hair less goes down.
        ("0.50", "EUR", 1, "100", "0.01"), ("1.50", "EUR", 1, "100", "0.02"),
        ("1.49", "EUR", 1, "100", "0.01"),
        // Quoted for a hundred, and a currency without a minor unit.
        ("1000.00", "JPY", 100, "52.1234", "1919"), ("0.27", "JPY", 100, "52.1234", "1"),
        ("100.00", "UZS", 10_000, "65.4321", "15283.02"),
        // Three digits: fils.
        ("1000.00", "BHD", 1, "212.0010", "4.717"),
        // What is not nothing never asks for nothing.
        ("0.01", "EUR", 1, "98.7654", "0.01"), ("0.00", "EUR", 1, "98.7654", "0.00"),
    ])
    func `a sum in the contract's currency is half up to its minor unit`(
        sum: String, letters: String, units: Int64, price: String, agreed: String
    ) throws {
        let currency = try #require(AgreedCurrency(letters))
        let rate = OfficialRate(
            currency, on: The.day("2026-11-28"), try #require(ExchangeRate(units: units, price)))
        #expect(try AgreedSum(of: The.sum(sum), at: rate).text == agreed)
        let mirrored = The.sum(sum) == 0 ? agreed : "-\(agreed)"
        #expect(try AgreedSum(of: -The.sum(sum), at: rate).text == mirrored)
    }

    @Test
    func `a sum in the contract's currency is nowhere further than half its minor unit from the exact one`()
        throws
    {
        let yen = try #require(AgreedCurrency("JPY"))
        let rate = try #require(ExchangeRate(units: 100, "52.1234"))
        let complaint = forAllSums { sum in
            guard sum > 26, let agreed = try? Rounding.agreedSum(of: sum, at: rate, in: yen) else {
                return nil
            }
            let exact = Int128(sum) * 10_000 * 100
            let twice = 2 * (Int128(agreed) * Int128(rate.millionths) - exact)
            let isHalfUp = -Int128(rate.millionths) < twice && twice <= Int128(rate.millionths)
            return isHalfUp ? nil : "\(agreed) yen"
        }
        #expect(complaint == nil, "\(complaint ?? "")")
    }

    @Test func `a sum that no account can hold in the contract's currency throws`() throws {
        let dinar = try #require(AgreedCurrency("BHD"))
        let rate = try #require(ExchangeRate(units: 1_000_000, millionths: 1))
        #expect(throws: BasicsProblem.sumTooLarge) {
            try Rounding.agreedSum(of: Money.range.upperBound, at: rate, in: dinar)
        }
    }

    @Test func `VAT of a correction mirrors that of the sum`() {
        #expect(Rounding.vat(inGross: -100_000, percent: 22) == -18_033)
        #expect(Rounding.vat(inGross: -3, percent: 20) == -1)
    }

    @Test func `VAT is nowhere further than half a kopeck from the exact share`() {
        for percent in [12, 16, 20, 22] {
            let complaint = forAllSums { gross in
                let vat = Rounding.vat(inGross: gross, percent: percent)
                let twice = 2 * (Int128(vat) * Int128(100 + percent) - Int128(gross) * Int128(percent))
                let isHalfUp = -Int128(100 + percent) < twice && twice <= Int128(100 + percent)
                return isHalfUp && (0...gross).contains(vat) ? nil : "VAT \(vat) at \(percent) %"
            }
            #expect(complaint == nil)
        }
    }

    @Test func `the largest sum has a VAT without a trap`() {
        #expect(Rounding.vat(inGross: .max, percent: 22) == 1_663_231_023_039_385_801)
        #expect(Rounding.vat(inGross: .min, percent: 22) == -1_663_231_023_039_385_801)
    }
}
