import ArgumentParser
import Formats
import Hashing
import Storage
import UseCases

struct CopyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Move an installation into another database, of either engine, and compare both.")

    @Option(help: ArgumentHelp("The database to copy: a file or postgres://…", valueName: "db"))
    var from: String

    @Option(help: ArgumentHelp("A new database: a file or postgres://…", valueName: "db"))
    var to: String

    @Flag(help: "Print facts as JSON.")
    var json = false

    @Option(
        help: ArgumentHelp("Language of messages: en or ru; the default follows LANG.", valueName: "en|ru"))
    var language: String?

    func run() throws {
        var options = Options()
        (options.database, options.json, options.language) = (from, json, language)
        try options.run { terminal in
            let source = try Wiring.reading(from)
            let target = try Wiring.writing(to)
            let line = ProgressLine(terminal)
            let copied = try Moving.copy(
                from: source, to: target, named: DatabaseName.shown(to), digest: Sodium.digest
            ) {
                line.show($0, $1, of: $2)
            }
            line.finish()
            if json {
                let tables = copied.tables.map { table in
                    JSONValue.object([
                        JSONValue.Member("table", .string(table.name)),
                        JSONValue.Member("rows", .integer(Int64(table.rows))),
                        JSONValue.Member("sha256", .string(Hex.text(table.digest))),
                    ])
                }
                terminal.say(JSONWriter.text(.object([JSONValue.Member("tables", .array(tables))])))
            } else {
                terminal.table(
                    [terminal.words("table", "таблица"), terminal.words("rows", "строк"), "SHA-256"],
                    copied.tables.filter { $0.rows > 0 }.map {
                        [$0.name, String($0.rows), String(Hex.text($0.digest).prefix(16))]
                    }, right: [1])
                terminal.say(
                    terminal.words(
                        "\(DatabaseName.shown(to)): \(copied.rows) rows, read back and the same",
                        "\(DatabaseName.shown(to)): строк \(copied.rows), прочитаны обратно и те же"))
            }
            return .done
        }
    }
}
