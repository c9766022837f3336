import Contracts
import Counterparties
import Support
import Testing
import UseCases

/// Months that wait: for the supplier's signatory, and for a customer's address that never comes.
@Suite struct WaitingStory {
    private let romashka = "mcs0000000001"
    private let petrov = "mcs0000000002"
    private let homeless = "mcs0000000009"

    @Test func `blocked months wait for their customers alone and take the next numbers when they close`()
        throws
    {
        let town = try Town(opened: "2026-01-01")
        try town.price("vm", "1")
        try town.register(Make.romashka())
        try town.register(Make.petrov())
        try town.register(withoutAddress())
        try town.transfer([
            Make.Transfer("1000.00", for: romashka, on: "2026-01-05", number: "1"),
            Make.Transfer("1000.00", from: Make.petrovINN, for: petrov, on: "2026-01-05", number: "2"),
            Make.Transfer("1000.00", from: homelessINN, for: homeless, on: "2026-01-05", number: "3"),
        ])

        // January and February: nobody has said who signs for the supplier. ИП Петров used nothing, so
        // his months are over.
        try town.spend("122", in: romashka, until: "2026-01-10T10:00:00Z")
        try town.spend("61", in: homeless, until: "2026-01-10T10:00:00Z")
        #expect(
            try told("2026-01", town) == [
                "nothing for 500100732259, no-bank-funded-spend",
                "blocked 7707083893: documents.supplier-requisites-missing",
                "blocked 7736050003: documents.supplier-requisites-missing",
            ])
        try town.spend("244", in: romashka, until: "2026-02-10T10:00:00Z")
        #expect(
            try told("2026-02", town) == [
                "nothing for 500100732259, no-bank-funded-spend",
                "blocked 7707083893: documents.earlier-month-open",
                "blocked 7736050003: documents.earlier-month-open",
            ])

        // March: somebody signs. What came late for January is January's while it is open.
        try town.completeSuppliers()
        try town.spend("12.20", in: romashka, until: "2026-01-12T10:00:00Z")
        try town.spend("36.60", in: petrov, until: "2026-03-10T10:00:00Z")
        try town.spend("366", in: romashka, until: "2026-03-10T10:00:00Z")
        #expect(
            try told("2026-03", town) == [
                "upd 1 of 2026-03-31, \(petrov)",
                "Облачные вычисления 2026-03, 22: 30.00 + 6.60 = 36.60",
                "paid by 2 of 2026-01-05: 36.60",
                "blocked 7707083893: documents.earlier-month-open",
                "blocked 7736050003: documents.earlier-month-open",
            ])
        // 122 + 12.20 = 134.20 → 24.20; the customer's months close in their order.
        #expect(
            try told("2026-01", town) == [
                "upd 2 of 2026-01-31, \(romashka)",
                "Облачные вычисления 2026-01, 22: 110.00 + 24.20 = 134.20",
                "paid by 1 of 2026-01-05: 134.20",
                "nothing for 500100732259, no-bank-funded-spend",
                "blocked 7736050003: documents.counterparty-requisites-missing",
            ])
        #expect(
            try told("2026-03", town).contains("blocked 7707083893: documents.earlier-month-open"))
        #expect(
            try told("2026-02", town).prefix(3) == [
                "upd 3 of 2026-02-28, \(romashka)",
                "Облачные вычисления 2026-02, 22: 200.00 + 44.00 = 244.00",
                "paid by 1 of 2026-01-05: 244.00",
            ])
        #expect(
            try told("2026-03", town) == [
                "upd 1 of 2026-03-31, \(petrov)",
                "Облачные вычисления 2026-03, 22: 30.00 + 6.60 = 36.60",
                "paid by 2 of 2026-01-05: 36.60",
                "upd 4 of 2026-03-31, \(romashka)",
                "Облачные вычисления 2026-03, 22: 300.00 + 66.00 = 366.00",
                "paid by 1 of 2026-01-05: 366.00",
                "blocked 7736050003: documents.earlier-month-open",
            ])

        // April to June: the customer without an address waits on, its money and usage well kept.
        var number = 4
        for (month, days) in [("2026-04", 30), ("2026-05", 31), ("2026-06", 30)] {
            for pid in [petrov, romashka, homeless] {
                try town.spend("12.20", in: pid, until: "\(month)-10T10:00:00Z")
            }
            let line = "Облачные вычисления \(month), 22: 10.00 + 2.20 = 12.20"
            #expect(
                try told(month, town) == [
                    "upd \(number + 1) of \(month)-\(days), \(petrov)", line,
                    "paid by 2 of 2026-01-05: 12.20",
                    "upd \(number + 2) of \(month)-\(days), \(romashka)", line,
                    "paid by 1 of 2026-01-05: 12.20",
                    "blocked 7736050003: documents.earlier-month-open",
                ])
            number += 2
        }
        // 1000 − 134.20 − 244 − 366 − 36.60; 1000 − 36.60 − 36.60; 1000 − 61 − 36.60
        #expect(try town.payment(romashka) == "219.20")
        #expect(try town.payment(petrov) == "926.80")
        #expect(try town.payment(homeless) == "902.40")
    }

    private let homelessINN = "7736050003"

    private func withoutAddress() -> AccountDraft {
        var draft = Make.romashka(account: "homeless", pids: [homeless])
        draft.counterparty.inn = homelessINN
        draft.counterparty.name = "Общество с ограниченной ответственностью «Бездомный»"
        draft.counterparty.address = nil
        return draft
    }

    private func told(_ month: String, _ town: Town) throws -> [String] { try town.told(town.close(month)) }
}
