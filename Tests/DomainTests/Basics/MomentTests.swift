import Basics
import Support
import Testing

struct MomentTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.000001Z", 1),
        ("1969-12-31T23:59:59.999999Z", -1), ("2026-10-05T10:00:00Z", 1_791_194_400_000_000),
        ("2026-10-05T10:00:00.5Z", 1_791_194_400_500_000),
        ("2026-10-05T10:00:00.123456Z", 1_791_194_400_123_456),
        ("2026-10-05T10:00:00.123456000Z", 1_791_194_400_123_456),
        ("2026-10-05T13:00:00+03:00", 1_791_194_400_000_000),
        ("2026-10-05T04:30:00-05:30", 1_791_194_400_000_000),
        ("2026-10-05T10:00:00+00:00", 1_791_194_400_000_000),
        ("2026-10-05T10:00:00-00:00", 1_791_194_400_000_000),
        ("2026-10-05t10:00:00z", 1_791_194_400_000_000),
        ("2026-10-06T09:59:00+23:59", 1_791_194_400_000_000),
    ])
    func `RFC 3339 is read to the microsecond`(text: String, microseconds: Int64) {
        #expect(Moment(text)?.microseconds == microseconds)
    }

    @Test(arguments: [
        "", "2026-10-05", "2026-10-05T10:00:00", "2026-10-05T10:00Z", "2026-10-05 10:00:00Z",
        "2026-10-05T24:00:00Z", "2026-10-05T10:60:00Z", "2026-12-31T23:59:60Z", "2026-02-29T10:00:00Z",
        "2026-10-05T10:00:00.Z", "2026-10-05T10:00:00.", "2026-10-05T10:00:00,5Z",
        "2026-10-05T10:00:00.1234567Z", "2026-10-05T10:00:00+3:00", "2026-10-05T10:00:00+0300",
        "2026-10-05T10:00:00+03", "2026-10-05T10:00:00+24:00", "2026-10-05T10:00:00+03:60",
        "2026-10-05T10:00:00ZZ", "2026-10-05T10:00:00Z ", " 2026-10-05T10:00:00Z", "2026-10-05T1:00:00Z",
        "2026-10-05T10:00:00 Z", "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "+2026-10-05T10:00:00Z",
        "2026-10-05T10:00:00−03:00", "２026-10-05T10:00:0Z",
    ])
    func `anything else is no moment`(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func `a moment is printed in UTC with no idle digits`() {
        #expect(The.moment("2026-10-05T13:00:00+03:00").description == "2026-10-05T10:00:00Z")
        #expect(The.moment("2026-10-05T10:00:00.500000Z").description == "2026-10-05T10:00:00.5Z")
        #expect(Moment(microseconds: -1).description == "1969-12-31T23:59:59.999999Z")
        #expect(Moment(microseconds: 10).description == "1970-01-01T00:00:00.00001Z")
    }

    @Test func `a printed moment is read back the same`() {
        let complaint = forAll(
            seed: 3_339, count: 2_000,
            make: { Int64.random(in: -2_208_902_400_000_000...7_258_031_999_999_999, using: &$0) },
            check: { microseconds in
                let text = Moment(microseconds: microseconds).description
                return Moment(text)?.microseconds == microseconds ? nil : text
            })
        #expect(complaint == nil)
    }

    /// An offset led out of the calendar, and asking for such a day's month stopped the program.
    @Test(arguments: [
        ("1900-01-01T00:00:00+23:59", nil), ("1900-01-01T23:59:59.999999Z", nil),
        ("1900-01-02T00:00:00Z", "1900-01-02"), ("2199-12-30T23:59:59.999999Z", "2199-12-30"),
        ("2199-12-31T00:00:00Z", nil), ("2199-12-31T23:00:00-23:59", nil),
    ])
    func `an instant at the calendar's edge has a day in every zone or is refused`(
        text: String, day: String?
    ) {
        let moment = Moment(text)
        #expect((moment == nil) == (day == nil))
        guard let moment else { return }
        for hours in [-23, 0, 23] as [Int64] {
            let there = Zone(name: "there", first: hours * 3600, changes: []).day(of: moment)
            #expect(Day(there.description) == there)
            #expect(there.month.firstDay <= there)
        }
    }

    @Test func `a slice of a line is read where it stands`() {
        let line = Array("at=2026-10-05T10:00:00Z;".utf8)
        #expect(Moment(bytes: line[3..<23]) == The.moment("2026-10-05T10:00:00Z"))
        #expect(Moment(bytes: line[3..<22]) == nil)
    }

    @Test func `seconds are added and division goes down`() {
        let eve = The.moment("2026-12-31T23:59:59Z")
        #expect(eve.adding(seconds: 1) == The.moment("2027-01-01T00:00:00Z"))
        #expect(eve.adding(seconds: -86_400) == The.moment("2026-12-30T23:59:59Z"))
        #expect(Int64(-1).flooredDivision(by: 1_000) == -1)
        #expect(Int64(-1_000).flooredDivision(by: 1_000) == -1)
        #expect(Int64(999).flooredDivision(by: 1_000) == 0)
    }
}
