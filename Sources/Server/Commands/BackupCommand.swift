import ArgumentParser
import Storage
import UseCases

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the database while it works.")

    @OptionGroup var options: Options

    @Argument(help: "The new file.", completion: .file())
    var file: String

    func run() throws {
        try options.run { terminal in
            guard let store = try Wiring.reading(options.database) as? SQLiteStore else {
                throw SettingsProblem.fileOnly("backup")
            }
            try store.backup(to: file)
            terminal.say(
                terminal.words(
                    "\(file): a copy of \(options.database); `kontragent verify --db \(file)` checks it",
                    "\(file): копия \(options.database); проверка — `kontragent verify --db \(file)`"))
            return .done
        }
    }
}
