import Basics
import Projects
import Support
import Testing
import UseCases

/// A contract that becomes post-paid in spring and prepaid again in summer.
@Suite struct SchemeStory {
    private let pid = "mcs0000000001"

    @Test func `a switch of scheme counts from a month's first midnight and decides freezing anew`() throws {
        let town = try Town.priced("2026-01-01")
        var customer = Make.romashka()
        customer.contracts = [
            Make.contract(number: "1"),
            // In force from 15 March; the scheme waits for 1 April.
            Make.contract(scheme: "postpaid", from: "2026-03-15", number: "2"),
            Make.contract(scheme: "prepaid", from: "2026-06-01", number: "3"),
        ]
        try town.register(customer)

        // January: all 100 of a transfer; 18.0328.
        try town.transfer([Make.Transfer("100.00", for: pid, on: "2026-01-05", number: "1")])
        try town.spend("100", in: pid, until: "2026-01-20T10:00:00Z")
        #expect(
            try town.closed("2026-01") == [
                "upd 1 of 2026-01-31, \(pid)",
                "Облачные вычисления 2026-01, 22: 81.97 + 18.03 = 100.00",
                "paid by 1 of 2026-01-05: 100.00",
            ])

        // February and March: 50 and 10 of debt, frozen all the time.
        try town.spend("50", in: pid, until: "2026-02-10T10:00:00Z")
        #expect(try town.closed("2026-02") == ["nothing for 7707083893, no-bank-funded-spend"])
        try town.spend("10", in: pid, until: "2026-03-20T10:00:00Z")
        #expect(try town.closed("2026-03") == ["nothing for 7707083893, no-bank-funded-spend"])
        #expect(try town.payment(pid) == "-60.00")

        // April, post-paid: 122 × 22 / 122 = 22.00.
        try town.spend("122", in: pid, until: "2026-04-10T10:00:00Z")
        let april = ["Облачные вычисления 2026-04, 22: 100.00 + 22.00 = 122.00"]
        #expect(
            try town.closed("2026-04")
                == ["upd 2 of 2026-04-30, \(pid)"] + april + ["invoice 1 of 2026-04-30, \(pid)"] + april)
        #expect(try town.payment(pid) == "-182.00")
        #expect(try town.balance(pid).state.word == "active")

        // May: a transfer of 60 pays the prepaid debts of February and March, first in first out; they
        // were prepaid then and so are reported now: 50 → 9.0164, 10 → 1.8033. May's own 244 → 44.00.
        try town.transfer(
            [Make.Transfer("60.00", for: "за услуги", on: "2026-05-05", number: "2")], named: "may.txt")
        try town.spend("244", in: pid, until: "2026-05-10T10:00:00Z")
        let may = [
            "Облачные вычисления 2026-02, 22: 40.98 + 9.02 = 50.00",
            "Облачные вычисления 2026-03, 22: 8.20 + 1.80 = 10.00",
            "Облачные вычисления 2026-05, 22: 200.00 + 44.00 = 244.00",
            "paid by 2 of 2026-05-05: 60.00",
        ]
        #expect(
            try town.closed("2026-05")
                == ["upd 3 of 2026-05-31, \(pid)"] + may + ["invoice 2 of 2026-05-31, \(pid)"] + may)
        #expect(try town.payment(pid) == "-366.00")

        // June, prepaid with a debt of 366: frozen at its first midnight. 500 pay April and May, which
        // were reported then; 134 stay, 34 of them are spent: 34 × 22 / 122 = 6.1311.
        try town.transfer(
            [Make.Transfer("500.00", for: pid, on: "2026-06-03", number: "3")], named: "june.txt")
        try town.spend("34", in: pid, until: "2026-06-10T10:00:00Z")
        #expect(
            try town.closed("2026-06") == [
                "upd 4 of 2026-06-30, \(pid)",
                "Облачные вычисления 2026-06, 22: 27.87 + 6.13 = 34.00",
                "paid by 3 of 2026-06-03: 34.00",
            ])
        #expect(try town.payment(pid) == "100.00")
        #expect(
            try town.states(pid) == [
                "2026-02-10T10:00:00Z frozen, deleted at 2026-02-17T10:00:00Z",
                "2026-03-31T21:00:00Z active",
                "2026-05-31T21:00:00Z frozen, deleted at 2026-06-07T21:00:00Z",
                "2026-06-02T21:00:00Z active",
            ])
    }
}
