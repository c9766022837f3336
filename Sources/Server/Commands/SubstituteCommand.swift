import ArgumentParser
import Basics
import Formats
import Funding
import Notices
import Projects
import Requests
import UseCases
import Wording

struct SubstituteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "substitute",
        abstract:
            "Let a bank transfer pay what a card, SBP or a wallet has paid, so that it reaches the documents.",
        discussion: """
            kontragent substitute PID                                        list what could move
            kontragent substitute PID --payment ID --transfer ID --reason …  move it, the oldest charges first
            """)

    @OptionGroup var options: Options

    @Argument(help: "The project, mcs and digits.", transform: pidArgument)
    var project: PID

    @Option(help: "The credit that has paid, by its id.")
    var payment: String?

    @Option(help: "The bank transfer's credit that is to pay, by its id.")
    var transfer: String?

    @Option(help: "How much, as 1500.50; all that can move unless told.")
    var sum: String?

    @Option(help: "Why; kept for good.")
    var reason = ""

    func validate() throws {
        guard (payment == nil) == (transfer == nil) else {
            throw ValidationError("Name both --payment and --transfer, or neither to see what could move.")
        }
    }

    func run() throws {
        try options.run { terminal in
            guard let payment, let transfer else {
                let app = Wiring.app(store: try Wiring.reading(options.database))
                list(try app.settlement.substitutes(in: project), terminal)
                return .done
            }
            let wanted = try sum.map { text in
                guard let minor = DecimalText.parse(text.utf8, fractionDigits: 2), minor > 0,
                    Money.range.contains(minor)
                else { throw RequestsProblem.badValue(.amount, text) }
                return minor
            }
            let author = try Author(user: nil, name: Author.operatorAtMachine.name, reason: reason)
                .withReason()
            let done = try Wiring.app(store: try Wiring.writing(options.database)).settlement.substitute(
                CreditID(payment), by: CreditID(transfer), wanted: wanted, in: project, as: author)
            say(done, terminal)
            return .done
        }
    }

    private func list(_ substitutes: SettlementDesk.Substitutes, _ terminal: Terminal) {
        if options.json {
            terminal.say(JSONWriter.text(SubstituteJSON.value(substitutes)))
            return
        }
        terminal.table(
            [
                terminal.words("payment", "платёж"), terminal.words("by", "чем"),
                terminal.words("has paid", "оплатил"), terminal.words("can move", "можно перенести"),
                terminal.words("in closed months", "в закрытых месяцах"),
            ],
            substitutes.payments.map { payment in
                [
                    payment.lot.id.text, payment.lot.source.phrase.text(terminal.language),
                    Money.text(minor: payment.lot.amount - payment.lot.remaining),
                    Money.text(minor: payment.movable),
                    payment.reported.sorted { $0.key < $1.key }
                        .map { "\($0.key) \(Money.text(minor: $0.value))" }.joined(separator: ", "),
                ]
            }, right: [2, 3])
        terminal.table(
            [
                terminal.words("transfer", "перевод"), terminal.words("by", "чем"),
                terminal.words("left", "осталось"),
            ],
            substitutes.transfers.map { lot in
                [
                    lot.id.text, lot.source.phrase.text(terminal.language),
                    Money.text(minor: lot.remaining),
                ]
            }, right: [2])
    }

    private func say(_ done: SettlementDesk.Substituted, _ terminal: Terminal) {
        if options.json {
            terminal.say(JSONWriter.text(SubstituteJSON.value(done)))
            return
        }
        let amount = Money.text(minor: done.funding.amount)
        terminal.say(
            terminal.words(
                "\(amount) of what \(done.funding.payment) had paid is paid by \(done.funding.transfer)",
                "\(amount) из оплаченного \(done.funding.payment) теперь оплачивает \(done.funding.transfer)")
        )
        for (month, sum) in done.months.sorted(by: { $0.key < $1.key }) {
            terminal.say(
                terminal.words(
                    "reported in \(month): \(Money.text(minor: sum))",
                    "войдёт в документы \(month): \(Money.text(minor: sum))"))
        }
        for (month, sum) in done.reported.sorted(by: { $0.key < $1.key }) {
            terminal.say(
                terminal.words(
                    "stays, \(month) is closed: \(Money.text(minor: sum))",
                    "остаётся, месяц \(month) закрыт: \(Money.text(minor: sum))"))
        }
        if done.left > 0 {
            terminal.say(
                terminal.words(
                    "stays with the payment: \(Money.text(minor: done.left))",
                    "остаётся за платежом: \(Money.text(minor: done.left))"))
        }
    }
}
