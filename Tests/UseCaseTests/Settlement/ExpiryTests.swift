import Basics
import Support
import Testing
import UseCases

@Suite struct ExpiryTests {
    @Test func `a bonus ends at its instant by the schedule when nothing else is there to settle`() throws {
        let town = try Town(opened: "2026-10-20")
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.price("vm", "1300")
        try town.grant(
            "300.00", "all", to: "mcs0000000001", at: "2026-10-20T09:00:00Z", expires: "2026-10-22T09:00:00Z")
        try town.go(to: "2026-10-20T10:00:00Z")
        _ = try town.app.settlement.settle()
        #expect(try town.balance("mcs0000000001").bonuses.map(\.amount.minor) == [300_00])
        // The watermark stands a second before the end: there is nothing to do yet.
        try town.go(to: "2026-10-22T09:04:59Z")
        #expect(try town.app.settlement.settle().projects == 0)
        #expect(try town.balance("mcs0000000001").bonuses.map(\.amount.minor) == [300_00])
        try town.go(to: "2026-10-22T09:05:00Z")
        #expect(try town.app.settlement.settle().projects == 1)
        #expect(try town.balance("mcs0000000001").bonuses.isEmpty)
        #expect(try town.app.settlement.settle().projects == 0, "once")
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `what is used at the instant a bonus ends is still paid by it, and the rest is gone`() throws {
        let town = try Town(opened: "2026-10-20")
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.price("vm", "100", bonusType: "compute")
        try town.transfer([Make.Transfer("1000.00", for: "mcs0000000001", on: "2026-10-20")])
        try town.grant(
            "300.00", "compute", to: "mcs0000000001", at: "2026-10-20T09:00:00Z",
            expires: "2026-10-22T09:00:00Z")
        try town.use("vm", in: "mcs0000000001", until: "2026-10-22T09:00:00Z")
        try town.use("vm", in: "mcs0000000001", until: "2026-10-22T09:05:00Z")
        try town.go(to: "2026-10-22T10:00:00Z")
        _ = try town.app.settlement.settle()
        #expect(try town.balance("mcs0000000001").payment.minor == 900_00)
        #expect(try town.balance("mcs0000000001").bonuses.isEmpty)
    }
}
