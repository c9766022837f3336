package import Basics

/// What of a project's debt is to be paid when. Payments pay the oldest charges first, so what is owed is of the latest:
/// first of what no invoice asks for yet, then of the latest invoice, and so on back.
package struct Receivable: Hashable, Sendable {
    /// An invoice, and what of it the project bears.
    package struct Invoice: Hashable, Sendable {
        package let number: Int
        package let date: Day
        /// Nil = the contract named no day.
        package let due: Day?
        package let share: Int64

        package init(number: Int, date: Day, due: Day?, share: Int64) {
            self.number = number
            self.date = date
            self.due = due
            self.share = share
        }
    }

    /// What is open of one of them.
    package struct Part: Hashable, Sendable {
        package let invoice: Invoice
        package let open: Int64

        package func isOverdue(on day: Day) -> Bool { invoice.due.map { $0 < day } ?? false }
    }

    /// Charged, and asked for by no invoice yet.
    package let unasked: Int64
    /// The latest first.
    package let asked: [Part]
    /// Older than all the invoices: left of a time paid in advance.
    package let rest: Int64

    /// `charged`: what the next invoice will ask for; `invoices`: the latest first.
    package init(owed: Int64, charged: Int64, invoices: [Invoice]) {
        var left = max(0, owed)
        func take(_ most: Int64) -> Int64 {
            let part = min(left, max(0, most))
            left -= part
            return part
        }
        unasked = take(charged)
        asked = invoices.compactMap { invoice in
            let open = take(invoice.share)
            return open > 0 ? Part(invoice: invoice, open: open) : nil
        }
        rest = left
    }
}
