import Basics
import Projects
import Support
import Testing
import UseCases

/// An organisation with five projects: one package for all, later one for each.
@Suite struct FiveProjectsStory {
    private let pids = (1...5).map { "mcs001000000\($0)" }

    @Test func `packages are for all projects, then for each from the next month not issued`() throws {
        let town = try Town.priced("2026-01-01")
        var customer = Make.romashka(pids: pids)
        customer.contracts = [
            Make.contract(number: "1"), Make.contract(from: "2026-04-10", number: "2", perProject: true),
        ]
        try town.register(customer)
        try town.transfer(
            pids.enumerated().map {
                Make.Transfer("1000.00", for: $0.element, on: "2026-01-05", number: "\($0.offset + 1)")
            })

        // January: 122 + 244 + 61 = 427 → 77.00, one line for three projects.
        try town.spend("122", in: pids[0], until: "2026-01-10T10:00:00Z")
        try town.spend("244", in: pids[1], until: "2026-01-10T10:00:00Z")
        try town.spend("61", in: pids[4], until: "2026-01-10T10:00:00Z")
        #expect(
            try town.closed("2026-01") == [
                "upd 1 of 2026-01-31, \(pids[0]) \(pids[1]) \(pids[4])",
                "Облачные вычисления 2026-01, 22: 350.00 + 77.00 = 427.00",
                "paid by 1 of 2026-01-05: 122.00", "paid by 2 of 2026-01-05: 244.00",
                "paid by 5 of 2026-01-05: 61.00",
            ])

        // February: 10 of each; VAT of the line of 50, not five times VAT of 10: 9.0164.
        for pid in pids { try town.spend("10", in: pid, until: "2026-02-10T10:00:00Z") }
        #expect(
            try town.closed("2026-02") == [
                "upd 2 of 2026-02-28, " + pids.joined(separator: " "),
                "Облачные вычисления 2026-02, 22: 40.98 + 9.02 = 50.00",
            ] + (1...5).map { "paid by \($0) of 2026-01-05: 10.00" })
        #expect(try town.closed("2026-03") == ["nothing for 7707083893, no-bank-funded-spend"])

        // April, each by itself: 122 → 22.00; 61 of February that came late → 11.00; 12.20 → 2.20.
        try town.spend("122", in: pids[0], until: "2026-04-05T10:00:00Z")
        try town.spend("61", in: pids[1], until: "2026-02-20T10:00:00Z")
        try town.spend("12.20", in: pids[2], until: "2026-04-20T10:00:00Z")
        #expect(
            try town.closed("2026-04") == [
                "upd 3 of 2026-04-30, \(pids[0])",
                "Облачные вычисления 2026-04, 22: 100.00 + 22.00 = 122.00",
                "paid by 1 of 2026-01-05: 122.00",
                "upd 4 of 2026-04-30, \(pids[1])",
                "Облачные вычисления 2026-02, 22: 50.00 + 11.00 = 61.00",
                "paid by 2 of 2026-01-05: 61.00",
                "upd 5 of 2026-04-30, \(pids[2])",
                "Облачные вычисления 2026-04, 22: 10.00 + 2.20 = 12.20",
                "paid by 3 of 2026-01-05: 12.20",
                "nothing for 7707083893, \(pids[3]), no-bank-funded-spend",
                "nothing for 7707083893, \(pids[4]), no-bank-funded-spend",
            ])

        // May: 1.22 of each → five times 0.22.
        for pid in pids { try town.spend("1.22", in: pid, until: "2026-05-10T10:00:00Z") }
        #expect(
            try town.closed("2026-05")
                == pids.enumerated().flatMap { index, pid in
                    [
                        "upd \(index + 6) of 2026-05-31, \(pid)",
                        "Облачные вычисления 2026-05, 22: 1.00 + 0.22 = 1.22",
                        "paid by \(index + 1) of 2026-01-05: 1.22",
                    ]
                })

        // June: the fourth alone.
        try town.spend("61", in: pids[3], until: "2026-06-10T10:00:00Z")
        #expect(
            try town.closed("2026-06") == [
                "upd 11 of 2026-06-30, \(pids[3])",
                "Облачные вычисления 2026-06, 22: 50.00 + 11.00 = 61.00",
                "paid by 4 of 2026-01-05: 61.00",
            ] + [0, 1, 2, 4].map { "nothing for 7707083893, \(pids[$0]), no-bank-funded-spend" })

        #expect(
            try pids.map(town.payment) == [
                "744.78",  // 1000 − 122 − 10 − 122 − 1.22
                "683.78",  // 1000 − 244 − 10 − 61 − 1.22
                "976.58",  // 1000 − 10 − 12.20 − 1.22
                "927.78",  // 1000 − 10 − 1.22 − 61
                "927.78",  // 1000 − 61 − 10 − 1.22
            ])
        #expect(try town.frozen("2026-01").count == 1)
    }
}
