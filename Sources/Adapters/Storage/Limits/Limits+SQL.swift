import Access
import Basics
import Projects
import UseCases

extension SQLRecords {
    package func expenseLimit(of project: PID) throws -> ExpenseLimit? {
        try row("SELECT amount, notifies FROM expense_limits WHERE project = ?", [project.text]).map {
            ExpenseLimit(amount: $0["amount"], notifies: $0["notifies"])
        }
    }

    package func keep(_ limit: ExpenseLimit, of project: PID, by user: UserID?, at moment: Moment) throws {
        try run(
            """
            INSERT INTO expense_limits (project, amount, notifies, changed_at, changed_by)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (project) DO UPDATE SET amount = excluded.amount, notifies = excluded.notifies,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """,
            [
                project.text, limit.amount, limit.notifies ? 1 : 0, moment.microseconds, user?.text ?? "",
            ])
        try witness("expense_limits", ["project": project.text], in: "limits/\(project)")
    }

    package func highestNotice(in project: PID, month: Month) throws -> Int64? {
        try number(
            "SELECT MAX(amount) FROM limit_notices WHERE project = ? AND month = ?",
            [project.text, month.index])
    }

    package func keepNotice(
        in project: PID, month: Month, limit: Int64, spent: Int64, at moment: Moment
    ) throws {
        try run(
            "INSERT INTO limit_notices (project, month, amount, spent, sent_at) VALUES (?, ?, ?, ?, ?)",
            [project.text, month.index, limit, spent, moment.microseconds])
    }

    package func bonusSum(in project: PID, from: Day, through: Day) throws -> Int64 {
        try number(
            """
            SELECT COALESCE(SUM(amount), 0) FROM portions
            WHERE project = ? AND day BETWEEN ? AND ? AND source = 'grant'
            """, [project.text, from.number, through.number]) ?? 0
    }
}
