import Basics
import Funding
import Projects
import Support
import Testing
import UseCases

/// Half a year of ООО «Ромашка», which pays by transfer and, when in a hurry, by card.
@Suite struct CardAndBankStory {
    private let pid = "mcs0000000001"

    @Test func `six months of transfers and cards: documents show the transfers alone`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka())

        // January: transfer 1000, card 500, transfer 700; 1300 spent.
        try town.transfer([
            Make.Transfer("1000.00", for: pid, on: "2026-01-05", number: "1"),
            Make.Transfer("700.00", for: pid, on: "2026-01-07", number: "2"),
        ])
        try town.credit("500.00", to: pid, at: "2026-01-06T10:00:00Z")
        try town.spend("1300", in: pid, until: "2026-01-20T10:00:00Z")
        #expect(
            try town.closed("2026-01") == [
                "upd 1 of 2026-01-31, \(pid)",
                "Облачные вычисления 2026-01, 22: 819.67 + 180.33 = 1000.00",
                "paid by 1 of 2026-01-05: 1000.00",
            ])
        #expect(try town.payment(pid) == "900.00")

        // February: 400 = 200 of the card + 200 of the second transfer, of which 500 stay.
        try town.spend("400", in: pid, until: "2026-02-20T10:00:00Z")
        #expect(
            try town.closed("2026-02") == [
                "upd 2 of 2026-02-28, \(pid)",
                "Облачные вычисления 2026-02, 22: 163.93 + 36.07 = 200.00",
                "paid by 2 of 2026-01-07: 200.00",
            ])
        #expect(try town.payment(pid) == "500.00")

        // March: a card brings 300, yet the older transfer pays: 500 × 22 / 122 = 90.1639.
        try town.credit("300.00", to: pid, at: "2026-03-10T10:00:00Z")
        try town.spend("500", in: pid, until: "2026-03-15T10:00:00Z")
        #expect(
            try town.closed("2026-03") == [
                "upd 3 of 2026-03-31, \(pid)",
                "Облачные вычисления 2026-03, 22: 409.84 + 90.16 = 500.00",
                "paid by 2 of 2026-01-07: 500.00",
            ])
        #expect(try town.payment(pid) == "300.00")

        // April: 250 of the card and nothing else.
        try town.spend("250", in: pid, until: "2026-04-15T10:00:00Z")
        #expect(try town.closed("2026-04") == ["nothing for 7707083893, no-bank-funded-spend"])
        #expect(try town.payment(pid) == "50.00")

        // May: 150 = the card's last 50 + 100 of debt. SBP brings 40, a transfer 560: the debt is paid
        // by 40 no document shows and 60 it does: 60 × 22 / 122 = 10.8197.
        try town.spend("150", in: pid, until: "2026-05-10T10:00:00Z")
        try town.settle()
        #expect(try town.payment(pid) == "-100.00")
        try town.credit("40.00", by: .sbp, to: pid, at: "2026-05-11T10:00:00Z")
        try town.settle()
        #expect(try town.payment(pid) == "-60.00")
        try town.transfer(
            [Make.Transfer("560.00", for: pid, on: "2026-05-12", number: "3")], named: "may.txt")
        #expect(
            try town.closed("2026-05") == [
                "upd 4 of 2026-05-31, \(pid)",
                "Облачные вычисления 2026-05, 22: 49.18 + 10.82 = 60.00",
                "paid by 3 of 2026-05-12: 60.00",
            ])
        #expect(try town.payment(pid) == "500.00")

        // June: the rest of the transfer, to the kopeck; at exactly zero the project works on.
        try town.spend("500", in: pid, until: "2026-06-30T21:00:00Z")
        #expect(
            try town.closed("2026-06") == [
                "upd 5 of 2026-06-30, \(pid)",
                "Облачные вычисления 2026-06, 22: 409.84 + 90.16 = 500.00",
                "paid by 3 of 2026-05-12: 500.00",
            ])
        #expect(try town.payment(pid) == "0.00")
        #expect(
            try town.states(pid) == [
                "2026-05-10T10:00:00Z frozen, deleted at 2026-05-17T10:00:00Z",
                "2026-05-11T21:00:00Z active",
            ])
    }
}
