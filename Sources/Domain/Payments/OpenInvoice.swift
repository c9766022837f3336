package import Basics

/// An invoice of ours that a payer may quote: what it asks of each project and what earlier transfers
/// quoting it have paid.
package struct OpenInvoice: Hashable, Sendable {
    package let number: String
    package let date: Day
    /// In PID order.
    package let shares: [Share]

    package struct Share: Hashable, Sendable {
        package let project: PID
        /// Minor units.
        package let invoiced: Int64
        package let alreadyPaid: Int64

        package init(project: PID, invoiced: Int64, alreadyPaid: Int64) {
            self.project = project
            self.invoiced = invoiced
            self.alreadyPaid = alreadyPaid
        }

        var open: Int64 {
            let (rest, overflow) = invoiced.subtractingReportingOverflow(alreadyPaid)
            return overflow ? 0 : max(0, rest)
        }
    }

    package init(number: String, date: Day, shares: [Share]) {
        self.number = number
        self.date = date
        self.shares = shares.sorted { $0.project < $1.project }
    }
}
