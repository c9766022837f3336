package import Basics

/// An invoice that a customer makes to top a project up by bank transfer (R83–R87), frozen: the paper is
/// made of it alone.
package struct PaymentInvoiceContent: Hashable, Sendable {
    package let number: Int
    /// The day it was made, in the region's zone (D17).
    package let date: Day
    package let currency: Currency
    package let supplier: SupplierParty
    /// Nil where the payer has not given its registration data: the short form (R85).
    package let payer: BuyerParty?
    /// What the payment rests on; nil in the short form.
    package let basis: Basis?
    package let project: PID
    package let amount: Int64
    package let vatRate: VATRate
    package let vat: Int64
    /// What to write into the payment order, word for word (R86).
    package let purpose: String
    package let issuedAt: Moment
    /// What is to be paid where the contract agrees another currency (R14); `amount` is what is credited (O39).
    package let agreed: AgreedSum?

    package init(
        number: Int, date: Day, currency: Currency, supplier: SupplierParty, payer: BuyerParty?,
        basis: Basis?, project: PID, amount: Int64, vatRate: VATRate, vat: Int64, purpose: String,
        issuedAt: Moment, agreed: AgreedSum? = nil
    ) {
        self.number = number
        self.date = date
        self.currency = currency
        self.supplier = supplier
        self.payer = payer
        self.basis = basis
        self.project = project
        self.amount = amount
        self.vatRate = vatRate
        self.vat = vat
        self.purpose = purpose
        self.issuedAt = issuedAt
        self.agreed = agreed
    }
}
