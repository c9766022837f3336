import Basics
import Counterparties
import Regions
import UseCases

extension SQLRecords {
    package func insert(_ closing: Closing, supplierVersion: Int64) throws {
        try run(
            """
            INSERT INTO closings (region, account, project, month, tax_id, skipped, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                closing.region.rawValue, closing.account.text, closing.project?.text ?? "",
                closing.month.index, closing.taxID.text, closing.skipped, closing.at.microseconds,
            ])
        try witness(
            "closings",
            [
                "region": closing.region.rawValue, "account": closing.account.text,
                "project": closing.project?.text ?? "", "month": Int64(closing.month.index),
            ], in: "closings/\(closing.region.rawValue)",
            besides: ["supplier_version": .integer(supplierVersion)])
    }

    package func closings(region: Region, month: Month) throws -> [Closing] {
        try rows(
            "SELECT * FROM closings WHERE region = ? AND month = ? ORDER BY tax_id, account, project",
            [region.rawValue, month.index]
        ).map { row in
            let project = row.text("project")
            return Closing(
                region: region, account: AccountID(row.text("account")), taxID: TaxID(row.text("tax_id")),
                project: project.isEmpty ? nil : try row.pid("project"), month: month,
                skipped: row["skipped"], at: row.moment("at"))
        }
    }

    package func lastClosed(_ account: AccountID, in region: Region) throws -> Month? {
        let own = try number(
            "SELECT MAX(month) FROM closings WHERE account = ? AND region = ?",
            [account.text, region.rawValue])
        // An individual has no packages: the region's own closing is its.
        guard let known = try self.account(account) else { return nil }
        let isIndividual = !known.counterparty.receivesDocuments
        let region = isIndividual ? try lastClosed(region) : known.lastMonthAsIndividual(in: region)
        return [own.map { Month(index: Int32($0)) }, region].compactMap(\.self).max()
    }

    package func lastClosed(_ region: Region) throws -> Month? {
        try number("SELECT MAX(month) FROM closed_months WHERE region = ?", [region.rawValue])
            .map { Month(index: Int32($0)) }
    }

    package func markClosed(_ region: Region, month: Month, at moment: Moment) throws {
        try run(
            "INSERT INTO closed_months (region, month, at) VALUES (?, ?, ?)",
            [region.rawValue, month.index, moment.microseconds])
        try witness(
            "closed_months", ["region": region.rawValue, "month": Int64(month.index)],
            in: "closings/\(region.rawValue)")
    }

    package func firstActiveMonth(in region: Region, after: Month?, before: Month) throws -> Month? {
        try number(
            """
            SELECT MIN(p.recognised) FROM projects j JOIN portions p ON p.project = j.pid
            WHERE j.region = ? AND p.recognised > ? AND p.recognised < ?
            """, [region.rawValue, after?.index ?? -1, before.index]
        ).map { Month(index: Int32($0)) }
    }

    package func firstActiveMonth(
        of account: AccountID, in region: Region, after: Month?, before: Month
    ) throws -> Month? {
        try number(
            """
            SELECT MIN(p.recognised) FROM projects j JOIN portions p ON p.project = j.pid
            WHERE j.account = ? AND j.region = ? AND p.recognised > ? AND p.recognised < ?
            """, [account.text, region.rawValue, after?.index ?? -1, before.index]
        ).map { Month(index: Int32($0)) }
    }

    package func firstActiveMonth(of project: PID, after: Month?, before: Month) throws -> Month? {
        try number(
            "SELECT MIN(recognised) FROM portions WHERE project = ? AND recognised > ? AND recognised < ?",
            [project.text, after?.index ?? -1, before.index]
        ).map { Month(index: Int32($0)) }
    }
}
