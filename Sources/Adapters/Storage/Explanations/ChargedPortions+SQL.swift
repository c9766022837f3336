import Basics
import Metering
import UseCases

extension SQLRecords {
    package func chargedPortions(
        in project: PID, after closed: Month?, through month: Month
    ) throws -> [ChargedPortion] {
        try charged(
            "recognised > ? AND recognised <= ?", [project.text, closed?.index ?? -1, month.index])
    }

    package func chargedPortions(of line: DayLineKey, in project: PID) throws -> [ChargedPortion] {
        try charged(
            "day = ? AND resource = ? AND sku = ?",
            [project.text, line.day.number, line.resource.text, line.sku.text])
    }

    package func chargedPortions(paidBy credit: CreditID, in project: PID) throws -> [ChargedPortion] {
        try charged("credit = ?", [project.text, credit.text])
    }

    /// What many runs have posted, summed by day line, source and month.
    private func charged(_ condition: String, _ arguments: Arguments) throws -> [ChargedPortion] {
        try rows(
            """
            SELECT l.*, p.scheme AS paid_by, p.source, p.credit, p.assignee, p.recognised, p.total,
                CASE WHEN p.scheme = 'postpaid' AND p.source = 'lot' THEN (
                    SELECT MIN(o.recognised) FROM portions o
                    WHERE o.project = p.project AND o.day = p.day AND o.resource = p.resource
                        AND o.sku = p.sku AND o.source <> 'grant' AND o.amount > 0
                ) ELSE p.recognised END AS first_recognised
            FROM (
                SELECT project, day, resource, sku, scheme, source, credit, assignee, recognised,
                    SUM(amount) AS total
                FROM portions WHERE project = ? AND \(condition)
                GROUP BY project, day, resource, sku, scheme, source, credit, assignee, recognised
            ) p
                JOIN day_lines l ON l.project = p.project AND l.day = p.day AND l.resource = p.resource
                    AND l.sku = p.sku
            WHERE p.total <> 0
            ORDER BY p.day, p.resource, p.sku, p.source, p.credit, COALESCE(p.assignee, ''), p.recognised
            """, arguments
        ).map { row in
            let line = DayLine(row)
            let credit: String? = row["credit"]
            let source: PortionRecord.Source =
                switch (row.text("source"), credit) {
                case ("grant", let id?): .grant(CreditID(id))
                case ("lot", let id?): .lot(CreditID(id), assignee: row.assignee)
                default: .debt
                }
            return ChargedPortion(
                line: line,
                portion: PortionRecord(
                    key: line.key, scheme: try row.word("paid_by", PaymentScheme.self), source: source,
                    recognised: row.month("recognised"), amount: row["total"]),
                firstRecognised: row.month("first_recognised"))
        }
    }
}
