import ArgumentParser
import Basics
import Documents
import Formats
import Paper
import Regions
import UseCases

struct CloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close a month: number and issue every company's documents.")

    @OptionGroup var options: Options

    @Argument(help: "The month, 2026-10.", transform: monthArgument)
    var month: Month

    @Option(help: "Only this region: moscow or kazakhstan.", transform: regionArgument)
    var region: Region?

    @Option(help: "Write the documents' files into this folder.", completion: .directory)
    var out: String?

    @Flag(help: "Say what would be issued, change nothing.")
    var dryRun = false

    @Flag(help: "Do not wait for papers (PDF): leave those that are not there.")
    var noWait = false

    @OptionGroup var paper: PaperOptions

    func run() throws {
        try options.run { terminal in
            let store = dryRun ? try Wiring.reading(options.database) : try Wiring.writing(options.database)
            let app = Wiring.app(store: store, paper: paper)
            let progress = ProgressLine(terminal)
            var reports: [ClosingReport] = []
            var outcome = Outcome.done
            for region in region.map({ [$0] }) ?? Region.allCases {
                do {
                    let report = try app.closing.close(month, region: region, dryRun: dryRun) {
                        progress.show("\(region.rawValue) \($0.step)", $0.done, of: $0.total)
                    }
                    reports.append(report)
                    if !report.blocked.isEmpty { outcome = .blocked }
                } catch let problem as DocumentsProblem {
                    terminal.complain(problem)
                    outcome = .blocked
                }
            }
            var files = try write(reports, terminal)
            if try !printPapers(reports, app.papers, &files, terminal) { outcome = .blocked }
            if options.json {
                terminal.say(JSONWriter.text(ClosingJSON.value(month, reports, files)))
            } else {
                ClosingTable(month: month, reports: reports, terminal: terminal).say()
            }
            for blocked in reports.flatMap(\.blocked) {
                terminal.tell(
                    "\(blocked.party.taxID): \(blocked.reason): \(terminal.sentence(blocked.problem))"
                )
            }
            return outcome
        }
    }

    /// Prints every document's paper into the folder; false where one of them is missing. It waits in the
    /// outbox then, and the next closing or `serve` tries it again.
    private func printPapers(
        _ reports: [ClosingReport], _ papers: PapersDesk, _ files: inout [String: [String]],
        _ terminal: Terminal
    ) throws -> Bool {
        guard let out, !dryRun else { return true }
        let documents = reports.flatMap(\.documents)
        let package = PackagePapers(folder: out, documents: documents, papers: papers)
        guard !noWait, !documents.isEmpty else {
            package.list(try package.writeKept(), in: &files)
            return true
        }
        do {
            _ = try paper.settings()
        } catch PaperProblem.noPython(let places) {
            // Nothing to print with is no failure of the closing: a warning, and the other files stand.
            terminal.complain(PaperProblem.noPython(places))
            package.list(try package.writeKept(), in: &files)
            return paper.paperPython == nil
        }
        let progress = ProgressLine(terminal)
        let result = package.print { done, total in
            progress.show(terminal.words("papers", "печатные формы"), done, of: total)
        }
        package.list(result.printed, in: &files)
        for problem in result.problems { terminal.complain(problem) }
        return result.problems.isEmpty
    }

    /// Files by the document's place in its report, relative to the folder.
    private func write(_ reports: [ClosingReport], _ terminal: Terminal) throws -> [String: [String]] {
        guard let out, !dryRun else { return [:] }
        var written: [String: [String]] = [:]
        let batch = FileBatch()
        for document in reports.flatMap(\.documents) {
            let files = try PackageFiles.write(document, into: out, batch)
            written[PackageFiles.address(document.content)] = files
        }
        try batch.finish()
        return written
    }
}

/// A region as an argument.
func regionArgument(_ text: String) throws -> Region {
    guard let region = Region(rawValue: text) else {
        let known = Region.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(text)' is not a region: write one of \(known).")
    }
    return region
}
