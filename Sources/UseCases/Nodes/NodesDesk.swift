import Basics

/// Who works on this database, and who does what: nodes come, are heard of and go; leases are taken,
/// renewed and given back. Times are the database's, which all nodes share.
package struct NodesDesk: Sendable {
    let store: any Store
    let clock: Clock
    package let times: LeaseTimes

    /// For how long a node that is gone is still shown.
    private static let shownSeconds: Int64 = 7 * 86_400

    /// Enters a node among the others.
    package func join(_ node: Node) throws {
        try store.transaction { records in
            let now = try records.sharedTime(own: clock.now())
            try records.forgetNodes(unseenSince: now.adding(seconds: -NodesDesk.shownSeconds))
            try records.save(node, seenAt: now)
        }
    }

    /// Frees what others held, where the store itself proves that no other process lives: what was killed
    /// need not be waited for. Called before the first node of this process joins.
    package func inherit() throws {
        guard store.isExclusive else { return }
        try store.transaction { records in
            let now = try records.sharedTime(own: clock.now())
            for record in try records.nodes() where record.leftAt == nil {
                try records.releaseAll(of: record.node.id, at: now)
                try records.markLeft(record.node.id, at: now)
            }
        }
    }

    /// A sign of life, which renews what the node holds. Answers with what it has lost.
    package func beat(_ node: Node, _ holds: [Hold]) throws -> [Hold] {
        try store.transaction { records in
            let now = try records.sharedTime(own: clock.now())
            try records.save(node, seenAt: now)
            let until = now.adding(seconds: times.leaseSeconds)
            // In one order for everybody, so that no two wait for each other.
            return try holds.filter { !$0.isBusy }.sorted { $0.lease.name < $1.lease.name }
                .filter { try !records.renew($0.lease, at: now, until: until) }
        }
    }

    /// The node ends in order: others need not wait for what it held.
    package func leave(_ node: NodeID) throws {
        try store.transaction { records in
            let now = try records.sharedTime(own: clock.now())
            try records.releaseAll(of: node, at: now)
            try records.markLeft(node, at: now)
        }
    }

    /// Takes a lease; nil where another has it.
    package func take(_ name: String, for node: NodeID) throws -> Hold? {
        try store.transaction { records in
            let now = try records.sharedTime(own: clock.now())
            return try records.take(
                name, for: node, at: now, until: now.adding(seconds: times.leaseSeconds),
                endedBefore: now.adding(seconds: -times.marginSeconds))
        }.map(Hold.init)
    }

    /// Gives a lease back; one that was lost is left alone.
    package func release(_ hold: Hold) throws {
        try store.transaction { records in
            try records.release(hold.lease, at: try records.sharedTime(own: clock.now()))
        }
    }

    /// Refuses where another node has a lease, before anything is begun.
    package func admit(_ name: String, to node: NodeID) throws {
        let holder = try store.read { records -> NodeRecord? in
            let now = try records.sharedTime(own: clock.now())
            guard
                let found = try records.leases().first(where: { $0.lease.name == name }),
                found.lease.holder != node, !found.isFree(at: now, times)
            else { return nil }
            return try records.nodes().first { $0.node.id == found.lease.holder }
        }
        guard let holder else { return }
        throw NodesProblem.heldElsewhere(name, host: holder.node.host, process: holder.node.process)
    }

    /// A node's turn at a shared work: it keeps what is its share among the nodes that live, gives back
    /// what is more, takes what is free. Answers with what it holds then, and what it held and is another's now.
    package func share(
        of work: SharedWork, _ held: [Hold], for node: NodeID
    ) throws -> (holds: [Hold], lost: [Hold]) {
        let (now, others, known) = try store.read { records in
            let now = try records.sharedTime(own: clock.now())
            let others = try records.nodes().filter {
                $0.node.id != node && $0.node.works && $0.isAlive(at: now, times)
            }.count
            let leases = try records.leases().map { ($0.lease.name, $0) }
            return (now, others, Dictionary(uniqueKeysWithValues: leases))
        }
        let names = work.leases
        let fair = (names.count + others) / (others + 1)
        let mine = held.filter { hold in
            guard let found = known[hold.lease.name] else { return false }
            return names.contains(hold.lease.name) && found.lease == hold.lease && found.holds(at: now)
        }
        var kept = Array(mine.prefix(fair))
        for hold in mine.dropFirst(fair) { try release(hold) }
        for name in names where kept.count < fair {
            guard known[name]?.isFree(at: now, times) ?? true else { continue }
            if let hold = try take(name, for: node) { kept.append(hold) }
        }
        let lost = held.filter { hold in !mine.contains { $0.lease == hold.lease } }
        return (kept, lost)
    }

    /// Every node, the oldest first, with what it holds.
    package func list() throws -> [NodeStanding] {
        try store.read { records in
            let now = try records.sharedTime(own: clock.now())
            let leases = Dictionary(
                grouping: try records.leases().filter { $0.holds(at: now) }, by: \.lease.holder)
            return try records.nodes().map { record in
                let state: NodeStanding.State =
                    record.leftAt != nil ? .left : record.isAlive(at: now, times) ? .alive : .silent
                return NodeStanding(record: record, state: state, leases: leases[record.node.id] ?? [])
            }
        }
    }
}
