import Basics
import Testing

struct MoneyTests {
    private let most = Money.range.upperBound

    @Test func `sums of one currency are exact`() throws {
        let sum = try Money(minor: 1_00, .rub) + Money(minor: 23, .rub)
        #expect(sum == Money(minor: 1_23, .rub))
        #expect(try Money(minor: 1_00, .kzt) - Money(minor: 1_01, .kzt) == Money(minor: -1, .kzt))
        #expect(Money.zero(.kzt).isZero)
        #expect(!Money(minor: -1, .kzt).isZero)
    }

    @Test func `roubles and tenge are never added`() {
        #expect(throws: BasicsProblem.mixedCurrencies(.rub, .kzt)) {
            try Money(minor: 1, .rub) + Money(minor: 1, .kzt)
        }
        #expect(throws: BasicsProblem.mixedCurrencies(.kzt, .rub)) {
            try Money(minor: 1, .kzt) - Money(minor: 1, .rub)
        }
    }

    @Test func `a sum that leaves the books' range throws on either side`() throws {
        #expect(try Money.sum(most - 1, 1) == most)
        #expect(try Money.sum(-most, 0) == -most)
        #expect(throws: BasicsProblem.sumTooLarge) { try Money.sum(most, 1) }
        #expect(throws: BasicsProblem.sumTooLarge) { try Money.sum(-most, -1) }
        #expect(throws: BasicsProblem.sumTooLarge) { try Money.sum(.max, .max) }
        #expect(throws: BasicsProblem.sumTooLarge) { try Money.sum(.min, .min) }
        #expect(throws: BasicsProblem.sumTooLarge) { try Money(minor: most, .rub) + Money(minor: 1, .rub) }
        #expect(throws: BasicsProblem.sumTooLarge) { try Money(minor: -most, .rub) - Money(minor: 1, .rub) }
    }

    @Test func `subtracting the least of all numbers throws and does not trap`() async {
        await #expect(processExitsWith: .success) {
            #expect(throws: BasicsProblem.sumTooLarge) {
                try Money(minor: 1, .rub) - Money(minor: .min, .rub)
            }
        }
    }

    @Test(arguments: [
        (0, "0.00"), (1, "0.01"), (-1, "-0.01"), (10, "0.10"), (-99, "-0.99"), (100, "1.00"),
        (123_456, "1234.56"), (-100_005, "-1000.05"), (Int64.max, "92233720368547758.07"),
        (Int64.min, "-92233720368547758.08"),
    ])
    func `a sum is printed with a point and two digits`(minor: Int64, text: String) {
        #expect(Money(minor: minor, .rub).description == text)
        #expect(Money.text(minor: minor) == text)
    }

    @Test func `currencies have the digits documents print`() {
        #expect(Currency.allCases.map(\.digits) == ["643", "398"])
        #expect(Currency.allCases.map(\.rawValue) == ["RUB", "KZT"])
    }

    @Test func `problems keep their codes`() {
        #expect(BasicsProblem.sumTooLarge.code == "basics.sum-too-large")
        #expect(BasicsProblem.mixedCurrencies(.rub, .kzt).code == "basics.mixed-currencies")
        #expect(BasicsProblem.sumTooLarge.kind == .invalid)
        #expect(BasicsProblem.mixedCurrencies(.rub, .kzt).kind == .invalid)
    }
}
