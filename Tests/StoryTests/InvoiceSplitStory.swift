import Basics
import Projects
import Support
import Testing
import UseCases

/// A post-paid organisation that pays one invoice for several projects.
@Suite struct InvoiceSplitStory {
    private let pids = (1...3).map { "mcs002000000\($0)" }

    @Test func `a transfer quoting an invoice pays its projects in PID order, the rest to the first`() throws
    {
        let town = try Town.priced("2026-01-01")
        try town.register(
            Make.romashka(pids: pids, contract: Make.contract(scheme: "postpaid")))

        // January: 122 + 244 + 366 = 732 → 132.00.
        try spend(["122", "244", "366"], "2026-01-10", town)
        #expect(
            try town.closed("2026-01")
                == package(1, "2026-01-31", pids, ["2026-01, 22: 600.00 + 132.00 = 732.00"]))
        #expect(try pids.map(town.payment) == ["-122.00", "-244.00", "-366.00"])

        // February: 500 = 122 + 244 + 134 of the third's 366; then 300 = its other 232 + 68 to the first.
        try pay("500.00", "Оплата по счёту № 1 от 31.01.2026", on: "2026-02-05", town)
        #expect(try pids.map(town.payment) == ["0.00", "0.00", "-232.00"])
        try pay("300.00", "Доплата, счет №1 от 31 января 2026 г.", on: "2026-02-20", town)
        #expect(try pids.map(town.payment) == ["68.00", "0.00", "0.00"])
        try spend(["61", nil, nil], "2026-02-25", town)
        #expect(
            // January's debts were paid in February: that alone puts no project into its document.
            try town.closed("2026-02")
                == package(2, "2026-02-28", [pids[0]], ["2026-02, 22: 50.00 + 11.00 = 61.00"]),
            "projects that used nothing in February stand in no document of February")
        #expect(try pids.map(town.payment) == ["7.00", "0.00", "0.00"])

        // March: 122 each of the second and third; 100, then 154, of which 10 are too much.
        try spend([nil, "122", "122"], "2026-03-10", town)
        #expect(
            try town.closed("2026-03")
                == package(3, "2026-03-31", [pids[1], pids[2]], ["2026-03, 22: 200.00 + 44.00 = 244.00"]))
        try pay("100.00", "счет 3 от 31.03.2026", on: "2026-04-06", town)
        #expect(try pids.map(town.payment) == ["7.00", "-22.00", "-122.00"])
        try pay("154.00", "счет 3 от 31.03.2026", on: "2026-04-07", town)
        #expect(try pids.map(town.payment) == ["7.00", "10.00", "0.00"])

        // April: 122 of the first; May: 61 each of the second and third.
        try spend(["122", nil, nil], "2026-04-10", town)
        #expect(
            try town.closed("2026-04")
                == package(4, "2026-04-30", [pids[0]], ["2026-04, 22: 100.00 + 22.00 = 122.00"]))
        try spend([nil, "61", "61"], "2026-05-10", town)
        #expect(
            try town.closed("2026-05")
                == package(5, "2026-05-31", [pids[1], pids[2]], ["2026-05, 22: 100.00 + 22.00 = 122.00"]))
        #expect(try pids.map(town.payment) == ["-115.00", "-51.00", "-61.00"])

        // June: 244 for both invoices at once: 122 + 61 + 61.
        try pay(
            "244.00", "По счетам № 4 от 30.04.2026, № 5 от 31.05.2026", on: "2026-06-08", town)
        #expect(try pids.map(town.payment) == ["7.00", "10.00", "0.00"])
        #expect(try town.closed("2026-06") == ["nothing for 7707083893, no-bank-funded-spend"])
        for pid in pids { #expect(try town.states(pid) == []) }
    }

    /// What a customer saw: two invoices paid by one transfer, the second asked for its money again.
    @Test func `an invoice paid together with another is paid for later transfers too`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(
            Make.romashka(pids: pids, contract: Make.contract(scheme: "postpaid")))
        try spend(["122", nil, nil], "2026-01-10", town)
        _ = try town.closed("2026-01")
        try spend([nil, "61", "61"], "2026-02-10", town)
        _ = try town.closed("2026-02")
        try pay("244.00", "По счетам № 1 от 31.01.2026, № 2 от 28.02.2026", on: "2026-03-05", town)
        #expect(try pids.map(town.payment) == ["0.00", "0.00", "0.00"])
        // The second invoice is paid in full: all 100 are the rest, which goes to its first project.
        try pay("100.00", "По счету № 2 от 28.02.2026", on: "2026-03-06", town)
        #expect(try pids.map(town.payment) == ["0.00", "100.00", "0.00"])
    }

    /// What a customer saw: a transfer taken back from a project, and the next one for the same invoice went elsewhere.
    @Test func `money that was taken back pays no invoice`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(
            Make.romashka(pids: pids, contract: Make.contract(scheme: "postpaid")))
        try spend(["122", "244", nil], "2026-01-10", town)
        _ = try town.closed("2026-01")
        try pay("122.00", "Оплата \(pids[0])", on: "2026-02-05", town)
        try pay("122.00", "Оплата по счёту № 1 от 31.01.2026", on: "2026-02-06", town)
        #expect(try pids.map(town.payment) == ["122.00", "-244.00", "0.00"])
        let line = try #require(try town.app.bank.lines(in: .matched).last)
        let author = Author(user: nil, name: "anna@office.example", reason: "не за это облако")
        _ = try town.app.bank.undoMatch(String(line.number), by: author)
        #expect(try pids.map(town.payment) == ["0.00", "-244.00", "0.00"])
        try pay("122.00", "Оплата по счёту № 1 от 31.01.2026", on: "2026-02-07", town)
        #expect(try pids.map(town.payment) == ["122.00", "-244.00", "0.00"])
        #expect(try town.app.verification.verify().findings.map { "\($0)" } == [])
    }

    private func spend(_ sums: [String?], _ day: String, _ town: Town) throws {
        for (pid, sum) in zip(pids, sums) {
            if let sum { try town.spend(sum, in: pid, until: "\(day)T10:00:00Z") }
        }
    }

    private func pay(_ amount: String, _ purpose: String, on date: String, _ town: Town) throws {
        try town.transfer(
            [Make.Transfer(amount, for: purpose, on: date, number: date)], named: "\(date).txt")
        try town.settle()
    }

    private func package(_ number: Int, _ date: String, _ pids: [String], _ lines: [String]) -> [String] {
        ["upd", "invoice"].flatMap { kind in
            ["\(kind) \(number) of \(date), " + pids.joined(separator: " ")]
                + lines.map { "Облачные вычисления \($0)" }
        }
    }
}
