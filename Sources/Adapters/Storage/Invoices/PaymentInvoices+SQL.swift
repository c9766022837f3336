import Basics
import Regions
import UseCases

extension SQLRecords {
    package func nextPaymentInvoiceNumber(supplier: TaxID, year: Int) throws -> Int {
        let next = try number(
            """
            INSERT INTO document_counters (supplier, kind, year, last) VALUES (?, 'paymentInvoice', ?, 1)
            ON CONFLICT (supplier, kind, year) DO UPDATE SET last = document_counters.last + 1
            RETURNING last
            """, [supplier.text, year])
        guard let next else { throw StorageProblem.damaged("no number for a payment invoice") }
        return Int(next)
    }

    package func insert(_ invoice: PaymentInvoiceRecord) throws {
        try run(
            """
            INSERT INTO payment_invoices (supplier, year, number, region, day, project, amount, issued_at,
                content, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                invoice.supplier.text, invoice.date.year, invoice.number, invoice.region.rawValue,
                invoice.date.number, invoice.project.text, invoice.amount, invoice.issuedAt.microseconds,
                invoice.frozen, invoice.sha256,
            ])
        try witness(
            "payment_invoices",
            [
                "supplier": invoice.supplier.text, "year": Int64(invoice.date.year),
                "number": Int64(invoice.number),
            ], in: "invoices/\(invoice.region.rawValue)")
    }

    package func paymentInvoice(number: Int, date: Day, region: Region) throws -> PaymentInvoiceRecord? {
        try row(
            "SELECT * FROM payment_invoices WHERE region = ? AND number = ? AND day = ?",
            [region.rawValue, number, date.number]
        ).map(paymentInvoice)
    }

    package func paymentInvoice(_ region: Region, year: Int, number: Int) throws -> PaymentInvoiceRecord? {
        try row(
            "SELECT * FROM payment_invoices WHERE region = ? AND number = ? AND year = ?",
            [region.rawValue, number, year]
        ).map(paymentInvoice)
    }

    package func paymentInvoices(of project: PID, limit: Int) throws -> [PaymentInvoiceRecord] {
        try rows(
            """
            SELECT * FROM payment_invoices WHERE project = ? ORDER BY issued_at DESC, year DESC, number DESC
            LIMIT ?
            """, [project.text, limit]
        ).map(paymentInvoice)
    }

    package func paymentInvoices(numbered number: Int, limit: Int) throws -> [PaymentInvoiceRecord] {
        try Region.allCases.flatMap { region in
            try rows(
                "SELECT * FROM payment_invoices WHERE region = ? AND number = ? ORDER BY day DESC LIMIT ?",
                [region.rawValue, number, limit]
            ).map(paymentInvoice)
        }
    }

    private func paymentInvoice(_ row: Row) throws -> PaymentInvoiceRecord {
        PaymentInvoiceRecord(
            region: try row.word("region", Region.self), supplier: TaxID(row.text("supplier")),
            number: row["number"], date: row.day("day"), project: try row.pid("project"),
            amount: row["amount"], issuedAt: row.moment("issued_at"), frozen: row.bytes("content"),
            sha256: row.bytes("sha256"))
    }
}
