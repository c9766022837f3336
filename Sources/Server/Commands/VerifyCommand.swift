import ArgumentParser
import Formats
import UseCases

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Derive every sum again from what happened and name the rows that differ.")

    @OptionGroup var options: Options

    func run() throws {
        try options.run { terminal in
            let app = Wiring.app(store: try Wiring.reading(options.database))
            let line = ProgressLine(terminal)
            let report = try app.verification.verify { line.show($0.step, $0.done, of: $0.total) }
            line.finish()
            if options.json {
                terminal.say(JSONWriter.text(json(report)))
            } else {
                say(report, terminal)
            }
            return report.count == 0 ? .done : .violation
        }
    }

    private func say(_ report: VerificationDesk.Report, _ terminal: Terminal) {
        for finding in report.findings {
            terminal.say(
                "\(finding.table) \(finding.key): "
                    + terminal.words(
                        "is \(finding.found), should be \(finding.expected)",
                        "стоит \(finding.found), должно быть \(finding.expected)"))
        }
        if report.count > report.findings.count {
            let rest = report.count - report.findings.count
            terminal.say(terminal.words("and \(rest) more", "и ещё \(rest)"))
        }
        if !report.isDerived {
            terminal.say(
                terminal.words(
                    "The facts themselves are damaged; sums were not derived from them.",
                    "Повреждены сами факты; суммы по ним не выводились."))
        }
        terminal.say(
            report.count == 0
                ? terminal.words(
                    "\(report.rows) rows, all as they should be", "строк: \(report.rows), всё верно")
                : terminal.words(
                    "\(report.rows) rows, \(report.count) findings",
                    "строк: \(report.rows), замечаний: \(report.count)"))
    }

    private func json(_ report: VerificationDesk.Report) -> JSONValue {
        .object([
            JSONValue.Member("rows", .integer(report.rows)),
            JSONValue.Member("count", .integer(report.count)),
            JSONValue.Member("derived", .bool(report.isDerived)),
            JSONValue.Member(
                "findings",
                .array(
                    report.findings.map {
                        .object([
                            JSONValue.Member("table", .string($0.table)),
                            JSONValue.Member("key", .string($0.key)),
                            JSONValue.Member("found", .string($0.found)),
                            JSONValue.Member("expected", .string($0.expected)),
                        ])
                    })),
        ])
    }
}
