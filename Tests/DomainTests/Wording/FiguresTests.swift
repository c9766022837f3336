import Basics
import Testing
import Wording

@Suite struct FiguresTests {
    @Test(arguments: [
        (0, "0,00", "0.00"), (5, "0,05", "0.05"), (-5, "-0,05", "-0.05"), (99_999, "999,99", "999.99"),
        (100_000, "1\u{A0}000,00", "1,000.00"), (123_456_789, "1\u{A0}234\u{A0}567,89", "1,234,567.89"),
        (-10_000_000, "-100\u{A0}000,00", "-100,000.00"),
    ])
    func `a sum is grouped in threes`(minor: Int, russian: String, english: String) {
        let sum = Money(minor: Int64(minor), .rub)
        #expect(Sums.text(sum, .ru) == russian)
        #expect(Sums.text(sum, .kk) == russian)
        #expect(Sums.text(sum, .en) == english)
    }

    @Test func `a sum bears the sign of its currency`() {
        #expect(Sums.signed(Money(minor: 123_450, .rub), .ru) == "1\u{A0}234,50\u{A0}₽")
        #expect(Sums.signed(Money(minor: -123_450, .kzt), .kk) == "-1\u{A0}234,50\u{A0}₸")
        #expect(Sums.signed(Money(minor: 123_450, .kzt), .en) == "₸1,234.50")
        #expect(Sums.signed(Money(minor: -123_450, .rub), .en) == "-₽1,234.50")
    }

    @Test func `the ends of the books' range are printed whole`() {
        let upper = Money(minor: Money.range.upperBound, .rub)
        let lower = Money(minor: Money.range.lowerBound, .rub)
        #expect(Sums.text(upper, .en) == "40,000,000,000,000,000.00")
        #expect(Sums.text(lower, .en) == "-40,000,000,000,000,000.00")
        #expect(Sums.text(Money(minor: .min, .rub), .en) == "-92,233,720,368,547,758.08")
    }

    @Test func `prices and quantities keep their own fractions`() throws {
        #expect(Sums.text(try #require(UnitPrice("1234.008")), .ru) == "1\u{A0}234,008")
        #expect(Sums.text(Quantity(thousandths: 1_234_500), .ru) == "1\u{A0}234,5")
        #expect(Sums.text(Quantity(thousandths: 720_000), .en) == "720")
    }

    @Test(arguments: [
        (0, "документов"), (1, "документ"), (2, "документа"), (4, "документа"), (5, "документов"),
        (10, "документов"), (11, "документов"), (12, "документов"), (14, "документов"), (15, "документов"),
        (20, "документов"), (21, "документ"), (22, "документа"), (25, "документов"), (100, "документов"),
        (101, "документ"), (111, "документов"), (112, "документов"), (121, "документ"), (-1, "документ"),
        (1011, "документов"), (Int.min, "документов"),
    ])
    func `a Russian noun agrees with its number`(count: Int, noun: String) {
        #expect(Plural.documents.form(count) == noun)
    }

    @Test func `a counted noun stands with its number`() {
        #expect(Plural.documents.counted(5) == "5\u{A0}документов")
        #expect(Plural.documents.counted(1021) == "1\u{A0}021\u{A0}документ")
        #expect(Plural.onSheets.counted(1) == "1\u{A0}листе")
        #expect(Plural.onSheets.counted(3) == "3\u{A0}листах")
    }
}
