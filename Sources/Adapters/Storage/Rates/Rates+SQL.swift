import Basics
import Regions
import UseCases

extension SQLRecords {
    package func officialRate(
        of currency: AgreedCurrency, in region: Region, by day: Day, knownAt moment: Moment
    ) throws -> OfficialRate? {
        try row(
            """
            SELECT * FROM official_rates WHERE region = ? AND currency = ? AND day <= ? AND added_at <= ?
            ORDER BY day DESC LIMIT 1
            """, [region.rawValue, currency.letters, day.number, moment.microseconds]
        ).map { try SQLRecords.kept($0).rate }
    }

    package func officialRate(
        of currency: AgreedCurrency, in region: Region, on day: Day
    ) throws -> OfficialRate? {
        try row(
            "SELECT * FROM official_rates WHERE region = ? AND currency = ? AND day = ?",
            [region.rawValue, currency.letters, day.number]
        ).map { try SQLRecords.kept($0).rate }
    }

    package func officialRateCounts(in region: Region, from day: Day) throws -> [Day: Int] {
        let counted: [(Day, Int)] = try rows(
            "SELECT day, COUNT(*) AS number FROM official_rates WHERE region = ? AND day >= ? GROUP BY day",
            [region.rawValue, day.number]
        ).map { ($0.day("day"), $0["number"]) }
        return Dictionary(uniqueKeysWithValues: counted)
    }

    package func insert(_ rate: OfficialRate, in region: Region, by who: String, at moment: Moment) throws {
        try run(
            """
            INSERT INTO official_rates (region, currency, day, units, millionths, added_at, added_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                region.rawValue, rate.currency.letters, rate.day.number, rate.rate.units,
                rate.rate.millionths, moment.microseconds, who,
            ])
        try witness(
            "official_rates",
            [
                "region": region.rawValue, "currency": rate.currency.letters,
                "day": Int64(rate.day.number),
            ], in: "rates/\(region.rawValue)")
    }

    package func officialRates(
        in region: Region, of currency: AgreedCurrency?, after place: RatePlace?, limit: Int
    ) throws -> [KeptRate] {
        var conditions = ["region = ?"]
        var arguments: Arguments = [region.rawValue]
        if let currency {
            conditions.append("currency = ?")
            arguments += [currency.letters]
        }
        if let place {
            conditions.append("(day < ? OR (day = ? AND currency > ?))")
            arguments += [place.day.number, place.day.number, place.currency.letters]
        }
        return try rows(
            """
            SELECT * FROM official_rates WHERE \(conditions.joined(separator: " AND "))
            ORDER BY day DESC, currency LIMIT ?
            """, arguments + [limit]
        ).map(SQLRecords.kept)
    }

    private static func kept(_ row: Row) throws -> KeptRate {
        guard let currency = AgreedCurrency(row.text("currency")),
            let rate = ExchangeRate(units: row["units"], millionths: row["millionths"])
        else { throw StorageProblem.damaged("official_rates \(row.text("currency"))") }
        return KeptRate(
            rate: OfficialRate(currency, on: row.day("day"), rate), addedAt: row.moment("added_at"),
            addedBy: row.text("added_by"))
    }
}
