import Basics
import Regions
import Support
import Testing
import UseCases

/// Closings that are repeated, too early, out of order or only tried out.
@Suite struct ClosingOrderStory {
    private let pid = "mcs0000000001"

    @Test func `half a year of closings tried out, refused, repeated: each month is issued once`() throws {
        let town = try Town.priced("2025-10-01")
        try town.register(Make.romashka(contract: Make.contract(scheme: "postpaid")))
        var issued: [String: [[UInt8]]] = [:]
        let months = ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]
        for (index, month) in months.enumerated() {
            // At 20 % 122 hold 20.3333 of VAT, at 22 % 22.00.
            try town.spend("122", in: pid, until: "\(month)-10T10:00:00Z")
            try town.settle()
            // Too early: it is still the month's last second in Moscow.
            let known = try #require(Month(month))
            try town.go(to: "\(known.lastDay)T20:59:59Z")
            #expect(town.refusal { try _ = close(month, town) } == "documents.month-not-over")
            // Tried out, the same documents without numbers, however often.
            for _ in 1...2 {
                let dry = try town.app.closing.close(known, region: .moscow, dryRun: true)
                #expect(try town.told(dry) == told(month, number: 0))
                #expect(try town.frozen(month) == [])
            }
            try town.go(to: "\(known.next)-03T06:00:00Z")
            // Not before the months that are open.
            for later in months[(index + 1)...] {
                #expect(town.refusal { try _ = close(later, town) } == "documents.month-not-over")
            }
            let number = index % 3 + 1
            #expect(try town.closed(month) == told(month, number: number))
            issued[month] = try town.frozen(month)
            let balance = try town.payment(pid)
            // Again, a day later: nothing new, and no month before changes.
            try town.go(to: "\(known.next)-04T06:00:00Z")
            #expect(try town.closed(month) == told(month, number: number))
            for earlier in months[...index] {
                #expect(try town.frozen(earlier) == issued[earlier])
                #expect(try town.closed(earlier).count == 4)
            }
            #expect(try town.payment(pid) == balance)
        }
        #expect(try town.payment(pid) == "-732.00")
    }

    @Test func `a month with charges is not jumped over`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka(contract: Make.contract(scheme: "postpaid")))
        try town.spend("122", in: pid, until: "2026-01-10T10:00:00Z")
        try town.spend("122", in: pid, until: "2026-03-10T10:00:00Z")
        try town.go(to: "2026-04-03T06:00:00Z")
        #expect(town.refusal { try _ = close("2026-03", town) } == "documents.month-out-of-order")
        #expect(try town.frozen("2026-03") == [])
        #expect(try town.closed("2026-01").count == 4)
        // February had no charges: March may follow January.
        #expect(try town.closed("2026-03").first == "upd 2 of 2026-03-31, \(pid)")
    }

    private func close(_ month: String, _ town: Town) throws -> ClosingReport {
        guard let known = Month(month) else { throw TownProblem.badText(month) }
        return try town.app.closing.close(known, region: .moscow)
    }

    private func told(_ month: String, number: Int) -> [String] {
        let last = Month(month).map { "\($0.lastDay)" } ?? ""
        let line =
            month < "2026"
            ? "Облачные вычисления \(month), 20: 101.67 + 20.33 = 122.00"
            : "Облачные вычисления \(month), 22: 100.00 + 22.00 = 122.00"
        return ["upd", "invoice"].flatMap { ["\($0) \(number) of \(last), \(pid)", line] }
    }
}
