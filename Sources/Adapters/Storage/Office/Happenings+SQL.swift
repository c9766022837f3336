import Basics
import Regions
import UseCases

extension SQLRecords {
    package func happenings(
        _ kind: Happening.Kind, of account: AccountID, before place: HappeningPlace?, limit: Int
    ) throws -> [Happening] {
        let (sql, names) = SQLRecords.question(kind)
        // What is of the place's own instant and kind comes before its id.
        let bound: Arguments = [
            place?.at.microseconds ?? Int64.max, place.map { $0.bound(for: kind) } ?? "",
        ]
        let own: Arguments = Arguments([Cell](repeating: .text(account.text), count: names))
        return try rows(
            """
            SELECT * FROM (\(sql)) AS story WHERE (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?
            """, own + bound + [limit]
        ).map { row in
            let (project, region): (String?, String?) = (row["project"], row["region"])
            let words: [String?] = [row["one"], row["two"], row["three"]]
            return Happening(
                kind: kind, at: row.moment("at"), id: row.text("id"),
                project: project.flatMap { PID($0) }, region: region.flatMap(Region.init(rawValue:)),
                amount: row["amount"], words: words.map { $0 ?? "" })
        }
    }

    /// Each kind as rows of one shape, and how often the account is asked for in it.
    private static func question(_ kind: Happening.Kind) -> (sql: String, names: Int) {
        switch kind {
        case .audit:
            (
                """
                SELECT at, CAST(number AS TEXT) AS id, NULL AS project, NULL AS region, NULL AS amount,
                    who AS one, action AS two, reason AS three
                FROM audit_entries WHERE account = ?
                """, 1
            )
        case .transition:
            (
                """
                SELECT t.at, t.project || '/' || t.n AS id, t.project, p.region, NULL AS amount,
                    CASE WHEN t.conserved_at IS NULL THEN t.state ELSE 'conserved' END AS one, t.cause AS two, NULL AS three
                FROM projects p JOIN state_transitions t ON t.project = p.pid WHERE p.account = ?
                """, 1
            )
        case .closing:
            (
                """
                SELECT at, region || '/' || month || '/' || project AS id,
                    CASE WHEN project = '' THEN NULL ELSE project END AS project, region, NULL AS amount,
                    CAST(month AS TEXT) AS one, skipped AS two, NULL AS three
                FROM closings WHERE region IN ('moscow', 'kazakhstan') AND account = ?
                """, 1
            )
        case .document:
            (
                """
                SELECT d.issued_at AS at, d.region || '/' || d.kind || '/' || d.year || '/' || d.number AS id,
                    NULL AS project, d.region, (
                        SELECT SUM(s.amount) FROM document_shares s WHERE s.account = d.account
                            AND s.supplier = d.supplier AND s.kind = d.kind AND s.year = d.year
                            AND s.number = d.number) AS amount,
                    d.kind AS one, CAST(d.number AS TEXT) AS two, CAST(d.month AS TEXT) AS three
                FROM documents d WHERE d.account = ?
                """, 1
            )
        case .invoice:
            (
                """
                SELECT i.issued_at AS at, i.region || '/' || i.year || '/' || i.number AS id, i.project,
                    i.region, i.amount, CAST(i.number AS TEXT) AS one, CAST(i.day AS TEXT) AS two,
                    CAST(i.year AS TEXT) AS three
                FROM projects p JOIN payment_invoices i ON i.project = p.pid WHERE p.account = ?
                """, 1
            )
        case .takeBack:
            (
                """
                SELECT r.at, r.id, r.project, p.region, c.amount, c.means AS one, NULL AS two, NULL AS three
                FROM projects p JOIN returned_credits r ON r.project = p.pid
                    JOIN credits c ON c.project = r.project AND c.id = r.id
                WHERE p.account = ?
                """, 1
            )
        case .substitution:
            (
                """
                SELECT s.at, s.project || '/' || s.run AS id, s.project, p.region, s.amount, s.payment AS one,
                    s.transfer AS two, NULL AS three
                FROM projects p JOIN substitutions s ON s.project = p.pid WHERE p.account = ?
                """, 1
            )
        case .assignment:
            (
                """
                SELECT a.at, a.credit || '/' || a.run AS id, a.project, p.region, a.amount, a.credit AS one,
                    a.assignor AS two, a.assignee AS three
                FROM projects p JOIN assignments a ON a.project = p.pid WHERE p.account = ?
                """, 1
            )
        case .bankLine:
            (
                """
                SELECT l.decided_at AS at, CAST(l.number AS TEXT) AS id, NULL AS project, l.region, l.amount,
                    l.state AS one, l.document AS two, l.purpose AS three
                FROM bank_lines l WHERE l.number IN (
                    SELECT b.number FROM projects p JOIN bank_shares s ON s.project = p.pid
                        JOIN bank_lines b ON b.id = s.line
                    WHERE p.account = ?
                    UNION
                    SELECT b.number FROM accounts a JOIN bank_lines b ON b.payer_tax_id = a.tax_id
                    WHERE a.id = ?)
                """, 2
            )
        case .credit:
            (
                """
                SELECT c.at, c.id, c.project, p.region, c.amount, c.means AS one, c.bonus_type AS two,
                    NULL AS three
                FROM projects p JOIN credits c ON c.project = p.pid WHERE p.account = ?
                """, 1
            )
        case .passing:
            (
                """
                SELECT at, project || '/' || n AS id, project, region, NULL AS amount, from_account AS one,
                    to_account AS two, NULL AS three
                FROM project_passings WHERE from_account = ? OR to_account = ?
                """, 2
            )
        case .project:
            (
                """
                SELECT created_at AS at, pid AS id, pid AS project, region, NULL AS amount, NULL AS one,
                    NULL AS two, NULL AS three
                FROM projects WHERE account = ?
                """, 1
            )
        case .request:
            (
                """
                SELECT made_at AS at, project || '/' || number AS id, project, region, NULL AS amount,
                    CAST(number AS TEXT) AS one, kind AS two, state AS three
                FROM requests WHERE account = ?
                """, 1
            )
        case .letter:
            // One that went to no project is told with those of whoever wrote it.
            (
                """
                SELECT l.received_at AS at, CAST(l.number AS TEXT) AS id, l.project, NULL AS region,
                    NULL AS amount, l.sender AS one, l.subject AS two, l.state AS three
                FROM received_letters l WHERE l.number IN (
                    SELECT x.number FROM projects p JOIN received_letters x ON x.project = p.pid
                    WHERE p.account = ?
                    UNION
                    SELECT x.number FROM projects p JOIN members m ON m.project = p.pid
                        JOIN received_letters x ON x.user_id = m.user_id
                    WHERE p.account = ? AND x.project IS NULL)
                """, 2
            )
        case .reconciliation:
            (
                """
                SELECT made_at AS at, region || '/' || year || '/' || number AS id, NULL AS project, region,
                    NULL AS amount, CAST(number AS TEXT) AS one, CAST(from_day AS TEXT) AS two,
                    CAST(through_day AS TEXT) AS three
                FROM reconciliation_acts WHERE account = ?
                """, 1
            )
        }
    }
}
