import Basics
import Documents
import Support
import Testing
import UseCases

@Suite struct BehindTheCursorTests {
    @Test func `usage that comes late on both sides of a month's end is charged once, all of it`() throws {
        let town = try Town(opened: "2026-10-20")
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.price("vm", "1300")
        try town.transfer([Make.Transfer("100000.00", for: "mcs0000000001", on: "2026-10-20")])
        try town.use("vm", in: "mcs0000000001", until: "2026-10-21T10:00:00Z")
        try town.go(to: "2026-11-03T05:00:00Z")
        _ = try town.app.settlement.settle()
        // Settled to November the 3rd; now one event of October arrives, and one of November the 1st.
        try town.use("vm", in: "mcs0000000001", until: "2026-10-31T10:00:00Z")
        try town.use("vm", in: "mcs0000000001", until: "2026-11-01T10:00:00Z")
        let october = try town.close("2026-10")
        #expect(october.documents.map(\.content.gross) == [2600_00])
        try town.go(to: "2026-11-04T05:00:00Z")
        _ = try town.app.settlement.settle()
        #expect(try town.balance("mcs0000000001").payment.minor == 100_000_00 - 3 * 1300_00)
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }
}
