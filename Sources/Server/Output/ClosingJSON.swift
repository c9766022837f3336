import Basics
import Documents
import Formats
import Regions
import UseCases

/// What `close --json` prints: one object, shaped as docs/operating.md says.
enum ClosingJSON {
    static func value(
        _ month: Month, _ reports: [ClosingReport], _ files: [String: [String]]
    ) -> JSONValue {
        .object([
            JSONValue.Member("month", .string(month.description)),
            JSONValue.Member(
                "documents",
                .array(
                    reports.flatMap(\.documents).map {
                        document($0.content, files[PackageFiles.address($0.content)] ?? [])
                    })),
            JSONValue.Member(
                "skipped", .array(reports.flatMap { $0.skipped.map(skipped) + $0.blocked.map(blocked) })),
        ])
    }

    private static func document(_ content: DocumentContent, _ files: [String]) -> JSONValue {
        return .object([
            JSONValue.Member(
                "supplier", .object([named(content.supplier.taxID, supplierKey(content.currency))])),
            JSONValue.Member("counterparty", party(content.counterparty)),
            JSONValue.Member("kind", .string(content.kind.rawValue)),
            JSONValue.Member("number", .integer(content.number)),
            JSONValue.Member("date", .string(content.date.description)),
            JSONValue.Member("currency", .string(content.currency.rawValue)),
            JSONValue.Member("net", .string(Money.text(minor: content.net))),
            JSONValue.Member("vat", .string(Money.text(minor: content.vat))),
            JSONValue.Member("gross", .string(Money.text(minor: content.gross))),
            JSONValue.Member("projects", .array(content.projects.map { .string($0.text) })),
            JSONValue.Member("lines", .array(content.lines.map(line))),
            JSONValue.Member("files", .array(files.map { .string($0) })),
        ])
    }

    private static func line(_ line: DocumentLine) -> JSONValue {
        .object([
            JSONValue.Member("service", .string(line.service.text)),
            JSONValue.Member("serviceMonth", .string(line.serviceMonth.description)),
            JSONValue.Member("vatRate", .string(line.vatRate.description)),
            JSONValue.Member("net", .string(Money.text(minor: line.net))),
            JSONValue.Member("vat", .string(Money.text(minor: line.vat))),
            JSONValue.Member("gross", .string(Money.text(minor: line.gross))),
        ])
    }

    private static func skipped(_ skipped: ClosingReport.Skipped) -> JSONValue {
        .object([
            JSONValue.Member("counterparty", .object([skipped.party.member])),
            JSONValue.Member("project", skipped.project.map { .string($0.text) } ?? .null),
            JSONValue.Member("reason", .string(skipped.reason)),
        ])
    }

    private static func blocked(_ blocked: ClosingReport.Blocked) -> JSONValue {
        .object([
            JSONValue.Member("counterparty", .object([blocked.party.member])),
            JSONValue.Member("project", .null),
            JSONValue.Member("reason", .string(blocked.reason)),
        ])
    }

    private static func party(_ buyer: BuyerParty) -> JSONValue {
        let key =
            switch buyer.identity {
            case .russianEntity, .russianProprietor: "inn"
            case .kazakh(_, let proprietor): proprietor ? "iin" : "bin"
            case .foreign: "taxId"
            }
        return .object([named(buyer.taxID, key)])
    }

    /// Suppliers keep accounts in their own currency, and their number goes by its country's name.
    private static func supplierKey(_ currency: Currency) -> String {
        switch currency {
        case .rub: "inn"
        case .kzt: "bin"
        }
    }

    private static func named(_ taxID: TaxID, _ key: String) -> JSONValue.Member {
        JSONValue.Member(key, .string(taxID.text))
    }
}

extension ClosingReport.Party {
    var member: JSONValue.Member { JSONValue.Member(key, .string(taxID.text)) }
}
