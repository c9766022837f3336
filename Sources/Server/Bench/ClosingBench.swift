import Basics
import Documents
import Formats
import Metering
import Regions
import Storage
import Synchronization
import UseCases

/// A month closed with its files, its papers, and the same month made again.
struct ClosingBench {
    private let bench: Bench
    private static let perCompany = 60
    /// Enough for the workers to be warm.
    private static let papers = 200

    init(_ bench: Bench) { self.bench = bench }

    func measure() throws {
        for companies in bench.plan.companies { try measure(companies) }
    }

    private func measure(_ companies: Int) throws {
        let world = BenchWorld(companies: companies)
        let app = Wiring.app(
            store: try bench.open("close-\(companies).db"), clock: Bench.clock, paper: bench.paper)
        try world.register(app)
        for first in stride(from: 0, to: companies, by: 150) {
            var events: [UsageEvent] = []
            for company in first..<min(first + 150, companies) {
                for n in 0..<ClosingBench.perCompany {
                    if let event = world.event(
                        n, of: company, perCompany: ClosingBench.perCompany, id: "\(company)/\(n)")
                    {
                        events.append(event)
                    }
                }
            }
            _ = try app.usage.take(events)
        }
        let file = try OneCWriter.write(try world.statement(), createdOn: Day("2026-09-02") ?? Day(number: 0))
        let booking = try Bench.seconds { _ = try app.bank.book(file, named: "bench.txt", asBooked: true) }
        let raw = try RawTables(
            of: "\(bench.folder)/close-\(companies).db", into: "\(bench.folder)/close-\(companies)-raw.db")
        let lines = try Bench.seconds { try raw.write(RawTables.bank) }
        bench.note(
            Measured(
                name: "bank lines read, matched, credited", figure: Double(companies) / booking,
                unit: "lines/s", baseline: Double(companies) / lines))
        _ = try app.settlement.settleAll()
        guard let month = Month(BenchWorld.month) else { return }
        var issued: [ClosingReport.ClosedDocument] = []
        let closing = try Bench.seconds {
            issued = try app.closing.close(month, region: .moscow).documents
            try ClosingBench.write(issued, into: "\(bench.folder)/out-\(companies)")
        }
        let documents = issued.count
        try BenchFault.hold(documents >= companies, "\(documents) documents of \(companies) companies")
        let again = try Bench.seconds {
            try raw.write(RawTables.closing)
            try ClosingBench.write(issued, into: "\(bench.folder)/again-\(companies)")
        }
        let aims: [Measured.Aim] =
            switch companies {
            case 1_000: [.atMost(5)]
            case 10_000: [.atMost(60)]
            default: []
            }
        bench.note(
            Measured(
                name: "close of \(companies) counterparties with XML", figure: closing, unit: "s",
                baseline: again, aims: aims))
        let replaying = try Bench.seconds {
            let report = try app.replay.replay(month, regions: [.moscow])
            try BenchFault.hold(report.isEqual, "the replay differs from what was issued")
        }
        bench.note(
            Measured(
                name: "replay of that month", figure: Double(documents) / replaying, unit: "documents/s",
                baseline: Double(documents) / closing))
        if companies == bench.plan.companies.first { try papers(app, issued) }
    }

    private static func write(_ documents: [ClosingReport.ClosedDocument], into folder: String) throws {
        let batch = FileBatch()
        for document in documents { _ = try PackageFiles.write(document, into: folder, batch) }
        try batch.finish()
    }

    /// As `serve` prints: each place takes its share. Beside it the press alone, its sheets kept by nobody.
    private func papers(_ app: App, _ issued: [ClosingReport.ClosedDocument]) throws {
        let due = try app.papers.due(limit: ClosingBench.papers + app.papers.places)
        // The workers start with their first paper.
        try Bench.together(app.papers.places) { place in
            if place < due.count { _ = try app.papers.paper(due[place]) }
        }
        let rest = Array(due.dropFirst(app.papers.places))
        let places = app.papers.places
        let seconds = try Bench.seconds {
            try Bench.together(places) { place in
                for index in stride(from: place, to: rest.count, by: places) {
                    _ = try app.papers.paper(rest[index])
                }
            }
        }
        let press = Printing(bench.paper.settings).printer(places: places)
        let contents = issued.prefix(ClosingBench.papers).map(\.content)
        try Bench.together(places) { _ in
            if let first = contents.first { _ = try press.print(.document(first), "warm") }
        }
        let alone = try Bench.seconds {
            try Bench.together(places) { place in
                for index in stride(from: place, to: contents.count, by: places) {
                    _ = try press.print(.document(contents[index]), "bench \(index)")
                }
            }
        }
        bench.note(
            Measured(
                name: "papers printed and kept, \(places) workers", figure: Double(rest.count) / seconds,
                unit: "PDFs/s", baseline: Double(contents.count) / alone, aims: [.atLeast(50)]))
    }
}
