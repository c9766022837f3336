import Basics
import Testing

/// Zones of the test's own; the real ones are tested in Regions.
struct ZoneTests {
    private let plain = Zone(name: "Plain", first: 3 * 3600, changes: [])

    @Test func `instants are cut into days at the zone's midnight`() {
        #expect(plain.day(of: The.moment("2026-01-31T20:59:59.999999Z")) == The.day("2026-01-31"))
        #expect(plain.day(of: The.moment("2026-01-31T21:00:00Z")) == The.day("2026-02-01"))
        #expect(plain.start(of: The.day("2026-02-01")) == The.moment("2026-01-31T21:00:00Z"))
        #expect(plain.start(of: The.month("2026-02")) == The.moment("2026-01-31T21:00:00Z"))
        #expect(plain.end(of: The.month("2026-02")) == The.moment("2026-02-28T21:00:00Z"))
        #expect(plain.day(of: Moment(microseconds: -1)) == The.day("1970-01-01"))
    }

    @Test func `a day whose midnight the clocks skip begins at the change`() {
        // At midnight UTC of 10 October the clocks go from 00:00 to 01:00.
        let change = The.moment("2026-10-10T00:00:00Z")
        let zone = Zone(name: "Skip", first: 0, changes: [.init(from: change, offsetSeconds: 3600)])
        #expect(zone.start(of: The.day("2026-10-10")) == change)
        #expect(zone.start(of: The.day("2026-10-11")) == The.moment("2026-10-10T23:00:00Z"))
        #expect(zone.day(of: change) == The.day("2026-10-10"))
        #expect(zone.day(of: Moment(microseconds: change.microseconds - 1)) == The.day("2026-10-09"))
    }

    @Test func `a day whose midnight comes twice begins at the second`() {
        // At midnight the clocks go back to 23:00 of the day before.
        let change = The.moment("2026-10-10T00:00:00Z")
        let zone = Zone(name: "Twice", first: 0, changes: [.init(from: change, offsetSeconds: -3600)])
        #expect(zone.start(of: The.day("2026-10-10")) == The.moment("2026-10-10T01:00:00Z"))
        #expect(zone.day(of: change) == The.day("2026-10-09"))
    }

    @Test func `a change inside a day makes it longer or shorter, not its neighbours`() {
        let change = The.moment("2026-10-10T02:00:00Z")
        let zone = Zone(name: "Inside", first: 0, changes: [.init(from: change, offsetSeconds: 3600)])
        let lengths = ["2026-10-09", "2026-10-10", "2026-10-11"].map { text in
            let day = The.day(text)
            return (zone.start(of: day.next).microseconds - zone.start(of: day).microseconds) / 3_600_000_000
        }
        #expect(lengths == [24, 23, 24])
    }

    @Test func `an offset holds from its instant on`() {
        let change = The.moment("2026-10-10T02:00:00Z")
        let zone = Zone(name: "Edge", first: 7, changes: [.init(from: change, offsetSeconds: 9)])
        #expect(zone.offsetSeconds(at: Moment(microseconds: change.microseconds - 1)) == 7)
        #expect(zone.offsetSeconds(at: change) == 9)
        #expect(plain.offsetSeconds(at: change) == 10_800)
    }
}
