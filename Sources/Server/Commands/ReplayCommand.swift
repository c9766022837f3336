import ArgumentParser
import Basics
import Formats
import Paper
import Regions
import UseCases

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Make a closed month's documents again and show that they are the same, byte for byte.")

    @OptionGroup var options: Options

    @Argument(help: "The month, 2026-10.", transform: monthArgument)
    var month: Month

    @Option(help: "Only this region: moscow or kazakhstan.", transform: regionArgument)
    var region: Region?

    @OptionGroup var paper: PaperOptions

    func run() throws {
        try options.run { terminal in
            let app = Wiring.app(store: try Wiring.reading(options.database))
            let line = ProgressLine(terminal)
            let report = try app.replay.replay(month, regions: region.map { [$0] } ?? Region.allCases) {
                line.show("\($0.region.rawValue) replay", $0.done, of: $0.total)
            }
            let papers = try papers(of: report.documents, app.papers, line, terminal)
            line.finish()
            let result = ReplayText(report: report, papers: papers, terminal: terminal)
            if options.json { terminal.say(JSONWriter.text(result.json)) } else { result.say() }
            return result.isEqual ? .done : .violation
        }
    }

    /// The comparison of papers by place; nil where there is nothing to print with.
    private func papers(
        of documents: [ReplayedDocument], _ kept: PapersDesk, _ line: ProgressLine, _ terminal: Terminal
    ) throws -> [ReplayOutcome]? {
        do {
            let press = Press(try paper.settings())
            return ReplayedPapers(documents: documents, papers: kept).compare(on: press) { done, total in
                line.show(terminal.words("papers", "печатные формы"), done, of: total)
            }
        } catch PaperProblem.noPython(let places) where paper.paperPython == nil {
            // Without papers the rest still holds: a warning.
            terminal.complain(PaperProblem.noPython(places))
            return nil
        }
    }
}
