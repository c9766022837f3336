import ArgumentParser
import Basics
import Formats
import UseCases

struct SettleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Charge what was used and apply what was credited, up to the watermark.")

    @OptionGroup var options: Options

    @Option(help: "Settle up to this instant; the default is five minutes ago.", transform: momentArgument)
    var until: Moment?

    func run() throws {
        try options.run { terminal in
            let store = try Wiring.writing(options.database)
            let progress = ProgressLine(terminal)
            let report = try Wiring.app(store: store).settlement.settle(until: until) {
                progress.show("settle", $0, of: $1)
            }
            if options.json {
                terminal.say(JSONWriter.text(json(report)))
            } else {
                terminal.say(
                    terminal.words(
                        "settled \(report.events) events and \(report.credits) credits of \(report.projects) projects",
                        "разнесено: событий \(report.events), пополнений \(report.credits), проектов \(report.projects)"
                    ))
                for pid in report.frozen { terminal.say("\(pid): \(terminal.words("frozen", "заморожен"))") }
                for pid in report.thawed { terminal.say("\(pid): \(terminal.words("thawed", "разморожен"))") }
            }
            for failure in report.failed {
                terminal.tell(
                    "\(failure.project): \(failure.problem.code): \(terminal.sentence(failure.problem))")
            }
            return report.failed.isEmpty ? .done : .violation
        }
    }

    private func json(_ report: SettlementDesk.Report) -> JSONValue {
        .object([
            JSONValue.Member("projects", .integer(report.projects)),
            JSONValue.Member("events", .integer(report.events)),
            JSONValue.Member("credits", .integer(report.credits)),
            JSONValue.Member("frozen", .array(report.frozen.map { .string($0.text) })),
            JSONValue.Member("thawed", .array(report.thawed.map { .string($0.text) })),
        ])
    }
}
