import Basics
import Regions
import Testing

/// Working days of the suppliers' countries, 2024 to 2027.
@Suite struct WorkCalendarTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// As the production calendars count them.
    @Test(arguments: [
        (Region.moscow, 2024, 248), (.moscow, 2025, 247), (.moscow, 2026, 247), (.moscow, 2027, 247),
        (.kazakhstan, 2024, 249), (.kazakhstan, 2025, 246), (.kazakhstan, 2026, 247),
        (.kazakhstan, 2027, 247),
    ])
    func `a year has as many working days as its calendar says`(
        _ region: Region, _ year: Int, _ count: Int
    ) throws {
        let calendar = region.profile.workCalendar
        var (day, worked) = (try day("\(year)-01-01"), 0)
        while day.year == year {
            if calendar.isWorked(day) { worked += 1 }
            day = day.next
        }
        #expect(worked == count)
        #expect(calendar.lastYear == 2027)
    }

    @Test func `holidays, moved days and worked Saturdays are known`() throws {
        let (russia, kazakhstan) = (
            Region.moscow.profile.workCalendar, Region.kazakhstan.profile.workCalendar
        )
        for (text, isWorked) in [
            ("2026-01-09", false), ("2026-01-12", true), ("2025-11-01", true), ("2025-11-03", false),
            ("2026-03-08", false), ("2026-03-09", false), ("2024-12-28", true), ("2026-05-08", true),
        ] {
            #expect(russia.isWorked(try day(text)) == isWorked, "\(text)")
        }
        for (text, isWorked) in [
            ("2026-03-23", false), ("2025-01-05", true), ("2026-05-27", false), ("2026-11-04", true),
        ] {
            #expect(kazakhstan.isWorked(try day(text)) == isWorked, "\(text)")
        }
    }

    @Test(arguments: [
        (Region.moscow, "2025-12-29", 1, "2025-12-30"), (.moscow, "2025-12-30", 1, "2026-01-12"),
        (.moscow, "2025-12-26", 10, "2026-01-21"), (.moscow, "2025-10-31", 1, "2025-11-01"),
        (.moscow, "2025-11-01", 1, "2025-11-05"), (.kazakhstan, "2026-03-20", 2, "2026-03-27"),
        (.moscow, "2026-10-03", 0, "2026-10-03"),
    ])
    func `so many working days are counted over the holidays`(
        _ region: Region, _ start: String, _ count: Int, _ end: String
    ) throws {
        #expect(region.profile.workCalendar.workday(count, after: try day(start)) == (try day(end)))
    }
}
