import Basics
import Regions
import UseCases

extension SQLRecords {
    package func documentMonths(limit: Int) throws -> [DocumentMonth] {
        try rows(
            """
            SELECT m.region, m.month, SUM(m.documents) AS documents, SUM(m.customers) AS customers,
                MAX(m.at) AS at
            FROM (
                SELECT region, month, COUNT(*) AS documents, COUNT(DISTINCT account) AS customers,
                    NULL AS at
                FROM documents GROUP BY region, month
                UNION ALL
                SELECT region, month, 0, 0, at FROM closed_months
            ) m
            GROUP BY m.region, m.month ORDER BY m.month DESC, m.region DESC LIMIT ?
            """, [limit]
        ).map { row in
            let at: Int64? = row["at"]
            return DocumentMonth(
                region: try row.word("region", Region.self), month: row.month("month"),
                documents: row["documents"], customers: row["customers"],
                closedAt: at.map(Moment.init(microseconds:)))
        }
    }

    package func closings(
        region: Region, month: Month, after place: OverviewDesk.ClosingPlace?, limit: Int
    ) throws -> [Closing] {
        try rows(
            """
            SELECT * FROM closings WHERE region = ? AND month = ? AND (account, project) > (?, ?)
            ORDER BY account, project LIMIT ?
            """,
            [
                region.rawValue, month.index, place?.account.text ?? "", place?.project ?? "", limit,
            ]
        ).map { row in
            let project = row.text("project")
            return Closing(
                region: region, account: AccountID(row.text("account")), taxID: TaxID(row.text("tax_id")),
                project: project.isEmpty ? nil : try row.pid("project"), month: month,
                skipped: row["skipped"], at: row.moment("at"))
        }
    }

    package func lastClosed(
        _ account: AccountID, in region: Region, before month: Month
    ) throws -> Month? {
        let own = try number(
            "SELECT MAX(month) FROM closings WHERE account = ? AND region = ? AND month < ?",
            [account.text, region.rawValue, month.index]
        ).map { Month(index: Int32($0)) }
        return [own, try self.account(account)?.lastMonthAsIndividual(in: region, before: month)]
            .compactMap(\.self).max()
    }

    package func documentedSum(
        of account: AccountID, in region: Region, month: Month
    ) throws -> Int64 {
        // All documents of a package bear the same shares: one of them counts.
        try number(
            """
            SELECT COALESCE(SUM(share), 0) FROM (
                SELECT MAX(s.amount) AS share FROM documents d
                    JOIN document_shares s ON s.account = d.account AND s.supplier = d.supplier
                        AND s.kind = d.kind AND s.year = d.year AND s.number = d.number
                WHERE d.region = ? AND d.month = ? AND d.account = ?
                GROUP BY s.project
            ) one
            """, [region.rawValue, month.index, account.text]) ?? 0
    }

    package func bookedSum(of account: AccountID, in region: Region, month: Month) throws -> Int64 {
        try number(
            """
            SELECT COALESCE(SUM(e.amount), 0) FROM projects p
                JOIN journal j ON j.chain = p.pid AND j.cause = ?
                JOIN journal_entries e ON e.chain = j.chain AND e.sequence = j.sequence
            WHERE p.account = ? AND p.region = ? AND e.account >= '98.02.' AND e.account < '98.02/'
            """, ["package/\(month)", account.text, region.rawValue]) ?? 0
    }

    package func handedOver(
        by project: PID, because cause: String
    ) throws -> [(sequence: Int64, amount: Int64)] {
        try rows(
            """
            SELECT e.sequence, SUM(e.amount) AS amount FROM journal j
                JOIN journal_entries e ON e.chain = j.chain AND e.sequence = j.sequence
            WHERE j.chain = ? AND j.cause = ? AND e.account >= '98.02.' AND e.account < '98.02/'
            GROUP BY e.sequence ORDER BY e.sequence
            """, [project.text, cause]
        ).map { (sequence: $0["sequence"], amount: $0["amount"]) }
    }
}
