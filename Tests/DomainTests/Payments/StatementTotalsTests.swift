import Basics
import Payments
import Testing

@Suite struct StatementTotalsTests {
    private func section(
        _ line: Int, _ day: String, _ opening: Int64?, _ received: Int64?, _ spent: Int64?, _ closing: Int64?,
        account: String = MakePayment.own
    ) -> StatementAccount {
        StatementAccount(
            lineNumber: line, account: account, from: MakePayment.day(day), to: MakePayment.day(day),
            opening: opening, received: received, spent: spent, closing: closing)
    }

    @Test func `totals that tie are sound, and so is a file without any`() {
        let file = StatementFile(accounts: [section(1, "2026-10-05", 100, 50, 30, 120)])
        #expect(StatementTotals.check(file) == .sound)
        #expect(StatementTotals.check(StatementFile()) == .sound)
    }

    @Test func `totals that do not tie hold the file`() {
        let file = StatementFile(accounts: [section(7, "2026-10-05", 100, 50, 30, 121)])
        #expect(
            StatementTotals.check(file)
                == .held([.totalsDiffer(line: 7, account: MakePayment.own, counted: 120, stated: 121)]))
    }

    @Test func `a total left out is not held against the bank`() {
        let file = StatementFile(accounts: [section(7, "2026-10-05", 100, nil, 30, 121)])
        #expect(StatementTotals.check(file) == .sound)
    }

    @Test func `days of one account follow one another whatever their order in the file`() {
        let first = section(1, "2026-10-05", 0, 100, 0, 100)
        let second = section(9, "2026-10-06", 100, 0, 40, 60)
        let other = section(5, "2026-10-05", 7, 0, 0, 7, account: MakePayment.secondOwn)
        #expect(StatementTotals.check(StatementFile(accounts: [first, other, second])) == .sound)
        #expect(StatementTotals.check(StatementFile(accounts: [second, other, first])) == .sound)
        #expect(StatementTotals.check(StatementFile(accounts: [first, first, second])) == .sound)
    }

    @Test func `a gap between two days holds the file`() {
        let file = StatementFile(accounts: [
            section(1, "2026-10-05", 0, 100, 0, 100), section(9, "2026-10-06", 90, 0, 40, 50),
        ])
        #expect(
            StatementTotals.check(file)
                == .held([.chainBroken(line: 9, account: MakePayment.own, closing: 100, opening: 90)]))
    }

    @Test func `a file that ends early is held`() {
        let file = StatementFile(isTruncated: true, lineCount: 12)
        #expect(StatementTotals.check(file) == .held([.truncated(line: 12)]))
    }

    @Test func `an unreadable total holds the file and a broken line does not`() {
        let total = PaymentsProblem.brokenTotal(line: 3, field: "КонечныйОстаток", text: "1e9")
        let line = PaymentsProblem.brokenLine(line: 9, field: "Сумма", .absent)
        let flaws = [StatementFlaw(line: 3, problem: total), StatementFlaw(line: 9, problem: line)]
        #expect(StatementTotals.check(StatementFile(flaws: flaws)) == .held([total]))
        #expect(StatementTotals.check(StatementFile(flaws: [flaws[1]])) == .sound)
    }

    @Test func `the largest totals are counted without overflow`() {
        let top = Money.range.upperBound
        let file = StatementFile(accounts: [section(1, "2026-10-05", top, top, 0, top)])
        #expect(
            StatementTotals.check(file)
                == .held([.totalsDiffer(line: 1, account: MakePayment.own, counted: top * 2, stated: top)]))
    }

    @Test func `documents that do not add up to the totals only warn`() {
        let accounts = [section(1, "2026-10-05", 0, 100_000, 500, 99_500)]
        let file = StatementFile(accounts: accounts, lines: [MakePayment.line()])
        #expect(StatementTotals.check(file) == .sound)
        #expect(
            StatementTotals.warnings(file) == [
                .sumsDiffer(account: MakePayment.own, direction: .outgoing, stated: 500, listed: 0)
            ])
    }
}
