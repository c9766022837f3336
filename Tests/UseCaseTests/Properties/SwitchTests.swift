import Basics
import Projects
import Support
import Testing
import UseCases

@Suite struct SwitchTests {
    /// Found by the random worlds: each credit was judged by the scheme that begins with its instant, so
    /// the first of two froze the project that both together clear.
    @Test func `money of the midnight when post-payment ends comes before the switch`() throws {
        let town = try Town(opened: "2026-03-05")
        try town.completeSuppliers()
        var draft = Make.romashka()
        draft.contracts = [
            Make.contract(scheme: "postpaid", date: "2025-08-01"),
            Make.contract(scheme: "prepaid", date: "2026-02-01", number: "ВК-18/2026"),
        ]
        try town.register(draft)
        try town.price("vm", "100")
        try town.use("vm", in: "mcs0000000001", until: "2026-01-20T10:00:00Z")
        try town.credit("40.00", to: "mcs0000000001", at: "2026-01-31T21:00:00Z", id: "pay-1")
        try town.credit("70.00", to: "mcs0000000001", at: "2026-01-31T21:00:00Z", id: "pay-2")
        try town.settle()
        #expect(try town.app.balances.transitions(of: town.project("mcs0000000001")) == [])
        #expect(try town.balance("mcs0000000001").payment.minor == 10_00)
    }

    @Test func `debt that stands when post-payment ends freezes at the midnight of the switch`() throws {
        let town = try Town(opened: "2026-03-05")
        try town.completeSuppliers()
        var draft = Make.romashka()
        draft.contracts = [
            Make.contract(scheme: "postpaid", date: "2025-08-01"),
            Make.contract(scheme: "prepaid", date: "2026-01-12", number: "ВК-18/2026"),
        ]
        try town.register(draft)
        try town.price("vm", "100")
        try town.use("vm", in: "mcs0000000001", until: "2026-01-20T10:00:00Z")
        try town.credit("40.00", to: "mcs0000000001", at: "2026-01-31T21:00:00Z")
        try town.settle()
        let transitions = try town.app.balances.transitions(of: town.project("mcs0000000001"))
        #expect(transitions.map(\.at) == [Moment("2026-01-31T21:00:00Z")])
        #expect(transitions.map(\.cause) == ["scheme/2026-02-01"])
    }
}
