import Basics
import Foundation
import Storage
import UseCases

/// A month from its files to settled day lines; then its auditor, and a server that starts on it.
struct MonthBench {
    private let bench: Bench
    private let world = BenchWorld(companies: 100)

    init(_ bench: Bench) { self.bench = bench }

    func measure() throws {
        let count = bench.plan.month
        let dataset = "\(bench.folder)/month"
        try write(count, dataset)
        try read(count, dataset)
        try FileManager.default.removeItem(atPath: dataset)
        try start()
    }

    private func read(_ count: Int, _ dataset: String) throws {
        let app = Wiring.app(store: try bench.open("month.db"), clock: Bench.clock)
        try world.register(app)
        var work = DatasetImport(app: app, folder: dataset, terminal: bench.terminal)
        var taken = 0
        let all = try Bench.seconds { taken = try work.run().events }
        try BenchFault.hold(taken == count, "\(taken) of \(count) events were taken")
        let raw = try RawTables(of: "\(bench.folder)/month.db", into: "\(bench.folder)/month-raw.db")
        let kept = try Bench.seconds { try raw.write(RawTables.intake) }
        let settled = try Bench.seconds { try raw.write(RawTables.settlement) }
        bench.note(
            Measured(
                name: "import of a month of \(count), from files to settled", figure: Double(count) / all,
                unit: "events/s", baseline: Double(count) / (kept + settled)))
        bench.note(
            Measured(
                name: "of it settlement", figure: Double(count) / work.settlementSeconds, unit: "events/s",
                baseline: Double(count) / settled, aims: [.atLeast(100_000)]))
        var rows = 0
        var stepped = 0
        let reading = try Bench.seconds { stepped = try raw.read() }
        let verifying = try Bench.seconds {
            let report = try app.verification.verify()
            try BenchFault.hold(report.count == 0, "verify found \(report.count) wrong rows")
            rows = report.rows
        }
        bench.note(
            Measured(
                name: "verify of that", figure: Double(rows) / verifying, unit: "rows/s",
                baseline: Double(stepped) / reading))
    }

    /// From the start of the process to its first answer about a project.
    private func start() throws {
        let token = try Wiring.app(store: try Wiring.writingBeside("\(bench.folder)/month.db")).tokens.create(
            name: "start", scopes: [.read], project: nil, days: 1, secret: [UInt8](repeating: 7, count: 32))
        let bare = try (0..<max(3, bench.plan.runs)).map { _ in
            try Bench.seconds { try Child(["--version"]).wait() }
        }
        let seconds = try (0..<max(3, bench.plan.runs)).map { _ in
            try Bench.seconds {
                let server = try Child([
                    "serve", "--db", "\(bench.folder)/month.db", "--listen", "127.0.0.1:0", "--control",
                    "127.0.0.1:0", "--no-work", "--quiet",
                ])
                defer { server.end() }
                let place = try server.line()
                guard let port = place.split(separator: ":").last.flatMap({ Int($0) }) else {
                    throw BenchFault("the server said: \(place)")
                }
                let answer = try Wire(port: port, token: token).get("/v1/projects/\(world.pid(0))")
                try BenchFault.hold(answer.status == 200, "answered \(answer.status)")
            }
        }
        bench.note(
            Measured(
                name: "start-up on \(bench.plan.month) events, to the first answer",
                figure: Bench.median(seconds), unit: "s", baseline: Bench.median(bare), aims: [.atMost(1)]))
    }

    private func write(_ count: Int, _ dataset: String) throws {
        try Folder.write(Array("{\"format\":\"kontragent-dataset/1\"}".utf8), to: "\(dataset)/manifest.json")
        let perCompany = count / world.companies
        for part in 0..<10 {
            var text = ""
            for company in stride(from: part, to: world.companies, by: 10) {
                for n in 0..<perCompany {
                    let id = BenchWorld.ordered(n * world.companies + company)
                    if let event = world.event(n, of: company, perCompany: perCompany, id: id) {
                        text += world.line(event)
                    }
                }
            }
            try Folder.write(Array(text.utf8), to: "\(dataset)/usage/part-\(part).jsonl")
        }
    }
}
