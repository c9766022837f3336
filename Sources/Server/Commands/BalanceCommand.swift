import ArgumentParser
import Basics
import Formats
import Notices
import Projects
import Regions
import UseCases
import Wording

struct BalanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance", abstract: "What a project has: payment account, bonuses, debt, state.")

    @OptionGroup var options: Options

    @Argument(help: "The project, mcs and digits.", transform: pidArgument)
    var project: PID

    func run() throws {
        try options.run { terminal in
            let app = Wiring.app(store: try Wiring.reading(options.database))
            let balance = try app.balances.balance(of: project)
            if options.json {
                terminal.say(JSONWriter.text(BalanceJSON.value(balance)))
                return .done
            }
            let language = terminal.language
            var rows = [
                [terminal.words("payment account", "лицевой счёт"), Sums.signed(balance.payment, language)],
                [terminal.words("of it debt", "в том числе долг"), Sums.signed(balance.debt, language)],
            ]
            for bonus in balance.bonuses {
                rows.append(
                    [
                        "\(terminal.words("bonuses", "бонусы")) \(bonus.type)",
                        Sums.signed(bonus.amount, language),
                    ])
            }
            terminal.table([balance.pid.text, ""], rows, right: [1])
            terminal.say(StateWords.phrase(balance.state, in: balance.region).text(language))
            if balance.state != .active {
                terminal.say(
                    terminal.words(
                        "why: kontragent explain \(project)", "почему: kontragent explain \(project)"))
            }
            return .done
        }
    }

}
