import Foundation
import Glibc
import Support
import Synchronization
import Testing

/// A database on PostgreSQL and the processes on it, fed with usage while terrible things happen.
final class County: Sendable {
    static let pids = (1...6).map { "mcs000000000\($0)" }

    let folder: TestFolder
    let url: String
    let token: String
    private let sent = Mutex<[String: Set<String>]>([:])

    /// On the run's server, or on another one.
    init(on url: String) throws {
        self.url = url
        folder = try TestFolder.quick()
        var data = Dataset()
        data.accounts = [Dataset.sidorov(pids: County.pids)]
        data.prices = [Dataset.price()]
        data.credits = County.pids.map {
            Dataset.credit("card-\($0)", "card", $0, at: "2026-01-04T10:00:00Z")
        }
        try data.write(in: folder)
        let imported = try folder.run(Tool.path, ["import", "data", "--db", url])
        #expect(imported.status == 0, "\(imported.err)")
        let made = try folder.run(
            Tool.path,
            ["token", "create", "--name", "meter", "--scope", "usage", "--scope", "read", "--db", url])
        #expect(made.status == 0, "\(made.err)")
        token = String(made.out.prefix { $0 != "\n" })
    }

    /// A node, by the way there that is given.
    func serve(_ words: [String] = [], by way: String? = nil) throws -> Server {
        try Server(folder, ["--db", way ?? url, "--watermark-seconds", "0"] + words)
    }

    func work(_ words: [String] = []) throws -> TestFolder.Running {
        try folder.start(Tool.path, ["work", "--db", url, "--watermark-seconds", "0"] + words)
    }

    /// One batch of fresh events to one of several ports, again and again until somebody has answered for
    /// it; what was answered is noted. Throws where nobody answers for a minute.
    func feed(_ feeder: Int, _ round: Int, ports: () -> [Int]) throws {
        let ids = (0..<20).map { "f\(feeder)-\(round)-\($0)" }
        let pid = County.pids[(feeder + round) % County.pids.count]
        let body = Array(
            ids.enumerated().map { index, id in
                Dataset.event(id, pid, quantity: "1.25", on: "2026-01-\(10 + index % 9)")
            }.joined(separator: "\n").utf8)
        let end = Date(timeIntervalSinceNow: 60)
        var attempt = feeder
        while Date() < end {
            let open = ports()
            attempt += 1
            if !open.isEmpty, let wire = try? Wire(port: open[attempt % open.count], seconds: 15),
                let answer = try? wire.ask(
                    "POST", "/v1/usage/events", token: token, type: "application/x-ndjson", body: body),
                answer.status == 200
            {
                sent.withLock { $0[pid, default: []].formUnion(ids) }
                return
            }
            usleep(50_000)
        }
        throw ToolProblem.notStarted("nobody answered for batch \(feeder)-\(round)", "")
    }

    var acknowledged: Int { sent.withLock { $0.values.reduce(0) { $0 + $1.count } } }

    /// Several feeders at once, and what happens meanwhile.
    func underLoad(
        feeders: Int, rounds: Int, ports: @escaping @Sendable () -> [Int],
        _ meanwhile: (_ isOver: () -> Bool) throws -> Void
    ) throws {
        let left = Mutex(feeders)
        let failures = Mutex<[String]>([])
        for feeder in 0..<feeders {
            Thread { [self] in
                do { for round in 0..<rounds { try feed(feeder, round, ports: ports) } } catch {
                    failures.withLock { $0.append("\(error)") }
                }
                left.withLock { $0 -= 1 }
            }.start()
        }
        try meanwhile { left.withLock { $0 == 0 } }
        while left.withLock({ $0 > 0 }) { usleep(10_000) }
        #expect(failures.withLock { $0 } == [])
    }

    /// Several feeders for as long as what happens meanwhile takes.
    func underLoad(
        feeders: Int, ports: @escaping @Sendable () -> [Int], as long: () throws -> Void
    ) throws {
        let isOver = Mutex(false)
        let left = Mutex(feeders)
        let failures = Mutex<[String]>([])
        for feeder in 0..<feeders {
            Thread { [self] in
                var round = 0
                do {
                    while !isOver.withLock({ $0 }) {
                        try feed(feeder, round, ports: ports)
                        round += 1
                    }
                } catch { failures.withLock { $0.append("\(error)") } }
                left.withLock { $0 -= 1 }
            }.start()
        }
        defer {
            isOver.withLock { $0 = true }
            while left.withLock({ $0 > 0 }) { usleep(10_000) }
        }
        try long()
        #expect(failures.withLock { $0 } == [])
    }

    /// Nothing that was answered is lost, nothing is there twice, and every sum is as it follows.
    func expectWhole(on heir: String? = nil) throws {
        let url = heir ?? url
        let settled = try folder.run(
            Tool.path, ["settle", "--until", "2027-01-01T00:00:00Z", "--json", "--db", url])
        #expect(settled.status == 0, "\(settled.err)")
        let raw = try RawPostgres(url)
        let kept = try raw.rows("SELECT COUNT(*), COUNT(DISTINCT id) FROM usage_events")[0].compactMap { $0 }
        #expect(kept == ["\(acknowledged)", "\(acknowledged)"])
        for (pid, ids) in sent.withLock({ $0 }) {
            let there = Set(
                try raw.rows("SELECT id FROM usage_events WHERE project = '\(pid)'").compactMap { $0[0] })
            #expect(ids.isSubset(of: there), "\(pid): \(ids.subtracting(there).count) lost")
        }
        let charged = try raw.rows("SELECT SUM(quantity) FROM day_lines")[0][0]
        #expect(charged == "\(acknowledged * 1250)", "each event is in its day line once")
        let verified = try folder.run(Tool.path, ["verify", "--db", url])
        #expect(verified.status == 0, "\(verified.out)\(verified.err)")
    }
}
