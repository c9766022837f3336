package import Basics
package import Regions

/// Payment invoices that customers made, and their numbers.
package protocol PaymentInvoiceRecords {
    /// The next number of a supplier's payment invoices in a year, taken for good if the transaction
    /// commits (D17).
    func nextPaymentInvoiceNumber(supplier: TaxID, year: Int) throws -> Int
    func insert(_ invoice: PaymentInvoiceRecord) throws
    func paymentInvoice(number: Int, date: Day, region: Region) throws -> PaymentInvoiceRecord?
    /// A project's invoices, the newest first.
    func paymentInvoices(of project: PID, limit: Int) throws -> [PaymentInvoiceRecord]
}

/// A payment invoice with the number it keeps for ever.
package struct PaymentInvoiceRecord: Hashable, Sendable {
    package let region: Region
    package let supplier: TaxID
    package let number: Int
    package let date: Day
    package let project: PID
    package let amount: Int64
    package let issuedAt: Moment
    /// The frozen content and its digest.
    package let frozen: [UInt8]
    package let sha256: [UInt8]

    package init(
        region: Region, supplier: TaxID, number: Int, date: Day, project: PID, amount: Int64,
        issuedAt: Moment, frozen: [UInt8], sha256: [UInt8]
    ) {
        self.region = region
        self.supplier = supplier
        self.number = number
        self.date = date
        self.project = project
        self.amount = amount
        self.issuedAt = issuedAt
        self.frozen = frozen
        self.sha256 = sha256
    }
}
