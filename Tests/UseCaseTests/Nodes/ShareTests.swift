import Basics
import Support
import Testing
import UseCases

/// Shared work goes round: each node a fair share, nobody the same piece.
@Suite struct ShareTests {
    /// The holds of each node, and a turn of each in order.
    private struct Shares {
        let crew: Crew
        let work: SharedWork
        var holds: [String: [Hold]] = [:]

        /// A sign of life and a turn of each.
        mutating func turn(_ nodes: String...) throws {
            for name in nodes {
                let lost = try crew.desk.beat(crew.node(name), holds[name] ?? []).map(\.lease)
                let kept = (holds[name] ?? []).filter { !lost.contains($0.lease) }
                holds[name] = try crew.desk.share(of: work, kept, for: NodeID(name)).holds
            }
        }

        func count(_ name: String) -> Int { holds[name]?.count ?? 0 }
        var names: [String] { holds.values.joined().map(\.lease.name).sorted() }
    }

    @Test func `shares follow the nodes that live: joined, left, fallen silent`() throws {
        let crew = try Crew()
        for name in ["a", "b", "c"] { try crew.join(name) }
        try crew.join("doors", works: false)
        try crew.desk.leave(NodeID("b"))
        try crew.desk.leave(NodeID("c"))
        var shares = Shares(crew: crew, work: .settlement)
        try shares.turn("a")
        #expect(shares.count("a") == 16)
        // Another comes: the first gives back half at its next turn.
        try crew.join("d")
        try shares.turn("d")
        #expect(shares.count("d") == 0, "nothing is free yet")
        try shares.turn("a", "d")
        #expect(shares.count("a") == 8 && shares.count("d") == 8)
        #expect(shares.names == SharedWork.settlement.leases.sorted())
        try crew.join("e")
        try shares.turn("a", "d", "e")
        #expect(shares.count("a") == 6 && shares.count("d") == 6 && shares.count("e") == 4)
        // Nothing moves while nobody comes or goes.
        let before = shares.holds.mapValues { $0.map(\.lease) }
        for _ in 0..<5 {
            try crew.wait(5)
            try shares.turn("a", "d", "e")
        }
        #expect(shares.holds.mapValues { $0.map(\.lease) } == before)
        // One leaves in order: what it held is taken at the next turn.
        try crew.desk.leave(NodeID("d"))
        shares.holds["d"] = nil
        try shares.turn("a", "e")
        #expect(shares.count("a") == 8 && shares.count("e") == 8)
        // One is killed: after lease and margin, 20 s, the other has everything.
        shares.holds["e"] = nil
        for _ in 0..<3 {
            try crew.wait(5)
            try shares.turn("a")
        }
        #expect(shares.count("a") == 8)
        try crew.wait(5)
        try shares.turn("a")
        #expect(shares.count("a") == 16)
    }

    @Test func `a node that wakes too late is told what it has lost, and not what it gave back`() throws {
        let crew = try Crew()
        try crew.join("a")
        let (held, none) = try crew.desk.share(of: .settlement, [], for: NodeID("a"))
        #expect(held.count == 16 && none.isEmpty)
        try crew.join("b")
        let (half, given) = try crew.desk.share(of: .settlement, held, for: NodeID("a"))
        #expect(half.count == 8 && given.isEmpty)
        // Asleep past its leases: another takes them all.
        for _ in 0..<5 {
            try crew.wait(5)
            try crew.join("b")
        }
        #expect(try crew.desk.share(of: .settlement, [], for: NodeID("b")).holds.count == 16)
        let (now, lost) = try crew.desk.share(of: .settlement, half, for: NodeID("a"))
        #expect(now.isEmpty && lost.map(\.lease) == half.map(\.lease))
    }

    @Test func `what cannot be divided stays with the one that has it`() throws {
        let crew = try Crew()
        try crew.join("a")
        try crew.join("b")
        var shares = Shares(crew: crew, work: .seals)
        try shares.turn("a", "b", "a", "b")
        #expect(shares.count("a") == 1 && shares.count("b") == 0)
    }

    @Test func `every project falls into one piece, and the pieces are even`() {
        var counts = [Int](repeating: 0, count: SharedWork.settlement.shards)
        for number in 0..<10_000 {
            counts[SharedWork.settlement.shard(of: "mcs000\(1_000_000 + number)")] += 1
        }
        #expect(counts.allSatisfy { (400...850).contains($0) }, "\(counts)")
        // Every node of every version means the same by a piece.
        #expect(SharedWork.settlement.shard(of: "mcs0000000001") == 8)
        #expect(SharedWork.papers.shard(of: "moscow/upd/2026/1") == 12)
        #expect(SharedWork.seals.shard(of: "anything") == 0)
    }

    /// Nodes that come, beat, take their turns, fall asleep and wake in any order: of all that ever held a
    /// piece at most one may write, and tokens only grow.
    @Test func `two nodes never hold one lease, whatever the order of things`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("nodes in any order: seed \(seed)")
        var random = SplitMix64(seed: seed)
        let crew = try Crew()
        let names = ["a", "b", "c", "d"]
        for name in names { try crew.join(name) }
        /// Everything a node ever held, also what it does not know to be lost.
        var ever: [String: [Hold]] = [:]
        var holds: [String: [Hold]] = [:]
        var tokens: [String: Int64] = [:]
        var (writes, refusals) = (0, 0)
        func note(_ taken: [Hold], by name: String) {
            for hold in taken where !(ever[hold.lease.name] ?? []).contains(where: { $0 === hold }) {
                #expect(hold.lease.token > tokens[hold.lease.name] ?? 0, "seed \(seed): \(hold.lease)")
                tokens[hold.lease.name] = hold.lease.token
                ever[hold.lease.name, default: []].append(hold)
            }
        }
        for step in 0..<300 {
            let name = random.pick(names)
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1: try crew.wait(Int64.random(in: 1...9, using: &random))
            case 2: try crew.wait(Int64.random(in: 10...40, using: &random))
            case 3:
                try crew.desk.leave(NodeID(name))
                holds[name] = nil
            case 4:
                for lost in try crew.desk.beat(crew.node(name), holds[name] ?? []) {
                    holds[name]?.removeAll { $0 === lost }
                }
            case 5:
                let lease = random.pick(SharedWork.settlement.leases)
                if let hold = try crew.take(lease, name) {
                    note([hold], by: name)
                    holds[name, default: []].append(hold)
                }
            case 6:
                if let hold = holds[name]?.popLast() { try crew.desk.release(hold) }
            default:
                try crew.join(name)
                let now = try crew.desk.share(of: .settlement, holds[name] ?? [], for: NodeID(name)).holds
                note(now, by: name)
                holds[name] = now
            }
            guard let lease = ever.keys.sorted().randomElement(using: &random) else { continue }
            var writers: [Lease] = []
            for hold in (ever[lease] ?? []).suffix(4) {
                do {
                    try crew.write("step-\(step)-\(hold.lease.token)", under: hold)
                    writers.append(hold.lease)
                    writes += 1
                } catch NodesProblem.leaseLost { refusals += 1 }
            }
            #expect(writers.count <= 1, "seed \(seed), step \(step): \(writers)")
            #expect(
                writers.allSatisfy { $0.token == tokens[lease] }, "seed \(seed), step \(step): \(writers)")
        }
        #expect(writes > 20 && refusals > 20, "seed \(seed): \(writes) writes, \(refusals) refusals")
        #expect(try crew.written.count == writes, "seed \(seed): a refusal leaves nothing behind")
    }
}
