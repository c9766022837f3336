import Access
import ArgumentParser
import Basics
import Formats
import Regions
import UseCases
import Wording

struct RatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rates",
        abstract: "Official rates of exchange, by which invoices in a contract's currency are reckoned.",
        subcommands: [Import.self, List.self])

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Load a day's rates as the Bank of Russia publishes them (XML_daily.asp).",
            discussion: "The same file again changes nothing; another rate for a day that has one is refused."
        )

        @OptionGroup var options: Options

        @Argument(help: "The XML of a day.", completion: .file(extensions: ["xml"]))
        var file: String

        func run() throws {
            try options.run { terminal in
                guard let bytes = try Folder.bytes(file) else {
                    throw SettingsProblem.unreadable(file, "no such file")
                }
                let app = Wiring.app(store: try Wiring.writing(options.database))
                let counts = try app.rates.take(
                    try BankOfRussiaRates.read(bytes), in: .moscow, for: .house, by: .operatorAtMachine)
                if options.json {
                    terminal.say(
                        JSONWriter.text([
                            "added": .integer(counts.added), "known": .integer(counts.known),
                        ]))
                } else {
                    terminal.say(
                        terminal.words(
                            "rates: \(counts.added) new, \(counts.known) known",
                            "курсов: \(counts.added) новых, \(counts.known) известных"))
                }
                return .done
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the rates that are kept, latest first.")

        @OptionGroup var options: Options

        @Option(help: "Of one currency, EUR.", transform: currencyArgument)
        var currency: AgreedCurrency?

        @Option(help: "How many at most.")
        var limit = 60

        func run() throws {
            try options.run { terminal in
                guard limit > 0 else { throw ValidationError("--limit is at least 1.") }
                let rates = try Wiring.app(store: try Wiring.reading(options.database)).rates.rates(
                    in: .moscow, of: currency, limit: limit, for: .house)
                if options.json {
                    terminal.say(JSONWriter.text(.array(rates.map(value))))
                    return .done
                }
                terminal.table(
                    terminal.isRussian
                        ? ["дата", "валюта", "единиц", "стоят, RUB"]
                        : ["day", "currency", "units", "cost, RUB"],
                    rates.map { kept in
                        [
                            kept.rate.day.description, kept.rate.currency.letters,
                            String(kept.rate.rate.units), kept.rate.rate.price,
                        ]
                    }, right: [2, 3])
                return .done
            }
        }

        private func value(_ kept: KeptRate) -> JSONValue {
            [
                "day": .string(kept.rate.day.description), "currency": .string(kept.rate.currency.letters),
                "units": .integer(Int(kept.rate.rate.units)), "rate": .string(kept.rate.rate.price),
            ]
        }
    }
}

/// A currency by its letters.
func currencyArgument(_ text: String) throws -> AgreedCurrency {
    guard let currency = AgreedCurrency(text) else {
        throw ValidationError("'\(text)' is no currency a contract may agree: write EUR.")
    }
    return currency
}
