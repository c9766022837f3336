import Basics
import Projects
import Support
import Testing
import UseCases

/// Meters that report after a month is closed: nothing closed changes, the open month names the earlier.
@Suite struct LateUsageStory {
    private let pid = "mcs0000000001"

    @Test func `late usage stands in the next open month's document under its own month and rate`() throws {
        let town = try Town.priced("2025-09-01")
        try town.register(Make.romashka())
        try town.transfer([Make.Transfer("5000.00", for: pid, on: "2025-09-01", number: "1")])

        // September: 120 and 0.004, which posts a kopeck; 120.01 × 20 / 120 = 20.0017.
        try town.spend("120", in: pid, until: "2025-09-10T10:00:00Z")
        try town.spend("0.004", in: pid, until: "2025-09-20T10:00:00Z", resource: "disk")
        #expect(try town.closed("2025-09") == upd(1, "2025-09-30", ["2025-09, 20: 100.01 + 20.00 = 120.01"]))
        let september = try town.frozen("2025-09")

        // October, after that: 60 of 15 September. The disk's line grows to 0.008 and 0.012, still the
        // kopeck it posted, then to 0.016, which is one more: 60.01 × 20 / 120 = 10.0017.
        try town.spend("60", in: pid, until: "2025-09-15T10:00:00Z")
        for minute in ["05", "10", "15"] {
            try town.spend("0.004", in: pid, until: "2025-09-20T10:\(minute):00Z", resource: "disk")
            try town.settle()
        }
        try town.spend("240", in: pid, until: "2025-10-10T10:00:00Z")
        #expect(
            try town.closed("2025-10")
                == upd(
                    2, "2025-10-31",
                    ["2025-09, 20: 50.01 + 10.00 = 60.01", "2025-10, 20: 200.00 + 40.00 = 240.00"]))
        #expect(try town.frozen("2025-09") == september)

        // The same event again is known, a changed one is refused; neither moves money.
        let again = try town.use("vm", quantity: "60", in: pid, until: "2025-09-15T10:00:00Z")
        guard case .taken(.duplicate) = again else { throw StoryProblem.unexpected("\(again)") }
        let changed = try town.use("vm", quantity: "61", in: pid, until: "2025-09-15T10:00:00Z")
        guard case .refused(let problem) = changed else { throw StoryProblem.unexpected("\(changed)") }
        #expect(problem.code == "metering.other-body")

        // November and December: 120 each → 20.00.
        try town.spend("120", in: pid, until: "2025-11-10T10:00:00Z")
        #expect(try town.closed("2025-11") == upd(3, "2025-11-30", ["2025-11, 20: 100.00 + 20.00 = 120.00"]))
        try town.spend("120", in: pid, until: "2025-12-10T10:00:00Z")
        #expect(try town.closed("2025-12") == upd(4, "2025-12-31", ["2025-12, 20: 100.00 + 20.00 = 120.00"]))

        // January: two earlier months arrive, each at 20 %; 6.10 more of January come in February, yet
        // before January closes: 122 + 6.10 = 128.10 → 23.10.
        try town.spend("12", in: pid, until: "2025-10-20T10:00:00Z")
        try town.spend("24", in: pid, until: "2025-12-20T10:00:00Z")
        try town.spend("122", in: pid, until: "2026-01-10T10:00:00Z")
        try town.go(to: "2026-02-02T10:00:00Z")
        try town.spend("6.10", in: pid, until: "2026-01-11T10:00:00Z")
        #expect(
            try town.closed("2026-01")
                == upd(
                    1, "2026-01-31",
                    [
                        "2025-10, 20: 10.00 + 2.00 = 12.00", "2025-12, 20: 20.00 + 4.00 = 24.00",
                        "2026-01, 22: 105.00 + 23.10 = 128.10",
                    ]))

        // February: nothing. 5000 − 120.01 − 60.01 − 240 − 120 − 120 − 12 − 24 − 128.10
        #expect(try town.closed("2026-02") == ["nothing for 7707083893, no-bank-funded-spend"])
        #expect(try town.payment(pid) == "4175.88")
        #expect(try town.frozen("2025-09") == september)
    }

    /// What a customer saw: a bill of 12 March came in April, and the project was to have been deleted on
    /// 19 March. Three and seven days count from the freezing, which is no earlier than what was settled.
    @Test func `a late charge does not freeze a project with a deletion that is already due`() throws {
        let town = try Town.priced("2026-03-01")
        try town.register(Make.romashka())
        try town.transfer([Make.Transfer("100.00", for: pid, on: "2026-03-02", number: "1")])
        try town.spend("100", in: pid, until: "2026-03-10T10:00:00Z")
        _ = try town.closed("2026-03")
        try town.spend("5", in: pid, until: "2026-03-12T10:00:00Z")
        try town.settle()
        // March was settled to its end, 21:00 UTC; the project has paid, so it has seven days.
        #expect(
            try town.states(pid) == ["2026-03-31T21:00:00Z frozen, deleted at 2026-04-07T21:00:00Z"])
    }

    @Test func `what comes late freezes by the scheme of now, not by its own month's`() throws {
        let town = try Town.priced("2026-02-01")
        var customer = Make.romashka()
        customer.contracts = [
            Make.contract(number: "1"), Make.contract(scheme: "postpaid", from: "2026-04-01", number: "2"),
        ]
        try town.register(customer)
        // 61 of a prepaid March come when the contract is post-paid: a debt of then, and no freezing.
        for month in ["2026-02", "2026-03", "2026-04"] { _ = try town.closed(month) }
        try town.spend("61", in: pid, until: "2026-03-20T10:00:00Z")
        #expect(try town.closed("2026-05") == ["nothing for 7707083893, no-bank-funded-spend"])
        #expect(try town.payment(pid) == "-61.00")
        #expect(try town.states(pid) == [])
        // June's transfer pays it as the prepaid charge it was, from what arrived in June: 61 → 11.00.
        try town.transfer(
            [Make.Transfer("61.00", for: pid, on: "2026-06-02", number: "1")], named: "june.txt")
        let june = [
            "Облачные вычисления 2026-03, 22: 50.00 + 11.00 = 61.00", "paid by 1 of 2026-06-02: 61.00",
        ]
        #expect(
            try town.closed("2026-06")
                == ["upd 1 of 2026-06-30, \(pid)"] + june + ["invoice 1 of 2026-06-30, \(pid)"] + june)
    }

    private func upd(_ number: Int, _ date: String, _ lines: [String]) -> [String] {
        let kopecks = lines.compactMap { $0.split(separator: " ").last }
            .compactMap { Int($0.filter { $0 != "." }) }.reduce(0, +)
        let cents = kopecks % 100
        return ["upd \(number) of \(date), \(pid)"] + lines.map { "Облачные вычисления \($0)" }
            + ["paid by 1 of 2025-09-01: \(kopecks / 100).\(cents < 10 ? "0" : "")\(cents)"]
    }
}

enum StoryProblem: Error {
    case unexpected(String)
}
