import Basics
import Documents
import Formats
import Requisites
import Testing

/// Acts of ТОО «QazCloud» for ТОО «Алтын», October 2026 unless told.
enum ESFCast {
    static let seller = SupplierParty(
        name: "Товарищество с ограниченной ответственностью «QazCloud»", shortName: "ТОО «QazCloud»",
        taxID: TaxID("050141000631"), kpp: nil, address: .text(.kazakhstan, "г. Астана, ул. Достык, 1"),
        bank: BankDetails(
            account: "KZ698562203124676325", bik: "CASPKZKA", bank: "АО «Kaspi Bank»", kbe: "17", knp: "859"),
        signatory: Signatory(
            name: PersonName(last: "Иванова", first: "Анна", middle: "Петровна"), post: "Главный бухгалтер",
            basis: "Устав"),
        edmID: nil)

    static func act(buyer: BuyerParty = UPDCast.altyn, lines: [DocumentLine]? = nil) -> DocumentContent {
        let month = UPDCast.month("2026-10")
        return DocumentContent(
            kind: .act, number: 12, date: month.lastDay, month: month, currency: .kzt, supplier: seller,
            counterparty: buyer,
            basis: Basis(name: "Договор", number: "VKC-1001", date: UPDCast.day("2025-01-15")),
            projects: ["mcs0000000003"].compactMap { PID($0) }, lines: lines ?? UPDCast.lines(.percent(16)),
            payments: [], issuedAt: Moment("2026-11-03T06:00:00Z") ?? Moment(microseconds: 0), file: nil)
    }

    static func invoice(_ content: DocumentContent) throws -> XMLNode {
        let root = try XMLTree.parse(try ESFDraft.write(content)).root
        return try #require(root.first("invoiceSet")?.first("{v2.esf}invoice"))
    }

    /// A sum of the file in minor units.
    static func sum(_ node: XMLNode, _ name: String) throws -> Int64 {
        let text = try #require(node.first(name)?.text)
        return try #require(DecimalText.parse(text.utf8, fractionDigits: 2))
    }
}
