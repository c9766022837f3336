import Basics
package import Documents
import Requisites

/// Writes the draft of Kazakhstan's electronic tax invoice (ЭСФ) beside an act: the state's InvoiceV2,
/// which the accountant checks, signs and sends. Made from the frozen act alone, so the same bytes next
/// year.
package enum ESFDraft {
    /// Whether the draft goes with a document (D21): an act in tenge that has no formalised file.
    package static func accompanies(_ content: DocumentContent) -> Bool {
        content.kind == .act && content.currency == .kzt && content.file == nil
    }

    package static func write(_ content: DocumentContent) throws -> [UInt8] {
        guard content.kind == .act else {
            throw ESFProblem.notAct(content.kind, number: content.number)
        }
        guard content.currency == .kzt else {
            throw ESFProblem.notTenge(content.currency, number: content.number)
        }
        guard !content.lines.isEmpty else { throw ESFProblem.linesMissing(number: content.number) }
        let invoice = XMLPiece(
            "v2:invoice", ["xmlns:a": "abstractInvoice.esf", "xmlns:v2": "v2.esf"],
            heading(content) + [
                XMLPiece("customers", [:], [customer(content.counterparty)])
            ] + delivery(content) + [
                try ESFProducts.piece(content),
                XMLPiece("sellers", [:], [seller(content.supplier)]),
            ])
        let root = XMLPiece(
            "esf:invoiceContainer", ["xmlns:esf": "esf"], [XMLPiece("invoiceSet", [:], [invoice])])
        do {
            return try XMLText.bytes(root, encoding: "UTF-8")
        } catch {
            throw ESFProblem.unwritable(number: content.number)
        }
    }

    /// The elements of the abstract invoice, which stand first; all others follow by the alphabet.
    private static func heading(_ content: DocumentContent) -> [XMLPiece] {
        [
            XMLPiece("date", text: content.date.dotted),
            XMLPiece("invoiceType", text: "ORDINARY_INVOICE"),
            // The format wants a number, and the draft has none of its own (D21): it bears its act's.
            XMLPiece("num", text: String(content.number)),
            XMLPiece("operatorFullname", text: content.supplier.signatory.name.full),
            XMLPiece("turnoverDate", text: content.date.dotted),
        ]
    }

    private static func customer(_ party: BuyerParty) -> XMLPiece {
        let isResident = party.country == .kazakhstan
        let status = XMLPiece("statuses", [:], [XMLPiece("status", text: "NONRESIDENT")])
        return XMLPiece(
            "customer", [:],
            texts(["address": party.address.line, "countryCode": party.country.alpha2, "name": party.name])
                + (isResident ? [] : [status]) + texts(["tin": party.taxID.text]))
    }

    /// The act shows the delivery. An offer that was accepted is a contract too.
    private static func delivery(_ content: DocumentContent) -> [XMLPiece] {
        let basis = content.basis
        let term = texts([
            "contractDate": basis.date.dotted, "contractNum": basis.number, "hasContract": "true",
        ])
        return [
            XMLPiece("deliveryDocDate", text: content.date.dotted),
            XMLPiece("deliveryDocNum", text: String(content.number)),
            XMLPiece("deliveryTerm", [:], term),
        ]
    }

    /// The VAT certificate's series and number are the accountant's to add: no document of ours bears them.
    private static func seller(_ party: SupplierParty) -> XMLPiece {
        let bank = party.bank
        return XMLPiece(
            "seller", [:],
            texts([
                "address": party.address.line, "bank": bank.bank, "bik": bank.bik, "iik": bank.account,
                "kbe": bank.kbe, "name": party.name, "tin": party.taxID.text,
            ]))
    }

    /// Elements of text in the order given; what is not known, or nothing but blanks, is left out.
    private static func texts(_ values: KeyValuePairs<String, String?>) -> [XMLPiece] {
        values.compactMap { name, value in
            guard let value = value.map(XMLText.clean), !value.isEmpty else { return nil }
            return XMLPiece(name, text: value)
        }
    }
}
