import Access
import Basics
import Projects
import Support
import Testing
import UseCases

/// A company leaves for a while: its project is conserved, its documents still come, and it returns.
@Suite struct ConservationStory {
    private let pid = "mcs0000000001"

    @Test func `what is used while the project is conserved reaches neither balance nor УПД`() throws {
        let town = try Town.priced("2026-08-01")
        try town.register(Make.romashka())
        let own = try town.project(pid)

        // August: 1220 come, 610 are spent by the 20th; then everything is deleted and the project conserved.
        try town.transfer([Make.Transfer("1220.00", for: pid, on: "2026-08-03", number: "1")])
        try town.spend("610", in: pid, until: "2026-08-20T09:00:00Z")
        try town.go(to: "2026-08-20T10:00:00Z")
        try town.app.conservation.take(.begun, of: own, by: .house)

        // A disk was forgotten: it goes on being metered, in August and in September.
        try town.spend("50", in: pid, until: "2026-08-25T09:00:00Z", resource: "disk")
        try town.spend("70", in: pid, until: "2026-09-02T09:00:00Z", resource: "disk")
        #expect(
            try town.closed("2026-08") == [
                "upd 1 of 2026-08-31, \(pid)",
                "Облачные вычисления 2026-08, 22: 500.00 + 110.00 = 610.00",
                "paid by 1 of 2026-08-03: 610.00",
            ])
        #expect(try town.closed("2026-09") == ["nothing for 7707083893, no-bank-funded-spend"])
        #expect(try town.payment(pid) == "610.00")
        let view = try town.app.conservation.view(of: own, for: .house)
        #expect(view.disputedEvents == 2 && view.disputedSum == 120_00)

        // October: it is back, and an hour of August that comes late is charged in the month that is open.
        try town.go(to: "2026-10-10T10:00:00Z")
        try town.app.conservation.take(.ended, of: own, by: .house)
        try town.spend("122", in: pid, until: "2026-08-20T08:00:00Z", resource: "late")
        try town.spend("244", in: pid, until: "2026-10-12T09:00:00Z")
        #expect(
            try town.closed("2026-10") == [
                "upd 2 of 2026-10-31, \(pid)",
                "Облачные вычисления 2026-08, 22: 100.00 + 22.00 = 122.00",
                "Облачные вычисления 2026-10, 22: 200.00 + 44.00 = 244.00",
                "paid by 1 of 2026-08-03: 366.00",
            ])
        #expect(try town.payment(pid) == "244.00")
        #expect(
            try town.states(pid) == [
                "2026-08-20T10:00:00Z conserved", "2026-10-10T10:00:00Z active",
            ])
        #expect(try town.app.verification.verify().findings.isEmpty)
    }
}
