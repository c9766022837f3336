import Basics
import GRDB
import Metering
import UseCases

/// Events into a SQLite file: statements bound by hand, nothing boxed.
extension SQLiteSession {
    func take(_ events: [IdentifiedEvent]) throws -> [Taken] {
        let identities = try HotStatement(
            db,
            """
            INSERT INTO usage_identities (identity, project, body) VALUES (?, ?, ?)
            ON CONFLICT (identity) DO NOTHING
            """)
        let rows = try HotStatement(
            db,
            """
            INSERT INTO usage_events (project, arrival, id, source, type, resource, sku, quantity,
                started_at, ended_at, labels)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        var answers = [Taken](repeating: .accepted, count: events.count)
        var places: [PID: [Int]] = [:]
        for place in IdentityOrder(events).places {
            let taken = events[place]
            identities.bind(1, bytes: taken.identity)
            identities.bind(2, taken.event.project.text)
            identities.bind(3, bytes: taken.body)
            if try identities.run(in: db) == 1 {
                places[taken.event.project, default: []].append(place)
            } else {
                answers[place] = try seenBefore(taken)
            }
        }
        for (pid, places) in places.sorted(by: { $0.key < $1.key }) {
            var arrival = try lastArrival(pid)
            for place in places.sorted() {
                arrival += 1
                try insert(events[place].event, arrival: arrival, rows)
            }
            try run("UPDATE projects SET last_arrival = ? WHERE pid = ?", [arrival, pid.text])
        }
        return answers
    }

    private func insert(_ event: UsageEvent, arrival: Int64, _ rows: HotStatement) throws {
        rows.bind(1, event.project.text)
        rows.bind(2, arrival)
        rows.bind(3, event.id)
        rows.bind(4, event.source)
        rows.bind(5, event.type)
        rows.bind(6, event.resource.text)
        rows.bind(7, event.sku.text)
        rows.bind(8, event.quantity.thousandths)
        rows.bind(9, event.start.microseconds)
        rows.bind(10, event.end.microseconds)
        rows.bind(11, LabelText.write(event.labels))
        _ = try rows.run(in: db)
    }

    private func lastArrival(_ pid: PID) throws -> Int64 {
        try rows("SELECT last_arrival FROM projects WHERE pid = ?", [pid.text]).first?["last_arrival"] ?? 0
    }

    private func seenBefore(_ taken: IdentifiedEvent) throws -> Taken {
        let known = try rows("SELECT body FROM usage_identities WHERE identity = ?", [taken.identity])
        return known.first?.bytes("body") == taken.body ? .duplicate : .conflict
    }
}
