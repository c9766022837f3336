/// A civil date, no zone attached: days since 1970-01-01.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// Nil where the calendar has no such date; years 1900 to 2199.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.daysIn(month: month, year: year)
        else { return nil }
        number = Day.count(year: year, month: month, day: day)
    }

    /// Reads "2026-10-05" and nothing else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = digits(bytes[0..<4]),
            let month = digits(bytes[5..<7]), let day = digits(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (a: Self, b: Self) -> Bool { a.number < b.number }

    package var description: String { "\(pad(year, 4))-\(pad(monthNumber, 2))-\(pad(dayNumber, 2))" }

    /// "05.10.2026", as Russian documents and bank files write it.
    package var dotted: String { "\(pad(dayNumber, 2)).\(pad(monthNumber, 2)).\(pad(year, 4))" }

    package var year: Int { civil.year }
    package var monthNumber: Int { civil.month }
    package var dayNumber: Int { civil.day }
    package var month: Month { Month(index: Int32(civil.year * 12 + civil.month - 1)) }
    package var next: Day { Day(number: number + 1) }
    package var previous: Day { Day(number: number - 1) }

    /// The proleptic Gregorian date of the count (Howard Hinnant's `civil_from_days`).
    package var civil: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1)
    }

    package static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func count(year: Int, month: Int, day: Int) -> Int32 {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yoe = y - era * 400
        let doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
        return Int32(era * 146_097 + doe - 719_468)
    }
}

/// The number the ASCII digits spell; nil where one of them is not a digit.
func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
    }
    return value
}

func pad(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
