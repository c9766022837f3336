import Basics
import Regions
import Wording

extension FuzzTarget {
    /// Days, months and instants, as text and as numbers.
    static let calendar = FuzzTarget("calendar", longest: 256) { bytes in
        let text = Oracle.text(bytes)
        if let day = Day(text) {
            if !Oracle.isSame(day.description, text) { return "\(text) is read as \(day)" }
            if let complaint = dayComplaint(day) { return complaint }
        }
        if let month = Month(text), !Oracle.isSame(month.description, text) { return "\(text) is \(month)" }
        if let moment = Moment(text) {
            if Moment(moment.description) != moment { return "\(text) is read as \(moment)" }
            for region in Region.allCases {
                if let complaint = zoneComplaint(moment, region.profile.zone) { return complaint }
            }
        }
        var dice = Dice(bytes)
        _ = Moment(microseconds: dice.integer()).description
        let number = Int32(truncatingIfNeeded: dice.integer())
        let day = Day(number: number % 100_000)
        return Day(year: day.year, month: day.monthNumber, day: day.dayNumber).flatMap(dayComplaint)
    }

    private static func dayComplaint(_ day: Day) -> String? {
        if day.next.previous != day || day.month.firstDay > day || day.month.lastDay < day {
            return "\(day) lies outside its month"
        }
        for language in [Language.ru, .en, .kk] {
            if Dates.long(day, language).isEmpty || Dates.month(day.month, language).isEmpty {
                return "\(day)"
            }
        }
        return nil
    }

    private static func zoneComplaint(_ moment: Moment, _ zone: Zone) -> String? {
        let day = zone.day(of: moment)
        if zone.start(of: day) > moment || zone.start(of: day.next) <= moment {
            return "\(moment) lies outside its day \(day) in \(zone.name)"
        }
        if zone.start(of: day.month) > moment || zone.end(of: day.month) <= moment {
            return "\(moment) lies outside its month \(day.month) in \(zone.name)"
        }
        return dayComplaint(day)
    }
}
