/// A calendar month, the reporting period (R101).
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// year × 12 + month − 1
    package let index: Int32

    package init(index: Int32) { self.index = index }

    /// Reads "2026-10" and nothing else.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 7, let day = Day("\(text)-01") else { return nil }
        self = day.month
    }

    package static func < (a: Self, b: Self) -> Bool { a.index < b.index }

    package var description: String { "\(pad(year, 4))-\(pad(monthNumber, 2))" }
    package var year: Int { Int(index) / 12 }
    package var monthNumber: Int { Int(index) % 12 + 1 }
    package var next: Month { Month(index: index + 1) }
    package var previous: Month { Month(index: index - 1) }

    /// The twelve months that end with it; nil where the calendar does not reach that far back.
    package var yearToIt: ClosedRange<Month>? {
        let first = Month(index: index - 11)
        return Day(year: first.year, month: first.monthNumber, day: 1).map { _ in first...self }
    }

    package var firstDay: Day {
        guard let day = Day(year: year, month: monthNumber, day: 1) else {
            preconditionFailure("a month outside the calendar: \(index)")
        }
        return day
    }

    package var lastDay: Day { Day(number: firstDay.number + Int32(days) - 1) }

    private var days: Int { Day.daysIn(month: monthNumber, year: year) }
}
