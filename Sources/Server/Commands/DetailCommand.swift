import ArgumentParser
import Basics
import Formats
import Metering
import UseCases

struct DetailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detail", abstract: "What a project spent in a month: day lines with what paid for them."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv
        case json
        case table
    }

    @OptionGroup var options: Options

    @Argument(help: "The project, mcs and digits.", transform: pidArgument)
    var project: PID

    @Option(help: "The month, 2026-10.", transform: monthArgument)
    var month: Month

    @Option(help: "csv or json; the default is a table.")
    var format: Format?

    func run() throws {
        try options.run { terminal in
            let app = Wiring.app(store: try Wiring.reading(options.database))
            let lines = try app.balances.detail(of: project, month: month)
            switch format ?? (options.json ? .json : .table) {
            case .csv: terminal.print(DetailText.csv(project, lines))
            case .json: terminal.say(JSONWriter.text(.array(lines.map { DayLineJSON.value(project, $0) })))
            case .table: DetailText.table(project, lines, terminal)
            }
            return .done
        }
    }
}
