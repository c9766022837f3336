import Basics
import Funding
import Notices
import Support
import Testing
import UseCases

/// Money of third parties, of cards, and money nobody could place: who it pays for, what is documented.
@Suite struct UnclearMoneyStory {
    private let pid = "mcs0000000001"

    @Test func `only the company's own transfers are documented, whoever else pays for it`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka())
        try town.register(Make.petrov())
        let petrov = "nothing for 500100732259, no-bank-funded-spend"
        let romashka = "nothing for 7707083893, no-bank-funded-spend"

        // January: ИП Петров, a customer himself, pays 500 for ООО «Ромашка»; 300 are spent.
        try book(
            Make.Transfer("500.00", from: Make.petrovINN, for: "за Ромашку, \(pid)", on: "2026-01-05"), town)
        try town.spend("300", in: pid, until: "2026-01-20T10:00:00Z")
        #expect(try town.closed("2026-01") == [petrov, romashka])
        #expect(try town.payment(pid) == "200.00")

        // February: 400 = Петров's last 200 + 100 of a card + 100 of the company's own 1000; 18.0328.
        try town.credit("100.00", to: pid, at: "2026-02-01T10:00:00Z")
        try book(Make.Transfer("1000.00", for: pid, on: "2026-02-03", number: "2"), town)
        try town.spend("400", in: pid, until: "2026-02-20T10:00:00Z")
        #expect(
            try town.closed("2026-02") == [
                "upd 1 of 2026-02-28, \(pid)",
                "Облачные вычисления 2026-02, 22: 81.97 + 18.03 = 100.00",
                "paid by 2 of 2026-02-03: 100.00", petrov,
            ])

        // March: 700 quote a project that is not ours and wait for a person; 1000 are spent, of which
        // 100 are in debt until she decides on the 23rd. 1000 × 22 / 122 = 180.3279.
        let lost = try book(
            Make.Transfer("700.00", for: "оплата mcs9999999999", on: "2026-03-05", number: "3"), town)
        #expect(lost.state == .unclear)
        #expect(lost.reasons.map(\.en).joined().contains("mcs9999999999"))
        try town.spend("1000", in: pid, until: "2026-03-20T10:00:00Z")
        try town.settle()
        #expect(try town.payment(pid) == "-100.00")
        try town.go(to: "2026-03-23T12:00:00Z")
        #expect(try town.match(lost, to: pid).state == .matched)
        try town.settle()
        #expect(try town.payment(pid) == "600.00")
        #expect(
            try town.closed("2026-03") == [
                "upd 2 of 2026-03-31, \(pid)",
                "Облачные вычисления 2026-03, 22: 819.67 + 180.33 = 1000.00",
                "paid by 2 of 2026-02-03: 900.00", "paid by 3 of 2026-03-05: 100.00", petrov,
            ])
        // Decided once: the same answer changes nothing, another one is refused.
        #expect(try town.match(lost, to: pid).projects.map(\.text) == [pid])
        #expect(town.refusal { _ = try town.match(lost, to: "mcs0000000002") } == "payments.not-unclear")
        #expect(try town.payment(pid) == "600.00")

        // April: 200 of a payer without a number; a person names the project, yet nobody can say that
        // the company itself paid. 700 = 600 + 100 of these; 600 × 22 / 122 = 108.1967.
        let nameless = try book(
            Make.Transfer("200.00", from: nil, for: "за услуги", on: "2026-04-06", number: "4"), town)
        #expect(nameless.state == .unclear)
        _ = try town.match(nameless, to: pid)
        try town.spend("700", in: pid, until: "2026-04-20T10:00:00Z")
        #expect(
            try town.closed("2026-04") == [
                "upd 3 of 2026-04-30, \(pid)",
                "Облачные вычисления 2026-04, 22: 491.80 + 108.20 = 600.00",
                "paid by 3 of 2026-03-05: 600.00", petrov,
            ])

        // May: the nameless 100. June: two PIDs in one purpose stay with a person to the end.
        try town.spend("100", in: pid, until: "2026-05-20T10:00:00Z")
        #expect(try town.closed("2026-05") == [petrov, romashka])
        let double = try book(
            Make.Transfer("50.00", for: "\(pid) и mcs0000000002", on: "2026-06-05", number: "5"), town)
        #expect(double.state == .unclear)
        #expect(try town.closed("2026-06") == [petrov, romashka])
        #expect(try town.payment(pid) == "0.00")
        #expect(try town.payment("mcs0000000002") == "0.00")
        #expect(try town.app.bank.lines(in: .unclear).map(\.id) == [double.id])
        #expect(
            try town.states(pid) == [
                "2026-03-20T10:00:00Z frozen, deleted at 2026-03-27T10:00:00Z",
                "2026-03-23T12:00:00Z active",
            ])
    }

    @Test func `an unclear transfer is not given to a project of another region`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka())
        try town.register(Make.altyn(registered: "2025-08-01T09:00:00Z"))
        let line = try book(Make.Transfer("50.00", for: "mcs0000000003", on: "2026-01-05"), town)
        #expect(line.state == .unclear)
        #expect(town.refusal { _ = try town.match(line, to: "mcs0000000003") } == "payments.other-region")
        #expect(town.refusal { _ = try town.match(line, to: "mcs7777777777") } == "projects.unknown-project")
        try town.settle()
        #expect(try town.payment("mcs0000000003") == "0.00")
    }

    @discardableResult
    private func book(_ transfer: Make.Transfer, _ town: Town) throws -> BankLineRecord {
        let booked = try town.transfer([transfer], named: "\(transfer.date).txt")
        return try #require(booked.lines.first)
    }
}

extension Town {
    fileprivate func match(_ line: BankLineRecord, to pid: String) throws -> BankLineRecord {
        try app.bank.match(String(line.number), to: try project(pid))
    }
}
