import Access
import Basics
import UseCases
import Wording

extension SQLRecords {
    package func insert(_ user: User) throws {
        let (step, secret, key, last) = SQLRecords.cells(user.secondStep)
        try run(
            """
            INSERT INTO users (id, side, email, name, language, password, second_step, second_step_secret,
                second_step_key, second_step_last, staff_roles, account, project_quota, created_at, confirmed_at, disabled_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                user.id.text, user.side.rawValue, user.email.text, user.name, user.language.rawValue,
                user.password, step, secret, key, last, SQLRecords.words(user.staffRoles), user.account?.text,
                user.projects, user.createdAt.microseconds, user.confirmedAt?.microseconds,
                user.disabledAt?.microseconds,
            ])
    }

    package func save(_ user: User) throws {
        let (step, secret, key, last) = SQLRecords.cells(user.secondStep)
        try run(
            """
            UPDATE users SET password = ?, second_step = ?, second_step_secret = ?, second_step_key = ?,
                second_step_last = ?, staff_roles = ?, confirmed_at = ?, disabled_at = ?
            WHERE id = ?
            """,
            [
                user.password, step, secret, key, last, SQLRecords.words(user.staffRoles),
                user.confirmedAt?.microseconds, user.disabledAt?.microseconds, user.id.text,
            ])
    }

    package func user(_ id: UserID) throws -> User? {
        try row("SELECT * FROM users WHERE id = ?", [id.text]).map { try SQLRecords.user($0) }
    }

    package func user(emailed email: EmailAddress, on side: AccessSide) throws -> User? {
        try row("SELECT * FROM users WHERE side = ? AND email = ?", [side.rawValue, email.text])
            .map { try SQLRecords.user($0) }
    }

    package func users(limit: Int) throws -> [User] {
        try rows("SELECT * FROM users ORDER BY email, side LIMIT ?", [limit]).map { try SQLRecords.user($0) }
    }

    package func staff(limit: Int) throws -> [User] {
        try rows("SELECT * FROM users WHERE side = 'office' ORDER BY email LIMIT ?", [limit])
            .map { try SQLRecords.user($0) }
    }

    package func usersWithSecondStep() throws -> [User] {
        try rows("SELECT * FROM users WHERE second_step <> 'off' ORDER BY id", [])
            .map { try SQLRecords.user($0) }
    }

    package func secretKey() throws -> [UInt8]? {
        try row("SELECT id FROM secret_keys ORDER BY n DESC LIMIT 1", []).map { $0.bytes("id") }
    }

    package func keepSecretKey(_ id: [UInt8], since: Moment) throws {
        try run(
            """
            INSERT INTO secret_keys (n, id, since) SELECT COALESCE(MAX(n), 0) + 1, ?, ? FROM secret_keys
            """, [id, since.microseconds])
    }

    package func replaceSecret(_ old: KeptSecret, by new: KeptSecret?, of user: UserID) throws -> Bool {
        let (before, _) = SQLRecords.cells(old)
        guard let new else {
            return try session.change(
                """
                UPDATE users SET second_step = 'off', second_step_secret = NULL, second_step_key = NULL,
                    second_step_last = NULL
                WHERE id = ? AND second_step_secret = ?
                """, [user.text, before]) == 1
        }
        let (secret, key) = SQLRecords.cells(new)
        return try session.change(
            """
            UPDATE users SET second_step_secret = ?, second_step_key = ?
            WHERE id = ? AND second_step_secret = ?
            """, [secret, key, user.text, before]) == 1
    }

    package func projects(ofMember user: UserID) throws -> [PID: Set<CustomerRole>] {
        let members = try rows("SELECT project, roles FROM members WHERE user_id = ?", [user.text])
        return try Dictionary(
            members.map { (try $0.pid("project"), try $0.words("roles", CustomerRole.self)) },
            uniquingKeysWith: { first, _ in first })
    }

    package func members(of project: PID) throws -> [(user: User, membership: Membership)] {
        try rows(
            """
            SELECT u.*, m.roles FROM members m JOIN users u ON u.id = m.user_id WHERE m.project = ?
            ORDER BY m.is_owner DESC, u.email
            """, [project.text]
        ).map { row in
            let user = try SQLRecords.user(row)
            return (user, Membership(user: user.id, roles: try row.words("roles", CustomerRole.self)))
        }
    }

    package func membership(of user: UserID, in project: PID) throws -> Membership? {
        try row("SELECT roles FROM members WHERE project = ? AND user_id = ?", [project.text, user.text])
            .map { Membership(user: user, roles: try $0.words("roles", CustomerRole.self)) }
    }

    package func keep(_ membership: Membership, in project: PID, at: Moment) throws {
        try run(
            """
            INSERT INTO members (project, user_id, roles, is_owner, changed_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (project, user_id) DO UPDATE SET roles = excluded.roles,
                is_owner = excluded.is_owner, changed_at = excluded.changed_at
            """,
            [
                project.text, membership.user.text, SQLRecords.words(membership.roles),
                membership.roles.contains(.owner) ? 1 : 0, at.microseconds,
            ])
    }

    package func removeMember(_ user: UserID, from project: PID) throws {
        try run("DELETE FROM members WHERE project = ? AND user_id = ?", [project.text, user.text])
    }

    static func words<Word: RawRepresentable & Comparable>(_ words: Set<Word>) -> String
    where Word.RawValue == String {
        words.sorted().map(\.rawValue).joined(separator: " ")
    }

    private static func cells(
        _ step: SecondStep
    ) -> (word: String, secret: [UInt8]?, key: [UInt8]?, last: Int64?) {
        let (secret, key): ([UInt8]?, [UInt8]?) = step.secret.map { cells($0) } ?? (nil, nil)
        return switch step {
        case .off: ("off", nil, nil, nil)
        case .begun: ("begun", secret, key, nil)
        case .on(_, let last): ("on", secret, key, last)
        }
    }

    private static func cells(_ secret: KeptSecret) -> (secret: [UInt8]?, key: [UInt8]?) {
        switch secret {
        case .clear(let secret): (secret, nil)
        case .locked(let secret, let key): (secret, key)
        }
    }

    static func user(_ row: Row) throws -> User {
        let (bytes, key): ([UInt8]?, [UInt8]?) = (row["second_step_secret"], row["second_step_key"])
        let secret = bytes.map { bytes in key.map { KeptSecret.locked(bytes, key: $0) } ?? .clear(bytes) }
        let step: SecondStep =
            switch (row.text("second_step"), secret) {
            case ("begun", let secret?): .begun(secret: secret)
            case ("on", let secret?): .on(secret: secret, last: row["second_step_last"])
            default: .off
            }
        let account: String? = row["account"]
        let (confirmed, disabled): (Int64?, Int64?) = (row["confirmed_at"], row["disabled_at"])
        return User(
            id: UserID(row.text("id")), side: try row.word("side", AccessSide.self),
            email: try row.email("email"), name: row.text("name"),
            language: try row.word("language", Language.self), password: row.text("password"),
            secondStep: step, staffRoles: try row.words("staff_roles", StaffRole.self),
            account: account.map { AccountID($0) }, projects: row["project_quota"],
            createdAt: row.moment("created_at"), confirmedAt: confirmed.map(Moment.init(microseconds:)),
            disabledAt: disabled.map(Moment.init(microseconds:)))
    }
}

extension Row {
    /// Words of a closed list with blanks between.
    func words<Word: RawRepresentable & Hashable>(_ column: String, _ type: Word.Type) throws -> Set<Word>
    where Word.RawValue == String {
        Set(
            try text(column).split(separator: " ").map { text in
                guard let word = Word(rawValue: String(text)) else {
                    throw StorageProblem.damaged("\(column) \(text)")
                }
                return word
            })
    }

    func email(_ column: String) throws -> EmailAddress {
        do { return try EmailAddress(text(column)) } catch {
            throw StorageProblem.damaged("\(column) \(text(column))")
        }
    }
}
