import Basics
import GRDB
import Metering
import UseCases

extension SQLiteRecords {
    package func take(_ event: UsageEvent, identity: [UInt8], body: [UInt8]) throws -> Taken {
        let inserted = try row(
            """
            INSERT INTO usage_identities (identity, project, body) VALUES (?, ?, ?)
            ON CONFLICT (identity) DO NOTHING RETURNING 1
            """, [Blob(identity).data, event.project.text, Blob(body).data])
        guard inserted != nil else {
            let known = try row("SELECT body FROM usage_identities WHERE identity = ?", [Blob(identity).data])
            return known?.bytes("body") == body ? .duplicate : .conflict
        }
        let arrival = try number(
            "UPDATE projects SET last_arrival = last_arrival + 1 WHERE pid = ? RETURNING last_arrival",
            [event.project.text])
        try run(
            """
            INSERT INTO usage_events (project, arrival, id, source, type, resource, sku, quantity,
                started_at, ended_at, labels)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                event.project.text, arrival, event.id, event.source, event.type, event.resource.text,
                event.sku.text, event.quantity.thousandths, event.start.microseconds,
                event.end.microseconds, LabelText.write(event.labels),
            ])
        return .accepted
    }

    package func forEachUnsettled(
        in project: PID, after cursor: SettlementCursor, until: Moment, _ body: (UsageEvent) throws -> Void
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, source, type, resource, sku, quantity, started_at, ended_at, labels
                FROM usage_events
                WHERE project = ? AND ended_at <= ? AND (arrival > ? OR ended_at > ?)
                ORDER BY ended_at, id, source
                """)
        let cursor = try Row.fetchCursor(
            statement,
            arguments: [
                project.text, until.microseconds, cursor.arrival, cursor.until.microseconds,
            ])
        while let row = try cursor.next() {
            try body(
                UsageEvent(
                    id: row[0], source: row[1], type: row[2], project: project,
                    resource: ResourceID(row[3]), sku: SKU(row[4]), quantity: Quantity(thousandths: row[5]),
                    start: Moment(microseconds: row[6]), end: Moment(microseconds: row[7]),
                    labels: LabelText.read(row[8])))
        }
    }

    package func latestEvent() throws -> Moment? {
        try number("SELECT MAX(ended_at) FROM usage_events").map(Moment.init(microseconds:))
    }

    package func unsettledProjects(until: Moment) throws -> [PID] {
        let now = until.microseconds
        return try rows(
            """
            SELECT pid FROM projects p WHERE
                (last_arrival > 0 AND EXISTS (
                    SELECT 1 FROM usage_events e WHERE e.project = p.pid AND e.ended_at <= ?
                        AND (e.arrival > p.settled_arrival OR e.ended_at > p.settled_until)))
                OR EXISTS (SELECT 1 FROM pending_credits c WHERE c.project = p.pid AND c.at <= ?)
                OR EXISTS (SELECT 1 FROM grants g WHERE g.project = p.pid AND g.remaining > 0
                    AND g.expires_at <= ?)
                OR (has_contract = 1 AND settled_until < ?)
            ORDER BY pid
            """, [now, now, now, now]
        ).map { try $0.pid("pid") }
    }
}

/// Labels as one text: `name=value` by lines, with the three signs that would confuse escaped.
enum LabelText {
    static func write(_ labels: [UsageEvent.Label]) -> String {
        if labels.isEmpty { return "" }
        return labels.map { "\(escape($0.name))=\(escape($0.value))" }.joined(separator: "\n")
    }

    static func read(_ text: String) -> [UsageEvent.Label] {
        if text.isEmpty { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return UsageEvent.Label(
                name: unescape(parts[0]), value: parts.count > 1 ? unescape(parts[1]) : "")
        }
    }

    private static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x25 || $0 == 0x3D || $0 == 0x0A }) else { return text }
        return text.replacing("%", with: "%25").replacing("=", with: "%3D").replacing("\n", with: "%0A")
    }

    private static func unescape(_ text: Substring) -> String {
        guard text.utf8.contains(0x25) else { return String(text) }
        return text.replacing("%0A", with: "\n").replacing("%3D", with: "=").replacing("%25", with: "%")
            .description
    }
}
