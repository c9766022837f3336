import ArgumentParser
import UseCases

struct SecretKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secret-key",
        abstract: "The key that secrets of second steps are locked by.", subcommands: [Replace.self])

    struct Replace: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lock the secrets of second steps by another key; stop every node before.")

        @OptionGroup var options: Options

        @Option(
            name: .customLong("with"),
            help: ArgumentHelp(
                "The other key, 64 hex digits; made where there is no such file.", valueName: "file"))
        var file: String

        @Flag(
            help:
                "The key before is lost: second steps that do not open are turned off, and their users told.")
        var lost = false

        func run() throws {
            try options.run { terminal in
                let store = try Wiring.writingBeside(options.database)
                let vault: Vault?
                do { vault = try SecretKey.vault(of: options.database, isFirst: false) } catch  where lost {
                    vault = nil
                }
                let (kept, off) = try Wiring.app(store: store, vault: vault).secretKeys.replace(
                    by: try SecretKey.readOrMake(file), isLost: lost)
                terminal.say(
                    terminal.words(
                        "second steps locked anew: \(kept), turned off: \(off); start `serve` with the key of \(file)",
                        "вторых шагов закрыто заново: \(kept), отключено: \(off); запускайте `serve` с ключом из \(file)"
                    ))
                return .done
            }
        }
    }
}
