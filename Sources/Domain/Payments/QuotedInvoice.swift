package import Basics

/// An invoice a payer names in the purpose of a payment; without a date it names no invoice of ours,
/// for the numbers begin anew every year (D17).
package struct QuotedInvoice: Hashable, Sendable {
    /// Without leading zeros where it is digits only.
    package let number: String
    package let date: Day?

    package init(number: String, date: Day?) {
        self.number = number
        self.date = date
    }
}
