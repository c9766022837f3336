import Access
import Basics
import Projects
import UseCases

extension SQLRecords {
    package func abandonedSignUps(before: Moment, at moment: Moment, limit: Int) throws -> [User] {
        try rows(
            "\(SignUpSweep.abandoned) ORDER BY u.created_at, u.id LIMIT ?",
            [before.microseconds, moment.microseconds, limit]
        ).map { try SQLRecords.user($0) }
    }

    package func sweep(
        signUpOf user: User, account: AccountID, before: Moment, at moment: Moment
    ) throws -> Bool {
        let asked: Arguments = [before.microseconds, moment.microseconds, user.id.text]
        guard try row("\(SignUpSweep.abandoned) AND u.id = ?", asked) != nil else { return false }
        guard try row(SignUpSweep.unused, [user.id.text]) != nil else {
            try run("UPDATE users SET is_kept = 1 WHERE id = ?", [user.id.text])
            return false
        }
        try witnessGone("claimed_accounts", ["account": account.text], in: "claims/\(account)", at: moment)
        for table in SignUpSweep.ofUser { try run("DELETE FROM \(table) WHERE user_id = ?", [user.id.text]) }
        for table in SignUpSweep.ofAccount {
            try run("DELETE FROM \(table) WHERE account = ?", [account.text])
        }
        try run("DELETE FROM users WHERE id = ?", [user.id.text])
        try run("DELETE FROM projects WHERE account = ?", [account.text])
        try run("DELETE FROM accounts WHERE id = ?", [account.text])
        return true
    }
}

/// What the sweep of sign-ups asks and takes along.
package enum SignUpSweep {
    /// What signing up itself leaves beside user, account and project: it goes with them.
    static let ofUser = ["members", "one_time_codes", "sessions", "devices"]
    static let ofAccount = ["claimed_accounts", "name_words"]

    /// Users nobody confirmed, nor can any more by a link that lives, and that were not found in use before.
    package static let abandoned = """
        SELECT u.* FROM users u WHERE u.side = 'cabinet' AND u.confirmed_at IS NULL AND u.is_kept = 0
            AND u.account IS NOT NULL AND u.created_at < ? AND NOT EXISTS (
                SELECT 1 FROM one_time_codes c WHERE c.user_id = u.id AND c.expires_at > ?)
        """

    /// A user whose account nothing refers to but what signing up leaves: whatever table may come, a row of it that
    /// names the account, its project or the user keeps them all.
    package static let unused: String = {
        let others = Citus.foreignKeys.compactMap { key -> String? in
            guard let column = key.columns.first, key.columns.count == 1, !isOwn(key.table, column) else {
                return nil
            }
            return switch key.parent {
            case "users": "SELECT 1 FROM \(key.table) x WHERE x.\(column) = u.id"
            case "accounts": "SELECT 1 FROM \(key.table) x WHERE x.\(column) = u.account"
            case "projects":
                """
                SELECT 1 FROM projects p JOIN \(key.table) x ON x.\(column) = p.pid WHERE p.account = u.account
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
            SELECT 1 FROM projects p JOIN members x ON x.project = p.pid
            WHERE p.account = u.account AND x.user_id <> u.id
            """,
        ]
        let nothing = (own + others).map { " AND NOT EXISTS (\($0))" }.joined(separator: "\n")
        return "SELECT u.id FROM users u WHERE u.id = ?\(nothing)"
    }()

    /// Whether a reference is of what goes with a sign-up, or is asked for by `own`. An invitation into the project
    /// is neither: somebody has been asked to come.
    private static func isOwn(_ table: String, _ column: String) -> Bool {
        ofUser.contains(table) && column == "user_id"
            || ofAccount.contains(table) || ["users", "projects", "members"].contains(table)
    }
}
