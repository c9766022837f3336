import Basics
import Formats
import Metering

extension FuzzTarget {
    /// A price list: each row is kept or refused, in order; a price kept prints as one that reads the same.
    static let prices = FuzzTarget("prices", longest: 16 << 10) { bytes in
        let rows = PriceRows(bytes[...])
        let lines = rows.listed.map(\.line)
        if lines != lines.sorted() || Set(lines).count != lines.count { return "lines \(lines)" }
        if bytes.count > FuzzLimits.big { return nil }
        if rows.refused.contains(where: { $0.line < 1 }) { return "a refused row without a line" }
        var writer = CSVWriter()
        writer.row(PriceRows.columns.map { .number($0) })
        for row in rows.listed { writer.row(cells(row.listing)) }
        let again = PriceRows(writer.bytes[...])
        guard rows.listed.isEmpty || again.refused.isEmpty else { return "written, then \(again.refused)" }
        return again.listed.map(\.listing) == rows.listed.map(\.listing)
            ? nil : "written and read, a price is another"
    }

    private static func cells(_ listing: PriceListing) -> [CSVWriter.Cell] {
        [
            listing.sku.text, listing.service.text, listing.name, listing.unit, listing.price.description,
            listing.currency.rawValue, listing.region, listing.bonusType?.text ?? "",
            listing.validFrom.description,
        ].map { .number($0) }
    }
}
