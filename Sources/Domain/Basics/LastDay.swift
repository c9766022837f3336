/// A zone's days for instants that come nearly in order: the day of the last one nearly always serves.
package struct LastDay {
    package let zone: Zone
    private var last: (day: Day, range: Range<Moment>)?

    package init(_ zone: Zone) { self.zone = zone }

    package mutating func day(of moment: Moment) -> Day {
        if let last, last.range.contains(moment) { return last.day }
        let day = zone.day(of: moment)
        let start = zone.start(of: day)
        let end = zone.start(of: day.next)
        if start < end { last = (day, start..<end) }
        return day
    }
}
