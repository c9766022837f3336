extension Reference {
    /// Days since 1970-01-01 of the proleptic Gregorian calendar.
    package typealias Day = Int
    /// Twelve times the year and the month less one.
    package typealias Month = Int
    /// Microseconds since 1970-01-01T00:00:00Z.
    package typealias Instant = Int64

    package static let hour: Instant = 3_600_000_000
    package static let wholeDay: Instant = 24 * hour

    /// "2026-01-31"
    package static func day(_ text: String) -> Day {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        precondition(parts.count == 3, "«\(text)» is not a day")
        return firstDay(of: parts[0] * 12 + parts[1] - 1) + parts[2] - 1
    }

    /// "2026-01"
    package static func month(_ text: String) -> Month {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        precondition(parts.count == 2, "«\(text)» is not a month")
        return parts[0] * 12 + parts[1] - 1
    }

    /// "2026-01-31T21:30:00Z"
    package static func instant(_ text: String) -> Instant {
        let parts = text.split(separator: "T")
        precondition(parts.count == 2 && text.hasSuffix("Z"), "«\(text)» is not an instant")
        let clock = parts[1].dropLast().split(separator: ":").compactMap { Int64($0) }
        precondition(clock.count == 3, "«\(text)» is not an instant")
        let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
        return Int64(day(String(parts[0]))) * wholeDay + seconds * 1_000_000
    }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func length(of month: Month) -> Int {
        let lengths = [31, isLeap(month / 12) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return lengths[month % 12]
    }

    /// Leap days are counted up to the year before, 477 of them before 1970.
    package static func firstDay(of month: Month) -> Day {
        precondition(month >= 1970 * 12, "the model begins in 1970")
        let year = month / 12
        let leapDays = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 - 477
        let newYear = (year - 1970) * 365 + leapDays
        return (year * 12..<month).reduce(newYear) { sum, earlier in sum + length(of: earlier) }
    }

    package static func lastDay(of month: Month) -> Day { firstDay(of: month + 1) - 1 }

    package static func month(of day: Day) -> Month {
        var month = (1970 + day / 366) * 12
        while firstDay(of: month + 1) <= day { month += 1 }
        return month
    }

    package static func text(month: Month) -> String {
        "\(month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
    }

    package static func text(day: Day) -> String {
        let month = month(of: day)
        let number = day - firstDay(of: month) + 1
        return text(month: month) + (number < 10 ? "-0" : "-") + String(number)
    }

    package static func text(instant: Instant) -> String {
        let inside = instant % wholeDay
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        let clock = [inside / hour, inside / 60_000_000 % 60, inside / 1_000_000 % 60].map(two)
        let micros = inside % 1_000_000
        let fraction = micros == 0 ? "" : "." + String(String(1_000_000 + micros).dropFirst())
        return text(day: Day(instant / wholeDay)) + "T" + clock.joined(separator: ":") + fraction + "Z"
    }
}

extension Reference.Region {
    /// At this instant, midnight of 1 March 2024 by the old time, Kazakhstan put its clocks an hour back.
    private static let kazakhstanChange = Reference.instant("2024-02-29T18:00:00Z")

    private func offset(at instant: Reference.Instant) -> Reference.Instant {
        switch self {
        case .moscow: 3 * Reference.hour
        case .kazakhstan: (instant < Self.kazakhstanChange ? 6 : 5) * Reference.hour
        }
    }

    /// The regional day an instant lies in.
    package func day(at instant: Reference.Instant) -> Reference.Day {
        Reference.Day((instant + offset(at: instant)) / Reference.wholeDay)
    }

    package func month(at instant: Reference.Instant) -> Reference.Month {
        Reference.month(of: day(at: instant))
    }

    /// The regional midnight a day begins with.
    package func start(of day: Reference.Day) -> Reference.Instant {
        let local = Reference.Instant(day) * Reference.wholeDay
        switch self {
        case .moscow: return local - 3 * Reference.hour
        case .kazakhstan:
            let old = local - 6 * Reference.hour
            return old < Self.kazakhstanChange ? old : local - 5 * Reference.hour
        }
    }

    package func end(of month: Reference.Month) -> Reference.Instant {
        start(of: Reference.firstDay(of: month + 1))
    }
}
