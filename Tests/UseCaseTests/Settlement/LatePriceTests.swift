import Basics
import Support
import Testing
import UseCases

@Suite struct LatePriceTests {
    @Test func `usage that comes after a price change costs what it cost on its own day`() throws {
        let pid = "mcs0000000001"
        let town = try Town(opened: "2026-03-01")
        try town.register(Make.romashka())
        try town.price("vm", "10", from: "2026-01-01")
        try town.price("vm", "17", from: "2026-03-15")
        try town.credit("100.00", to: pid, at: "2026-03-01T10:00:00Z")
        try town.go(to: "2026-03-20T09:00:00Z")
        try town.use("vm", in: pid, until: "2026-03-18T10:00:00Z")
        try town.settle()
        #expect(try town.balance(pid).payment.minor == 83_00)
        // The 10th comes when all is settled to the 18th and the list says 17.
        try town.use("vm", in: pid, until: "2026-03-10T10:00:00Z")
        try town.settle()
        #expect(try town.balance(pid).payment.minor == 73_00)
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }
}
