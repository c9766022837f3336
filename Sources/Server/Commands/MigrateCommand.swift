import ArgumentParser
import Storage

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Create the database or bring its schema up to date.")

    @OptionGroup var options: Options

    func run() throws {
        try options.run { terminal in
            let store = try Wiring.writing(options.database)
            let version = try store.schemaVersion()
            terminal.say(
                terminal.words(
                    "\(options.database): schema \(version)", "\(options.database): схема \(version)"))
            return .done
        }
    }
}
