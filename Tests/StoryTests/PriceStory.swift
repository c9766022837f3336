import Contracts
import Support
import Testing
import UseCases

/// Half a year of prices: the list changes inside a month, the contract has prices of its own.
@Suite struct PriceStory {
    private let pid = "mcs0000000001"

    @Test func `a day's price is the one in force on that day, the contract's before the list's`() throws {
        let town = try Town(opened: "2026-01-01")
        try town.completeSuppliers()
        try town.price("vm", "1")
        try town.price("vm", "2", from: "2026-02-15")
        try town.price("vm", "3", from: "2026-05-01")
        try town.register(customer())
        try town.transfer([Make.Transfer("10000.00", for: pid, on: "2026-01-05", number: "1")])

        // January: 10 × 1.00; 10 × 22 / 122 = 1.8033.
        try use(on: "2026-01-10T10:00:00Z", town)
        #expect(try town.closed("2026-01") == upd(1, "2026-01-31", "2026-01, 22: 8.20 + 1.80 = 10.00"))

        // February: 10 × 1.00 until the midnight of the 14th, 10 × 2.00 from it; 5.4098.
        try use(on: "2026-02-14T21:00:00Z", town)
        try use(on: "2026-02-14T21:05:00Z", town)
        #expect(try town.closed("2026-02") == upd(2, "2026-02-28", "2026-02, 22: 24.59 + 5.41 = 30.00"))

        // March: 10 × 2.00 of the list, from the 10th 10 × 1.50 of the contract; 6.3115.
        try use(on: "2026-03-09T10:00:00Z", town)
        try use(on: "2026-03-10T10:00:00Z", town)
        #expect(try town.closed("2026-03") == upd(3, "2026-03-31", "2026-03, 22: 28.69 + 6.31 = 35.00"))

        // April: 10 × 1.50, and 0.001 × 1.50 of another machine, which is less than a kopeck; 2.7067.
        try use(on: "2026-04-10T10:00:00Z", town)
        try town.use("vm", quantity: "0.001", in: pid, until: "2026-04-10T10:00:00Z", resource: "vm-2")
        #expect(try town.closed("2026-04") == upd(4, "2026-04-30", "2026-04, 22: 12.30 + 2.71 = 15.01"))

        // May: the list's 3.00 leaves the contract's 1.50 alone; the version of the 20th has no prices,
        // so the list rules: 15.00 + 30.00; 8.1148.
        try use(on: "2026-05-01T10:00:00Z", town)
        try use(on: "2026-05-20T10:00:00Z", town)
        #expect(try town.closed("2026-05") == upd(5, "2026-05-31", "2026-05, 22: 36.89 + 8.11 = 45.00"))

        // June: the third version's 1.25 counts from the contract's date, the 16th: 30.00 + 12.50; 7.6639.
        try use(on: "2026-06-10T10:00:00Z", town)
        try use(on: "2026-06-16T10:00:00Z", town)
        #expect(try town.closed("2026-06") == upd(6, "2026-06-30", "2026-06, 22: 34.84 + 7.66 = 42.50"))

        // 10 000 − 10 − 30 − 35 − 15.01 − 45 − 42.50
        #expect(try town.payment(pid) == "9822.49")
        #expect(
            town.refusal { try town.price("vm", "9", from: "2026-06-16") }
                == "metering.price-in-settled-past")
        #expect(town.refusal { try town.price("vm", "9", from: "2026-05-01") } == "metering.other-price")
    }

    private func customer() -> AccountDraft {
        var draft = Make.romashka()
        draft.contracts = [
            Make.contract(
                number: "1", prices: [.init(sku: "vm", price: "1.50", validFrom: "2026-03-10")]),
            Make.contract(from: "2026-05-20", number: "2"),
            Make.contract(
                from: "2026-06-01", date: "2026-06-16", number: "3",
                prices: [.init(sku: "vm", price: "1.25", validFrom: "2026-01-01")]),
        ]
        return draft
    }

    private func use(on end: String, _ town: Town) throws {
        try town.use("vm", quantity: "10", in: pid, until: end)
    }

    private func upd(_ number: Int, _ date: String, _ line: String) -> [String] {
        let gross = line.split(separator: " ").last ?? ""
        return [
            "upd \(number) of \(date), \(pid)", "Облачные вычисления \(line)",
            "paid by 1 of 2026-01-05: \(gross)",
        ]
    }
}
