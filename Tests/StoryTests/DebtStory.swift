import Basics
import Funding
import Projects
import Support
import Testing
import UseCases

/// A prepaid customer in debt over a month's end, and over the night in which VAT became 22 %.
@Suite struct DebtStory {
    private let pid = "mcs0000000001"

    @Test func `December's debt paid in January stands in January's УПД at December's rate`() throws {
        let town = try Town.priced("2025-10-01")
        try town.register(Make.romashka())

        // October and November: 600 each of a transfer of 1200; 600 × 20 / 120 = 100.00.
        try town.transfer([Make.Transfer("1200.00", for: pid, on: "2025-10-01", number: "1")])
        try town.spend("600", in: pid, until: "2025-10-20T10:00:00Z")
        #expect(
            try town.closed("2025-10") == [
                "upd 1 of 2025-10-31, \(pid)",
                "Облачные вычисления 2025-10, 20: 500.00 + 100.00 = 600.00",
                "paid by 1 of 2025-10-01: 600.00",
            ])
        try town.spend("600", in: pid, until: "2025-11-20T10:00:00Z")
        #expect(
            try town.closed("2025-11") == [
                "upd 2 of 2025-11-30, \(pid)",
                "Облачные вычисления 2025-11, 20: 500.00 + 100.00 = 600.00",
                "paid by 1 of 2025-10-01: 600.00",
            ])
        #expect(try town.payment(pid) == "0.00")
        #expect(try town.states(pid) == [])

        // December: 240 freeze the project. It is not thawed in time, yet what still runs is charged:
        // 12 until the year's last midnight in Moscow, 21:00 UTC. Nothing of it is paid.
        try town.spend("240", in: pid, until: "2025-12-15T10:00:00Z")
        try town.spend("12", in: pid, until: "2025-12-31T21:00:00Z")
        #expect(try town.closed("2025-12") == ["nothing for 7707083893, no-bank-funded-spend"])
        #expect(try town.payment(pid) == "-252.00")

        // January: five minutes into the new year cost 36.60. The transfer of 488.60 pays 252.00 of
        // December at 20 % (42.00) and 36.60 of January at 22 % (6.60), and leaves 200.00.
        try town.spend("36.60", in: pid, until: "2025-12-31T21:05:00Z")
        try town.transfer(
            [Make.Transfer("488.60", for: pid, on: "2026-01-12", number: "2")], named: "january.txt")
        #expect(
            try town.closed("2026-01") == [
                "upd 1 of 2026-01-31, \(pid)",
                "Облачные вычисления 2025-12, 20: 210.00 + 42.00 = 252.00",
                "Облачные вычисления 2026-01, 22: 30.00 + 6.60 = 36.60",
                "paid by 2 of 2026-01-12: 288.60",
            ])
        #expect(try town.payment(pid) == "200.00")

        // February: 300 = 200 of the transfer + 100 of debt.
        try town.spend("300", in: pid, until: "2026-02-10T10:00:00Z")
        #expect(
            try town.closed("2026-02") == [
                "upd 2 of 2026-02-28, \(pid)",
                "Облачные вычисления 2026-02, 22: 163.93 + 36.07 = 200.00",
                "paid by 2 of 2026-01-12: 200.00",
            ])

        // March: a transfer of 100 brings the balance to exactly zero, which thaws nothing; a rouble by
        // card does. 100 × 22 / 122 = 18.0328.
        try town.transfer(
            [Make.Transfer("100.00", for: pid, on: "2026-03-02", number: "3")], named: "march.txt")
        try town.settle()
        #expect(try town.payment(pid) == "0.00")
        #expect(try town.balance(pid).state.word == "frozen")
        try town.credit("1.00", to: pid, at: "2026-03-05T10:00:00Z")
        #expect(
            try town.closed("2026-03") == [
                "upd 3 of 2026-03-31, \(pid)",
                "Облачные вычисления 2026-02, 22: 81.97 + 18.03 = 100.00",
                "paid by 3 of 2026-03-02: 100.00",
            ])
        #expect(try town.payment(pid) == "1.00")
        #expect(
            try town.states(pid) == [
                "2025-12-15T10:00:00Z frozen, deleted at 2025-12-22T10:00:00Z",
                "2026-01-11T21:00:00Z active",
                "2026-02-10T10:00:00Z frozen, deleted at 2026-02-17T10:00:00Z",
                "2026-03-05T10:00:00Z active",
            ])
    }

    @Test func `the first real money while frozen gives seven days from the freezing`() throws {
        let town = try Town.priced("2026-09-01")
        try town.register(Make.romashka())
        try town.spend("100", in: pid, until: "2026-09-10T12:00:00Z")
        try town.credit("10.00", to: pid, at: "2026-09-11T12:00:00Z")
        try town.spend("1", in: pid, until: "2026-09-12T12:00:00Z")
        try town.credit("90.00", by: .wallet, to: pid, at: "2026-09-14T12:00:00Z")
        try town.credit("1.01", by: .mobile, to: pid, at: "2026-09-15T12:00:00Z")
        try town.settle()
        // −100 (never paid: 3 days), −90 (paid: 7 days from the freezing), −91, −1, 0.01.
        #expect(
            try town.states(pid) == [
                "2026-09-10T12:00:00Z frozen, deleted at 2026-09-13T12:00:00Z",
                "2026-09-11T12:00:00Z frozen, deleted at 2026-09-17T12:00:00Z",
                "2026-09-15T12:00:00Z active",
            ])
        #expect(try town.payment(pid) == "0.01")
    }

    @Test func `a supplier may report debts in the month of the service, while it is open`() throws {
        let town = try Town.priced("2026-01-01")
        var supplier = Make.moscowSupplier()
        supplier.debtRecognition = "service"
        try town.app.accounts.complete(supplier)
        try town.register(Make.romashka())
        // 300 are spent in January, 100 of them paid; 150 come on 2 February, before January closes, and
        // 50 on the 5th, after it. 250 × 22 / 122 = 45.0820; 50 → 9.0164.
        try town.transfer([Make.Transfer("100.00", for: pid, on: "2026-01-10", number: "1")])
        try town.spend("300", in: pid, until: "2026-01-31T10:00:00Z")
        try town.transfer(
            [Make.Transfer("150.00", for: pid, on: "2026-02-02", number: "2")], named: "second.txt")
        try town.settle()
        #expect(
            try town.closed("2026-01") == [
                "upd 1 of 2026-01-31, \(pid)",
                "Облачные вычисления 2026-01, 22: 204.92 + 45.08 = 250.00",
                // The second transfer is no advance: it came after the month.
                "paid by 1 of 2026-01-10: 100.00",
            ])
        try town.transfer(
            [Make.Transfer("50.00", for: pid, on: "2026-02-05", number: "3")], named: "third.txt")
        #expect(
            try town.closed("2026-02") == [
                "upd 2 of 2026-02-28, \(pid)",
                "Облачные вычисления 2026-01, 22: 40.98 + 9.02 = 50.00",
                "paid by 3 of 2026-02-05: 50.00",
            ])
    }
}
