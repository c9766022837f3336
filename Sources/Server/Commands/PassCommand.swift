import ArgumentParser
import Basics
import Formats
import Funding
import Notices
import Projects
import UseCases

struct PassCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pass",
        abstract: "Re-register a project to another organisation: it passes to that one's account.",
        discussion: """
            kontragent pass PID --to ACCOUNT             say what passes and what stands against it
            kontragent pass PID --to ACCOUNT --reason …  do it, from this instant on
            """)

    @OptionGroup var options: Options

    @Argument(help: "The project, mcs and digits.", transform: pidArgument)
    var project: PID

    @Option(help: "The account that the project passes to, by its id.")
    var to: String

    @Option(help: "Why; kept for good.")
    var reason: String?

    func run() throws {
        try options.run { terminal in
            guard let reason else {
                let app = Wiring.app(store: try Wiring.reading(options.database))
                let preview = try app.passing.preview(of: project, to: AccountID(to))
                say(preview, terminal)
                return preview.refusal == nil ? .done : .blocked
            }
            let author = Author(user: nil, name: Author.operatorAtMachine.name, reason: reason)
            let app = Wiring.app(store: try Wiring.writing(options.database))
            let done = try app.passing.pass(project, to: AccountID(to), by: author)
            if options.json {
                terminal.say(
                    JSONWriter.text(
                        .object([
                            .init("project", .string(done.project.text)),
                            .init("from", .string(done.from.text)), .init("to", .string(done.to.text)),
                            .init("at", .string(done.at.description)),
                            .init("month", .string(done.month.description)),
                        ])))
                return .done
            }
            terminal.say(
                terminal.words(
                    "\(done.project) passed from \(done.from) to \(done.to) at \(done.at); \(done.month) has documents of both",
                    "\(done.project) перешёл от \(done.from) к \(done.to) \(done.at); за \(done.month) документы получат оба"
                ))
            return .done
        }
    }

    private func say(_ preview: PassingDesk.Preview, _ terminal: Terminal) {
        let payment = preview.project.lotTotal - preview.project.debtTotal
        let unspent = preview.unspent.reduce(0) { $0 + $1.remaining }
        if options.json {
            terminal.say(
                JSONWriter.text(
                    .object([
                        .init("project", .string(project.text)), .init("from", .string(preview.from.id.text)),
                        .init("to", .string(preview.to.id.text)),
                        .init("month", .string(preview.month.description)),
                        .init("payment", .string(Money.text(minor: payment))),
                        .init("unspentTransfers", .string(Money.text(minor: unspent))),
                        .init("bonuses", .string(Money.text(minor: preview.bonuses))),
                        .init("kept", .array(preview.kept.map { .string($0.text) })),
                        .init("refusal", preview.refusal.map { .string($0.code) } ?? .null),
                    ])))
            return
        }
        terminal.table(
            [terminal.words("what", "что"), terminal.words("as it is", "как сейчас")],
            [
                [terminal.words("from", "от кого"), preview.from.id.text],
                [terminal.words("to", "кому"), preview.to.id.text],
                [terminal.words("month of both", "месяц обоих"), preview.month.description],
                [terminal.words("balance", "баланс"), Money.text(minor: payment)],
                [
                    terminal.words("of it unspent transfers", "из него остаток переводов"),
                    Money.text(minor: unspent),
                ],
                [terminal.words("bonuses", "бонусы"), Money.text(minor: preview.bonuses)],
                [
                    terminal.words("the former one keeps", "у прежнего остаются"),
                    preview.kept.map(\.text).joined(separator: ", "),
                ],
            ])
        if let refusal = preview.refusal { terminal.tell("\(refusal.code): \(terminal.sentence(refusal))") }
    }
}
