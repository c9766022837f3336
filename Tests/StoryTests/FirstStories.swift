import Basics
import Projects
import Support
import Testing
import UseCases

/// The worked examples of the rules, as short as they are told there.
@Suite struct WorkedExamples {
    private let pid = "mcs0000000001"

    @Test func `card money is left out of a company's documents, first in first out`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka())
        try town.transfer([
            Make.Transfer("1000.00", for: pid, on: "2026-01-05", number: "1"),
            Make.Transfer("700.00", for: pid, on: "2026-01-07", number: "2"),
        ])
        try town.credit("500.00", to: pid, at: "2026-01-06T10:00:00Z")
        try town.spend("1300", in: pid, until: "2026-01-20T10:00:00Z")
        // 1300.00 = 1000.00 of the first transfer + 300.00 of the card, which no document shows.
        #expect(
            try town.closed("2026-01") == [
                "upd 1 of 2026-01-31, mcs0000000001",
                "Облачные вычисления 2026-01, 22: 819.67 + 180.33 = 1000.00",
                "paid by 1 of 2026-01-05: 1000.00",
            ])
        #expect(try town.payment(pid) == "900.00")
        try town.spend("400", in: pid, until: "2026-02-20T10:00:00Z")
        // 400.00 = the card's last 200.00 + 200.00 of the second transfer; 200 × 22 / 122 = 36.0656.
        #expect(
            try town.closed("2026-02") == [
                "upd 2 of 2026-02-28, mcs0000000001",
                "Облачные вычисления 2026-02, 22: 163.93 + 36.07 = 200.00",
                "paid by 2 of 2026-01-07: 200.00",
            ])
    }

    @Test func `a project freezes although bonuses of another type remain`() throws {
        let town = try Town(opened: "2026-03-01")
        try town.register(Make.romashka())
        try town.price("vm", "1", bonusType: "vm-backup")
        let end = "2026-04-30T21:00:00Z"
        try town.grant("2000.00", "vm-backup", to: pid, at: "2026-03-01T09:00:00Z", expires: end)
        try town.grant("3000.00", "other", to: pid, at: "2026-03-01T09:00:00Z", expires: end)
        try town.spend("2100", in: pid, until: "2026-03-10T12:00:00Z")
        try town.settle()
        #expect(try town.payment(pid) == "-100.00")
        #expect(try town.bonuses(pid) == ["other 3000.00"])
        // Bonuses are no real money: three days.
        #expect(
            try town.states(pid) == ["2026-03-10T12:00:00Z frozen, deleted at 2026-03-13T12:00:00Z"])
    }

    @Test func `a debt over the month's end is reported when the transfer pays it`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka())
        try town.transfer([Make.Transfer("100.00", for: pid, on: "2026-01-10", number: "1")])
        try town.spend("300", in: pid, until: "2026-01-31T10:00:00Z")
        // 100 × 22 / 122 = 18.0328.
        #expect(
            try town.closed("2026-01") == [
                "upd 1 of 2026-01-31, mcs0000000001",
                "Облачные вычисления 2026-01, 22: 81.97 + 18.03 = 100.00",
                "paid by 1 of 2026-01-10: 100.00",
            ])
        try town.transfer(
            [Make.Transfer("500.00", for: pid, on: "2026-02-03", number: "2")], named: "february.txt")
        #expect(
            try town.closed("2026-02") == [
                "upd 2 of 2026-02-28, mcs0000000001",
                "Облачные вычисления 2026-01, 22: 163.93 + 36.07 = 200.00",
                "paid by 2 of 2026-02-03: 200.00",
            ])
        #expect(try town.payment(pid) == "300.00")
        #expect(
            try town.states(pid) == [
                "2026-01-31T10:00:00Z frozen, deleted at 2026-02-07T10:00:00Z",
                // 3 February, 00:00 in Moscow.
                "2026-02-02T21:00:00Z active",
            ])
    }
}
