import ArgumentParser
import Basics
import Demo
import Documents
import Formats
import Foundation
import Payments
import Regions
import Storage
import UseCases

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Play the demo cast into a fresh database and close its months.")

    @OptionGroup var options: Options

    @Option(help: "Write the documents' files into this folder.", completion: .directory)
    var out: String?

    func run() throws {
        try options.run { terminal in
            try refuseUsed(options.database)
            try makeFolder(of: options.database)
            let clock = PlayClock()
            let store = try Wiring.writing(options.database, clock: clock.clock)
            let app = Wiring.app(store: store, clock: clock.clock, ids: clock.ids)
            var files: [String: [String]] = [:]
            if !options.json { greet(terminal) }
            var play = Play(app: app, clock: clock) { try OneCWriter.write($0, createdOn: $1) }
            let played = try play.run { month in
                let batch = FileBatch()
                for document in month.reports.flatMap(\.documents) {
                    files[PackageFiles.address(document.content)] = try write(document, batch)
                }
                try batch.finish()
                guard !options.json else { return }
                for line in MonthLine(month, terminal.language).lines { terminal.say(line) }
            }
            if options.json {
                terminal.say(JSONWriter.text(json(played, files)))
            } else {
                tell(played, files.values.flatMap { $0 }.sorted { $0.precedesBytewise($1) }, terminal)
            }
            return .done
        }
    }

    /// The demo never plays into a database somebody uses.
    private func refuseUsed(_ path: String) throws {
        if DatabaseName.isURL(path) { return }
        if try Folder.bytes(path)?.isEmpty == false { throw DemoProblem.notEmpty(path) }
    }

    private func makeFolder(of path: String) throws {
        if DatabaseName.isURL(path) { return }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw SettingsProblem.unwritable(folder.path, error.localizedDescription)
        }
    }

    private func write(_ document: ClosingReport.ClosedDocument, _ batch: FileBatch) throws -> [String] {
        guard let out else { return [] }
        return try PackageFiles.write(document, into: out, batch)
    }

    private func greet(_ terminal: Terminal) {
        terminal.say(
            terminal.words(
                "Thirteen months of a cloud provider, played into \(DatabaseName.shown(options.database))",
                "Тринадцать месяцев облачного провайдера; база \(DatabaseName.shown(options.database))"))
        terminal.say()
    }

    private func tell(_ played: Played, _ files: [String], _ terminal: Terminal) {
        let place = Summary.Place(
            program: CommandLine.arguments.first ?? "kontragent",
            database: DatabaseName.shown(options.database),
            folder: out ?? "", files: files)
        for piece in Summary(played, terminal.language, place).pieces {
            switch piece {
            case .line(let line): terminal.say(line)
            case .table(let header, let rows, let right): terminal.table(header, rows, right: right)
            }
        }
    }

    private func json(_ played: Played, _ files: [String: [String]]) -> JSONValue {
        .object([
            JSONValue.Member("accounts", .integer(Int64(played.customers.count))),
            JSONValue.Member("events", .integer(Int64(played.months.reduce(0) { $0 + $1.events }))),
            JSONValue.Member(
                "months", .array(played.months.map { ClosingJSON.value($0.month, $0.reports, files) })),
            JSONValue.Member(
                "tieOuts", .array(played.months.flatMap(\.reports).flatMap(\.tieOuts).map(tieOut))),
            JSONValue.Member("frozen", .array(played.frozen.map { .string($0.pid.text) })),
            JSONValue.Member("unclear", .array(played.unclear.map { .string($0.id.text) })),
            JSONValue.Member("held", .array(played.held.map { .string($0.name) })),
        ])
    }

    private func tieOut(_ tieOut: ClosingReport.TieOut) -> JSONValue {
        .object([
            JSONValue.Member("region", .string(tieOut.region.rawValue)),
            JSONValue.Member("counterparty", .string(tieOut.counterparty.text)),
            JSONValue.Member("portions", .string(tieOut.portions.description)),
            JSONValue.Member("documents", .string(tieOut.documents.description)),
            JSONValue.Member("ledger", .string(tieOut.ledger.description)),
        ])
    }
}
