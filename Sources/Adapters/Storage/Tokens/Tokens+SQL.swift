import Access
import Basics
import UseCases

extension SQLRecords {
    package func insert(_ token: Token) throws {
        try run(
            """
            INSERT INTO tokens (hash, name, scopes, project, owner, created_at, expires_at, revoked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                token.hash, token.name, token.scopes.map(\.rawValue).joined(separator: " "),
                token.project?.text, token.owner?.text, token.createdAt.microseconds,
                token.expiresAt?.microseconds,
                token.revokedAt?.microseconds,
            ])
    }

    package func token(hashed hash: [UInt8]) throws -> Token? {
        try row("SELECT * FROM tokens WHERE hash = ?", [hash]).map(token(of:))
    }

    package func token(named name: String) throws -> Token? {
        try row("SELECT * FROM tokens WHERE name = ?", [name]).map(token(of:))
    }

    package func tokens() throws -> [Token] {
        try rows("SELECT * FROM tokens ORDER BY name").map(token(of:))
    }

    package func tokens(of owner: UserID, at now: Moment, limit: Int) throws -> [Token] {
        try rows(
            """
            SELECT * FROM tokens WHERE owner = ?
            ORDER BY CASE WHEN revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?) THEN 0 ELSE 1 END,
                created_at DESC, name LIMIT ?
            """, [owner.text, now.microseconds, Int64(limit)]
        ).map(token(of:))
    }

    package func livingTokens(of owner: UserID, at now: Moment) throws -> Int {
        Int(
            try number(
                """
                SELECT COUNT(*) FROM tokens
                WHERE owner = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
                """, [owner.text, now.microseconds]) ?? 0)
    }

    package func revokeTokens(of owner: UserID, at: Moment) throws {
        try run(
            "UPDATE tokens SET revoked_at = ? WHERE owner = ? AND revoked_at IS NULL",
            [at.microseconds, owner.text])
    }

    package func revokeToken(named name: String, at: Moment) throws {
        try run("UPDATE tokens SET revoked_at = ? WHERE name = ?", [at.microseconds, name])
    }

    package func keptAnswer(token: [UInt8], key: String) throws -> (KeyedRequest, KeptAnswer)? {
        try row(
            "SELECT * FROM idempotency_keys WHERE token = ? AND key = ?", [token, key]
        ).map { row in
            (
                KeyedRequest(token: token, key: key, route: row.text("route"), digest: row.bytes("digest")),
                KeptAnswer(
                    status: row["status"], type: row.text("media_type"), location: row.text("location"),
                    body: row.bytes("answer"))
            )
        }
    }

    package func keep(_ answer: KeptAnswer, to request: KeyedRequest, at: Moment) throws {
        try run(
            """
            INSERT INTO idempotency_keys (token, key, route, digest, status, media_type, location, answer,
                created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                request.token, request.key, request.route, request.digest,
                answer.status, answer.type, answer.location, answer.body, at.microseconds,
            ])
    }

    package func forgetAnswers(before: Moment) throws {
        try run("DELETE FROM idempotency_keys WHERE created_at < ?", [before.microseconds])
    }

    private func token(of row: Row) throws -> Token {
        let (expires, revoked): (Int64?, Int64?) = (row["expires_at"], row["revoked_at"])
        let (project, owner): (String?, String?) = (row["project"], row["owner"])
        let scopes = try row.text("scopes").split(separator: " ").map { word in
            guard let scope = TokenScope(rawValue: String(word)) else {
                throw StorageProblem.damaged("tokens.scopes \(word)")
            }
            return scope
        }
        return Token(
            hash: row.bytes("hash"), name: row.text("name"), scopes: scopes,
            project: try project.map { _ in try row.pid("project") }, owner: owner.map { UserID($0) },
            createdAt: row.moment("created_at"),
            expiresAt: expires.map(Moment.init(microseconds:)),
            revokedAt: revoked.map(Moment.init(microseconds:)))
    }
}
