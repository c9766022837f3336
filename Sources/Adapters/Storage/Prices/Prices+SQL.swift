import Basics
import Metering
import Regions
import UseCases

extension SQLRecords {
    package func listings(in region: Region) throws -> [PriceListing] {
        try rows(
            "SELECT * FROM price_listings WHERE region = ? ORDER BY sku, valid_from", [region.rawValue]
        ).map(PriceListing.init)
    }

    package func listing(of sku: SKU, from day: Day, in region: Region) throws -> PriceListing? {
        try row(
            "SELECT * FROM price_listings WHERE region = ? AND sku = ? AND valid_from = ?",
            [region.rawValue, sku.text, day.number]
        ).map(PriceListing.init)
    }

    package func tariff(in region: Region) throws -> Tariff {
        let last = try row(
            "SELECT hash FROM facts WHERE chain = ? ORDER BY sequence DESC LIMIT 1",
            ["prices/\(region.rawValue)"])
        return try known.tariff(as: last?.bytes("hash")) { Tariff(try listings(in: region)) }
    }

    package func listings(
        in region: Region, on day: Day, like text: String, after sku: SKU?, limit: Int
    ) throws -> [PriceListing] {
        var conditions = [
            "p.region = ?", "p.sku > ?",
            """
            p.valid_from = (SELECT MAX(q.valid_from) FROM price_listings q
                WHERE q.region = p.region AND q.sku = p.sku AND q.valid_from <= ?)
            """,
        ]
        var arguments: Arguments = [region.rawValue, sku?.text ?? "", day.number]
        if !text.isEmpty {
            let patterns = SQLRecords.spelled(text)
            let one = ["p.sku", "p.name", "p.service"].map { "\($0) LIKE ? ESCAPE '~'" }
            conditions.append(
                "(" + patterns.map { _ in one.joined(separator: " OR ") }.joined(separator: " OR ") + ")")
            for pattern in patterns { arguments += [pattern, pattern, pattern] }
        }
        return try rows(
            """
            SELECT p.* FROM price_listings p WHERE \(conditions.joined(separator: " AND "))
            ORDER BY p.sku LIMIT ?
            """, arguments + [limit]
        ).map(PriceListing.init)
    }

    package func insert(_ listing: PriceListing) throws {
        try run(
            """
            INSERT INTO price_listings
                (region, sku, valid_from, service, name, unit, price, currency, bonus_type)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                listing.region, listing.sku.text, listing.validFrom.number, listing.service.text,
                listing.name, listing.unit, listing.price.millionths, listing.currency.rawValue,
                listing.bonusType?.text,
            ])
        try witness(
            "price_listings",
            [
                "region": listing.region, "sku": listing.sku.text,
                "valid_from": Int64(listing.validFrom.number),
            ], in: "prices/\(listing.region)")
    }

    package func lastSettledDay(of sku: SKU, in region: Region) throws -> Day? {
        try number(
            """
            SELECT MAX(day) FROM day_lines
            WHERE sku = ? AND project IN (SELECT pid FROM projects WHERE region = ?)
            """, [sku.text, region.rawValue]
        ).map { Day(number: Int32($0)) }
    }
}

extension PriceListing {
    fileprivate init(_ row: Row) throws {
        let bonus: String? = row["bonus_type"]
        self.init(
            sku: SKU(row.text("sku")), region: row["region"], service: ServiceName(row.text("service")),
            name: row["name"], unit: row["unit"], price: UnitPrice(millionths: row["price"]),
            currency: try row.word("currency", Currency.self), bonusType: bonus.map(BonusType.init),
            validFrom: row.day("valid_from"))
    }
}
