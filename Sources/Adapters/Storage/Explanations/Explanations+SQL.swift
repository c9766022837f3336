import Basics
import Contracts
import Funding
import Metering
import Payments
import Projects
import Regions
import UseCases

extension SQLRecords {
    package func document(named key: DocumentKey) throws -> DocumentRecord? {
        try row(
            "SELECT * FROM documents WHERE region = ? AND kind = ? AND year = ? AND number = ?",
            [key.region.rawValue, key.kind.rawValue, key.year, key.number]
        ).map(document)
    }

    package func documents(of account: AccountID, in region: Region, month: Month) throws -> [DocumentRecord]
    {
        try rows(
            "SELECT * FROM documents WHERE region = ? AND month = ? AND account = ? ORDER BY position",
            [region.rawValue, month.index, account.text]
        ).map(document)
    }

    package func closings(of account: AccountID, in region: Region) throws -> [Closing] {
        try rows(
            "SELECT * FROM closings WHERE region = ? AND account = ? ORDER BY month, project",
            [region.rawValue, account.text]
        ).map { row in
            let project = row.text("project")
            return Closing(
                region: region, account: account, taxID: TaxID(row.text("tax_id")),
                project: project.isEmpty ? nil : try row.pid("project"), month: row.month("month"),
                skipped: row["skipped"], at: row.moment("at"))
        }
    }

    package func credit(_ id: CreditID) throws -> KeptCredit? {
        try row(
            """
            SELECT c.*, COALESCE(l.remaining, g.remaining) AS rest, r.at AS returned_at, l.assignee
            FROM credit_identities i
                JOIN credits c ON c.project = i.project AND c.id = i.id
                LEFT JOIN lots l ON l.project = c.project AND l.id = c.id
                LEFT JOIN grants g ON g.project = c.project AND g.id = c.id
                LEFT JOIN returned_credits r ON r.project = c.project AND r.id = c.id
            WHERE i.id = ?
            """, [id.text]
        ).map { row in
            let returned: Int64? = row["returned_at"]
            return KeptCredit(
                credit: try Credit(row), remaining: row["rest"],
                returnedAt: returned.map(Moment.init(microseconds:)), assignee: row.assignee)
        }
    }

    package func openDebts(in project: PID, _ size: ExcerptSize) throws -> OpenDebts {
        let sums = try row(
            "SELECT COUNT(*) AS count, COALESCE(SUM(amount), 0) AS total FROM debts WHERE project = ?",
            [project.text])
        let count: Int = sums?["count"] ?? 0
        let shown = try size.places(of: count).flatMap { places in
            try rows(
                "SELECT * FROM debts WHERE project = ? ORDER BY number LIMIT ? OFFSET ?",
                [project.text, places.count, places.lowerBound - 1]
            ).enumerated().map { index, row in
                OpenDebts.Shown(
                    place: places.lowerBound + index,
                    line: DayLineKey(
                        day: row.day("day"), resource: ResourceID(row.text("resource")),
                        sku: SKU(row.text("sku"))), amount: row["amount"])
            }
        }
        return OpenDebts(count: count, total: sums?["total"] ?? 0, shown: shown)
    }

    package func shares(of line: BankLineID) throws -> [BankShare] {
        try rows("SELECT * FROM bank_shares WHERE line = ? ORDER BY n", [line.text]).map { row in
            var invoice: InvoiceReference?
            if let number: Int = row["invoice_number"] {
                invoice = InvoiceReference(
                    region: try row.word("invoice_region", Region.self), number: number,
                    date: row.day("invoice_day"))
            }
            return BankShare(
                project: try row.pid("project"), amount: row["amount"],
                credit: CreditID(row.text("credit")), invoice: invoice)
        }
    }

    package func statementName(_ digest: [UInt8]) throws -> String? {
        try row("SELECT name FROM bank_statements WHERE digest = ?", [digest])?.text("name")
    }
}
