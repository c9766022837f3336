import Basics
import Funding
import UseCases

extension SQLRecords {
    package func chargedDays(in project: PID, from day: Day, limit: Int) throws -> [ChargedDay] {
        try rows(
            """
            SELECT day, COUNT(*) AS lines, SUM(posted) AS amount FROM day_lines
            WHERE project = ? AND day >= ? GROUP BY day ORDER BY day LIMIT ?
            """, [project.text, day.number, limit]
        ).map { ChargedDay(day: $0.day("day"), dayLines: $0["lines"], amount: $0["amount"]) }
    }

    package func appliedCredits(
        in project: PID, from: Moment, behind id: CreditID, limit: Int
    ) throws -> [Credit] {
        try rows(
            """
            SELECT c.* FROM (
                SELECT id FROM lots WHERE project = ? UNION ALL SELECT id FROM grants WHERE project = ?
            ) a JOIN credits c ON c.project = ? AND c.id = a.id
            WHERE c.at > ? OR (c.at = ? AND c.id > ?)
            ORDER BY c.at, c.id LIMIT ?
            """,
            [
                project.text, project.text, project.text, from.microseconds, from.microseconds, id.text,
                limit,
            ]
        ).map { try Credit($0) }
    }

    package func returnedCredits(
        in project: PID, from: Moment, behind id: CreditID, limit: Int
    ) throws -> [(credit: Credit, at: Moment)] {
        try rows(
            """
            SELECT c.*, r.at AS returned_at FROM returned_credits r
                JOIN credits c ON c.project = r.project AND c.id = r.id
            WHERE r.project = ? AND (r.at > ? OR (r.at = ? AND r.id > ?))
            ORDER BY r.at, r.id LIMIT ?
            """, [project.text, from.microseconds, from.microseconds, id.text, limit]
        ).map { (credit: try Credit($0), at: $0.moment("returned_at")) }
    }

    package func endedGrants(
        in project: PID, from: Moment, behind id: CreditID, until: Moment, limit: Int
    ) throws -> [EndedGrant] {
        try rows(
            """
            SELECT g.id, g.amount, g.expires_at, c.bonus_type, COALESCE(p.spent, 0) AS spent
            FROM grants g
                JOIN credits c ON c.project = g.project AND c.id = g.id
                LEFT JOIN (
                    SELECT credit, SUM(amount) AS spent FROM portions
                    WHERE project = ? AND source = 'grant' GROUP BY credit
                ) p ON p.credit = g.id
            WHERE g.project = ? AND g.expires_at <= ? AND g.remaining = 0
                AND (g.expires_at > ? OR (g.expires_at = ? AND g.id > ?))
            ORDER BY g.expires_at, g.id LIMIT ?
            """,
            [
                project.text, project.text, until.microseconds, from.microseconds, from.microseconds, id.text,
                limit,
            ]
        ).map { row in
            EndedGrant(
                id: CreditID(row.text("id")), type: BonusType(row.text("bonus_type")),
                expires: row.moment("expires_at"), amount: row["amount"], spent: row["spent"])
        }
    }
}
