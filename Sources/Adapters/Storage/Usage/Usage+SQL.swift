import Basics
import Metering
import Regions
import UseCases

extension SQLRecords {
    package func take(_ events: [IdentifiedEvent]) throws -> [Taken] { try session.take(events) }

    package func forEachUnsettled(
        in project: PID, after cursor: SettlementCursor, until: Moment, _ body: (UsageEvent) throws -> Void
    ) throws {
        var labels = LabelText.Last()
        try session.forEach(
            """
            SELECT id, source, type, resource, sku, quantity, started_at, ended_at, labels
            FROM usage_events
            WHERE project = ? AND ended_at <= ? AND (arrival > ? OR ended_at > ?)
                AND arrival >= (SELECT open_arrival FROM projects WHERE pid = ?)
            ORDER BY ended_at, id, source
            """,
            [
                project.text, until.microseconds, cursor.arrival, cursor.until.microseconds, project.text,
            ]
        ) { row in
            try body(
                UsageEvent(
                    id: row[0], source: row[1], type: row[2], project: project,
                    resource: ResourceID(row[3]), sku: SKU(row[4]), quantity: Quantity(thousandths: row[5]),
                    start: Moment(microseconds: row[6]), end: Moment(microseconds: row[7]),
                    labels: labels.read(row[8])))
        }
    }

    package func latestEvent() throws -> Moment? {
        try number("SELECT MAX(ended_at) FROM usage_events").map(Moment.init(microseconds:))
    }

    package func unsettledProjects(in region: Region, until: Moment, switches: Moment) throws -> [PID] {
        let now = until.microseconds
        return try rows(
            """
            SELECT pid FROM projects p WHERE region = ? AND (
                (last_arrival >= open_arrival AND EXISTS (
                    SELECT 1 FROM usage_events e WHERE e.project = p.pid AND e.arrival >= p.open_arrival
                        AND e.ended_at <= ?
                        AND (e.arrival > p.settled_arrival OR e.ended_at > p.settled_until)))
                OR EXISTS (SELECT 1 FROM pending_credits c WHERE c.project = p.pid AND c.at <= ?)
                OR EXISTS (SELECT 1 FROM grants g WHERE g.project = p.pid AND g.remaining > 0
                    AND g.expires_at <= ?)
                OR EXISTS (SELECT 1 FROM freeze_deferrals d WHERE d.project = p.pid
                    AND ((d.from_at > p.settled_until AND d.from_at <= ?)
                        OR (d.until_at > p.settled_until AND d.until_at <= ?)))
                OR (p.turns > 0 AND EXISTS (SELECT 1 FROM conservations k WHERE k.project = p.pid
                    AND k.at > p.settled_until AND k.at <= ?))
                OR (has_contract = 1 AND settled_until < ?))
            ORDER BY pid
            """, [region.rawValue, now, now, now, now, now, now, switches.microseconds]
        ).map { try $0.pid("pid") }
    }
}

/// Labels as one text: `name=value` by lines, with the three signs that would confuse escaped.
enum LabelText {
    static func write(_ labels: [UsageEvent.Label]) -> String {
        var text = ""
        for (place, label) in labels.enumerated() {
            if place > 0 { text += "\n" }
            text += escape(label.name)
            text += "="
            text += escape(label.value)
        }
        return text
    }

    static func read(_ text: String) -> [UsageEvent.Label] {
        if text.isEmpty { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return UsageEvent.Label(
                name: unescape(parts[0]), value: parts.count > 1 ? unescape(parts[1]) : "")
        }
    }

    /// Neighbours mostly bear the same labels: what was read last is not read again.
    struct Last {
        private var text = ""
        private var labels: [UsageEvent.Label] = []

        mutating func read(_ text: String) -> [UsageEvent.Label] {
            if text.utf8.elementsEqual(self.text.utf8) { return labels }
            (self.text, labels) = (text, LabelText.read(text))
            return labels
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
