package import Basics

/// On which days a country works: Monday to Friday, but for holidays and the days that its government moves.
package struct WorkCalendar: Sendable {
    private let daysOff: Set<Day>
    private let workedWeekends: Set<Day>
    /// The last year whose days were entered; behind it only weekends are known.
    package let lastYear: Int

    /// Each year's weekdays off and worked weekends, as `01-09`.
    init(_ years: [(year: Int, off: String, worked: String)]) {
        func days(_ year: Int, _ text: String) -> [Day] {
            text.split(separator: " ").map { day("\(year)-\($0)") }
        }
        daysOff = Set(years.flatMap { days($0.year, $0.off) })
        workedWeekends = Set(years.flatMap { days($0.year, $0.worked) })
        lastYear = years.last?.year ?? 0
    }

    package func isWorked(_ day: Day) -> Bool {
        // 1970-01-01, day 0, was a Thursday.
        let number = Int64(day.number) + 3
        let weekday = number - number.flooredDivision(by: 7) * 7
        return weekday < 5 ? !daysOff.contains(day) : workedWeekends.contains(day)
    }

    /// The last of so many working days, the first of which comes after the day.
    package func workday(_ count: Int, after start: Day) -> Day {
        var (day, left) = (start, count)
        while left > 0 {
            day = day.next
            if isWorked(day) { left -= 1 }
        }
        return day
    }
}

extension WorkCalendar {
    /// Production calendars: art. 112 of the Labour Code with the government's yearly decrees on moved days.
    static let russia = WorkCalendar([
        (
            year: 2024,
            off:
                "01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31",
            worked: "04-27 11-02 12-28"
        ),
        (
            year: 2025,
            off: "01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31",
            worked: "11-01"
        ),
        (
            year: 2026,
            off: "01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31",
            worked: ""
        ),
        (
            year: 2027,
            off: "01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-08 05-03 05-10 06-14 11-04 11-05 12-31",
            worked: "02-20"
        ),
    ])

    /// The law on holidays with the days moved by the government, Kurban Ait's first day among them.
    static let kazakhstan = WorkCalendar([
        (
            year: 2024,
            off: "01-01 01-02 03-08 03-21 03-22 03-25 05-01 05-07 05-08 05-09 07-08 08-30 10-25 12-16",
            worked: "05-04"
        ),
        (
            year: 2025,
            off:
                "01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 09-01 10-27 12-16",
            worked: "01-05"
        ),
        (
            year: 2026,
            off: "01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16",
            worked: ""
        ),
        (
            year: 2027,
            off: "01-01 01-04 01-07 03-08 03-15 03-22 03-23 03-24 05-03 05-07 05-10 07-06 10-25 12-16",
            worked: ""
        ),
    ])
}
