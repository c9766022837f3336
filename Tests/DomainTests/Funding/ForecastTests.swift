import Basics
import Funding
import Testing

/// When money runs out if it goes on as of late.
@Suite struct ForecastTests {
    /// 8 October 2026, 09:00 UTC; a zone without surprises.
    private let now = Moment(microseconds: 1_791_450_000_000_000)
    private let zone = Zone(name: "UTC", first: 0, changes: [])

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func forecast(
        _ balance: Int64, grants: [Grant] = [], spent: [Forecast.Spent], from: String = "2026-10-01"
    ) throws -> Forecast? {
        Forecast(
            balance: balance, grants: grants, spent: spent, from: try day(from),
            through: try day("2026-10-07"),
            zone: zone, at: now)
    }

    private func grant(_ id: String, _ type: String, _ remaining: Int64, days: Int64) -> Grant {
        Grant(
            id: CreditID(id), type: BonusType(type), granted: now.adding(seconds: -86_400),
            expires: now.adding(seconds: days * 86_400), amount: remaining, remaining: remaining)
    }

    private func spent(_ amount: Int64, _ type: String? = nil) -> Forecast.Spent {
        Forecast.Spent(type: type.map { BonusType($0) }, amount: amount)
    }

    @Test func `the clock of these tests says what they think`() throws {
        #expect(now.description == "2026-10-08T09:00:00Z")
    }

    @Test func `seven hundred in seven days leave five days for five hundred`() throws {
        let found = try #require(try forecast(500_00, spent: [spent(700_00)]))
        #expect(found.outcome == .runsOut(now.adding(seconds: 5 * 86_400)))
        #expect(try found.from == day("2026-10-01") && found.through == day("2026-10-07"))
        #expect(found.spent == 700_00)
    }

    @Test func `a project of two days is judged by two days`() throws {
        let found = try #require(try forecast(500_00, spent: [spent(200_00)], from: "2026-10-06"))
        #expect(found.outcome == .runsOut(now.adding(seconds: 5 * 86_400)))
    }

    @Test func `bonuses pay for their own services first, and money for the others meanwhile`() throws {
        // 100 a day of each; the grant lasts three days, then the account bears both.
        let found = try #require(
            try forecast(
                500_00, grants: [grant("g", "vm", 300_00, days: 60)],
                spent: [spent(700_00, "vm"), spent(700_00)]))
        #expect(found.outcome == .runsOut(now.adding(seconds: 4 * 86_400)))
    }

    @Test func `bonuses that end before they are spent help only until then`() throws {
        let found = try #require(
            try forecast(
                500_00, grants: [grant("g", "vm", 100_000_00, days: 2)], spent: [spent(700_00, "vm")]))
        #expect(found.outcome == .runsOut(now.adding(seconds: 7 * 86_400)))
    }

    @Test func `bonuses of another type do not help`() throws {
        let found = try #require(
            try forecast(
                500_00, grants: [grant("g", "disk", 100_000_00, days: 60)], spent: [spent(700_00, "vm")]))
        #expect(found.outcome == .runsOut(now.adding(seconds: 5 * 86_400)))
    }

    @Test func `two grants of a type follow each other, the first to end before the other`() throws {
        let found = try #require(
            try forecast(
                100_00, grants: [grant("b", "vm", 200_00, days: 30), grant("a", "vm", 900_00, days: 3)],
                spent: [spent(700_00, "vm")]))
        // Three days of the first, two of the second, one of money.
        #expect(found.outcome == .runsOut(now.adding(seconds: 6 * 86_400)))
    }

    @Test func `what lasts longer than a year is not told to the hour`() throws {
        let found = try #require(try forecast(1_000_000_00, spent: [spent(7_00)]))
        #expect(found.outcome == .lasts(days: 365))
        let covered = try #require(
            try forecast(1, grants: [grant("g", "vm", 4_000_000_00, days: 900)], spent: [spent(7_00, "vm")]))
        #expect(covered.outcome == .lasts(days: 365))
    }

    @Test func `nothing spent or nothing left is no forecast`() throws {
        #expect(try forecast(500_00, spent: []) == nil)
        #expect(try forecast(500_00, spent: [spent(0)]) == nil)
        #expect(try forecast(0, spent: [spent(700_00)]) == nil)
        #expect(try forecast(-5, spent: [spent(700_00)]) == nil)
    }

    @Test func `the largest sums the books hold do not overflow`() throws {
        let huge: Int64 = 4_000_000_000_000_000_000
        let found = try #require(
            try forecast(huge, grants: [grant("g", "vm", huge, days: 1)], spent: [spent(huge, "vm")]))
        #expect(found.outcome == .runsOut(now.adding(seconds: 8 * 86_400)))
    }
}
