import Basics
import Formats
import Foundation
import Funding
import Metering
import Notices
import Payments
import UseCases

/// Loads a dataset folder through the desks and counts what became of each record. What others rest
/// on comes first: suppliers and accounts, prices, credits, statements, usage; then everything is
/// settled once.
struct DatasetImport {
    let app: App
    let folder: String
    let terminal: Terminal
    private(set) var counts = ImportCounts()
    /// How long the settlement at the end took, for `bench`.
    private(set) var settlementSeconds = 0.0
    private let progress: ProgressLine

    init(app: App, folder: String, terminal: Terminal) {
        self.app = app
        self.folder = folder
        self.terminal = terminal
        progress = ProgressLine(terminal)
    }

    mutating func run() throws -> ImportCounts {
        guard let manifest = try Folder.bytes(path("manifest.json")) else {
            throw SettingsProblem.unreadable(path("manifest.json"), "no such file")
        }
        warn("manifest.json", 0, try Manifest.check(manifest[...]))
        try suppliers()
        try accounts()
        try prices()
        try credits()
        try statements()
        try usage()
        try settle()
        return counts
    }

    private func path(_ name: String) -> String { "\(folder)/\(name)" }

    private mutating func suppliers() throws {
        guard let bytes = try Folder.bytes(path("suppliers.json")) else { return }
        let file = SuppliersFile(bytes[...])
        warn("suppliers.json", 0, file.warnings)
        for refused in file.refused { refuse("suppliers.json", refused.line, refused.problem) }
        for entry in file.entries {
            do { try app.accounts.complete(entry.draft) } catch let problem as any Problem
                where problem.kind != .unavailable
            { refuse("suppliers.json", entry.line, problem) }
        }
    }

    private mutating func accounts() throws {
        var reader = AccountLines()
        try records(
            "accounts.jsonl", \.accounts,
            read: { line in (try reader.account(in: line), reader.takeWarnings()) },
            take: { try $0.accounts.register($1) })
    }

    private mutating func prices() throws {
        guard let bytes = try Folder.bytes(path("prices.csv")) else { return }
        let file = PriceRows(bytes[...])
        warn("prices.csv", 0, file.warnings)
        for refused in file.refused { refuse("prices.csv", refused.line, refused.problem) }
        try take(file.listed.map { ($0.line, $0.listing) }, "prices.csv", \.prices) {
            try $0.prices.publish($1)
        }
    }

    private mutating func credits() throws {
        var reader = CreditLines()
        try records(
            "credits.jsonl", \.credits,
            read: { line in (try reader.credit(in: line), reader.takeWarnings()) },
            take: { try $0.credits.take($1) })
    }

    private mutating func statements() throws {
        for name in try Folder.files(in: path("statements"), ending: ".txt") {
            let file = "statements/\(name)"
            guard let bytes = try Folder.bytes(path(file)) else { continue }
            do {
                let booked = try app.bank.book(bytes, named: name, asBooked: true)
                counts.note(booked)
                for flaw in booked.flaws { refuse(file, flaw.line, flaw.problem) }
                for reason in booked.heldFor { refuse(file, 0, reason) }
                for warning in booked.warnings {
                    terminal.tell("\(file): \(terminal.words(warning.phrase))")
                }
            } catch let problem as any Problem where problem.kind != .unavailable {
                // Where the disk fails nothing is refused: the import ends.
                refuse(file, 0, problem)
            }
        }
    }

    private mutating func usage() throws {
        let names = try Folder.files(in: path("usage"), ending: ".jsonl")
        for (index, name) in names.enumerated() {
            let file = "usage/\(name)"
            var reader = UsageFile()
            var batch = UsageBatch(file: file)
            try Folder.chunks(path(file)) { chunk in
                try reader.feed(chunk) { try take($0, $1, &batch) }
            }
            try reader.end { try take($0, $1, &batch) }
            try flush(&batch)
            progress.show("usage", index + 1, of: names.count)
        }
    }

    private mutating func take(_ line: Int, _ item: UsageFile.Item, _ batch: inout UsageBatch) throws {
        switch item {
        case .event(let event):
            batch.add(event, line: line)
            if batch.isFull { try flush(&batch) }
        case .refused(let problem): refuse(batch.file, line, problem)
        case .warning(let problem): warn(batch.file, line, [problem])
        }
    }

    private mutating func flush(_ batch: inout UsageBatch) throws {
        let answers = try app.usage.take(batch.events)
        for (line, answer) in zip(batch.lines, answers) {
            switch answer {
            case .taken(let taken): count(taken, \.events)
            case .refused(let problem): refuse(batch.file, line, problem)
            }
        }
        batch.clear()
    }

    /// Settles everything the dataset brought, up to its last movement.
    private mutating func settle() throws {
        let start = ContinuousClock.now
        defer {
            let passed = (ContinuousClock.now - start).components
            settlementSeconds = Double(passed.seconds) + Double(passed.attoseconds) / 1e18
        }
        let report = try app.settlement.settleAll { progress.show("settle", $0, of: $1) }
        for failure in report.failed { refuse("usage (\(failure.project))", 0, failure.problem) }
    }

    /// Reads a file of records, one a line, and takes them in batches.
    private mutating func records<Element>(
        _ name: String, _ counter: WritableKeyPath<ImportCounts, Int>,
        read: (ArraySlice<UInt8>) throws -> (Element, [DatasetProblem]),
        take: (App, [Element]) throws -> [Answer]
    ) throws {
        guard let bytes = try Folder.bytes(path(name)) else { return }
        let before = counts.refused.count
        // What cannot be read is found before what may not be: people want them by line.
        defer { counts.refused[before...].sort { $0.line < $1.line } }
        var splitter = LineSplitter()
        var lines: [(Int, LineSplitter.Line)] = []
        splitter.feed(bytes[...]) { lines.append(($0, $1)) }
        splitter.end { lines.append(($0, $1)) }
        var elements: [(Int, Element)] = []
        for (number, line) in lines {
            do {
                let (element, warnings) = try read(try line.get())
                warn(name, number, warnings)
                elements.append((number, element))
            } catch let problem as any Problem { refuse(name, number, problem) }
        }
        try self.take(elements, name, counter, take)
    }

    private mutating func take<Element>(
        _ elements: [(Int, Element)], _ name: String, _ counter: WritableKeyPath<ImportCounts, Int>,
        _ take: (App, [Element]) throws -> [Answer]
    ) throws {
        for start in stride(from: 0, to: elements.count, by: 1_000) {
            let batch = elements[start..<min(start + 1_000, elements.count)]
            for ((line, _), answer) in zip(batch, try take(app, batch.map(\.1))) {
                switch answer {
                case .taken(let taken): count(taken, counter)
                case .refused(let problem): refuse(name, line, problem)
                }
            }
        }
    }

    private mutating func count(_ taken: Taken, _ counter: WritableKeyPath<ImportCounts, Int>) {
        switch taken {
        case .accepted: counts[keyPath: counter] += 1
        case .duplicate: counts.duplicate += 1
        case .conflict: counts.conflicts += 1
        }
    }

    private mutating func refuse(_ file: String, _ line: Int, _ problem: any Problem) {
        if ImportCounts.conflictCodes.contains(problem.code) { counts.conflicts += 1 }
        counts.refused.append(
            ImportCounts.Refused(
                file: file, line: line, code: problem.code, message: terminal.sentence(problem)))
    }

    private func warn(_ file: String, _ line: Int, _ warnings: [DatasetProblem]) {
        for warning in warnings {
            let place = line > 0 ? "\(file):\(line)" : file
            terminal.tell("\(place): \(warning.code): \(terminal.sentence(warning))")
        }
    }
}
