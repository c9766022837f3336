import Basics
import Metering
import Projects
import Regions
import UseCases

extension SQLRecords {
    /// Reads the project's events once, in the order of their key: an index by day would cost every
    /// event taken, and a question is rare. The engine counts and adds; only what is shown leaves it.
    package func events(
        of line: DayLineKey, in project: ProjectRecord, _ size: ExcerptSize
    ) throws -> LineEvents {
        let zone = project.project.region.profile.zone
        // What ends behind an odd turn of conservation, and not behind the next, is no event of the line.
        let charged =
            project.turns == 0
            ? ""
            : """
            AND (SELECT COUNT(*) FROM conservations k
                WHERE k.project = usage_events.project AND k.at < usage_events.ended_at) % 2 = 0
            """
        let found = try rows(
            """
            SELECT * FROM (
                SELECT *, ROW_NUMBER() OVER w AS place, SUM(quantity) OVER w AS so_far,
                    COUNT(*) OVER () - SUM(waits) OVER () AS settled, SUM(waits) OVER () AS waiting
                FROM (
                    SELECT *, CASE WHEN arrival <= ? AND ended_at <= ? THEN 0 ELSE 1 END AS waits
                    FROM usage_events
                    WHERE project = ? AND started_at >= ? AND started_at < ? AND resource = ? AND sku = ?
                        \(charged)
                ) e
                WINDOW w AS (ORDER BY waits, ended_at, id, source ROWS UNBOUNDED PRECEDING)
            ) n
            WHERE place = 1 OR place = settled
                OR (waits = 0 AND ((place > ? AND place <= ?) OR place > settled - ?))
            ORDER BY place
            """,
            [
                project.cursor.arrival, project.cursor.until.microseconds, project.project.pid.text,
                zone.start(of: line.day).microseconds, zone.start(of: line.day.next).microseconds,
                line.resource.text, line.sku.text, size.after ?? 0, (size.after ?? 0) + size.rows,
                size.after == nil ? size.rows : 0,
            ])
        let settled: Int = found.first?["settled"] ?? 0
        let last = found.first { ($0["place"] as Int) == settled }
        return LineEvents(
            count: settled, quantity: Quantity(thousandths: last?["so_far"] ?? 0),
            waiting: found.first?["waiting"] ?? 0,
            shown: found.filter { size.shows($0["place"], of: settled) }.map { row in
                LineEvents.Shown(
                    place: row["place"], event: UsageEvent(row, in: project.project.pid),
                    soFar: Quantity(thousandths: row["so_far"]))
            })
    }

    package func event(named cause: String, in project: PID, by moment: Moment) throws -> UsageEvent? {
        // Nearly always the change came with the event itself; looked at late, it is searched for.
        for bound in ["ended_at = ?", "ended_at < ?"] {
            let found = try row(
                "SELECT * FROM usage_events WHERE project = ? AND \(bound) AND source || '/' || id = ?",
                [project.text, moment.microseconds, cause])
            if let found { return UsageEvent(found, in: project) }
        }
        return nil
    }
}

extension UsageEvent {
    fileprivate init(_ row: Row, in project: PID) {
        self.init(
            id: row["id"], source: row["source"], type: row["type"], project: project,
            resource: ResourceID(row.text("resource")), sku: SKU(row.text("sku")),
            quantity: Quantity(thousandths: row["quantity"]), start: row.moment("started_at"),
            end: row.moment("ended_at"), labels: LabelText.read(row["labels"]))
    }
}
