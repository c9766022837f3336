import Basics
import Foundation
import Regions
import Testing

/// The regions' tables of offsets against the machine's own tables.
struct ZoneTableTests {
    private static let hour: Int64 = 3_600_000_000

    @Test(arguments: Region.allCases)
    func `offsets of every hour from 2011 to 2030 are Foundation's`(region: Region) throws {
        #expect(try differences(region.profile.zone, from: "2011-01-01", to: "2031-01-01") == [])
    }

    @Test(arguments: Region.allCases)
    func `offsets of every hour of 2010 are Foundation's`(region: Region) throws {
        #expect(try differences(region.profile.zone, from: "2010-01-01", to: "2011-01-01") == [])
    }

    @Test(arguments: Region.allCases)
    func `every day begins where the one before ends`(region: Region) {
        let zone = region.profile.zone
        var day = The.day("2010-01-01")
        while day < The.day("2031-01-01") {
            let start = zone.start(of: day)
            if zone.day(of: start) != day
                || zone.day(of: Moment(microseconds: start.microseconds - 1)) != day.previous
            {
                Issue.record("\(day) of \(zone.name) begins at \(start)")
            }
            day = day.next
        }
    }

    @Test func `Moscow moved its clocks in 2011 and 2014`() {
        let zone = Region.moscow.profile.zone
        #expect(zone.name == "Europe/Moscow")
        #expect(length("2011-03-27", in: zone) == 23)
        #expect(length("2014-10-26", in: zone) == 25)
        #expect(length("2012-10-28", in: zone) == 24)
        #expect(zone.start(of: The.day("2011-01-10")) == The.moment("2011-01-09T21:00:00Z"))
        #expect(zone.start(of: The.day("2012-07-01")) == The.moment("2012-06-30T20:00:00Z"))
        #expect(zone.start(of: The.day("2026-07-01")) == The.moment("2026-06-30T21:00:00Z"))
        #expect(zone.day(of: The.moment("2026-01-31T21:30:00Z")) == The.day("2026-02-01"))
    }

    @Test func `Almaty lived twenty-five hours on 29 February 2024`() {
        let zone = Region.kazakhstan.profile.zone
        #expect(zone.name == "Asia/Almaty")
        #expect(length("2024-02-28", in: zone) == 24)
        #expect(length("2024-02-29", in: zone) == 25)
        #expect(length("2024-03-01", in: zone) == 24)
        #expect(zone.start(of: The.day("2024-02-29")) == The.moment("2024-02-28T18:00:00Z"))
        #expect(zone.start(of: The.day("2024-03-01")) == The.moment("2024-02-29T19:00:00Z"))
        #expect(zone.day(of: The.moment("2024-02-29T17:59:59Z")) == The.day("2024-02-29"))
        #expect(zone.day(of: The.moment("2024-02-29T18:00:00Z")) == The.day("2024-02-29"))
        #expect(zone.day(of: The.moment("2024-02-29T18:59:59.999999Z")) == The.day("2024-02-29"))
        #expect(zone.day(of: The.moment("2024-02-29T19:00:00Z")) == The.day("2024-03-01"))
        #expect(zone.end(of: The.month("2024-02")) == The.moment("2024-02-29T19:00:00Z"))
    }

    private func length(_ text: String, in zone: Zone) -> Int64 {
        let day = The.day(text)
        return (zone.start(of: day.next).microseconds - zone.start(of: day).microseconds) / Self.hour
    }

    /// The stretches of hours where the table and Foundation differ, at most five.
    private func differences(_ zone: Zone, from first: String, to last: String) throws -> [String] {
        let known = try #require(TimeZone(identifier: zone.name))
        var found: [String] = []
        var isDifferent = false
        var at = The.moment("\(first)T00:00:00Z")
        while at < The.moment("\(last)T00:00:00Z"), found.count < 5 {
            let date = Date(timeIntervalSince1970: TimeInterval(at.microseconds / 1_000_000))
            let theirs = Int64(known.secondsFromGMT(for: date))
            let differs = theirs != zone.offsetSeconds(at: at)
            if differs != isDifferent {
                found.append("\(at): \(zone.offsetSeconds(at: at)), Foundation \(theirs)")
            }
            isDifferent = differs
            at = at.adding(seconds: 3600)
        }
        return found
    }
}
