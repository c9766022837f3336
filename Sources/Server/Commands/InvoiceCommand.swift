import ArgumentParser
import Basics
import Documents
import Formats
import Notices
import Paper
import UseCases
import Wording

struct InvoiceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoice",
        abstract: "Make a payment invoice to top a prepaid project up by bank transfer.")

    @OptionGroup var options: Options
    @OptionGroup var paper: PaperOptions

    @Argument(help: "The project, mcs and digits.", transform: pidArgument)
    var project: PID

    @Argument(help: "The sum to pay, 2440.00.", transform: sumArgument)
    var amount: Int64

    @Option(help: "Write the PDF here instead of invoice-N.pdf.", completion: .file(extensions: ["pdf"]))
    var out: String?

    func run() throws {
        try options.run { terminal in
            // Without a press no number is taken.
            _ = try paper.settings()
            let app = Wiring.app(store: try Wiring.writing(options.database), paper: paper)
            let made = try app.invoices.make(for: project, amount: amount)
            let content = made.content
            let file = out ?? "invoice-\(content.number).pdf"
            var outcome = Outcome.done
            do {
                try Folder.write(try app.papers.paper(made.key), to: file)
            } catch let problem as PaperProblem {
                // The number stands; the paper waits in the outbox, and `print` tries it again.
                terminal.complain(problem)
                outcome = .blocked
            }
            if options.json {
                terminal.say(JSONWriter.text(json(content, outcome == .done ? file : nil)))
            } else {
                say(content, outcome == .done ? file : nil, terminal)
            }
            return outcome
        }
    }

    private func say(_ content: PaymentInvoiceContent, _ file: String?, _ terminal: Terminal) {
        let language = terminal.language
        let sum = Sums.signed(Money(minor: content.amount, content.currency), language)
        let day = Dates.long(content.date, language)
        terminal.say(
            terminal.words(
                "invoice \(content.number) of \(day): \(sum)", "счёт № \(content.number) от \(day): \(sum)"))
        terminal.say("\(terminal.words("purpose", "назначение платежа")): \(content.purpose)")
        if let file { terminal.say(file) }
    }

    private func json(_ content: PaymentInvoiceContent, _ file: String?) -> JSONValue {
        .object(
            PaymentInvoiceListing.members(content)
                + [JSONValue.Member("file", file.map(JSONValue.string) ?? .null)])
    }
}

/// A sum as an argument.
func sumArgument(_ text: String) throws -> Int64 {
    guard let minor = DecimalText.parse(text.utf8, fractionDigits: 2), minor > 0,
        Money.range.contains(minor)
    else { throw ValidationError("'\(text)' is not a sum: write 2440.00.") }
    return minor
}
