import Basics
import Payments
import Projects
import Support
import Testing
import UseCases

/// A bank file whose totals do not tie: nothing of it is credited until a person accepts it.
@Suite struct HeldFileStory {
    private let pid = "mcs0000000001"

    @Test func `a held file's money pays nothing until it is accepted, then as if it had been there`() throws
    {
        let town = try Town.priced("2025-10-01")
        try town.register(Make.romashka())

        // October: 240 arrive in a sound file, 120 are spent → 20.00.
        try town.transfer([Make.Transfer("240.00", for: pid, on: "2025-10-06", number: "1")])
        try town.spend("120", in: pid, until: "2025-10-20T10:00:00Z")
        #expect(
            try town.closed("2025-10") == [
                "upd 1 of 2025-10-31, \(pid)",
                "Облачные вычисления 2025-10, 20: 100.00 + 20.00 = 120.00",
                "paid by 1 of 2025-10-06: 120.00",
            ])

        // November: 600 in a file that is a kopeck out. 240 are spent: 120 paid, 120 in debt.
        let held = try Make.statement(
            [Make.Transfer("600.00", for: pid, on: "2025-11-10", number: "2")], misstatedBy: 1)
        for _ in 1...2 {
            let booked = try town.app.bank.book(held, named: "november.txt", asBooked: true)
            #expect(booked.heldFor.map(\.code) == ["payments.totals-differ"])
            #expect(booked.credited == [])
        }
        try town.spend("240", in: pid, until: "2025-11-20T10:00:00Z")
        #expect(
            try town.closed("2025-11") == [
                "upd 2 of 2025-11-30, \(pid)",
                "Облачные вычисления 2025-11, 20: 100.00 + 20.00 = 120.00",
                "paid by 1 of 2025-10-06: 120.00",
            ])
        #expect(try town.payment(pid) == "-120.00")
        #expect(
            try town.states(pid) == ["2025-11-20T10:00:00Z frozen, deleted at 2025-11-27T10:00:00Z"])

        // December: a person accepts the file. The money is of November, but November is closed: its
        // debt of 120 (20.00) is reported in December, with December's own 60 (10.00).
        try town.go(to: "2025-12-05T10:00:00Z")
        #expect(try town.app.bank.accept("november.txt").credited.map(\.text) == [pid])
        try town.settle()
        #expect(try town.payment(pid) == "480.00")
        // Thawed at the end of what was settled, November's, not before it froze.
        #expect(
            try town.states(pid) == [
                "2025-11-20T10:00:00Z frozen, deleted at 2025-11-27T10:00:00Z",
                "2025-11-30T21:00:00Z active",
            ])
        #expect(town.refusal { _ = try town.app.bank.accept("november.txt") } == "payments.no-held-file")
        let again = try town.app.bank.book(held, named: "november.txt", asBooked: true)
        #expect(again.duplicates == 1)
        #expect(again.heldFor == [])
        try town.spend("60", in: pid, until: "2025-12-20T10:00:00Z")
        #expect(
            try town.closed("2025-12") == [
                "upd 3 of 2025-12-31, \(pid)",
                "Облачные вычисления 2025-11, 20: 100.00 + 20.00 = 120.00",
                "Облачные вычисления 2025-12, 20: 50.00 + 10.00 = 60.00",
                "paid by 2 of 2025-11-10: 180.00",
            ])

        // January: 122 → 22.00. February: a file that ends early stays held; 244 → 44.00.
        try town.spend("122", in: pid, until: "2026-01-20T10:00:00Z")
        #expect(
            try town.closed("2026-01") == [
                "upd 1 of 2026-01-31, \(pid)",
                "Облачные вычисления 2026-01, 22: 100.00 + 22.00 = 122.00",
                "paid by 2 of 2025-11-10: 122.00",
            ])
        let cut = try Make.statement(
            [Make.Transfer("500.00", for: pid, on: "2026-02-10", number: "3")], isTruncated: true)
        let booked = try town.app.bank.book(cut, named: "february.txt", asBooked: true)
        #expect(booked.heldFor.map(\.code) == ["payments.truncated"])
        try town.spend("244", in: pid, until: "2026-02-20T10:00:00Z")
        #expect(
            try town.closed("2026-02") == [
                "upd 2 of 2026-02-28, \(pid)",
                "Облачные вычисления 2026-02, 22: 200.00 + 44.00 = 244.00",
                "paid by 2 of 2025-11-10: 244.00",
            ])
        #expect(try town.payment(pid) == "54.00")

        // March: the same line in a sound file is the same line, held still; 54 → 9.7377.
        let sound = try town.transfer(
            [Make.Transfer("500.00", for: pid, on: "2026-02-10", number: "0003")], named: "whole.txt")
        #expect(sound.duplicates == 1)
        try town.spend("54", in: pid, until: "2026-03-20T10:00:00Z")
        #expect(
            try town.closed("2026-03") == [
                "upd 3 of 2026-03-31, \(pid)",
                "Облачные вычисления 2026-03, 22: 44.26 + 9.74 = 54.00",
                "paid by 2 of 2025-11-10: 54.00",
            ])
        #expect(try town.payment(pid) == "0.00")
        #expect(try town.app.bank.lines(in: .held).map(\.document) == ["3"])
    }

    /// What a customer saw: frozen on 20 November, thawed on 9 November.
    @Test func `money that arrives behind the watermark thaws no project before it froze`() throws {
        let town = try Town.priced("2025-11-01")
        try town.register(Make.romashka())
        try town.spend("120", in: pid, until: "2025-11-20T10:00:00Z")
        try town.settle()
        try town.go(to: "2025-12-05T10:00:00Z")
        try town.transfer([Make.Transfer("600.00", for: pid, on: "2025-11-10")])
        try town.settle()
        let transitions = try town.app.balances.transitions(of: town.project(pid))
        #expect(transitions.map(\.state.word) == ["frozen", "active"])
        #expect(transitions.map(\.at) == transitions.map(\.at).sorted())
    }
}
