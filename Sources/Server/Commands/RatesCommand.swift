import Access
import ArgumentParser
import Basics
import Documents
import Formats
import Gateways
import Notices
import Regions
import UseCases
import Wording

struct RatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rates",
        abstract: "Official rates of exchange, by which invoices in a contract's currency are reckoned.",
        subcommands: [Import.self, Fetch.self, List.self, StandIn.self])

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

    struct Fetch: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask the Bank of Russia for the rates of the last two weeks that are missing.",
            discussion: "`serve` and `work` do it by themselves with --rates cbr.")

        @OptionGroup var options: Options

        @Option(help: ArgumentHelp("The Bank of Russia's address, where it is another.", valueName: "url"))
        var ratesURL = BankOfRussia.address

        func validate() throws {
            guard Outgoing.isSafe(ratesURL) else {
                throw ValidationError("'\(ratesURL)' is no https:// address.")
            }
        }

        func run() throws {
            try options.run { terminal in
                let app = Wiring.app(
                    store: try Wiring.writing(options.database),
                    rateSource: BankOfRussia(address: ratesURL).source)
                let fetched = try app.rates.fetch(in: .moscow, for: .house)
                if options.json {
                    terminal.say(
                        JSONWriter.text([
                            "added": .integer(fetched.added),
                            "unset": .array(fetched.unset.map { .string($0.description) }),
                            "differing": .array(
                                fetched.differing.map { other in
                                    [
                                        "currency": .string(other.official.currency.letters),
                                        "day": .string(other.official.day.description),
                                        "official": .string(other.official.rate.price),
                                        "kept": .string(other.kept.price),
                                    ]
                                }),
                        ]))
                    if let problem = fetched.failed { throw problem }
                    return .done
                }
                terminal.say(terminal.words("rates: \(fetched.added) new", "курсов: \(fetched.added) новых"))
                for day in fetched.unset {
                    terminal.say(terminal.words("\(day): none set yet", "\(day): ещё не установлены"))
                }
                for other in fetched.differing {
                    terminal.say(
                        terminal.words(
                            Wordbook.phrase(DocumentsProblem.otherRate(other.official, kept: other.kept))))
                }
                if let problem = fetched.failed { throw problem }
                return .done
            }
        }
    }

    struct StandIn: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stand-in",
            abstract:
                "Play the Bank of Russia on this machine over files of its days, until SIGTERM or SIGINT.",
            discussion: "For trials: serve --rates cbr --rates-url with the address it prints.")

        @OptionGroup var options: Options

        @Argument(help: "Files as XML_daily.asp answers them.", completion: .file(extensions: ["xml"]))
        var files: [String]

        @Option(help: "The port on 127.0.0.1; 0 lets the kernel choose.")
        var port = 0

        @Option(help: "A fault to show: silent, broken, page, garbage or late.")
        var fault: BankOfRussiaStandIn.Fault?

        func run() throws {
            try options.run { terminal in
                let signals = StopSignals()
                let days = try files.map { file in
                    guard let bytes = try Folder.bytes(file) else {
                        throw SettingsProblem.unreadable(file, "no such file")
                    }
                    return bytes
                }
                let server: BankOfRussiaStandIn
                do {
                    server = try BankOfRussiaStandIn(files: days, port: port, fault: fault)
                } catch is StandInPortTaken {
                    throw SettingsProblem.noListening("127.0.0.1:\(port)", "taken")
                }
                terminal.say(server.address)
                signals.wait()
                server.stop()
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

extension BankOfRussiaStandIn.Fault: ExpressibleByArgument {}
