import Basics
import Testing

struct ExactTests {
    @Test(arguments: [
        ("0", 0), ("0.008", 8_000), ("0.000001", 1), ("277.665278", 277_665_278), ("1.10", 1_100_000),
        ("0001", 1_000_000), ("999999999999", 999_999_999_999_000_000),
    ])
    func `a unit price is read to the millionth`(text: String, millionths: Int64) {
        #expect(UnitPrice(text)?.millionths == millionths)
    }

    @Test(arguments: [
        "", "-1", "+1", "1.", ".5", ".", "1.0000000", "0.0000001", "1e3", "1,5", " 1", "1 ", "1..2", "1.2.3",
        "１", "NaN", "0x10", "1_000", "10000000000000", "9999999999999999999999999999999999999999",
    ])
    func `a price with a sign, an exponent, seven decimals or too many digits is none`(text: String) {
        #expect(UnitPrice(text) == nil)
    }

    @Test func `price times quantity is exact to the billionth`() {
        let accrual = Accrual(The.quantity("0.001"), at: The.price("0.000001"))
        #expect(accrual.billionths == 1)
        #expect(accrual.description == "0.000000001")
        let hours = Accrual(The.quantity("360"), at: The.price("277.665278"))
        #expect(hours.description == "99959.50008")
        let most = Accrual(Quantity(thousandths: .max), at: UnitPrice(millionths: .max))
        #expect((most + most).billionths == Int128(Int64.max) * Int128(Int64.max) * 2)
        #expect(Accrual.zero + accrual == accrual)
        #expect(Accrual.zero < accrual)
    }

    @Test func `prices, quantities and accruals are printed without idle zeros`() {
        #expect(The.price("0.008").description == "0.008")
        #expect(The.price("1.5").description == "1.50")
        #expect(The.price("100").description == "100.00")
        #expect(The.quantity("1.500").description == "1.5")
        #expect(The.quantity("12").description == "12")
        #expect(Quantity(thousandths: 1).description == "0.001")
        #expect(Accrual.zero.description == "0.00")
        #expect(The.price("1.5") < The.price("1.500001"))
        #expect(The.quantity("0.999") < The.quantity("1"))
    }
}

struct DecimalTextTests {
    private func parse(_ text: String, _ digits: Int) -> Int64? {
        DecimalText.parse(text.utf8, fractionDigits: digits)
    }

    @Test func `missing fractional digits count as zeros`() {
        #expect(parse("1", 2) == 100)
        #expect(parse("1.5", 2) == 150)
        #expect(parse("1.05", 2) == 105)
        #expect(parse("7", 0) == 7)
    }

    @Test func `a quantity with four decimals is refused, whatever they are`() {
        #expect(parse("1.234", 3) == 1_234)
        #expect(parse("1.2345", 3) == nil)
        #expect(parse("1.0000", 3) == nil)
        #expect(parse("1.5", 0) == nil)
    }

    @Test func `eighteen digits are the most and overflow is an answer, not a trap`() {
        #expect(parse("999999999999999999", 0) == 999_999_999_999_999_999)
        #expect(parse("9999999999999999.99", 2) == 999_999_999_999_999_999)
        #expect(parse("1000000000000000000", 0) == nil)
        #expect(parse("999999999999999999", 6) == nil)
        #expect(parse("9223372036854.775807", 6) == nil)
        #expect(parse(String(repeating: "9", count: 40), 3) == nil)
        #expect(parse(String(repeating: "0", count: 19), 0) == nil)
    }

    @Test func `what is printed is read back the same`() {
        let complaint = forAllSums { minor in
            let text = DecimalText.print(Int128(minor), fractionDigits: 2, least: 2)
            guard text != Money.text(minor: minor) else { return parse(text, 2) == minor ? nil : text }
            return "\(text) is not \(Money.text(minor: minor))"
        }
        #expect(complaint == nil)
    }

    @Test func `as many zeros are dropped as were asked`() {
        #expect(DecimalText.print(1_500_000, fractionDigits: 6, least: 0) == "1.5")
        #expect(DecimalText.print(1_500_000, fractionDigits: 6, least: 4) == "1.5000")
        #expect(DecimalText.print(2_000_000, fractionDigits: 6, least: 0) == "2")
        #expect(DecimalText.print(-5, fractionDigits: 3, least: 0) == "-0.005")
        #expect(DecimalText.print(42, fractionDigits: 0, least: 0) == "42")
        #expect(
            DecimalText.print(.min, fractionDigits: 9, least: 2).hasPrefix("-170141183460469231731687303715"))
    }
}
