import Basics
import Documents
import Testing

/// Which invoice asks for what is owed: payments pay the oldest first, so it is of the latest.
struct ReceivableTests {
    private func invoice(_ number: Int, _ date: String, due: String?, _ share: Int64) -> Receivable.Invoice {
        Receivable.Invoice(number: number, date: The.day(date), due: due.map(The.day), share: share)
    }

    private var invoices: [Receivable.Invoice] {
        [
            invoice(2, "2026-10-31", due: "2026-11-30", 300),
            invoice(1, "2026-09-30", due: "2026-10-30", 200),
        ]
    }

    private func open(_ found: Receivable) -> [String] {
        found.asked.map { "\($0.invoice.number): \($0.open)" }
    }

    @Test func `what no invoice asks for yet is owed first, then the latest invoice`() {
        let found = Receivable(owed: 450, charged: 100, invoices: invoices)
        #expect(found.unasked == 100 && open(found) == ["2: 300", "1: 50"] && found.rest == 0)
        let little = Receivable(owed: 60, charged: 100, invoices: invoices)
        #expect(little.unasked == 60 && open(little) == [] && little.rest == 0)
        let exact = Receivable(owed: 400, charged: 100, invoices: invoices)
        #expect(open(exact) == ["2: 300"] && exact.rest == 0)
    }

    @Test func `what is older than all invoices is left of a time paid in advance`() {
        let found = Receivable(owed: 700, charged: 100, invoices: invoices)
        #expect(open(found) == ["2: 300", "1: 200"] && found.rest == 100)
    }

    @Test func `where more came back than was charged, nothing is taken from the invoices`() {
        let found = Receivable(owed: 250, charged: -50, invoices: invoices)
        #expect(found.unasked == 0 && open(found) == ["2: 250"])
        let corrected = Receivable(
            owed: 250, charged: 0, invoices: [invoice(3, "2026-11-30", due: nil, -20)] + invoices)
        #expect(open(corrected) == ["2: 250"])
    }

    @Test func `an invoice is overdue on the day after its last one, and never where none is agreed`() {
        let found = Receivable(
            owed: 500, charged: 0, invoices: [invoice(3, "2026-11-30", due: nil, 100)] + invoices)
        #expect(open(found) == ["3: 100", "2: 300", "1: 100"])
        #expect(found.asked.map { $0.isOverdue(on: The.day("2026-10-30")) } == [false, false, false])
        #expect(found.asked.map { $0.isOverdue(on: The.day("2026-10-31")) } == [false, false, true])
        #expect(found.asked.map { $0.isOverdue(on: The.day("2199-01-01")) } == [false, true, true])
    }
}
