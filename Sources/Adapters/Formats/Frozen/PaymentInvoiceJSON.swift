import Basics
package import Documents

/// A payment invoice's content as it is kept for ever: compact JSON written one way only.
package enum PaymentInvoiceJSON {
    package static let format = "kontragent-payment-invoice/1"

    package static func freeze(_ content: PaymentInvoiceContent) -> [UInt8] {
        JSONWriter.bytes(
            .object(
                JSONValue.frozenMembers([
                    ("format", .string(format)), ("number", .integer(content.number)),
                    ("date", .text(of: content.date)), ("currency", .string(content.currency.rawValue)),
                    ("supplier", content.supplier.frozen), ("payer", content.payer?.frozen),
                    ("basis", content.basis?.frozen), ("project", .text(of: content.project)),
                    ("amount", .money(content.amount)), ("vatRate", .text(of: content.vatRate)),
                    ("vat", .money(content.vat)), ("purpose", .string(content.purpose)),
                    ("issuedAt", .text(of: content.issuedAt)), ("agreed", content.agreed?.frozen),
                ])))
    }

    /// Reads only what `freeze` could have written.
    package static func thaw(_ bytes: [UInt8]) throws(FrozenProblem) -> PaymentInvoiceContent {
        let record = try FrozenRecord(bytes[...])
        let found = try record.text("format")
        guard found == format else { throw .unknownFormat(found: DatasetText.shortened(found)) }
        let content = PaymentInvoiceContent(
            number: try record.integer("number"), date: try record.meaning("date") { Day($0) },
            currency: try record.meaning("currency") { Currency(rawValue: $0) },
            supplier: try SupplierParty(try record.record("supplier")),
            payer: record.has("payer") ? try BuyerParty(try record.record("payer")) : nil,
            basis: record.has("basis") ? try Basis(try record.record("basis")) : nil,
            project: try record.meaning("project") { PID($0) }, amount: try record.money("amount"),
            vatRate: try record.meaning("vatRate") { VATRate(frozen: $0) }, vat: try record.money("vat"),
            purpose: try record.text("purpose"),
            issuedAt: try record.meaning("issuedAt") { Moment($0) },
            agreed: record.has("agreed") ? try AgreedSum(try record.record("agreed")) : nil)
        let again = freeze(content)
        guard again == bytes else {
            throw .notCanonical(
                offset: zip(again, bytes).prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 })
        }
        return content
    }
}
