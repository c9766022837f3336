package import Basics
package import Documents

/// What the formats do for a closing: names, bytes and checks of documents, made from frozen content
/// alone. The adapters behind it share no state.
package struct Papers: Sendable {
    /// Canonical JSON of the content, the form in which it is frozen.
    package let freeze: @Sendable (DocumentContent) -> [UInt8]
    package let thaw: @Sendable ([UInt8]) throws -> DocumentContent
    /// The formalised XML and what its own validator finds in it; nil where the kind has none.
    package let xml: @Sendable (DocumentContent) throws -> [UInt8]
    /// A draft that goes beside a document for another system; nil where none does.
    package let draft: @Sendable (DocumentContent) throws -> [UInt8]?
    package let findings: @Sendable (_ xml: [UInt8], _ name: String) -> [String]
    /// The same for a payment invoice.
    package let freezeInvoice: @Sendable (PaymentInvoiceContent) -> [UInt8]
    package let thawInvoice: @Sendable ([UInt8]) throws -> PaymentInvoiceContent
    package let exchangeName:
        @Sendable (_ supplier: SupplierParty, _ buyer: BuyerParty, _ date: Day, _ guid: String) ->
            ExchangeFile
    /// What acts of reconciliation need of the same.
    package let acts: Acts

    package struct Acts: Sendable {
        package let freeze: @Sendable (ReconciliationContent) -> [UInt8]
        package let thaw: @Sendable ([UInt8]) throws -> ReconciliationContent
        /// The formalised XML of an act that can have one.
        package let xml: @Sendable (ReconciliationContent) throws -> [UInt8]
        package let exchangeName:
            @Sendable (_ supplier: SupplierParty, _ buyer: BuyerParty, _ date: Day, _ guid: String) ->
                ExchangeFile

        package init(
            freeze: @escaping @Sendable (ReconciliationContent) -> [UInt8],
            thaw: @escaping @Sendable ([UInt8]) throws -> ReconciliationContent,
            xml: @escaping @Sendable (ReconciliationContent) throws -> [UInt8],
            exchangeName: @escaping @Sendable (SupplierParty, BuyerParty, Day, String) -> ExchangeFile
        ) {
            self.freeze = freeze
            self.thaw = thaw
            self.xml = xml
            self.exchangeName = exchangeName
        }
    }

    package init(
        freeze: @escaping @Sendable (DocumentContent) -> [UInt8],
        thaw: @escaping @Sendable ([UInt8]) throws -> DocumentContent,
        xml: @escaping @Sendable (DocumentContent) throws -> [UInt8],
        draft: @escaping @Sendable (DocumentContent) throws -> [UInt8]?,
        findings: @escaping @Sendable ([UInt8], String) -> [String],
        freezeInvoice: @escaping @Sendable (PaymentInvoiceContent) -> [UInt8],
        thawInvoice: @escaping @Sendable ([UInt8]) throws -> PaymentInvoiceContent,
        exchangeName: @escaping @Sendable (SupplierParty, BuyerParty, Day, String) -> ExchangeFile,
        acts: Acts
    ) {
        self.acts = acts
        self.freeze = freeze
        self.thaw = thaw
        self.xml = xml
        self.draft = draft
        self.findings = findings
        self.freezeInvoice = freezeInvoice
        self.thawInvoice = thawInvoice
        self.exchangeName = exchangeName
    }
}
