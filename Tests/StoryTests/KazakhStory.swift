import Basics
import Metering
import Regions
import Support
import Testing
import UseCases

/// ТОО «Алтын» in Kazakhstan: acts in tenge, and the night in which the country changed its clocks.
@Suite struct KazakhStory {
    private let pid = "mcs0000000003"

    @Test func `seven months of acts over the 25-hour day of 29 February 2024`() throws {
        let town = try Town.priced("2023-11-01", region: .kazakhstan)
        try town.register(Make.altyn())
        try fund(town, "100000.00", on: "2023-11-02", number: "1")

        // November ends at 18:00 UTC (UTC+6): 11 200 until then, 5 600 of December after it.
        // 11 200 × 12 / 112 = 1 200.00; 5 600 → 600.00.
        try town.spend("11200", in: pid, until: "2023-11-30T18:00:00Z")
        try town.spend("5600", in: pid, until: "2023-11-30T18:05:00Z")
        #expect(
            try town.closed("2023-11", region: .kazakhstan) == [
                "act 1 of 2023-11-30, \(pid)",
                "Облачные вычисления 2023-11, 12: 10000.00 + 1200.00 = 11200.00",
                "paid by 1 of 2023-11-02: 11200.00",
            ])
        #expect(
            try town.closed("2023-12", region: .kazakhstan) == [
                "act 2 of 2023-12-31, \(pid)",
                "Облачные вычисления 2023-12, 12: 5000.00 + 600.00 = 5600.00",
                "paid by 1 of 2023-11-02: 5600.00",
            ])

        // January: 1 120 → 120.00, and numbers begin anew.
        try town.spend("1120", in: pid, until: "2024-01-10T10:00:00Z")
        #expect(
            try town.closed("2024-01", region: .kazakhstan) == [
                "act 1 of 2024-01-31, \(pid)",
                "Облачные вычисления 2024-01, 12: 1000.00 + 120.00 = 1120.00",
                "paid by 1 of 2023-11-02: 1120.00",
            ])

        // 29 February lasts till 19:00 UTC: at 18:00 the clocks went from 24:00 back to 23:00. 100 over
        // that instant, 200 in the second 23:00, 300 until the true midnight: one day line of 600, which
        // × 12 / 112 = 64.2857. The 700 after it are March's: 75.00.
        try town.spend("100", in: pid, until: "2024-02-29T18:02:00Z")
        try town.spend("200", in: pid, until: "2024-02-29T18:30:00Z")
        try town.spend("300", in: pid, until: "2024-02-29T19:00:00Z")
        try town.spend("700", in: pid, until: "2024-02-29T19:05:00Z")
        #expect(
            try town.closed("2024-02", region: .kazakhstan) == [
                "act 2 of 2024-02-29, \(pid)",
                "Облачные вычисления 2024-02, 12: 535.71 + 64.29 = 600.00",
                "paid by 1 of 2023-11-02: 600.00",
            ])
        #expect(
            try town.closed("2024-03", region: .kazakhstan) == [
                "act 3 of 2024-03-31, \(pid)",
                "Облачные вычисления 2024-03, 12: 625.00 + 75.00 = 700.00",
                "paid by 1 of 2023-11-02: 700.00",
            ])
        let february = try town.app.balances.detail(of: town.project(pid), month: Month(index: 2024 * 12 + 1))
        #expect(february.map(\.line.posted) == [600_00])
        #expect(february.map { "\($0.line.key.day)" } == ["2024-02-29"])

        // April: a card brings 1 000; 81 280 = the transfer's last 80 780 + 500 of the card.
        // 80 780 × 12 / 112 = 8 655.00.
        try town.credit("1000.00", to: pid, at: "2024-04-02T10:00:00Z")
        try town.spend("81280", in: pid, until: "2024-04-10T10:00:00Z")
        #expect(
            try town.closed("2024-04", region: .kazakhstan) == [
                "act 4 of 2024-04-30, \(pid)",
                "Облачные вычисления 2024-04, 12: 72125.00 + 8655.00 = 80780.00",
                "paid by 1 of 2023-11-02: 80780.00",
            ])

        // May ends at 19:00 UTC now (UTC+5): 612 of 18:35 are still May's: the card's 500 and 112 of a
        // second transfer → 12.00. The 100 of 19:05 are June's.
        try fund(town, "1000.00", on: "2024-05-10", number: "2")
        try town.spend("612", in: pid, until: "2024-05-31T18:35:00Z")
        try town.spend("100", in: pid, until: "2024-05-31T19:05:00Z")
        #expect(
            try town.closed("2024-05", region: .kazakhstan) == [
                "act 5 of 2024-05-31, \(pid)",
                "Облачные вычисления 2024-05, 12: 100.00 + 12.00 = 112.00",
                "paid by 2 of 2024-05-10: 112.00",
            ])
        try town.settle()
        #expect(try town.payment(pid) == "788.00")
        #expect(try town.balance(pid).payment.currency == .kzt)
        #expect(try town.states(pid) == [])
    }

    @Test func `Kazakhstan's VAT becomes 16 % with the year 2026, by the day of the service`() throws {
        let town = try Town.priced("2025-12-01", region: .kazakhstan)
        try town.register(Make.altyn())
        // Until the year's last midnight in Almaty 1 120 at 12 % (120.00), after it 1 160 at 16 %
        // (160.00); all of it is paid in January.
        try town.spend("1120", in: pid, until: "2025-12-31T19:00:00Z")
        try town.spend("1160", in: pid, until: "2025-12-31T19:05:00Z")
        #expect(
            try town.closed("2025-12", region: .kazakhstan) == [
                "nothing for 971240001315, no-bank-funded-spend"
            ])
        try fund(town, "3000.00", on: "2026-01-12", number: "7")
        #expect(
            try town.closed("2026-01", region: .kazakhstan) == [
                "act 1 of 2026-01-31, \(pid)",
                "Облачные вычисления 2025-12, 12: 1000.00 + 120.00 = 1120.00",
                "Облачные вычисления 2026-01, 16: 1000.00 + 160.00 = 1160.00",
                "paid by 7 of 2026-01-12: 2280.00",
            ])
        #expect(try town.payment(pid) == "720.00")
        #expect(
            try town.states(pid) == [
                // Never paid: three days. The credit is of 00:00 in Almaty.
                "2025-12-31T19:00:00Z frozen, deleted at 2026-01-03T19:00:00Z",
                "2026-01-11T19:00:00Z active",
            ])
    }

    private func fund(_ town: Town, _ amount: String, on date: String, number: String) throws {
        try town.transfer(
            [
                Make.Transfer(
                    amount, from: Make.altynBIN, for: pid, on: date, number: number,
                    account: "KZ86125KZT5004100100")
            ], to: .kazakhstan, named: "\(date).txt")
    }
}
