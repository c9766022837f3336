import Basics
import Regions
import Storage
import Support
import Testing
import UseCases

/// Who may do shared work: leases with tokens that only grow, proved by every write.
@Suite struct LeaseTests {
    @Test func `a lease is one node's until it ends, and its token grows with every taking`() throws {
        let crew = try Crew()
        try crew.join("a")
        try crew.join("b")
        let first = try #require(try crew.take("closing/moscow", "a"))
        #expect(first.lease.token == 1)
        #expect(try crew.take("closing/moscow", "b") == nil)
        #expect(try crew.take("closing/moscow", "a") == nil, "not even the holder takes it twice")
        // It ends after 15 s; the margin of 5 s is waited for.
        try crew.wait(19)
        #expect(try crew.take("closing/moscow", "b") == nil)
        try crew.wait(1)
        let second = try #require(try crew.take("closing/moscow", "b"))
        #expect(second.lease.token == 2)
        try crew.desk.release(second)
        #expect(try crew.take("closing/moscow", "a")?.lease.token == 3, "what was given back is free at once")
    }

    @Test func `a sign of life renews what a node holds, and tells what it has lost`() throws {
        let crew = try Crew()
        let a = try crew.join("a")
        try crew.join("b")
        let (one, two) = (
            try #require(try crew.take("papers/1", "a")), try #require(try crew.take("papers/2", "a"))
        )
        for _ in 0..<10 {
            try crew.wait(5)
            #expect(try crew.desk.beat(a, [one, two]).isEmpty)
        }
        #expect(try crew.take("papers/1", "b") == nil)
        try crew.wait(20)
        let taken = try #require(try crew.take("papers/1", "b"))
        #expect(try crew.desk.beat(a, [one, two]).map(\.lease) == [one.lease, two.lease])
        #expect(try crew.desk.beat(crew.node("b"), [taken]).isEmpty)
    }

    @Test func `who lost a lease writes nothing any more, who has it goes on`() throws {
        let crew = try Crew()
        try crew.join("a")
        try crew.join("b")
        let stale = try #require(try crew.take("settlement/3", "a"))
        try crew.write("before", under: stale)
        // The node is paused, its lease runs out and is taken over; then it wakes.
        try crew.wait(60)
        let fresh = try #require(try crew.take("settlement/3", "b"))
        #expect(throws: NodesProblem.leaseLost("settlement/3")) { try crew.write("late", under: stale) }
        try crew.write("after", under: fresh)
        try crew.desk.release(stale)
        try crew.write("again", under: fresh)
        #expect(try crew.written == ["after", "again", "before"])
    }

    @Test func `a lease that ran out is no leave to write, even where nobody took it`() throws {
        let crew = try Crew()
        try crew.join("a")
        let hold = try #require(try crew.take("seals/0", "a"))
        try crew.wait(15)
        #expect(throws: NodesProblem.leaseLost("seals/0")) { try crew.write("late", under: hold) }
        #expect(try crew.written.isEmpty)
    }

    @Test func `writing under a lease renews it; a write longer than the lease keeps it too`() throws {
        let crew = try Crew()
        try crew.join("a")
        let hold = try #require(try crew.take("settlement/0", "a"))
        for number in 0..<5 {
            try crew.wait(14)
            try crew.write("quick-\(number)", under: hold)
        }
        let key = KeyedRequest(
            token: try #require(try crew.town.app.tokens.list().first).hash, key: "k", route: "r", digest: [])
        _ = try crew.town.app.under(hold).once(key) { _ in
            try crew.wait(100)
            return KeptAnswer(status: 200, type: "", location: "", body: [])
        }
        try crew.wait(14)
        try crew.write("after", under: hold)
    }

    @Test func `a stale node settles nothing, closes nothing, keeps no paper and makes no seal`() throws {
        let town = try Town(opened: "2026-01-01")
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.price("vm", "300")
        try town.transfer([Make.Transfer("1000.00", for: "mcs0000000001", on: "2026-01-05", number: "1")])
        try town.use("vm", in: "mcs0000000001", until: "2026-01-20T10:00:00Z")
        try town.go(to: "2026-02-03T09:00:00Z")
        let node = Node(id: NodeID("a"), host: "h", process: 1, program: "p", works: true)
        try town.app.nodes.join(node)
        let hold = try #require(try town.app.nodes.take("settlement/0", for: node.id))
        let stale = town.app.under(hold)
        let month = try #require(Month("2026-01"))
        try town.go(to: "2026-02-03T09:10:00Z")
        let lost = NodesProblem.leaseLost("settlement/0")
        let pids = try town.app.settlement.unsettled(until: town.now)
        #expect(pids.count == 1)
        #expect(throws: lost) { try stale.settlement.settle(pids) }
        #expect(throws: lost) { try stale.closing.close(month, region: .moscow) }
        #expect(throws: lost) { try stale.seals.seal() }
        #expect(try town.app.settlement.unsettled(until: town.now) == pids)
        #expect(try !town.app.closing.standing(of: month, in: .moscow).isClosed)
        // The same work by whoever may.
        try town.close("2026-01")
        let key = try #require(try town.app.papers.due(limit: 1).first)
        #expect(throws: lost) { try stale.papers.paper(key) }
        let waiting = try town.app.outbox.waiting(.paper)
        #expect(waiting.count == 1 && waiting[0].attempts == 0, "not even postponed")
        _ = try town.app.papers.paper(key)
        #expect(try town.app.outbox.waiting(.paper).isEmpty)
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `what another node does is refused by the name of its process`() throws {
        let crew = try Crew()
        try crew.join("a")
        try crew.join("b")
        try crew.desk.admit("closing/moscow", to: NodeID("b"))
        let hold = try #require(try crew.take("closing/moscow", "a"))
        try crew.desk.admit("closing/moscow", to: NodeID("a"))
        #expect(throws: NodesProblem.heldElsewhere("closing/moscow", host: "host-a", process: 97)) {
            try crew.desk.admit("closing/moscow", to: NodeID("b"))
        }
        try crew.desk.release(hold)
        try crew.desk.admit("closing/moscow", to: NodeID("b"))
    }

    @Test func `a node that leaves frees what it held; one that falls silent is shown so`() throws {
        let crew = try Crew()
        let a = try crew.join("a")
        try crew.join("b", works: false)
        _ = try #require(try crew.take("papers/1", "a"))
        func seen() throws -> [String] {
            try crew.desk.list().map { node in
                "\(node.record.node.id) \(node.state) \(node.leases.map { "\($0.lease.name)#\($0.lease.token)" })"
            }
        }
        #expect(try seen() == [#"a alive ["papers/1#1"]"#, "b alive []"])
        try crew.wait(20)
        #expect(try crew.desk.beat(a, []).isEmpty)
        #expect(try seen() == ["a alive []", "b silent []"])
        _ = try #require(try crew.take("papers/1", "a"))
        try crew.desk.leave(a.id)
        #expect(try seen() == ["a left []", "b silent []"])
        #expect(try crew.take("papers/1", "b")?.lease.token == 3)
        // After a week nobody looks for them; what a lease names stays.
        try crew.wait(8 * 86_400)
        try crew.join("c")
        #expect(try seen() == ["b silent []", "c alive []"])
    }

    @Test(.enabled(if: TestDatabase.isOnFile))
    func `where no other process can live, what a killed one held is free at once`() throws {
        let crew = try Crew()
        try crew.join("killed")
        let old = try #require(try crew.take("settlement/1", "killed"))
        let shared = crew.town.desks(over: SharedStore(store: crew.town.store))
        // Others may live on this one: nothing is taken from them.
        try shared.nodes.inherit()
        #expect(try crew.desk.list().map(\.state) == [.alive])
        try crew.desk.inherit()
        #expect(try crew.desk.list().map(\.state) == [.left])
        try crew.join("next")
        #expect(try crew.take("settlement/1", "next")?.lease.token == 2)
        #expect(throws: NodesProblem.leaseLost("settlement/1")) { try crew.write("late", under: old) }
    }

    /// A store that other processes may write to as well.
    private struct SharedStore: Store {
        let store: any Store

        func read<Result>(_ body: (any Records) throws -> Result) throws -> Result { try store.read(body) }
        func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result {
            try store.transaction(body)
        }
    }
}
