import Basics
import Metering
import UseCases

/// Events into PostgreSQL: columns of values, a statement for the whole batch.
extension PostgresSession {
    func take(_ events: [IdentifiedEvent]) throws -> [Taken] {
        guard !events.isEmpty else { return [] }
        var arrivals = try lockedArrivals(Array(Set(events.map(\.event.project))))
        let groups = IdentityOrder(events).groups
        let firsts = groups.map { events[$0[$0.startIndex]] }
        let areNew = try insertIdentities(firsts)
        let known = try bodies(zip(firsts, areNew).filter { !$1 }.map(\.0.identity))
        var answers = [Taken](repeating: .accepted, count: events.count)
        var places: [PID: [Int]] = [:]
        for (place, group) in groups.enumerated() {
            var group = group
            let body = known[firsts[place].identity] ?? firsts[place].body
            if areNew[place], let first = group.popFirst() {
                places[events[first].event.project, default: []].append(first)
            }
            for again in group { answers[again] = events[again].body == body ? .duplicate : .conflict }
        }
        var rows: [(event: UsageEvent, arrival: Int64)] = []
        rows.reserveCapacity(events.count)
        let sorted = places.sorted { $0.key < $1.key }
        for (pid, places) in sorted {
            var arrival = arrivals[pid] ?? 0
            for place in places.sorted() {
                arrival += 1
                rows.append((events[place].event, arrival))
            }
            arrivals[pid] = arrival
        }
        try insert(rows)
        try keep(sorted.map { ($0.key, arrivals[$0.key] ?? 0) })
        return answers
    }

    /// The last arrivals of projects nobody else writes until this ends.
    private func lockedArrivals(_ pids: [PID]) throws -> [PID: Int64] {
        try lock(pids)
        var parameters = PostgresParameters()
        parameters.add(texts: pids.map(\.text))
        let result = try ask("SELECT pid, last_arrival FROM projects WHERE pid = ANY (?)", parameters)
        var arrivals: [PID: Int64] = [:]
        _ = try result.forEach { row in
            arrivals[try row.pid("pid")] = row["last_arrival"]
            return true
        }
        // One was swept since it was looked up: the batch is asked again, and what is of it has no project then.
        guard arrivals.count == pids.count else {
            throw PostgresFailure(state: "40001", message: "a project has gone")
        }
        return arrivals
    }

    /// Keeps identities, in the order of the key; says of each whether it was not known before.
    private func insertIdentities(_ events: [IdentifiedEvent]) throws -> [Bool] {
        var parameters = PostgresParameters()
        parameters.add(blobs: events.map(\.identity))
        parameters.add(texts: events.map(\.event.project.text))
        parameters.add(blobs: events.map(\.body))
        let result = try ask(
            """
            INSERT INTO usage_identities (identity, project, body)
            SELECT * FROM unnest(?, ?, ?) ON CONFLICT (identity) DO NOTHING RETURNING identity
            """, parameters)
        // Mostly all are new, and need not be looked at one by one.
        if result.count == events.count { return [Bool](repeating: true, count: events.count) }
        var new = Set<[UInt8]>(minimumCapacity: result.count)
        _ = try result.forEach { row in
            new.insert(row[0])
            return true
        }
        return events.map { new.contains($0.identity) }
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

    private func keep(_ arrivals: [(pid: PID, arrival: Int64)]) throws {
        guard !arrivals.isEmpty else { return }
        var parameters = PostgresParameters()
        parameters.add(texts: arrivals.map(\.pid.text))
        parameters.add(numbers: arrivals.map(\.arrival))
        try send(
            """
            UPDATE projects SET last_arrival = a.arrival FROM unnest(?, ?) AS a (pid, arrival)
            WHERE projects.pid = a.pid
            """, parameters)
    }
}
