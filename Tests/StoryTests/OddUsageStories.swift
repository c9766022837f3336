import Basics
import Support
import Testing
import UseCases

/// Usage that should not be: it spoils nobody's month unseen, and locks nobody out for ever.
@Suite struct OddUsageStories {
    private let pid = "mcs0000000001"

    /// What the accountant saw: «no spend» for a customer whose meter had gone wild, and the month closed.
    @Test func `a customer whose usage cannot be charged is blocked by name, not closed as idle`() throws {
        let town = try Town(opened: "2026-01-01")
        try town.completeSuppliers()
        try town.price("vm", "999999")
        try town.register(Make.romashka())
        try town.transfer([Make.Transfer("1000.00", for: pid, on: "2026-01-05")])
        // One such event can be held, two of one day cannot: 999 999 × 6·10^10 is more than the books hold.
        try town.use("vm", quantity: "30000000000", in: pid, until: "2026-01-10T10:00:00Z")
        try town.use("vm", quantity: "30000000000", in: pid, until: "2026-01-10T11:00:00Z")
        let report = try town.close("2026-01")
        #expect(report.skipped.map(\.reason) == [])
        #expect(report.blocked.map(\.problem.code) == ["metering.cost-too-large"])
    }

    /// What the accountant saw: a month that said «close January first», and January that said nothing.
    @Test func `usage from before a project was made does not lock its customer's months`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka(registered: "2026-02-10T09:00:00Z"))
        try town.transfer([Make.Transfer("1000.00", for: pid, on: "2026-02-11", number: "1")])
        let answer = try town.use("vm", quantity: "61", in: pid, until: "2026-01-20T10:00:00Z")
        try town.spend("122", in: pid, until: "2026-02-20T10:00:00Z")
        try town.settle()
        _ = try? town.close("2026-01")  // January may be refused, empty or issued; February has to close.
        let february = try town.close("2026-02")
        #expect(february.blocked.map(\.problem.code) == [], "the event was \(answer)")
    }
}
