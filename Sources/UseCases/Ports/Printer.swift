package import Documents

/// What sets papers. It may fail, hang and be slow; no transaction waits for it.
package struct Printer: Sendable {
    package enum Content: Sendable {
        case document(DocumentContent)
        case paymentInvoice(PaymentInvoiceContent)
        case reconciliation(ReconciliationContent)
        case contract(ContractPaper)
    }

    /// How many papers it sets at a time.
    package let places: Int
    package let print: @Sendable (Content, _ name: String) throws -> [UInt8]
    /// A failure in a line for whoever reads the outbox.
    package let trouble: @Sendable (any Error) -> String

    package init(
        places: Int, print: @escaping @Sendable (Content, _ name: String) throws -> [UInt8],
        trouble: @escaping @Sendable (any Error) -> String
    ) {
        self.places = places
        self.print = print
        self.trouble = trouble
    }
}
