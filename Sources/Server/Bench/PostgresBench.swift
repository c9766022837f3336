import Basics
import Foundation
import Metering
import Storage
import UseCases

/// The same on PostgreSQL, in a database of its own: intake beside a raw insert over arrays, single posts
/// beside a commit each, settlement by several processes.
struct PostgresBench {
    private let bench: Bench
    private let url: String
    private static let settled = 100
    private static let workers = [1, 2, 4]

    init(_ bench: Bench, _ url: String) {
        self.bench = bench
        self.url = url
    }

    func measure() throws {
        try intake()
        try singles()
        try settlement()
    }

    private func intake() throws {
        let world = BenchWorld(companies: 20)
        let store = try Wiring.writing(url, clock: Bench.clock)
        let app = Wiring.app(store: store, clock: Bench.clock)
        try world.register(app)
        let raw = try RawPostgresInserts(url)
        let mark = "/" + UUID().uuidString
        var made = 0
        for size in [1_000, 10_000] {
            var own: [Double] = []
            var engine: [Double] = []
            for _ in 0..<bench.plan.runs {
                let events = world.events(
                    made..<made + bench.plan.perRun, perCompany: bench.plan.perRun, isRandom: false,
                    suffix: mark)
                made += events.count
                let (mine, its) = try Bench.byTurns(
                    Bench.chunks(events, of: size), { try IntakeBench.take($0, app) },
                    IntakeBench.identified, { try raw.insert($0) })
                own.append(mine)
                engine.append(its)
            }
            bench.note(
                Measured(
                    name: "PostgreSQL: intake, batches of \(size)",
                    figure: Double(bench.plan.perRun) / Bench.median(own), unit: "events/s",
                    baseline: Double(bench.plan.perRun) / Bench.median(engine), aims: [.share(0.6)]))
        }
        try raw.end()
    }

    private func singles() throws {
        try commits()
        let door = try BenchDoor(try Wiring.writing(url), BenchWorld(companies: 20))
        defer { door.close() }
        try HTTPBench(bench).singles(door, in: "PostgreSQL: ")
    }

    /// One event a commit through the use case, beside a row a commit by PostgreSQL's own measuring program.
    private func commits() throws {
        let world = BenchWorld(companies: 20)
        let app = Wiring.app(store: try Wiring.writing(url, clock: Bench.clock), clock: Bench.clock)
        try world.register(app)
        let count = bench.plan.singles / 16
        let events = world.events(
            0..<count, perCompany: count, isRandom: false, suffix: "/" + UUID().uuidString)
        let seconds = try Bench.seconds { for event in events { try IntakeBench.take([event], app) } }
        bench.note(
            Measured(
                name: "PostgreSQL: an event a commit, beside pgbench's row a commit",
                figure: Double(count) / seconds, unit: "events/s", baseline: try pgbench(count)))
    }

    /// Commits a second of one client that inserts a row in each; nil where the program is not there.
    private func pgbench(_ count: Int) throws -> Double? {
        // Silence is right: without a server of this machine's there is no such folder.
        let versions = try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")
        guard
            let program = (versions ?? []).sorted().map({ "/usr/lib/postgresql/\($0)/bin/pgbench" }).last(
                where: {
                    FileManager.default.isExecutableFile(atPath: $0)
                })
        else { return nil }
        let script = "\(bench.folder)/commit.sql"
        try Data(
            "INSERT INTO pgbench_rows VALUES (decode(md5(random()::text), 'hex'), 'mcs0000000001', '\\x00');\n"
                .utf8
        ).write(to: URL(fileURLWithPath: script))
        _ = try PostgresBench.output(
            program.replacing("pgbench", with: "psql"),
            [
                url, "-qc",
                "CREATE TABLE IF NOT EXISTS pgbench_rows (identity bytea PRIMARY KEY, project text, body bytea)",
            ])
        let said = try PostgresBench.output(program, ["-n", "-t", String(count), "-f", script, url])
        guard let line = said.split(separator: "\n").last(where: { $0.hasPrefix("tps = ") }),
            let rate = line.split(separator: " ").dropFirst(2).first.flatMap({ Double($0) })
        else { throw BenchFault("pgbench said: \(said)") }
        return rate
    }

    private static func output(_ program: String, _ arguments: [String]) throws -> String {
        let (process, said) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = said
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = try said.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try BenchFault.hold(
            process.terminationStatus == 0, "\(program) ended with \(process.terminationStatus)")
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Each number of processes settles companies of its own, that none has settled before.
    private func settlement() throws {
        let count = PostgresBench.settled * PostgresBench.workers.count
        let world = BenchWorld(companies: count)
        let app = Wiring.app(store: try Wiring.writing(url, clock: Bench.clock), clock: Bench.clock)
        try world.register(app)
        let perCompany = bench.plan.perRun / PostgresBench.settled
        let mark = "/" + UUID().uuidString
        // What earlier measurements left is settled first.
        _ = try app.settlement.settleAll()
        for (place, workers) in PostgresBench.workers.enumerated() {
            let first = place * PostgresBench.settled
            for company in first..<first + PostgresBench.settled {
                let events = (0..<perCompany).compactMap { n in
                    world.event(
                        n, of: company, perCompany: perCompany,
                        id: "\(BenchWorld.ordered(n))\(mark)/\(company)")
                }
                _ = try app.usage.take(events)
            }
            let children = try (0..<workers).map { worker in
                try Child([
                    "bench", "--postgres", url, "--settle",
                    "\(first + worker)..\(first + PostgresBench.settled)/\(workers)",
                ])
            }
            for child in children { _ = try child.line() }
            let seconds = try Bench.seconds {
                for child in children { try child.go() }
                for child in children { try child.wait() }
            }
            bench.note(
                Measured(
                    name: "PostgreSQL: settlement by \(workers) process\(workers == 1 ? "" : "es")",
                    figure: Double(perCompany * PostgresBench.settled) / seconds, unit: "events/s"))
        }
    }

    /// A process's share of the companies: from one on, every n-th.
    struct Share {
        let companies: [Int]

        init?(_ text: String) {
            let parts = text.replacing("..", with: "/").split(separator: "/").compactMap { Int($0) }
            guard parts.count == 3, parts[0] <= parts[1], parts[2] > 0 else { return nil }
            companies = Array(stride(from: parts[0], to: parts[1], by: parts[2]))
        }
    }

    /// What a process started by `settlement` does: says that it is there, waits for a line, settles.
    static func settle(_ share: Share, _ url: String, _ terminal: Terminal) throws {
        let world = BenchWorld(companies: 0)
        let app = Wiring.app(store: try Wiring.writing(url, clock: Bench.clock), clock: Bench.clock)
        terminal.say("ready")
        _ = readLine()
        let report = try app.settlement.settle(share.companies.compactMap { PID(world.pid($0)) })
        try BenchFault.hold(report.failed.isEmpty, "\(report.failed.count) projects were not settled")
    }
}
