import ArgumentParser
import Storage

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Create the database or bring its schema up to date.")

    @OptionGroup var options: Options

    @Flag(help: "Also spread the tables over the workers of a Citus cluster, once.")
    var citus = false

    func run() throws {
        try options.run { terminal in
            if citus, !DatabaseName.isURL(options.database) {
                throw SettingsProblem.serverOnly("migrate --citus")
            }
            let store = try Wiring.writing(options.database)
            let version = try store.schemaVersion()
            terminal.say(
                terminal.words(
                    "\(DatabaseName.shown(options.database)): schema \(version)",
                    "\(DatabaseName.shown(options.database)): схема \(version)"))
            guard citus else { return .done }
            let isNew = try Citus.spread(store)
            terminal.say(
                isNew
                    ? terminal.words(
                        "the tables are spread; grant \(Citus.role) to the user of `serve`",
                        "таблицы распределены; дайте роль \(Citus.role) пользователю `serve`")
                    : terminal.words("the tables are spread already", "таблицы уже распределены"))
            return .done
        }
    }
}
