import Basics
import Formats
import Foundation
import Glibc
import Hashing
import Metering
import Regions
import Storage
import UseCases

/// Measures the hot paths through the real desks. Absolute times depend on the machine; the ratio to
/// the engine's own speed, measured in the same run, does not.
struct Bench {
    let folder: String
    let terminal: Terminal
    private var rows: [[String]] = []
    private static let clock = Clock.stopped(at: Moment(microseconds: 1_791_000_000_000_000))

    init(folder: String, terminal: Terminal) {
        self.folder = folder
        self.terminal = terminal
    }

    /// Intake in batches, with ids in the order of time and random ones, beside raw inserts.
    mutating func intake(runs: Int) throws {
        let world = BenchWorld(companies: 20)
        for (name, random) in [("ids in order", false), ("random ids", true)] {
            for batch in [1_000, 10_000] {
                var own: [Double] = []
                var raw: [Double] = []
                for run in 0..<runs {
                    let events = (0..<200_000).compactMap { n in
                        world.event(
                            n / 20, of: n % 20, perCompany: 10_000,
                            id: random ? Sodium.guid() : ordered(n))
                    }
                    let place = "\(folder)/intake-\(random)-\(batch)-\(run)"
                    let app = Wiring.app(store: try open("\(place).db"), clock: Bench.clock)
                    try world.register(app)
                    own.append(
                        try seconds {
                            for chunk in chunks(events, of: batch) { _ = try app.usage.take(chunk) }
                        })
                    let baseline = try RawInserts(path: "\(place)-raw.db")
                    let identified = events.map {
                        IdentifiedEvent(
                            event: $0, identity: Sodium.eventIdentity(id: $0.id, source: $0.source), body: [])
                    }
                    raw.append(
                        try seconds {
                            for chunk in chunks(identified, of: batch) { try baseline.insert(Array(chunk)) }
                        })
                }
                note(
                    "intake, \(name), batches of \(batch)", 200_000, median(own), "events",
                    baseline: median(raw))
            }
        }
    }

    /// A month from its files: read, taken, settled.
    mutating func month(events count: Int) throws {
        let world = BenchWorld(companies: 100)
        let dataset = "\(folder)/month"
        try writeMonth(world, count, dataset)
        let path = "\(folder)/month.db"
        let app = Wiring.app(store: try open(path), clock: Bench.clock)
        try world.register(app)
        var work = DatasetImport(app: app, folder: dataset, terminal: terminal)
        let all = try seconds { _ = try work.run() }
        note("import of a month, end to end", count, all, "events")
        note("  of it settlement", count, work.settlementSeconds, "events")
    }

    /// Closing with XML files.
    mutating func closing(companies: Int) throws {
        let world = BenchWorld(companies: companies)
        let app = Wiring.app(store: try open("\(folder)/close.db"), clock: Bench.clock)
        try world.register(app)
        let perCompany = 60
        var events: [UsageEvent] = []
        for company in 0..<companies {
            for n in 0..<perCompany {
                if let event = world.event(n, of: company, perCompany: perCompany, id: "\(company)/\(n)") {
                    events.append(event)
                }
            }
        }
        for chunk in chunks(events, of: 10_000) { _ = try app.usage.take(chunk) }
        let file = try OneCWriter.write(try world.statement(), createdOn: Day("2026-09-02") ?? Day(number: 0))
        let booking = try seconds { _ = try app.bank.book(file, named: "bench.txt", asBooked: true) }
        note("bank lines booked and matched", companies, booking, "lines")
        _ = try app.settlement.settleAll()
        guard let month = Month(BenchWorld.month) else { return }
        var documents = 0
        let closing = try seconds {
            let report = try app.closing.close(month, region: .moscow)
            for document in report.documents {
                _ = try PackageFiles.write(document, into: "\(folder)/out")
                documents += 1
            }
        }
        note("close of \(companies) counterparties with XML", documents, closing, "documents")
        let replaying = try seconds {
            let report = try app.replay.replay(month, regions: [.moscow])
            if !report.isEqual || report.documents.count != documents {
                terminal.tell("the replay differs from what was issued")
            }
        }
        note("replay of that month, JSON and XML", documents, replaying, "documents")
    }

    func say() {
        terminal.table(
            ["measured", "count", "seconds", "per second", "raw engine", "ratio"], rows,
            right: [1, 2, 3, 4, 5])
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        terminal.say("peak memory \(usage.ru_maxrss / 1024) MiB")
    }

    private mutating func note(
        _ name: String, _ count: Int, _ seconds: Double, _ unit: String, baseline: Double? = nil
    ) {
        let rate = Double(count) / seconds
        rows.append([
            name, String(count), String(format: "%.2f", seconds), "\(Int(rate)) \(unit)",
            baseline.map { "\(Int(Double(count) / $0))" } ?? "",
            baseline.map { "\(Int(100 * $0 / seconds)) %" } ?? "",
        ])
        terminal.tell("\(name): \(Int(rate)) \(unit)/s")
    }

    private func writeMonth(_ world: BenchWorld, _ count: Int, _ dataset: String) throws {
        try Folder.write(Array("{\"format\":\"kontragent-dataset/1\"}".utf8), to: "\(dataset)/manifest.json")
        let perCompany = count / world.companies
        for part in 0..<10 {
            var text = ""
            for company in stride(from: part, to: world.companies, by: 10) {
                for n in 0..<perCompany {
                    if let event = world.event(
                        n, of: company, perCompany: perCompany, id: "\(company)-\(ordered(n))")
                    {
                        text += world.line(event)
                    }
                }
            }
            try Folder.write(Array(text.utf8), to: "\(dataset)/usage/part-\(part).jsonl")
        }
    }

    private func open(_ path: String) throws -> any DatabaseStore {
        try Wiring.writing(path, clock: Bench.clock)
    }

    /// Ids as a meter that counts makes them.
    private func ordered(_ n: Int) -> String {
        let text = String(n)
        return "01926b" + String(repeating: "0", count: 10 - text.count) + text
    }

    private func chunks<Element>(_ list: [Element], of size: Int) -> [[Element]] {
        stride(from: 0, to: list.count, by: size).map { Array(list[$0..<min($0 + size, list.count)]) }
    }

    private func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        let passed = (ContinuousClock.now - start).components
        return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
