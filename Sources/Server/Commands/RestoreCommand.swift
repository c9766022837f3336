import ArgumentParser
import Hashing
import Storage
import UseCases

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Check a copy and put it in the place of the database, which is kept beside.")

    @OptionGroup var options: Options

    @Argument(help: "The copy that `kontragent backup` made.", completion: .file())
    var file: String

    func run() throws {
        try options.run { terminal in
            if DatabaseName.isURL(options.database) { throw SettingsProblem.fileOnly("restore") }
            let line = ProgressLine(terminal)
            let old = try SQLiteStore.restore(
                file, to: options.database, digest: Sodium.digest, now: Wiring.systemClock.now()
            ) { store in
                try Wiring.app(store: store).verification.verify {
                    line.show($0.step, $0.done, of: $0.total)
                }.count
            }
            line.finish()
            terminal.say(
                terminal.words(
                    "\(options.database): restored from \(file), verified",
                    "\(options.database): восстановлена из \(file), сверена"))
            if let old {
                terminal.say(
                    terminal.words("the database before is kept as \(old)", "прежняя база — \(old)"))
            }
            return .done
        }
    }
}
