import Basics
import Documents
import Funding
import UseCases

extension SQLRecords {
    package func portions(in project: PID, after closed: Month?, through month: Month) throws -> [Portion] {
        try rows(
            """
            SELECT l.service, p.day AS served, p.scheme AS paid_by, p.source, p.sum, p.assignee, c.*
            FROM (
                SELECT project, day, resource, sku, scheme, source, credit, assignee, SUM(amount) AS sum
                FROM portions WHERE project = ? AND recognised > ? AND recognised <= ?
                GROUP BY project, day, resource, sku, scheme, source, credit, assignee
            ) p
                JOIN day_lines l ON l.project = p.project AND l.day = p.day AND l.resource = p.resource
                    AND l.sku = p.sku
                LEFT JOIN credits c ON c.project = p.project AND c.id = p.credit
            WHERE p.sum <> 0
            ORDER BY p.day, p.resource, p.sku, p.scheme, p.source, p.credit, COALESCE(p.assignee, '')
            """, [project.text, closed?.index ?? -1, month.index]
        ).map { row in
            let source: Portion.Source =
                switch row.text("source") {
                case "grant": .bonus
                case "lot":
                    .money(try LotSource(row).assigned(to: row.assignee), CreditID(row.text("id")))
                default: .debt
                }
            return Portion(
                project: project, service: ServiceName(row.text("service")), day: row.day("served"),
                scheme: try row.word("paid_by", PaymentScheme.self), source: source, amount: row["sum"])
        }
    }

    package func reportedSum(
        in project: PID, payer: TaxID, after closed: Month?, through month: Month
    ) throws -> Int64 {
        try number(
            """
            SELECT COALESCE(SUM(p.amount), 0)
            FROM portions p LEFT JOIN credits c ON c.project = p.project AND c.id = p.credit
            WHERE p.project = ? AND p.recognised > ? AND p.recognised <= ?
                AND ((p.scheme = 'postpaid' AND p.source <> 'grant')
                    OR (p.scheme = 'prepaid' AND p.source = 'lot' AND c.means = 'bank'
                        AND COALESCE(p.assignee, c.payer) = ?))
            """, [project.text, closed?.index ?? -1, month.index, payer.text]) ?? 0
    }
}
