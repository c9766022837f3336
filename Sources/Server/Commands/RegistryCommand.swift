import ArgumentParser
import Counterparties
import Formats
import Gateways
import UseCases

struct RegistryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registry", abstract: "The embedded registry of parties and banks.",
        subcommands: [Import.self, StandIn.self])

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Load parties and banks, one a line in the shape DaData answers with.",
            discussion: "Known ones are replaced. A bad line is named and the others are kept.")

        @OptionGroup var options: Options

        @Argument(help: "The file of JSON lines.", completion: .file(extensions: ["jsonl"]))
        var file: String

        func run() throws {
            try options.run { terminal in
                var work = RegistryImport(
                    app: Wiring.app(store: try Wiring.writing(options.database)), file: file,
                    terminal: terminal)
                let counts = try work.run()
                if options.json {
                    terminal.say(
                        JSONWriter.text([
                            "parties": .integer(counts.parties), "banks": .integer(counts.banks),
                            "refused": .integer(counts.refused),
                        ]))
                } else {
                    terminal.say(
                        terminal.words(
                            "parties: \(counts.parties), banks: \(counts.banks), refused: \(counts.refused)",
                            "организаций и ИП: \(counts.parties), банков: \(counts.banks), отклонено: \(counts.refused)"
                        ))
                }
                return counts.refused == 0 ? .done : .refused
            }
        }
    }

    struct StandIn: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stand-in",
            abstract: "Play DaData on this machine over a registry file, until SIGTERM or SIGINT.",
            discussion:
                "For demos and trials: serve --registry dadata --dadata-url with the address it prints.")

        @OptionGroup var options: Options

        @Argument(help: "The file of JSON lines.", completion: .file(extensions: ["jsonl"]))
        var file: String

        @Option(help: "The port on 127.0.0.1; 0 lets the kernel choose.")
        var port = 0

        @Option(help: ArgumentHelp("The key it takes.", valueName: "key"))
        var key = "demo"

        @Option(help: "A fault to show: busy, silent, garbage, broken or stranger.")
        var fault: DaDataStandIn.Fault?

        func run() throws {
            try options.run { terminal in
                let signals = StopSignals()
                guard let bytes = try Folder.bytes(file) else {
                    throw SettingsProblem.unreadable(file, "no such file")
                }
                let lines = bytes.split(separator: 0x0A).filter { line in line.contains { $0 > 0x20 } }
                let server: DaDataStandIn
                do {
                    server = try DaDataStandIn(lines: lines, key: key, port: port, fault: fault)
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
}

extension DaDataStandIn.Fault: ExpressibleByArgument {}
