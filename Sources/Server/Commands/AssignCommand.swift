import ArgumentParser
import Basics
import Formats
import Funding
import Notices
import Projects
import Requests
import UseCases
import Wording

struct AssignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Hand what is left of a former payer's transfers to the customer as it is now.",
        discussion: """
            kontragent assign PID                          list payers with money left
            kontragent assign PID --from INN --reason …    hand all that is left of one, by a letter of both
            """)

    @OptionGroup var options: Options

    @Argument(help: "The project, mcs and digits.", transform: pidArgument)
    var project: PID

    @Option(help: "The tax id of the payer whose advance is assigned.")
    var from: String?

    @Option(help: "How much the letter says, as 1500.50; refused where another sum is left.")
    var sum: String?

    @Option(help: "Why: the letter's number and date; kept for good.")
    var reason = ""

    func run() throws {
        try options.run { terminal in
            guard let from else {
                let app = Wiring.app(store: try Wiring.reading(options.database))
                list(try app.settlement.assignable(in: project), terminal)
                return .done
            }
            let seen = try sum.map { text in
                guard let minor = DecimalText.parse(text.utf8, fractionDigits: 2), minor > 0,
                    Money.range.contains(minor)
                else { throw RequestsProblem.badValue(.amount, text) }
                return minor
            }
            let author = try Author(user: nil, name: Author.operatorAtMachine.name, reason: reason)
                .withReason()
            let done = try Wiring.app(store: try Wiring.writing(options.database)).settlement.assign(
                from: TaxID(from), seen: seen, in: project, as: author)
            say(done, terminal)
            return .done
        }
    }

    private func list(_ assignable: SettlementDesk.Assignable, _ terminal: Terminal) {
        if options.json {
            terminal.say(JSONWriter.text(AssignmentJSON.value(assignable)))
            return
        }
        terminal.table(
            [
                terminal.words("payer", "плательщик"), terminal.words("transfer", "перевод"),
                terminal.words("by", "чем"), terminal.words("left", "осталось"),
            ],
            assignable.advances.flatMap { advance in
                advance.lots.map { lot in
                    [
                        advance.payer.text, lot.id.text, lot.source.phrase.text(terminal.language),
                        Money.text(minor: lot.remaining),
                    ]
                }
            }, right: [3])
    }

    private func say(_ done: SettlementDesk.Assigned, _ terminal: Terminal) {
        if options.json {
            terminal.say(JSONWriter.text(AssignmentJSON.value(done)))
            return
        }
        for advance in done.advances {
            let amount = Money.text(minor: advance.amount)
            terminal.say(
                terminal.words(
                    "\(amount) of \(advance.credit) passed from tax id \(done.assignor) to \(done.assignee)",
                    "\(amount) из \(advance.credit): от ИНН \(done.assignor) к ИНН \(done.assignee)"))
        }
    }
}
