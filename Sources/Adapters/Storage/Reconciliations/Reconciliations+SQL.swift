import Access
import Basics
import Documents
import Funding
import Regions
import UseCases

extension SQLRecords {
    /// The region stands for its supplier, whose tax id may change within a year.
    package func nextReconciliationNumber(in region: Region, year: Int) throws -> Int {
        let next = try number(
            """
            INSERT INTO document_counters (supplier, kind, year, last) VALUES (?, 'reconciliation', ?, 1)
            ON CONFLICT (supplier, kind, year) DO UPDATE SET last = document_counters.last + 1
            RETURNING last
            """, [region.rawValue, year])
        guard let next else { throw StorageProblem.damaged("no number for an act of reconciliation") }
        return Int(next)
    }

    package func insert(_ act: ReconciliationRecord, by user: UserID?) throws {
        let year = act.date.year
        try run(
            """
            INSERT INTO reconciliation_acts (account, supplier, year, number, region, tax_id, day, from_day,
                through_day, made_at, made_by, content, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                act.account.text, act.supplier.text, year, act.number, act.region.rawValue, act.taxID.text,
                act.date.number, act.period.from.number, act.period.through.number, act.madeAt.microseconds,
                user?.text, act.frozen, act.sha256,
            ])
        try witness(
            "reconciliation_acts",
            ["region": act.region.rawValue, "year": Int64(year), "number": Int64(act.number)],
            in: "reconciliations/\(act.region.rawValue)")
    }

    package func reconciliation(_ region: Region, year: Int, number: Int) throws -> ReconciliationRecord? {
        try row(
            "SELECT * FROM reconciliation_acts WHERE region = ? AND year = ? AND number = ?",
            [region.rawValue, year, number]
        ).map(reconciliation)
    }

    package func reconciliations(
        of account: AccountID, in region: Region, about taxID: TaxID, limit: Int
    ) throws -> [ReconciliationRecord] {
        try rows(
            """
            SELECT * FROM reconciliation_acts WHERE account = ? AND region = ? AND tax_id = ?
            ORDER BY made_at DESC, year DESC, number DESC LIMIT ?
            """, [account.text, region.rawValue, taxID.text, limit]
        ).map(reconciliation)
    }

    package func transfers(to project: PID, of party: TaxID) throws -> [KeptCredit] {
        try rows(
            """
            SELECT c.*, r.at AS returned_at, l.assignee FROM credits c
                LEFT JOIN returned_credits r ON r.project = c.project AND r.id = c.id
                LEFT JOIN lots l ON l.project = c.project AND l.id = c.id
            WHERE c.project = ? AND c.means = 'bank' AND (c.payer = ? OR EXISTS (
                SELECT 1 FROM assignments a
                WHERE a.project = c.project AND a.credit = c.id AND a.assignee = ?))
            ORDER BY c.at, c.id
            """, [project.text, party.text, party.text]
        ).map { row in
            let returned: Int64? = row["returned_at"]
            return KeptCredit(
                credit: try Credit(row), remaining: nil, returnedAt: returned.map(Moment.init(microseconds:)),
                assignee: row.assignee)
        }
    }

    package func documents(of account: AccountID, in region: Region) throws -> [DocumentRecord] {
        try rows(
            "SELECT * FROM documents WHERE account = ? AND region = ? ORDER BY month, position",
            [account.text, region.rawValue]
        ).map(document)
    }

    package func documents(
        of account: AccountID, in region: Region, from: Month, through: Month
    ) throws -> [DocumentRecord] {
        try rows(
            """
            SELECT * FROM documents WHERE account = ? AND region = ? AND month BETWEEN ? AND ?
            ORDER BY month, position
            """, [account.text, region.rawValue, from.index, through.index]
        ).map(document)
    }

    func reconciliation(_ row: Row) throws -> ReconciliationRecord {
        ReconciliationRecord(
            region: try row.word("region", Region.self), account: AccountID(row.text("account")),
            taxID: TaxID(row.text("tax_id")), supplier: TaxID(row.text("supplier")), number: row["number"],
            date: row.day("day"),
            period: try ReconciledPeriod(from: row.day("from_day"), through: row.day("through_day")),
            madeAt: row.moment("made_at"), frozen: row.bytes("content"), sha256: row.bytes("sha256"))
    }
}
