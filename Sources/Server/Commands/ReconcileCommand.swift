import Access
import ArgumentParser
import Basics
import Documents
import Formats
import Notices
import Paper
import UseCases
import Wording

struct ReconcileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Make an act of reconciliation of mutual settlements for any period.",
        discussion: """
            The act is about all projects of the project's customer in its region. While nothing has changed, the \
            act of the same days is the one made before.
            """)

    @OptionGroup var options: Options
    @OptionGroup var paper: PaperOptions

    @Argument(help: "A project of the customer, mcs and digits.", transform: pidArgument)
    var project: PID

    @Option(help: "The first day, 2026-07-01.", transform: dayArgument)
    var from: Day

    @Option(help: "The last day, 2026-09-30.", transform: dayArgument)
    var through: Day

    @Option(help: "Whom it is about, where the customer was another party before: a tax id.")
    var party: String?

    @Flag(help: "Only show what it would say: no number is taken, nothing is written.")
    var preview = false

    @Option(
        help: "Write the PDF here instead of reconciliation-N.pdf.", completion: .file(extensions: ["pdf"]))
    var out: String?

    @Option(
        help: "Write the formalised XML into this folder under its own name.", completion: .directory)
    var xml: String?

    func run() throws {
        try options.run { terminal in
            let period = try ReconciledPeriod(from: from, through: through)
            if preview {
                let app = Wiring.app(store: try Wiring.reading(options.database), paper: paper)
                let content = try app.reconciliations.preview(
                    of: project, period, about: party.map { TaxID($0) }, for: .house)
                if options.json { terminal.say(json(content)) } else { say(content, terminal) }
                return .done
            }
            // Without a press no number is taken.
            _ = try paper.settings()
            let app = Wiring.app(store: try Wiring.writing(options.database), paper: paper)
            let made = try app.reconciliations.make(
                of: project, period, about: party.map { TaxID($0) }, for: .house, by: .operatorAtMachine)
            var files: [String] = []
            var outcome = Outcome.done
            if let xml, let name = made.content.file?.name, let bytes = try app.reconciliations.xml(of: made)
            {
                files.append("\(xml)/\(name).xml")
                try Folder.write(bytes, to: "\(xml)/\(name).xml")
            }
            let file = out ?? "reconciliation-\(made.content.number).pdf"
            do {
                try Folder.write(try app.papers.paper(made.key), to: file)
                files.append(file)
            } catch let problem as PaperProblem {
                // The number stands; the paper waits in the outbox, and `print` tries it again.
                terminal.complain(problem)
                outcome = .blocked
            }
            if options.json {
                terminal.say(json(made.content, made.key, files))
            } else {
                say(made.content, terminal)
                for file in files { terminal.say(file) }
                if let obstacle = made.content.fileObstacle, xml != nil {
                    terminal.say(
                        "\(terminal.words("no XML", "без XML")): \(obstacle.phrase.text(terminal.language))")
                }
            }
            return outcome
        }
    }

    /// What was frozen, then where it is.
    private func json(_ content: ReconciliationContent, _ key: PaperKey? = nil, _ files: [String] = [])
        -> String
    {
        var members: [JSONValue.Member] = [
            .init("address", key.map { .string($0.text) } ?? .null),
            .init("number", .integer(content.number)),
            .init("date", .string(content.date.description)),
            .init("from", .string(content.period.from.description)),
            .init("through", .string(content.period.through.description)),
            .init("currency", .string(content.currency.rawValue)),
            .init("supplier", .string(content.supplier.taxID.text)),
            .init("counterparty", .string(content.counterparty.taxID.text)),
        ]
        members += ReconcileCommand.sums(content.opening, content.debits, content.credits, content.closing)
        members.append(
            .init(
                "contracts",
                .array(
                    content.contracts.map { contract in
                        .object(
                            [
                                .init("name", .string(contract.basis.name)),
                                .init("number", .string(contract.basis.number)),
                                .init("date", .string(contract.basis.date.description)),
                            ]
                                + ReconcileCommand.sums(
                                    contract.opening, contract.debits, contract.credits, contract.closing)
                                + [
                                    .init(
                                        "operations",
                                        .array(contract.operations.map(ReconcileCommand.operation)))
                                ])
                    })))
        members.append(.init("files", .array(files.map { .string($0) })))
        return JSONWriter.text(.object(members))
    }

    private static func sums(
        _ opening: Int64, _ debits: Int64, _ credits: Int64, _ closing: Int64
    ) -> [JSONValue.Member] {
        [
            .init("opening", .string(Money.text(minor: opening))),
            .init("debits", .string(Money.text(minor: debits))),
            .init("credits", .string(Money.text(minor: credits))),
            .init("closing", .string(Money.text(minor: closing))),
        ]
    }

    private static func operation(_ operation: SettledOperation) -> JSONValue {
        .object([
            .init("day", .string(operation.day.description)), .init("what", .string(operation.phrase.en)),
            .init("debit", .string(Money.text(minor: operation.debit))),
            .init("credit", .string(Money.text(minor: operation.credit))),
        ])
    }

    private func say(_ content: ReconciliationContent, _ terminal: Terminal) {
        let language = terminal.language
        if content.number > 0 {
            let day = Dates.long(content.date, language)
            terminal.say(
                terminal.words(
                    "act of reconciliation \(content.number) of \(day)",
                    "акт сверки № \(content.number) от \(day)"))
        }
        func text(_ minor: Int64) -> String { minor == 0 ? "" : Money.text(minor: minor) }
        func balance(_ name: String, _ day: Day, _ minor: Int64) -> [String] {
            [day.description, name, text(max(0, minor)), text(max(0, -minor))]
        }
        for contract in content.contracts {
            let basis = contract.basis
            terminal.say("\(basis.name) № \(basis.number), \(basis.date)")
            terminal.table(
                [
                    terminal.words("day", "день"), terminal.words("operation", "операция"),
                    terminal.words("debit", "дебет"), terminal.words("credit", "кредит"),
                ],
                [
                    balance(
                        terminal.words("opening balance", "сальдо начальное"), content.period.from,
                        contract.opening)
                ]
                    + contract.operations.map {
                        [$0.day.description, $0.phrase.text(language), text($0.debit), text($0.credit)]
                    }
                    + [
                        [
                            "", terminal.words("turnover", "обороты"), text(contract.debits),
                            text(contract.credits),
                        ],
                        balance(
                            terminal.words("closing balance", "сальдо конечное"), content.period.through,
                            contract.closing),
                    ], right: [2, 3])
        }
    }
}

/// A day as an argument.
func dayArgument(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw ValidationError("'\(text)' is not a day: write 2026-10-05.") }
    return day
}
