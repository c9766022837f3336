import Access
import Basics
import UseCases
import Wording

extension SQLRecords {
    package func insert(_ session: UserSession) throws {
        try run(
            """
            INSERT INTO sessions (hash, user_id, side, stage, created_at, seen_at, network, agent, is_stale)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                session.hash, session.user.text, session.side.rawValue, session.stage.rawValue,
                session.createdAt.microseconds, session.seenAt.microseconds, session.network, session.agent,
                session.isStale ? 1 : 0,
            ])
    }

    package func session(hashed hash: [UInt8]) throws -> UserSession? {
        try row("SELECT * FROM sessions WHERE hash = ?", [hash]).map { try SQLRecords.session($0) }
    }

    package func sessions(of user: UserID) throws -> [UserSession] {
        try rows("SELECT * FROM sessions WHERE user_id = ? ORDER BY seen_at DESC, hash", [user.text])
            .map { try SQLRecords.session($0) }
    }

    package func sawSession(_ hash: [UInt8], at: Moment) throws {
        try run("UPDATE sessions SET seen_at = ? WHERE hash = ?", [at.microseconds, hash])
    }

    package func endSession(_ hash: [UInt8]) throws -> Bool {
        try session.change("DELETE FROM sessions WHERE hash = ?", [hash]) == 1
    }

    package func endSessions(of user: UserID) throws {
        try run("DELETE FROM sessions WHERE user_id = ?", [user.text])
    }

    package func markSessionsStale(of user: UserID) throws {
        try run("UPDATE sessions SET is_stale = 1 WHERE user_id = ?", [user.text])
    }

    package func forgetSessions(before: Moment) throws {
        try run("DELETE FROM sessions WHERE created_at < ?", [before.microseconds])
    }

    package func device(hashed hash: [UInt8]) throws -> UserID? {
        try row("SELECT user_id FROM devices WHERE hash = ?", [hash]).map { UserID($0.text("user_id")) }
    }

    package func insertDevice(_ hash: [UInt8], of user: UserID, at: Moment) throws {
        try run(
            "INSERT INTO devices (hash, user_id, created_at) VALUES (?, ?, ?)",
            [hash, user.text, at.microseconds])
    }

    package func forgetDevices(of user: UserID) throws {
        try run("DELETE FROM devices WHERE user_id = ?", [user.text])
    }

    package func tries(_ name: String) throws -> Tries? {
        try row("SELECT count, last_at FROM tries WHERE name = ?", [name])
            .map { Tries(count: $0["count"], last: $0.moment("last_at")) }
    }

    package func keep(_ tries: Tries, of name: String) throws {
        try run(
            """
            INSERT INTO tries (name, count, last_at) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET count = excluded.count, last_at = excluded.last_at
            """, [name, tries.count, tries.last.microseconds])
    }

    package func dropTries(_ name: String) throws { try run("DELETE FROM tries WHERE name = ?", [name]) }

    package func forgetTries(before: Moment) throws {
        try run("DELETE FROM tries WHERE last_at < ?", [before.microseconds])
    }

    private static func session(_ row: Row) throws -> UserSession {
        UserSession(
            hash: row.bytes("hash"), user: UserID(row.text("user_id")),
            side: try row.word("side", AccessSide.self), stage: try row.word("stage", UserSession.Stage.self),
            createdAt: row.moment("created_at"), seenAt: row.moment("seen_at"), network: row.text("network"),
            agent: row.text("agent"), isStale: row["is_stale"] == Int64(1))
    }
}
