import ArgumentParser
import Formats
import UseCases

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Load a dataset folder: suppliers, accounts, prices, credits, statements, usage.")

    @OptionGroup var options: Options

    @Argument(help: "The dataset folder.", completion: .directory)
    var folder: String

    func run() throws {
        try options.run { terminal in
            let store = try Wiring.writing(options.database)
            var work = DatasetImport(app: Wiring.app(store: store), folder: folder, terminal: terminal)
            let counts = try work.run()
            if options.json {
                terminal.say(JSONWriter.text(counts.json))
            } else {
                print(counts, terminal)
            }
            for refused in counts.refused {
                let place = refused.line > 0 ? "\(refused.file):\(refused.line)" : refused.file
                terminal.tell("\(place): \(refused.code): \(refused.message)")
            }
            return counts.refused.isEmpty ? .done : .refused
        }
    }

    private func print(_ counts: ImportCounts, _ terminal: Terminal) {
        let rows = [
            (terminal.words("accounts", "учётные записи"), counts.accounts),
            (terminal.words("prices", "цены"), counts.prices),
            (terminal.words("credits", "пополнения и бонусы"), counts.credits),
            (terminal.words("bank lines", "строки выписок"), counts.bankLines),
            (terminal.words("events", "события"), counts.events),
            (terminal.words("seen before", "уже были"), counts.duplicate),
            (terminal.words("conflicts", "противоречия"), counts.conflicts),
            (terminal.words("refused", "отклонено"), counts.refused.count),
        ]
        terminal.table(
            [terminal.words("accepted", "принято"), ""], rows.map { [$0.0, String($0.1)] }, right: [1])
        if counts.bankLines > 0 {
            terminal.say(
                terminal.words(
                    "bank lines: \(counts.matched) matched, \(counts.unclear) unclear, \(counts.outgoing) outgoing",
                    "строки выписок: опознано \(counts.matched), неясно \(counts.unclear), исходящих \(counts.outgoing)"
                ))
        }
    }
}
