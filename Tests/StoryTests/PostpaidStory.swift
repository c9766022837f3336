import Basics
import Projects
import Support
import Testing
import UseCases

/// A post-paid half-year over New Year, with bonuses that pay before the invoice does.
@Suite struct PostpaidStory {
    private let pid = "mcs0000000001"

    @Test func `post-paid services are invoiced in their month, less what bonuses paid`() throws {
        let town = try Town(opened: "2025-09-01")
        try town.completeSuppliers()
        try town.price("vm", "1", bonusType: "vm")
        try town.price("traffic", "1", service: "Сеть")
        try town.register(
            Make.romashka(contract: Make.contract(scheme: "postpaid", documents: ["upd", "act"])))

        // September: 300 before the grant, 400 of the grant's 500, 50 of traffic that no bonus pays.
        // 300 × 20 / 120 = 50.00; 50 × 20 / 120 = 8.3333.
        try town.spend("300", in: pid, until: "2025-09-05T10:00:00Z")
        try town.grant(
            "500.00", "vm", to: pid, at: "2025-09-10T09:00:00Z", expires: "2025-12-09T21:00:00Z")
        try town.spend("400", in: pid, until: "2025-09-20T10:00:00Z")
        try town.use("traffic", quantity: "50", in: pid, until: "2025-09-21T10:00:00Z")
        let september = [
            "Облачные вычисления 2025-09, 20: 250.00 + 50.00 = 300.00",
            "Сеть 2025-09, 20: 41.67 + 8.33 = 50.00",
        ]
        #expect(
            try town.closed("2025-09")
                == ["upd 1 of 2025-09-30, \(pid)"] + september
                + ["act 1 of 2025-09-30, \(pid)"] + september
                + ["invoice 1 of 2025-09-30, \(pid)"] + september)
        #expect(try town.payment(pid) == "-350.00")
        #expect(try town.bonuses(pid) == ["vm 100.00"])

        // October: the invoice is paid; 250 = the grant's last 100 + 150.
        try town.transfer(
            [Make.Transfer("350.00", for: "Оплата по счету № 1 от 30.09.2025", on: "2025-10-06")])
        try town.settle()
        #expect(try town.payment(pid) == "0.00")
        try town.spend("250", in: pid, until: "2025-10-15T10:00:00Z")
        let october = ["Облачные вычисления 2025-10, 20: 125.00 + 25.00 = 150.00"]
        #expect(
            try town.closed("2025-10")
                == ["upd 2 of 2025-10-31, \(pid)"] + october + ["act 2 of 2025-10-31, \(pid)"] + october
                + ["invoice 2 of 2025-10-31, \(pid)"] + october)
        #expect(try town.payment(pid) == "-150.00")

        // November: a card pays 100 of October; November's 60 are reported whatever pays them.
        try town.credit("100.00", to: pid, at: "2025-11-10T10:00:00Z")
        try town.spend("60", in: pid, until: "2025-11-20T10:00:00Z")
        let november = ["Облачные вычисления 2025-11, 20: 50.00 + 10.00 = 60.00"]
        #expect(
            try town.closed("2025-11")
                == ["upd 3 of 2025-11-30, \(pid)"] + november + ["act 3 of 2025-11-30, \(pid)"] + november
                + ["invoice 3 of 2025-11-30, \(pid)"] + november)
        #expect(try town.payment(pid) == "-110.00")

        // December: a grant of 80 dies at 24:00 of the 4th in Moscow. It pays 30 of the 2nd and the 20
        // that end at that very midnight; 30 burn. The 120 of the 10th are owed.
        try town.grant(
            "80.00", "vm", to: pid, at: "2025-12-01T09:00:00Z", expires: "2025-12-04T21:00:00Z")
        try town.spend("30", in: pid, until: "2025-12-02T10:00:00Z")
        try town.spend("20", in: pid, until: "2025-12-04T21:00:00Z")
        try town.spend("120", in: pid, until: "2025-12-10T10:00:00Z")
        let december = ["Облачные вычисления 2025-12, 20: 100.00 + 20.00 = 120.00"]
        #expect(
            try town.closed("2025-12")
                == ["upd 4 of 2025-12-31, \(pid)"] + december + ["act 4 of 2025-12-31, \(pid)"] + december
                + ["invoice 4 of 2025-12-31, \(pid)"] + december)
        #expect(try town.payment(pid) == "-230.00")
        #expect(try town.bonuses(pid) == [])

        // January: 22 %, and numbers begin anew: 244 × 22 / 122 = 44.00.
        try town.spend("244", in: pid, until: "2026-01-10T10:00:00Z")
        let january = ["Облачные вычисления 2026-01, 22: 200.00 + 44.00 = 244.00"]
        #expect(
            try town.closed("2026-01")
                == ["upd 1 of 2026-01-31, \(pid)"] + january + ["act 1 of 2026-01-31, \(pid)"] + january
                + ["invoice 1 of 2026-01-31, \(pid)"] + january)
        #expect(try town.payment(pid) == "-474.00")

        // February: 600 pay all 474 of debt and leave 126, of which 122 are spent. The debts paid now
        // were reported in their own months and are not reported again.
        try town.transfer(
            [Make.Transfer("600.00", for: "счёт № 1 от 31.01.2026", on: "2026-02-05", number: "9")],
            named: "february.txt")
        try town.spend("122", in: pid, until: "2026-02-10T10:00:00Z")
        let february = ["Облачные вычисления 2026-02, 22: 100.00 + 22.00 = 122.00"]
        #expect(
            try town.closed("2026-02")
                == ["upd 2 of 2026-02-28, \(pid)"] + february + ["act 2 of 2026-02-28, \(pid)"] + february
                + ["invoice 2 of 2026-02-28, \(pid)"] + february)
        #expect(try town.payment(pid) == "4.00")
        #expect(try town.balance(pid).debt.minor == 0)
        #expect(try town.states(pid) == [], "a post-paid project is never frozen")
    }
}
