import Basics
package import Documents

/// A payment invoice in short as JSON, the same for the command and for HTTP.
package enum PaymentInvoiceListing {
    package static func members(_ content: PaymentInvoiceContent) -> [JSONValue.Member] {
        [
            JSONValue.Member("kind", "paymentInvoice"),
            JSONValue.Member("supplier", .string(content.supplier.taxID.text)),
            JSONValue.Member("number", .integer(content.number)),
            JSONValue.Member("date", .string(content.date.description)),
            JSONValue.Member("pid", .string(content.project.text)),
            JSONValue.Member("payer", content.payer.map { .string($0.taxID.text) } ?? .null),
            JSONValue.Member("currency", .string(content.currency.rawValue)),
            JSONValue.Member("amount", .string(Money.text(minor: content.amount))),
            JSONValue.Member("vatRate", .string(content.vatRate.description)),
            JSONValue.Member("vat", .string(Money.text(minor: content.vat))),
            JSONValue.Member("purpose", .string(content.purpose)),
        ]
    }
}
