import Basics
import Foundation
import Glibc
import Storage
import Support
import Synchronization
import Testing

/// Nodes and their database die, sleep and come back under load.
@Suite(.enabled(if: TestDatabase.hasServer), .serialized) struct NodeKillTests {
    private static let isNightly = ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"

    @Test func `nodes killed in turn under load lose nothing that they answered`() throws {
        let url = try TestDatabase.schema()
        defer { TestDatabase.drop(url) }
        let county = try County(on: url)
        var nodes = [try county.serve(), try county.serve()]
        let open = Mutex(nodes.map(\.port))
        let ports = { @Sendable in open.withLock { $0 } }
        var kills = 0
        try county.underLoad(feeders: 4, rounds: NodeKillTests.isNightly ? 400 : 60, ports: ports) { isOver in
            while !isOver() {
                usleep(700_000)
                let victim = kills % 2
                nodes[victim].end(with: SIGKILL)
                kills += 1
                nodes[victim] = try county.serve()
                let port = nodes[victim].port
                open.withLock { $0[victim] = port }
            }
        }
        for node in nodes { node.end() }
        #expect(kills >= 2, "\(kills) kills")
        try county.expectWhole()
        print("node kills: \(kills), \(county.acknowledged) events answered")
    }

    @Test func `nodes ended in order and begun anew under load lose nothing, and each ends well`() throws {
        let url = try TestDatabase.schema()
        defer { TestDatabase.drop(url) }
        let county = try County(on: url)
        var nodes = [try county.serve(), try county.serve()]
        let open = Mutex(nodes.map(\.port))
        let wanted = NodeKillTests.isNightly ? 200 : 6
        try county.underLoad(feeders: 3, ports: { open.withLock { $0 } }) {
            for restart in 0..<wanted {
                let answered = county.acknowledged
                let (leaving, staying) = (restart % 2, nodes[1 - restart % 2].port)
                // As behind a balancer: nobody is sent to the one that goes.
                open.withLock { $0 = [staying] }
                #expect(nodes[leaving].end(with: SIGTERM).status == 0, "restart \(restart)")
                nodes[leaving] = try county.serve()
                let ports = nodes.map(\.port)
                open.withLock { $0 = ports }
                try NodeKillTests.waits("the load goes on") { county.acknowledged > answered }
            }
        }
        for node in nodes { #expect(node.end(with: SIGTERM).status == 0) }
        try county.expectWhole()
        print("restarts: \(wanted), \(county.acknowledged) events answered")
    }

    @Test func `the database is killed under load and comes back: nodes wait and go on`() throws {
        let folder = try TestFolder.quick()
        let server = try OwnServer(folder, "county")
        let county = try County(on: server.url)
        let nodes = [try county.serve(), try county.serve()]
        let ports = nodes.map(\.port)
        var kills = 0
        try county.underLoad(feeders: 4, rounds: NodeKillTests.isNightly ? 300 : 40, ports: { ports }) {
            isOver in
            while !isOver(), kills < (NodeKillTests.isNightly ? 10 : 2) {
                usleep(600_000)
                try server.kill()
                kills += 1
                try server.start()
            }
        }
        for node in nodes { #expect(node.end().status == 0, "a node outlives its database") }
        #expect(kills > 0)
        try county.expectWhole()
        print("postmaster kills: \(kills), \(county.acknowledged) events answered")
    }

    @Test func `a commit that died with its server is not mistaken for another's that got its number`()
        throws
    {
        let folder = try TestFolder.quick()
        // What is not committed stays in the server's memory.
        let server = try OwnServer(folder, "numbers", options: ["-c", "wal_writer_delay=10s"])
        let proxy = try CuttingProxy(before: server.url)
        defer { proxy.end() }
        let town = try Town(opened: "2026-01-03", engine: .postgres, through: proxy.url)
        try town.completeSuppliers()
        try town.price("vm", "0.1", from: "2025-01-01")
        try town.register(Make.romashka())
        let outcome = Mutex<Result<Void, any Error>?>(nil)
        proxy.turn(.holdCommitAndShut)
        Thread {
            let result = Result { _ = try town.use("vm", in: "mcs0000000001", until: "2026-01-03T12:00:00Z") }
            outcome.withLock { $0 = result }
        }.start()
        try NodeKillTests.waits("a COMMIT is on its way") { proxy.lostCommits == 1 }
        try server.kill()
        try server.start()
        let raw = try RawPostgres(server.url)
        for _ in 0..<50 { _ = try raw.rows("SELECT pg_current_xact_id()") }
        proxy.turn(.pass)
        try NodeKillTests.waits("it is known what became of it") { outcome.withLock { $0 != nil } }
        let schema = town.database.split(separator: "%3D").last ?? ""
        let count = { try raw.rows("SELECT COUNT(*) FROM \(schema).usage_events") }
        switch outcome.withLock({ $0 }) {
        case .failure(let error):
            #expect((error as? any Problem)?.code == "storage.unknown-outcome", "\(error)")
        default: #expect(try count() == [["1"]], "it was answered")
        }
        try town.use("vm", in: "mcs0000000001", until: "2026-01-03T12:00:00Z")
        #expect(try count() == [["1"]], "the same once more is there once")
    }

    @Test func `a worker that slept past its lease writes nothing; another has taken over`() throws {
        let url = try TestDatabase.schema()
        defer { TestDatabase.drop(url) }
        let county = try County(on: url)
        let door = try county.serve(["--no-work"])
        let times = ["--lease-seconds", "3", "--beat-seconds", "1", "--margin-seconds", "1"]
        let sleeper = try county.work(times)
        let raw = try RawPostgres(url)
        try NodeKillTests.waits("the first worker takes every share") {
            try raw.rows("SELECT COUNT(*) FROM leases WHERE holder IS NOT NULL")[0][0] != "0"
        }
        for round in 0..<5 { try county.feed(0, round, ports: { [door.port] }) }
        let tokens = try raw.rows("SELECT name, token FROM leases ORDER BY name").map { $0.compactMap { $0 } }
        kill(sleeper.pid, SIGSTOP)
        let heir = try county.work(times)
        for round in 5..<15 { try county.feed(0, round, ports: { [door.port] }) }
        try NodeKillTests.waits("the second worker settles what came meanwhile") {
            try raw.rows("SELECT SUM(quantity) FROM day_lines")[0][0] == "\(county.acknowledged * 1250)"
        }
        kill(sleeper.pid, SIGCONT)
        for round in 15..<20 { try county.feed(0, round, ports: { [door.port] }) }
        try NodeKillTests.waits("both go on") {
            try raw.rows("SELECT SUM(quantity) FROM day_lines")[0][0] == "\(county.acknowledged * 1250)"
        }
        let later = try raw.rows("SELECT name, token FROM leases ORDER BY name").map { $0.compactMap { $0 } }
        let grown = zip(tokens, later).filter { Int($0[1]) ?? 0 < Int($1[1]) ?? 0 }.count
        #expect(grown > 0, "tokens grew with the take-over: \(tokens) \(later)")
        for running in [sleeper, heir] {
            kill(running.pid, SIGTERM)
            #expect(running.end().status == 0)
        }
        door.end()
        try county.expectWhole()
    }

    @Test func `the work of a node that died is taken over within thirty seconds, as things are set`() throws
    {
        let url = try TestDatabase.schema()
        defer { TestDatabase.drop(url) }
        let county = try County(on: url)
        let door = try county.serve(["--no-work"])
        let raw = try RawPostgres(url)
        func held() throws -> Set<String?> {
            // Sealing has its turn once a minute, and is taken over with that.
            let sql =
                "SELECT DISTINCT holder FROM leases WHERE holder IS NOT NULL AND name NOT LIKE 'seals/%'"
            return Set(try raw.rows(sql).map { $0[0] })
        }
        let doomed = try county.work()
        try NodeKillTests.waits("the first worker takes every share") { try held().count == 1 }
        let first = try held()
        let heir = try county.work()
        try NodeKillTests.waits("they share") { try held().count == 2 }
        kill(doomed.pid, SIGKILL)
        _ = doomed.end()
        let start = ContinuousClock.now
        for round in 0..<20 { try county.feed(round % 4, round, ports: { [door.port] }) }
        try NodeKillTests.waits("all is settled, and everything is held by the one that lives") {
            try held().isDisjoint(with: first)
                && raw.rows("SELECT SUM(quantity) FROM day_lines")[0][0] == "\(county.acknowledged * 1250)"
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        #expect(seconds <= 30, "\(seconds)")
        print("take-over: \(seconds) s after the kill, leases and times as they are set by default")
        kill(heir.pid, SIGTERM)
        #expect(heir.end().status == 0)
        door.end()
        try county.expectWhole()
    }

    private static func waits(_ what: String, _ holds: () throws -> Bool) throws {
        for _ in 0..<400 {
            if try holds() { return }
            usleep(100_000)
        }
        Issue.record("it did not come about in 40 s: \(what)")
    }
}
