import Basics
import Projects
import Regions
import Testing

/// Monthly limits (R95).
@Suite struct ExpenseLimitTests {
    private func limit(_ text: String) throws -> ExpenseLimit {
        try ExpenseLimit(typed: text, notifies: true, in: Region.moscow.profile)
    }

    @Test(arguments: [
        ("1", 1_00), ("999999999", 999_999_999_00), ("1 500", 1_500_00), ("12\u{202F}000", 12_000_00),
    ])
    func `a limit is a whole sum within the bounds`(text: String, minor: Int64) throws {
        #expect(try limit(text).amount == minor)
    }

    @Test(arguments: ["", "0", "1000000000", "-5", "1.50", "1,50", "сто", "1e3", "99999999999999999999"])
    func `what is no such sum is refused with the bounds`(text: String) {
        #expect(throws: ProjectsProblem.badLimit(text, least: 1, most: 999_999_999)) { try limit(text) }
    }

    @Test func `it is news once a month, above the limit alone, and again when the limit was raised`() {
        let limit = ExpenseLimit(amount: 100_00, notifies: true)
        #expect(!limit.isNews(spent: 100_00, told: nil))
        #expect(limit.isNews(spent: 100_01, told: nil))
        #expect(!limit.isNews(spent: 900_00, told: 100_00))
        // Told of a lower limit: this one was raised. Told of a higher one: it was lowered.
        #expect(limit.isNews(spent: 100_01, told: 50_00))
        #expect(!limit.isNews(spent: 500_00, told: 200_00))
        #expect(!ExpenseLimit(amount: 100_00, notifies: false).isNews(spent: 900_00, told: nil))
    }
}
