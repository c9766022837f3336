import Basics
import Regions
import UseCases

extension SQLRecords {
    package func nextNumber(supplier: TaxID, kind: DocumentKind, year: Int) throws -> Int {
        let next = try number(
            """
            INSERT INTO document_counters (supplier, kind, year, last) VALUES (?, ?, ?, 1)
            ON CONFLICT (supplier, kind, year) DO UPDATE SET last = document_counters.last + 1
            RETURNING last
            """, [supplier.text, kind.rawValue, year])
        guard let next else { throw StorageProblem.damaged("no number for \(kind.rawValue)") }
        return Int(next)
    }

    package func insert(_ document: DocumentRecord) throws {
        let year = document.date.year
        try run(
            """
            INSERT INTO documents (supplier, kind, year, number, region, account, month, day, issued_at,
                position, content, sha256)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, COALESCE(MAX(position), 0) + 1, ?, ?
            FROM documents WHERE region = ? AND month = ?
            """,
            [
                document.supplier.text, document.kind.rawValue, year, document.number,
                document.region.rawValue, document.account.text, document.month.index, document.date.number,
                document.issuedAt.microseconds, document.frozen, document.sha256,
                document.region.rawValue, document.month.index,
            ])
        for share in document.shares {
            try run(
                """
                INSERT INTO document_shares (account, supplier, kind, year, number, project, amount)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    document.account.text, document.supplier.text, document.kind.rawValue, year,
                    document.number, share.project.text, share.amount,
                ])
        }
    }

    package func documents(region: Region, month: Month) throws -> [DocumentRecord] {
        try rows(
            "SELECT * FROM documents WHERE region = ? AND month = ? ORDER BY position",
            [region.rawValue, month.index]
        ).map(document)
    }

    package func documents(
        region: Region, month: Month, after place: Int64, limit: Int
    ) throws -> [(place: Int64, document: DocumentRecord)] {
        try rows(
            """
            SELECT * FROM documents WHERE region = ? AND month = ? AND position > ?
            ORDER BY position LIMIT ?
            """, [region.rawValue, month.index, place, limit]
        ).map { (place: $0["position"], document: try document($0)) }
    }

    package func documentCount(region: Region, month: Month) throws -> Int {
        Int(
            try number(
                "SELECT COUNT(*) FROM documents WHERE region = ? AND month = ?",
                [region.rawValue, month.index]) ?? 0)
    }

    package func invoice(number: Int, date: Day, region: Region) throws -> DocumentRecord? {
        try row(
            """
            SELECT * FROM documents
            WHERE region = ? AND kind = 'invoice' AND year = ? AND number = ? AND day = ?
            """, [region.rawValue, date.year, number, date.number]
        ).map(document)
    }

    package func invoices(asking project: PID, of account: AccountID, limit: Int) throws -> [(
        frozen: [UInt8], share: Int64
    )] {
        try rows(
            """
            SELECT d.content, s.amount FROM document_shares s
                JOIN documents d ON d.account = s.account AND d.supplier = s.supplier AND d.kind = s.kind
                    AND d.year = s.year AND d.number = s.number
            WHERE s.account = ? AND s.project = ? AND s.kind = 'invoice'
            ORDER BY d.day DESC, d.number DESC LIMIT ?
            """, [account.text, project.text, limit]
        ).map { (frozen: $0.bytes("content"), share: $0["amount"]) }
    }

    func document(_ row: Row) throws -> DocumentRecord {
        let account = row.text("account")
        let supplier = row.text("supplier")
        let kind = row.text("kind")
        let year: Int = row["year"]
        let number: Int = row["number"]
        let shares = try rows(
            """
            SELECT project, amount FROM document_shares
            WHERE account = ? AND supplier = ? AND kind = ? AND year = ? AND number = ? ORDER BY project
            """, [account, supplier, kind, year, number]
        ).map { DocumentShare(project: try $0.pid("project"), amount: $0["amount"]) }
        return DocumentRecord(
            region: try row.word("region", Region.self), account: AccountID(account),
            supplier: TaxID(supplier), kind: try row.word("kind", DocumentKind.self), number: number,
            date: row.day("day"), month: row.month("month"), issuedAt: row.moment("issued_at"),
            frozen: row.bytes("content"), sha256: row.bytes("sha256"), shares: shares)
    }
}
