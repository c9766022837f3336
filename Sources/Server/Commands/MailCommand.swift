import Access
import ArgumentParser
import Basics
import Formats
import Notices
import Regions
import Requests
import UseCases
import Wording

struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Letters that came to the departments.",
        subcommands: [Take.self, List.self])

    struct Take: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Take letters out of files, as mail programs save them (.eml), as if they had come into a mailbox."
        )

        @OptionGroup var options: Options
        @Argument(help: "The letters, a file each.")
        var files: [String]
        @Option(help: "The mailbox they are told to have come into.")
        var mailbox = "files"
        @Option(help: "Whose customers write to it: moscow or kazakhstan.", transform: regionArgument)
        var region: Region?
        @Option(
            name: .customLong("mail-authserv"),
            help: ArgumentHelp(
                "Believe this mail server's word on who wrote them, and need it, as `serve` does.",
                valueName: "authserv-id"))
        var authserv: String?

        func run() throws {
            try options.run { terminal in
                let app = Wiring.app(store: try Wiring.writing(options.database), trusted: authserv)
                var taken: [JSONValue] = []
                for path in files {
                    guard let bytes = try Folder.bytes(path) else {
                        throw SettingsProblem.unreadable(path, "no such file")
                    }
                    let letter = try app.mailbox.take(bytes, from: mailbox, in: region)
                    if options.json {
                        taken.append(letter.map(ReceivedLetterJSON.value) ?? .null)
                    } else if let letter {
                        terminal.say("\(path): \(MailCommand.line(letter, terminal.language))")
                    } else {
                        terminal.say(
                            "\(path): \(terminal.words("taken before; nothing is changed", "уже принято; ничего не изменено"))"
                        )
                    }
                }
                if options.json { terminal.say(JSONWriter.text(.array(taken))) }
                return .done
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List letters that came, the latest first.")

        @OptionGroup var options: Options
        @Option(
            help: "waiting, asked, taken, bounce, automatic or aside.", transform: stateArgument)
        var state = LetterState.waiting

        func run() throws {
            try options.run { terminal in
                let desk = Wiring.app(store: try Wiring.reading(options.database)).mailbox
                let letters = try desk.list(state, for: .house).letters
                if options.json {
                    terminal.say(JSONWriter.text(.array(letters.map(ReceivedLetterJSON.value))))
                    return .done
                }
                for letter in letters {
                    terminal.say(
                        "\(letter.receivedAt)  \(letter.sender)  \(letter.subject)  [\(MailCommand.line(letter, terminal.language))]"
                    )
                }
                return .done
            }
        }
    }

    /// What became of a letter, in a line.
    private static func line(_ letter: ReceivedLetter, _ language: Language) -> String {
        let why = letter.wait.map { ": \($0.phrase.text(language))" } ?? ""
        let request = letter.request.map { " № \($0)" } ?? ""
        return "№ \(letter.number), \(letter.state.phrase.text(language))\(request)\(why)"
    }
}

private func stateArgument(_ text: String) throws -> LetterState {
    guard let state = LetterState(rawValue: text) else {
        throw ValidationError(
            "'\(text)' is no state: write waiting, asked, taken, bounce, automatic or aside.")
    }
    return state
}
