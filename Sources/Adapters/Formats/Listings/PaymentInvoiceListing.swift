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
        ] + (content.agreed.map { [JSONValue.Member("agreed", value($0))] } ?? [])
    }

    /// What is to be paid in the contract's currency, and by which rate.
    private static func value(_ sum: AgreedSum) -> JSONValue {
        .object([
            JSONValue.Member("currency", .string(sum.currency.letters)),
            JSONValue.Member("amount", .string(sum.text)),
            JSONValue.Member("units", .integer(Int(sum.rate.rate.units))),
            JSONValue.Member("rate", .string(sum.rate.rate.price)),
            JSONValue.Member("rateDate", .string(sum.rate.day.description)),
        ])
    }
}
