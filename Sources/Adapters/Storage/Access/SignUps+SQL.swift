import Access
import Basics
import UseCases

extension SQLRecords {
    package func abandonedSignUps(before: Moment, limit: Int) throws -> [User] {
        try rows(
            "\(SQLRecords.abandoned) ORDER BY u.created_at, u.id LIMIT ?", [before.microseconds, limit]
        ).map { try SQLRecords.user($0) }
    }

    package func sweep(
        signUpOf user: User, account: AccountID, before: Moment, at moment: Moment
    ) throws -> Bool {
        guard
            try row("\(SQLRecords.abandoned) AND u.id = ?", [before.microseconds, user.id.text]) != nil
        else { return false }
        try witnessGone("claimed_accounts", ["account": account.text], in: "claims/\(account)", at: moment)
        for table in SQLRecords.ofUser { try run("DELETE FROM \(table) WHERE user_id = ?", [user.id.text]) }
        for table in SQLRecords.ofAccount {
            try run("DELETE FROM \(table) WHERE account = ?", [account.text])
        }
        try run("DELETE FROM users WHERE id = ?", [user.id.text])
        try run("DELETE FROM projects WHERE account = ?", [account.text])
        try run("DELETE FROM accounts WHERE id = ?", [account.text])
        return true
    }

    /// What signing up itself leaves beside user, account and project: it goes with them.
    private static let ofUser = ["members", "one_time_codes", "sessions", "devices"]
    private static let ofAccount = ["claimed_accounts", "name_words"]

    /// Users nobody confirmed, whose account nothing refers to but what signing up leaves: whatever table may come, a
    /// row of it that names the account, its project or the user keeps them all.
    private static let abandoned: String = {
        let others = Citus.foreignKeys.compactMap { key -> String? in
            guard let column = key.columns.first, key.columns.count == 1,
                !(ofUser + ofAccount + ["users", "projects"]).contains(key.table)
            else { return nil }
            return switch key.parent {
            case "users": "SELECT 1 FROM \(key.table) x WHERE x.\(column) = u.id"
            case "accounts": "SELECT 1 FROM \(key.table) x WHERE x.\(column) = u.account"
            case "projects":
                """
                SELECT 1 FROM \(key.table) x JOIN projects p ON p.pid = x.\(column) WHERE p.account = u.account
                """
            default: nil
            }
        }
        // Usage names its project without a reference; a member besides is somebody's work.
        let own = [
            """
            SELECT 1 FROM projects p WHERE p.account = u.account
                AND (p.last_arrival <> 0 OR p.run <> 0 OR p.turns <> 0)
            """, "SELECT 1 FROM users x WHERE x.account = u.account AND x.id <> u.id",
            """
            SELECT 1 FROM members x JOIN projects p ON p.pid = x.project
            WHERE p.account = u.account AND x.user_id <> u.id
            """,
        ]
        let nothing = (own + others).map { " AND NOT EXISTS (\($0))" }.joined(separator: "\n")
        return """
            SELECT u.* FROM users u WHERE u.side = 'cabinet' AND u.confirmed_at IS NULL
                AND u.account IS NOT NULL AND u.created_at < ?\(nothing)
            """
    }()
}
