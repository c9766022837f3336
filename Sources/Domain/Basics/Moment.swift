/// An instant in UTC, microseconds since 1970 (D4).
package struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }

    package func adding(seconds: Int64) -> Moment {
        Moment(microseconds: microseconds + seconds * 1_000_000)
    }

    /// Reads RFC 3339 in UTC, "2026-10-05T10:00:00Z", with up to 6 fractional digits; an offset such
    /// as "+03:00" is taken too.
    package init?(_ text: some StringProtocol) { self.init(bytes: Array(text.utf8)[...]) }

    package init?(bytes: ArraySlice<UInt8>) {
        let b = bytes.startIndex
        guard bytes.count >= 20, bytes[b + 4] == 0x2D, bytes[b + 7] == 0x2D,
            bytes[b + 10] == 0x54 || bytes[b + 10] == 0x74, bytes[b + 13] == 0x3A, bytes[b + 16] == 0x3A,
            let year = digits(bytes[b..<b + 4]), let month = digits(bytes[b + 5..<b + 7]),
            let dayNumber = digits(bytes[b + 8..<b + 10]),
            let day = Day(year: year, month: month, day: dayNumber),
            let hour = digits(bytes[b + 11..<b + 13]), hour < 24,
            let minute = digits(bytes[b + 14..<b + 16]), minute < 60,
            let second = digits(bytes[b + 17..<b + 19]), second < 60
        else { return nil }
        var at = b + 19
        var fraction: Int64 = 0
        if bytes[at] == 0x2E {
            at += 1
            var scale: Int64 = 100_000
            let first = at
            while at < bytes.endIndex, (48...57).contains(bytes[at]) {
                if scale == 0, bytes[at] != 48 { return nil }
                fraction += Int64(bytes[at] - 48) * scale
                scale /= 10
                at += 1
            }
            guard at > first else { return nil }
        }
        guard let offset = Moment.offsetSeconds(bytes[at...]) else { return nil }
        let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - offset
        guard Moment.readable.contains(seconds) else { return nil }
        microseconds = seconds * 1_000_000 + fraction
    }

    /// Seconds from 1900-01-02 to the end of 2199-12-30: a day from the calendar's ends, so that the
    /// instant has a day in every zone.
    private static let readable = -2_208_902_400..<7_258_032_000 as Range<Int64>

    /// "2026-10-05T10:00:00Z"; a fraction only when it is not zero.
    package var description: String {
        // Beyond the calendar, as the bound of an open interval is, an instant is only its number.
        guard (-1_000_000...1_000_000).contains(microseconds / 86_400_000_000) else {
            return "\(microseconds) µs"
        }
        let seconds = microseconds.flooredDivision(by: 1_000_000)
        let days = seconds.flooredDivision(by: 86_400)
        let clock = Int(seconds - days * 86_400)
        let day = Day(number: Int32(days))
        let time = "\(pad(clock / 3600, 2)):\(pad(clock / 60 % 60, 2)):\(pad(clock % 60, 2))"
        var fraction = ""
        let rest = Int(microseconds - seconds * 1_000_000)
        if rest != 0 {
            fraction = "." + pad(rest, 6)
            while fraction.hasSuffix("0") { fraction.removeLast() }
        }
        return "\(day)T\(time)\(fraction)Z"
    }

    private static func offsetSeconds(_ bytes: ArraySlice<UInt8>) -> Int64? {
        guard let sign = bytes.first else { return nil }
        if sign == 0x5A || sign == 0x7A { return bytes.count == 1 ? 0 : nil }
        let b = bytes.startIndex
        guard sign == 0x2B || sign == 0x2D, bytes.count == 6, bytes[b + 3] == 0x3A,
            let hours = digits(bytes[b + 1..<b + 3]), hours < 24,
            let minutes = digits(bytes[b + 4..<b + 6]), minutes < 60
        else { return nil }
        let seconds = Int64(hours * 3600 + minutes * 60)
        return sign == 0x2D ? -seconds : seconds
    }
}

extension Int64 {
    package func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}
