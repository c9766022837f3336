import ArgumentParser
import Formats
import UseCases

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why: from a document, a charge, a credit or a state down to where it comes from.",
        discussion: """
            kontragent explain moscow/upd/2026/17          a document, and moscow/upd/2026/17#2 a line of it
            kontragent explain mcs0000000001/2026-10-05/vm-42/compute.vcpu   a day line
            kontragent explain credit/pay-1                a credit: its lot or grant, and what it paid
            kontragent explain bank/7                      a bank line, forward to what it paid
            kontragent explain mcs0000000001               a project: its state and what made it so
            kontragent explain tie-out/moscow/2026-10/romashka   a customer's closed month, found three ways
            """)

    @OptionGroup var options: Options

    @Argument(help: "An address as the listings show it.")
    var address: String

    @Option(help: "How many rows of a long list are shown, events and day lines alike.")
    var events = 6

    @Option(help: "Show the rows behind this one instead of the first and the last.")
    var after: Int?

    func validate() throws {
        if events < 0 || after ?? 0 < 0 { throw ValidationError("--events and --after count rows from 0.") }
        if events > 1_000_000 || after ?? 0 > 1_000_000_000 {
            throw ValidationError("--events shows at most 1000000 rows; use --after for those behind.")
        }
    }

    func run() throws {
        try options.run { terminal in
            let app = Wiring.app(store: try Wiring.reading(options.database))
            let explanation = try app.explanations.explain(
                address, showing: ExcerptSize(rows: events, after: after))
            if options.json {
                terminal.say(JSONWriter.text(ExplanationJSON.value(explanation)))
            } else {
                ExplanationText(terminal).say(explanation)
            }
            return explanation.differences.isEmpty ? .done : .violation
        }
    }
}
