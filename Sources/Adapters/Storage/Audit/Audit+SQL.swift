import Access
import Basics
import UseCases

extension SQLRecords {
    package func keep(
        _ action: StaffAction, on object: String, account: AccountID?, detail: String, by author: Author,
        at moment: Moment
    ) throws {
        // The chain's lock orders the numbers, too.
        try lock(.chain("facts/audit"))
        let number = try number("SELECT COALESCE(MAX(number), 0) + 1 FROM audit_entries") ?? 1
        try run(
            """
            INSERT INTO audit_entries (number, at, user_id, who, action, object, account, reason, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                number, moment.microseconds, author.user?.text, author.name, action.rawValue, object,
                account?.text, author.reason, detail,
            ])
        try witness("audit_entries", ["number": number], in: "audit")
    }

    package func auditEntries(
        _ search: AuditSearch, before place: AuditPlace?, limit: Int
    ) throws -> [AuditEntry] {
        var conditions: [String] = []
        var arguments: Arguments = []
        func hold(_ condition: String, _ values: Arguments) {
            conditions.append(condition)
            arguments += values
        }
        if let who = search.who { hold("who = ?", [who]) }
        if let action = search.action { hold("action = ?", [action.rawValue]) }
        if let object = search.object { hold("object = ?", [object]) }
        if let account = search.account { hold("account = ?", [account.text]) }
        if let from = search.from { hold("at >= ?", [from.microseconds]) }
        if let until = search.until { hold("at < ?", [until.microseconds]) }
        if let place { hold("(at, number) < (?, ?)", [place.at.microseconds, place.number]) }
        let clause = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        return try rows(
            "SELECT * FROM audit_entries \(clause) ORDER BY at DESC, number DESC LIMIT ?", arguments + [limit]
        ).map { row in
            let (user, account): (String?, String?) = (row["user_id"], row["account"])
            return AuditEntry(
                number: row["number"], at: row.moment("at"), user: user.map { UserID($0) },
                who: row.text("who"), action: try row.word("action", StaffAction.self),
                object: row.text("object"), account: account.map { AccountID($0) },
                reason: row.text("reason"), detail: row.text("detail"))
        }
    }
}
