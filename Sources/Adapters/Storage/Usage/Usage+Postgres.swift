import Basics
import Metering
import UseCases

/// Events into PostgreSQL: columns of values, a statement for the whole batch.
extension PostgresSession {
    func take(_ events: [IdentifiedEvent]) throws -> [Taken] {
        guard !events.isEmpty else { return [] }
        var arrivals = try lockedArrivals(Set(events.map(\.event.project)).sorted())
        // Of two in one batch the first is the one that is new.
        var first: [[UInt8]: Int] = [:]
        for (index, event) in events.enumerated() where first[event.identity] == nil {
            first[event.identity] = index
        }
        let distinct = first.values.map { events[$0] }
            .sorted { $0.identity.lexicographicallyPrecedes($1.identity) }
        let fresh = try insertIdentities(distinct)
        let known = try bodies(first.keys.filter { !fresh.contains($0) })
        var rows: [(event: UsageEvent, arrival: Int64)] = []
        var grown: [PID: Int64] = [:]
        let answers = events.enumerated().map { index, taken -> Taken in
            if first[taken.identity] == index, fresh.contains(taken.identity) {
                let arrival = (arrivals[taken.event.project] ?? 0) + 1
                arrivals[taken.event.project] = arrival
                grown[taken.event.project] = arrival
                rows.append((taken.event, arrival))
                return .accepted
            }
            let body = known[taken.identity] ?? first[taken.identity].map { events[$0].body }
            return body == taken.body ? .duplicate : .conflict
        }
        try insert(rows)
        try keep(grown)
        return answers
    }

    /// The last arrivals of projects nobody else writes until this ends.
    private func lockedArrivals(_ pids: [PID]) throws -> [PID: Int64] {
        var parameters = PostgresParameters()
        parameters.add(texts: pids.map(\.text))
        let result = try ask(
            "SELECT pid, last_arrival FROM projects WHERE pid = ANY (?) ORDER BY pid FOR NO KEY UPDATE",
            parameters)
        var arrivals: [PID: Int64] = [:]
        _ = try result.forEach { row in
            arrivals[try row.pid("pid")] = row["last_arrival"]
            return true
        }
        return arrivals
    }

    /// Those that were not known before, in the order of the key.
    private func insertIdentities(_ events: [IdentifiedEvent]) throws -> Set<[UInt8]> {
        var parameters = PostgresParameters()
        parameters.add(blobs: events.map(\.identity))
        parameters.add(texts: events.map(\.event.project.text))
        parameters.add(blobs: events.map(\.body))
        let result = try ask(
            """
            INSERT INTO usage_identities (identity, project, body)
            SELECT * FROM unnest(?, ?, ?) ON CONFLICT (identity) DO NOTHING RETURNING identity
            """, parameters)
        var fresh = Set<[UInt8]>(minimumCapacity: result.count)
        _ = try result.forEach { row in
            fresh.insert(row[0])
            return true
        }
        return fresh
    }

    private func bodies(_ identities: [[UInt8]]) throws -> [[UInt8]: [UInt8]] {
        guard !identities.isEmpty else { return [:] }
        var parameters = PostgresParameters()
        parameters.add(blobs: identities)
        var bodies: [[UInt8]: [UInt8]] = [:]
        _ = try ask(
            "SELECT identity, body FROM usage_identities WHERE identity = ANY (?)", parameters
        ).forEach { row in
            bodies[row[0]] = row[1]
            return true
        }
        return bodies
    }

    private func insert(_ rows: [(event: UsageEvent, arrival: Int64)]) throws {
        guard !rows.isEmpty else { return }
        var parameters = PostgresParameters()
        parameters.add(texts: rows.map(\.event.project.text))
        parameters.add(numbers: rows.map(\.arrival))
        parameters.add(texts: rows.map(\.event.id))
        parameters.add(texts: rows.map(\.event.source))
        parameters.add(texts: rows.map(\.event.type))
        parameters.add(texts: rows.map(\.event.resource.text))
        parameters.add(texts: rows.map(\.event.sku.text))
        parameters.add(numbers: rows.map(\.event.quantity.thousandths))
        parameters.add(numbers: rows.map(\.event.start.microseconds))
        parameters.add(numbers: rows.map(\.event.end.microseconds))
        parameters.add(texts: rows.map { LabelText.write($0.event.labels) })
        try send(
            """
            INSERT INTO usage_events (project, arrival, id, source, type, resource, sku, quantity,
                started_at, ended_at, labels)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, parameters)
    }

    private func keep(_ arrivals: [PID: Int64]) throws {
        guard !arrivals.isEmpty else { return }
        let sorted = arrivals.sorted { $0.key < $1.key }
        var parameters = PostgresParameters()
        parameters.add(texts: sorted.map(\.key.text))
        parameters.add(numbers: sorted.map(\.value))
        try send(
            """
            UPDATE projects SET last_arrival = a.arrival FROM unnest(?, ?) AS a (pid, arrival)
            WHERE projects.pid = a.pid
            """, parameters)
    }
}
