/// A region's civil time as a table of offsets: which offset holds from which instant on. Days and
/// months are cut by it (D4); a day may last 25 hours.
package struct Zone: Hashable, Sendable {
    package struct Change: Hashable, Sendable {
        package let from: Moment
        package let offsetSeconds: Int64

        package init(from: Moment, offsetSeconds: Int64) {
            self.from = from
            self.offsetSeconds = offsetSeconds
        }
    }

    package let name: String
    private let first: Int64
    private let changes: [Change]

    /// `first` holds before the first change; changes in the order of time.
    package init(name: String, first: Int64, changes: [Change]) {
        self.name = name
        self.first = first
        self.changes = changes
    }

    package func offsetSeconds(at moment: Moment) -> Int64 {
        changes.last(where: { $0.from <= moment })?.offsetSeconds ?? first
    }

    package func day(of moment: Moment) -> Day {
        let local = moment.microseconds + offsetSeconds(at: moment) * 1_000_000
        return Day(number: Int32(local.flooredDivision(by: 86_400_000_000)))
    }

    /// The instant at which the day begins: the earliest one that the clocks call by it. Where a
    /// midnight comes twice (Almaty, the night to 2024-03-01), the day begins at the second, because
    /// the hour between still belongs to the 25-hour day before.
    package func start(of day: Day) -> Moment {
        let utc = Int64(day.number) * 86_400_000_000
        let offsets = Set([first] + changes.map(\.offsetSeconds))
        let candidates = offsets.map { Moment(microseconds: utc - $0 * 1_000_000) }
            .filter {
                self.day(of: $0) == day && self.day(of: Moment(microseconds: $0.microseconds - 1)) < day
            }
        // A midnight that the clocks skip: the day begins at the change itself.
        return candidates.min()
            ?? changes.first(where: { self.day(of: $0.from) == day })?.from
            ?? Moment(microseconds: utc - offsetSeconds(at: Moment(microseconds: utc)) * 1_000_000)
    }

    package func start(of month: Month) -> Moment { start(of: month.firstDay) }

    /// The instant at which the month is over.
    package func end(of month: Month) -> Moment { start(of: month.lastDay.next) }
}
