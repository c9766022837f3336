import Basics
import Notices
import Payments
import Regions
import UseCases

extension SQLRecords {
    package func statement(_ digest: [UInt8]) throws -> StatementRecord? {
        try row("SELECT * FROM bank_statements WHERE digest = ?", [digest])
            .map(StatementRecord.init)
    }

    package func statement(named name: String) throws -> [StatementRecord] {
        try rows("SELECT * FROM bank_statements WHERE name = ? ORDER BY received_at DESC", [name])
            .map(StatementRecord.init)
    }

    package func insert(_ statement: StatementRecord) throws {
        try run(
            """
            INSERT INTO bank_statements (digest, name, content, received_at, is_held, as_booked)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                statement.digest, statement.name, statement.bytes,
                statement.receivedAt.microseconds, statement.isHeld ? 1 : 0, statement.asBooked ? 1 : 0,
            ])
        try witness("bank_statements", ["digest": statement.digest], in: "bank")
    }

    package func markAccepted(_ digest: [UInt8], at moment: Moment) throws {
        try run(
            "UPDATE bank_statements SET is_held = 0, accepted_at = ? WHERE digest = ?",
            [moment.microseconds, digest])
        try witness("bank_statements", ["digest": digest], in: "bank")
    }

    package func markRefused(_ digest: [UInt8], at moment: Moment) throws {
        try run(
            "UPDATE bank_statements SET refused_at = ? WHERE digest = ?", [moment.microseconds, digest])
        try witness("bank_statements", ["digest": digest], in: "bank")
    }

    package func bankLine(_ id: BankLineID) throws -> BankLineRecord? {
        try bankLines("WHERE id = ?", [id.text]).first
    }

    package func bankLine(number: Int64) throws -> BankLineRecord? {
        try bankLines("WHERE number = ?", [number]).first
    }

    package func bankLines(in state: BankLineRecord.State?) throws -> [BankLineRecord] {
        guard let state else { return try bankLines("ORDER BY number", []) }
        return try bankLines("WHERE state = ? ORDER BY number", [state.rawValue])
    }

    package func bankLines(
        in state: BankLineRecord.State?, after: Int64, limit: Int
    ) throws -> [BankLineRecord] {
        guard let state else {
            return try bankLines("WHERE number > ? ORDER BY number LIMIT ?", [after, limit])
        }
        return try bankLines(
            "WHERE state = ? AND number > ? ORDER BY number LIMIT ?", [state.rawValue, after, limit])
    }

    package func nextBankLineNumber() throws -> Int64 {
        try number("SELECT COALESCE(MAX(number), 0) + 1 FROM bank_lines") ?? 1
    }

    package func insert(_ line: BankLineRecord) throws {
        try run(
            """
            INSERT INTO bank_lines (id, number, statement, file_line, region, direction, document, day,
                credited_day, amount, payer, payer_tax_id, purpose, state, reasons, decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                line.id.text, line.number, line.statement, line.fileLine, line.region?.rawValue,
                line.direction.rawValue, line.document, line.date.number, line.creditedOn.number, line.amount,
                line.payer, line.payerTaxID?.text, line.purpose, line.state.rawValue,
                try Record.write(line.reasons.map { [$0.en, $0.ru] }), line.decidedAt.microseconds,
            ])
        try witness("bank_lines", ["id": line.id.text], in: "bank")
    }

    package func decide(_ line: BankLineRecord) throws {
        try run(
            "UPDATE bank_lines SET state = ?, reasons = ?, decided_at = ? WHERE id = ?",
            [
                line.state.rawValue, try Record.write(line.reasons.map { [$0.en, $0.ru] }),
                line.decidedAt.microseconds, line.id.text,
            ])
        try witness("bank_lines", ["id": line.id.text], in: "bank")
    }

    package func paid(invoice: InvoiceReference, project: PID) throws -> Int64 {
        try number(
            """
            SELECT COALESCE(SUM(amount), 0) FROM bank_shares s
            WHERE invoice_region = ? AND invoice_number = ? AND invoice_day = ? AND project = ?
                AND NOT EXISTS (
                    SELECT 1 FROM returned_credits r WHERE r.project = s.project AND r.id = s.credit)
            """, [invoice.region.rawValue, invoice.number, invoice.date.number, project.text]) ?? 0
    }

    package func insert(_ share: BankShare, of line: BankLineID) throws {
        try run(
            """
            INSERT INTO bank_shares
                (line, n, project, credit, amount, invoice_region, invoice_number, invoice_day)
            SELECT ?, COALESCE(MAX(n), 0) + 1, ?, ?, ?, ?, ?, ? FROM bank_shares WHERE line = ?
            """,
            [
                line.text, share.project.text, share.credit.text, share.amount,
                share.invoice?.region.rawValue, share.invoice?.number, share.invoice?.date.number, line.text,
            ])
        let n = try number("SELECT MAX(n) FROM bank_shares WHERE line = ?", [line.text])
        try witness("bank_shares", ["line": line.text, "n": n ?? 0], in: "bank")
    }

    private func reasons(_ text: String) throws -> [Phrase] {
        let pairs: [[String]] = try Record.read(text)
        return pairs.map { Phrase(en: $0.first ?? "", ru: $0.last ?? "") }
    }

    func bankLines(_ clause: String, _ arguments: Arguments) throws -> [BankLineRecord] {
        try rows("SELECT * FROM bank_lines \(clause)", arguments).map { row in
            let region: String? = row["region"]
            let payer: String? = row["payer_tax_id"]
            let id = row.text("id")
            let projects = try rows(
                """
                SELECT DISTINCT project FROM bank_shares s WHERE line = ? AND NOT EXISTS (
                    SELECT 1 FROM returned_credits r WHERE r.project = s.project AND r.id = s.credit)
                ORDER BY project
                """, [id]
            )
            .map { try $0.pid("project") }
            return BankLineRecord(
                number: row["number"], id: BankLineID(id), statement: row.bytes("statement"),
                fileLine: row["file_line"], region: region.flatMap(Region.init(rawValue:)),
                direction: try row.word("direction", PaymentDirection.self), document: row["document"],
                date: row.day("day"), creditedOn: row.day("credited_day"), amount: row["amount"],
                payer: row["payer"], payerTaxID: payer.map(TaxID.init), purpose: row["purpose"],
                state: try row.word("state", BankLineRecord.State.self),
                reasons: try reasons(row["reasons"]), projects: projects,
                decidedAt: row.moment("decided_at"))
        }
    }
}

extension StatementRecord {
    fileprivate init(_ row: Row) {
        self.init(
            digest: row.bytes("digest"), name: row["name"], bytes: row.bytes("content"),
            receivedAt: row.moment("received_at"), isHeld: row["is_held"], asBooked: row["as_booked"])
    }
}
