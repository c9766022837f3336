import Basics
import Testing

struct DayTests {
    @Test func `days are counted from 1970`() {
        #expect(The.day("1970-01-01").number == 0)
        #expect(The.day("1969-12-31").number == -1)
        #expect(The.day("2000-02-29").number == 11_016)
        #expect(The.day("2026-10-05").number == 20_731)
    }

    @Test func `twelve months end with a month where the calendar has them all`() throws {
        let year = try #require(Month("2026-03")?.yearToIt)
        #expect(year.lowerBound == Month("2025-04") && year.upperBound == Month("2026-03"))
        #expect(Month("1900-12")?.yearToIt?.lowerBound == Month("1900-01"))
        #expect(Month("1900-11")?.yearToIt == nil && Month("1900-01")?.yearToIt == nil)
    }

    @Test func `every day from 1900 to 2199 is read back as it is written`() {
        var day = The.day("1900-01-01")
        var count = 0
        while day <= The.day("2199-12-31") {
            if Day(day.description) != day || day.next.previous != day { Issue.record("\(day)") }
            day = day.next
            count += 1
        }
        #expect(count == 300 * 365 + 73)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32",
        "1899-12-31", "2200-01-01", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01", "2026-01-01 ",
        " 2026-01-01", "2026-01-01T00:00:00Z", "", "+026-01-01", "２０２６-01-01", "2026-0１-1",
    ])
    func `what the calendar does not have is no day`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `leap days are where the calendar puts them`() {
        #expect(Day(year: 2024, month: 2, day: 29) != nil)
        #expect(Day(year: 2000, month: 2, day: 29) != nil)
        #expect(Day(year: 2100, month: 2, day: 29) == nil)
        #expect(Day.daysIn(month: 2, year: 2024) == 29)
        #expect((1...12).map { Day.daysIn(month: $0, year: 2026) }.reduce(0, +) == 365)
    }

    @Test func `a day knows its parts, its month and its neighbours`() {
        let day = The.day("2024-02-29")
        #expect((day.year, day.monthNumber, day.dayNumber) == (2024, 2, 29))
        #expect(day.month == The.month("2024-02"))
        #expect(day.next == The.day("2024-03-01"))
        #expect(day.previous == The.day("2024-02-28"))
        #expect(day.dotted == "29.02.2024")
        #expect(The.day("2026-01-05").dotted == "05.01.2026")
        #expect(day < day.next)
    }
}

struct MonthTests {
    @Test func `a month knows its days and its neighbours`() {
        let month = The.month("2024-02")
        #expect(month.firstDay == The.day("2024-02-01"))
        #expect(month.lastDay == The.day("2024-02-29"))
        #expect(The.month("2026-12").next == The.month("2027-01"))
        #expect(The.month("2027-01").previous == The.month("2026-12"))
        #expect((The.month("2026-12").year, The.month("2026-12").monthNumber) == (2026, 12))
        #expect(The.month("2026-12").lastDay == The.day("2026-12-31"))
        #expect(The.month("2026-01").description == "2026-01")
        #expect(The.month("2025-12") < The.month("2026-01"))
    }

    @Test(arguments: [
        "2026-13", "2026-00", "2026-1", "202610", "2026-10-01", "2026/10", "", "1899-12", "2200-01",
    ])
    func `what is no month is refused`(text: String) {
        #expect(Month(text) == nil)
    }

    @Test func `the last month of the calendar has a last day`() async {
        await #expect(processExitsWith: .success) {
            #expect(Month("2199-12")?.lastDay == Day("2199-12-31"))
        }
    }
}
