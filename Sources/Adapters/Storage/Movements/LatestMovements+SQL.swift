import Basics
import Funding
import UseCases

/// Movements from the latest on: what a page shows first.
extension SQLRecords {
    package func latestChargedDays(
        in project: PID, from: Day?, through: Day?, limit: Int
    ) throws -> [ChargedDay] {
        try rows(
            """
            SELECT day, COUNT(*) AS lines, SUM(posted) AS amount FROM day_lines
            WHERE project = ? AND day BETWEEN ? AND ? GROUP BY day ORDER BY day DESC LIMIT ?
            """, [project.text, from?.number ?? Int32.min, through?.number ?? Int32.max, limit]
        ).map { ChargedDay(day: $0.day("day"), dayLines: $0["lines"], amount: $0["amount"]) }
    }

    package func latestCredits(
        in project: PID, from: Moment?, before: Moment, at id: CreditID, limit: Int
    ) throws -> [Credit] {
        try rows(
            """
            SELECT c.* FROM credits c
            WHERE c.project = ? AND c.at >= ? AND c.at <= ? AND (c.at < ? OR c.id < ?)
                AND NOT EXISTS (
                    SELECT 1 FROM pending_credits w WHERE w.project = c.project AND w.at = c.at AND w.id = c.id)
            ORDER BY c.at DESC, c.id DESC LIMIT ?
            """,
            [
                project.text, from?.microseconds ?? Int64.min, before.microseconds, before.microseconds,
                id.text,
                limit,
            ]
        ).map { try Credit($0) }
    }

    package func latestReturned(
        in project: PID, from: Moment?, before: Moment, at id: CreditID, limit: Int
    ) throws -> [(credit: Credit, at: Moment)] {
        try rows(
            """
            SELECT c.*, r.at AS returned_at FROM returned_credits r
                JOIN credits c ON c.project = r.project AND c.id = r.id
            WHERE r.project = ? AND r.at >= ? AND r.at <= ? AND (r.at < ? OR r.id < ?)
            ORDER BY r.at DESC, r.id DESC LIMIT ?
            """,
            [
                project.text, from?.microseconds ?? Int64.min, before.microseconds, before.microseconds,
                id.text, limit,
            ]
        ).map { (credit: try Credit($0), at: $0.moment("returned_at")) }
    }

    package func returnedSum(in project: PID, from: Moment, before: Moment) throws -> Int64 {
        try number(
            """
            SELECT COALESCE(SUM(c.amount), 0) FROM returned_credits r
                JOIN credits c ON c.project = r.project AND c.id = r.id
            WHERE r.project = ? AND r.at >= ? AND r.at < ?
            """, [project.text, from.microseconds, before.microseconds]) ?? 0
    }

    package func latestEnded(
        in project: PID, from: Moment?, before: Moment, at id: CreditID, until: Moment, limit: Int
    ) throws -> [EndedGrant] {
        try rows(
            """
            SELECT e.* FROM (
                SELECT g.id, g.amount, g.expires_at, c.bonus_type,
                    (SELECT COALESCE(SUM(p.amount), 0) FROM portions p
                        WHERE p.project = g.project AND p.credit = g.id AND p.source = 'grant') AS spent
                FROM grants g JOIN credits c ON c.project = g.project AND c.id = g.id
                WHERE g.project = ? AND g.remaining = 0 AND g.expires_at <= ? AND g.expires_at >= ?
                    AND g.expires_at <= ? AND (g.expires_at < ? OR g.id < ?)
            ) e
            WHERE e.amount > e.spent ORDER BY e.expires_at DESC, e.id DESC LIMIT ?
            """,
            [
                project.text, until.microseconds, from?.microseconds ?? Int64.min, before.microseconds,
                before.microseconds, id.text, limit,
            ]
        ).map { row in
            EndedGrant(
                id: CreditID(row.text("id")), type: BonusType(row.text("bonus_type")),
                expires: row.moment("expires_at"), amount: row["amount"], spent: row["spent"])
        }
    }

    package func chargedSum(in project: PID, from: Day, through: Day) throws -> Int64 {
        try number(
            "SELECT COALESCE(SUM(posted), 0) FROM day_lines WHERE project = ? AND day BETWEEN ? AND ?",
            [project.text, from.number, through.number]) ?? 0
    }

    package func creditedSums(
        in project: PID, from: Moment, before: Moment
    ) throws -> (money: Int64, bonuses: Int64) {
        let sums = try row(
            """
            SELECT COALESCE(SUM(CASE WHEN c.means = 'bonus' THEN 0 ELSE c.amount END), 0) AS money,
                COALESCE(SUM(CASE WHEN c.means = 'bonus' THEN c.amount ELSE 0 END), 0) AS bonuses
            FROM credits c
            WHERE c.project = ? AND c.at >= ? AND c.at < ?
                AND NOT EXISTS (
                    SELECT 1 FROM pending_credits w WHERE w.project = c.project AND w.at = c.at AND w.id = c.id)
            """, [project.text, from.microseconds, before.microseconds])
        return (money: sums?["money"] ?? 0, bonuses: sums?["bonuses"] ?? 0)
    }

    package func expiredSum(in project: PID, from: Moment, before: Moment, until: Moment) throws -> Int64 {
        try number(
            """
            SELECT COALESCE(SUM(g.amount - (SELECT COALESCE(SUM(p.amount), 0) FROM portions p
                WHERE p.project = g.project AND p.credit = g.id AND p.source = 'grant')), 0)
            FROM grants g
            WHERE g.project = ? AND g.remaining = 0 AND g.expires_at <= ? AND g.expires_at >= ?
                AND g.expires_at < ?
            """, [project.text, until.microseconds, from.microseconds, before.microseconds]) ?? 0
    }
}
