import Basics
package import Metering

/// The price list of a dataset, `prices.csv`: what could be read, and what is wrong with the other rows.
package struct PriceRows: Equatable, Sendable {
    package struct Listed: Equatable, Sendable {
        package let line: Int
        package let listing: PriceListing
    }

    package struct Refused: Equatable, Sendable {
        package let line: Int
        package let problem: DatasetProblem
    }

    package private(set) var listed: [Listed] = []
    package private(set) var refused: [Refused] = []
    /// Columns that nobody knows.
    package private(set) var warnings: [DatasetProblem] = []

    package static let columns = [
        "sku", "service", "name", "unit", "price", "currency", "region", "bonusType", "validFrom",
    ]

    package init(_ file: ArraySlice<UInt8>) {
        var reader = CSVReader(file)
        var header: CSVHeader?
        while true {
            do throws(CSVProblem) {
                guard let row = try reader.next() else { break }
                if let header {
                    try header.fits(row)
                    read(row, header)
                } else {
                    let found = try CSVHeader(row, columns: PriceRows.columns)
                    warnings = found.unknown.map { .unknownField(DatasetText.shortened($0)) }
                    header = found
                }
            } catch {
                refused.append(Refused(line: error.line, problem: .badCSV(error)))
                // Without a header no row can be understood.
                if header == nil { return }
            }
        }
        if header == nil {
            refused.append(Refused(line: 1, problem: .badCSV(.missingColumn(PriceRows.columns[0]))))
        }
    }

    private mutating func read(_ row: CSVReader.Row, _ header: CSVHeader) {
        do throws(DatasetProblem) {
            let listing = try PriceRows.listing { header.cell($0, of: row) }
            listed.append(Listed(line: row.line, listing: listing))
        } catch {
            refused.append(Refused(line: row.line, problem: error))
        }
    }

    private static func listing(_ cell: (String) -> String) throws(DatasetProblem) -> PriceListing {
        guard let price = UnitPrice(cell("price")) else {
            throw .badPrice(field: "price", found: DatasetText.shortened(cell("price")))
        }
        guard let currency = Currency(rawValue: cell("currency")) else {
            throw .unknownCurrency(found: DatasetText.shortened(cell("currency")))
        }
        guard let validFrom = Day(cell("validFrom")) else {
            throw .badDay(field: "validFrom", found: DatasetText.shortened(cell("validFrom")))
        }
        let bonusType = cell("bonusType").isEmpty ? nil : BonusType(try name("bonusType", cell))
        return PriceListing(
            sku: SKU(try name("sku", cell)), region: try name("region", cell),
            service: ServiceName(try name("service", cell)), name: try name("name", cell),
            unit: try name("unit", cell), price: price, currency: currency, bonusType: bonusType,
            validFrom: validFrom)
    }

    private static func name(_ column: String, _ cell: (String) -> String) throws(DatasetProblem) -> String {
        let text = cell(column)
        try DatasetText.holdName(text, field: column)
        return text
    }
}
