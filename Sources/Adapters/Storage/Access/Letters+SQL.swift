import Access
import Basics
import UseCases
import Wording

extension SQLRecords {
    package func insert(_ code: OneTimeCode) throws {
        let (word, user, project, roles): (String, UserID, PID?, Set<CustomerRole>) =
            switch code.purpose {
            case .confirmation(let user): ("confirmation", user, nil, [])
            case .reset(let user): ("reset", user, nil, [])
            case .invitation(let project, let roles, let by): ("invitation", by, project, roles)
            }
        try run(
            """
            INSERT INTO one_time_codes (hash, purpose, user_id, project, roles, email, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                code.hash, word, user.text, project?.text, SQLRecords.words(roles), code.email.text,
                code.createdAt.microseconds, code.expiresAt.microseconds,
            ])
    }

    package func code(hashed hash: [UInt8]) throws -> OneTimeCode? {
        try row("SELECT * FROM one_time_codes WHERE hash = ?", [hash]).map { try SQLRecords.code($0) }
    }

    package func invitations(to project: PID, at now: Moment) throws -> [OneTimeCode] {
        try rows(
            """
            SELECT * FROM one_time_codes WHERE project = ? AND expires_at > ? ORDER BY email, created_at LIMIT 500
            """, [project.text, now.microseconds]
        ).map { try SQLRecords.code($0) }
    }

    package func spend(_ code: OneTimeCode) throws {
        try run("DELETE FROM one_time_codes WHERE hash = ?", [code.hash])
    }

    package func forgetCodes(endedBefore moment: Moment) throws {
        try run("DELETE FROM one_time_codes WHERE expires_at < ?", [moment.microseconds])
    }

    package func dropResets(of user: UserID) throws {
        try run("DELETE FROM one_time_codes WHERE user_id = ? AND purpose = 'reset'", [user.text])
    }

    package func insert(_ letter: Letter) throws {
        try run(
            """
            INSERT INTO letters (id, kind, recipient, language, subject, body, created_at, package, papers)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                letter.id, letter.kind, letter.to.text, letter.language.rawValue, letter.subject, letter.body,
                letter.createdAt.microseconds, letter.copies?.package.place,
                letter.copies?.papers.map(\.text).joined(separator: " "),
            ])
    }

    package func letters(bringing package: PackageName) throws -> [Letter] {
        try rows("SELECT * FROM letters WHERE package = ? ORDER BY created_at, id", [package.place])
            .map { try SQLRecords.letter($0) }
    }

    package func letters(limit: Int) throws -> [Letter] {
        try rows("SELECT * FROM letters ORDER BY created_at DESC, id DESC LIMIT ?", [limit])
            .map { try SQLRecords.letter($0) }
    }

    package func dueLetters(at moment: Moment, limit: Int) throws -> [Letter] {
        try rows(
            """
            SELECT * FROM letters WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= ?
            ORDER BY due_at, id LIMIT ?
            """, [moment.microseconds, limit]
        ).map { try SQLRecords.letter($0) }
    }

    package func keep(_ outcome: LettersDesk.Outcome, of letter: Letter, at moment: Moment) throws {
        switch outcome {
        case .sent:
            try run(
                "UPDATE letters SET sent_at = ?, trouble = NULL WHERE id = ?",
                [moment.microseconds, letter.id])
        case .failed(let why):
            try run(
                "UPDATE letters SET failed_at = ?, trouble = ? WHERE id = ?",
                [moment.microseconds, why, letter.id])
        case .later(let why):
            // Half a minute after the first failure, twice as long after each more, an hour at the most.
            let attempts: Int64 =
                try row("SELECT attempts FROM letters WHERE id = ?", [letter.id])?["attempts"] ?? 0
            let pause = min(Int64(3_600), Int64(30) << min(attempts, 7))
            try run(
                "UPDATE letters SET due_at = ?, attempts = attempts + 1, trouble = ? WHERE id = ?",
                [moment.adding(seconds: pause).microseconds, why, letter.id])
        }
    }

    package func letter(_ id: String) throws -> Letter? {
        try row("SELECT * FROM letters WHERE id = ?", [id]).map { try SQLRecords.letter($0) }
    }

    package func note(bounced letter: Letter, _ why: String, at moment: Moment) throws {
        try run(
            "UPDATE letters SET bounced_at = ?, trouble = ? WHERE id = ?",
            [moment.microseconds, why, letter.id])
    }

    private static func letter(_ row: Row) throws -> Letter {
        let trouble: String? = row["trouble"]
        let (sent, failed): (Int64?, Int64?) = (row["sent_at"], row["failed_at"])
        let bounced: Int64? = row["bounced_at"]
        let delivery: Letter.Delivery =
            if let bounced {
                .bounced(at: Moment(microseconds: bounced), why: trouble ?? "")
            } else if let sent {
                .sent(at: Moment(microseconds: sent))
            } else if let failed {
                .failed(at: Moment(microseconds: failed), why: trouble ?? "")
            } else { .waiting(trouble: trouble) }
        return Letter(
            id: row.text("id"), kind: row.text("kind"), to: try row.email("recipient"),
            language: try row.word("language", Language.self), subject: row.text("subject"),
            body: row.text("body"), createdAt: row.moment("created_at"), copies: try copies(row),
            delivery: delivery)
    }

    private static func copies(_ row: Row) throws -> Letter.Copies? {
        guard let place: String = row["package"] else { return nil }
        let papers: String? = row["papers"]
        let keys = try (papers ?? "").split(separator: " ").map { word in
            guard let key = PaperKey(String(word)) else { throw StorageProblem.damaged("letters.papers") }
            return key
        }
        guard let package = PackageName(place: place) else { throw StorageProblem.damaged("letters.package") }
        return Letter.Copies(package: package, papers: keys)
    }

    private static func code(_ row: Row) throws -> OneTimeCode {
        let user = UserID(row.text("user_id"))
        let purpose: OneTimeCode.Purpose =
            switch row.text("purpose") {
            case "confirmation": .confirmation(user)
            case "reset": .reset(user)
            case "invitation":
                .invitation(try row.pid("project"), try row.words("roles", CustomerRole.self), by: user)
            default: throw StorageProblem.damaged("one_time_codes.purpose")
            }
        return OneTimeCode(
            hash: row.bytes("hash"), purpose: purpose, email: try row.email("email"),
            createdAt: row.moment("created_at"), expiresAt: row.moment("expires_at"))
    }
}
