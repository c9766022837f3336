import Basics
import Documents
import Wording

/// productSet: a product per line of the act, and the sums under them.
enum ESFProducts {
    static func piece(_ content: DocumentContent) throws -> XMLPiece {
        let net = text(try content.lines.reduce(0) { try Money.sum($0, $1.net) })
        let isFree = content.lines.allSatisfy { $0.vatRate == .none }
        return XMLPiece(
            "productSet", [:],
            [
                XMLPiece("currencyCode", text: content.currency.rawValue),
                XMLPiece("ndsRateType", text: isFree ? "WITHOUT_NDS_KZ" : "WITH_NDS"),
                XMLPiece("products", [:], content.lines.map { product($0, content) }),
                XMLPiece("totalExciseAmount", text: text(0)),
                XMLPiece(
                    "totalNdsAmount", text: text(try content.lines.reduce(0) { try Money.sum($0, $1.vat) })),
                XMLPiece(
                    "totalPriceWithTax",
                    text: text(try content.lines.reduce(0) { try Money.sum($0, $1.gross) })),
                XMLPiece("totalPriceWithoutTax", text: net),
                XMLPiece("totalTurnoverSize", text: net),
            ])
    }

    /// Origin 6 is a work or a service, catalogue number 1 what no catalogue lists. Quantity one, so the
    /// price is the net sum (D19); 876 is the «условная единица», as in the УПД.
    private static func product(_ line: DocumentLine, _ content: DocumentContent) -> XMLPiece {
        var parts = [
            XMLPiece("catalogTruId", text: "1"),
            XMLPiece("description", text: name(line, month: content.month)),
            XMLPiece("ndsAmount", text: text(line.vat)),
        ]
        if case .percent(let rate) = line.vatRate { parts.append(XMLPiece("ndsRate", text: String(rate))) }
        return XMLPiece(
            "product", [:],
            parts + [
                XMLPiece("priceWithTax", text: text(line.gross)),
                XMLPiece("priceWithoutTax", text: text(line.net)),
                XMLPiece("quantity", text: "1"),
                XMLPiece("truOriginCode", text: "6"),
                XMLPiece("turnoverSize", text: text(line.net)),
                XMLPiece("unitNomenclature", text: "876"),
                XMLPiece("unitPrice", text: text(line.net)),
            ])
    }

    /// A service of an earlier month says so in its line (D19, D20).
    private static func name(_ line: DocumentLine, month: Month) -> String {
        guard line.serviceMonth != month else { return line.service.text }
        return "\(line.service.text), услуги за \(Dates.month(line.serviceMonth, .ru))"
    }

    private static func text(_ minor: Int64) -> String { Money.text(minor: minor) }
}
