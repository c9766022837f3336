import Basics
import UseCases

extension SQLRecords {
    package func sharedTime(own: Moment) throws -> Moment {
        guard hasServerClock, let clock = try session.serverClock() else { return own }
        return Moment(microseconds: clock)
    }

    package func save(_ node: Node, seenAt: Moment) throws {
        try run(
            """
            INSERT INTO nodes (id, host, process, program, works, started_at, seen_at, left_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, NULL)
            ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, left_at = NULL
            """,
            [
                node.id.text, node.host, node.process, node.program, node.works ? 1 : 0, seenAt.microseconds,
                seenAt.microseconds,
            ])
    }

    package func markLeft(_ node: NodeID, at: Moment) throws {
        try run(
            "UPDATE nodes SET left_at = ? WHERE id = ? AND left_at IS NULL", [at.microseconds, node.text])
    }

    package func forgetNodes(unseenSince: Moment) throws {
        try run(
            """
            DELETE FROM nodes WHERE seen_at < ?
                AND NOT EXISTS (SELECT 1 FROM leases WHERE leases.holder = nodes.id)
            """, [unseenSince.microseconds])
    }

    package func nodes() throws -> [NodeRecord] {
        try rows("SELECT * FROM nodes ORDER BY started_at, id").map { row in
            let (works, left): (Int64, Int64?) = (row["works"], row["left_at"])
            return NodeRecord(
                node: Node(
                    id: NodeID(row.text("id")), host: row.text("host"), process: row["process"],
                    program: row.text("program"), works: works == 1),
                startedAt: row.moment("started_at"), seenAt: row.moment("seen_at"),
                leftAt: left.map(Moment.init(microseconds:)))
        }
    }

    package func leases() throws -> [LeaseRecord] {
        try rows("SELECT * FROM leases ORDER BY name").map { row in
            let released: Int64? = row["released_at"]
            return LeaseRecord(
                lease: Lease(
                    name: row.text("name"), holder: NodeID(row.text("holder")), token: row["token"]),
                takenAt: row.moment("taken_at"), expiresAt: row.moment("expires_at"),
                releasedAt: released.map(Moment.init(microseconds:)))
        }
    }

    package func take(
        _ name: String, for node: NodeID, at: Moment, until: Moment, endedBefore: Moment
    ) throws -> Lease? {
        try rows(
            """
            INSERT INTO leases (name, holder, token, taken_at, expires_at, released_at)
            VALUES (?, ?, 1, ?, ?, NULL)
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, token = leases.token + 1,
                taken_at = excluded.taken_at, expires_at = excluded.expires_at, released_at = NULL
            WHERE leases.released_at IS NOT NULL OR leases.expires_at <= ?
            RETURNING token
            """,
            [name, node.text, at.microseconds, until.microseconds, endedBefore.microseconds]
        ).first.map { Lease(name: name, holder: node, token: $0["token"]) }
    }

    package func renew(_ lease: Lease, at: Moment, until: Moment) throws -> Bool {
        // Who is paused inside this transaction keeps others out no longer than that.
        try session.end(afterPauseOf: SQLRecords.pauseSeconds)
        return try !rows(
            """
            UPDATE leases SET expires_at = ?
            WHERE name = ? AND holder = ? AND token = ? AND released_at IS NULL AND expires_at > ?
            RETURNING token
            """,
            [until.microseconds, lease.name, lease.holder.text, lease.token, at.microseconds]
        ).isEmpty
    }

    private static let pauseSeconds = 10

    package func prolong(_ lease: Lease, until: Moment) throws {
        try run(
            "UPDATE leases SET expires_at = ? WHERE name = ? AND holder = ? AND token = ?",
            [until.microseconds, lease.name, lease.holder.text, lease.token])
    }

    package func release(_ lease: Lease, at: Moment) throws {
        try run(
            """
            UPDATE leases SET released_at = ?
            WHERE name = ? AND holder = ? AND token = ? AND released_at IS NULL
            """, [at.microseconds, lease.name, lease.holder.text, lease.token])
    }

    package func releaseAll(of node: NodeID, at: Moment) throws {
        try run(
            "UPDATE leases SET released_at = ? WHERE holder = ? AND released_at IS NULL",
            [at.microseconds, node.text])
    }
}
