import ArgumentParser
import Basics
import Formats
import Hashing
import UseCases

struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Tokens for the HTTP door: make, list, revoke. They may be used beside `serve`.",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a token; it is shown this once and kept nowhere.")

        @OptionGroup var options: Options

        @Option(help: "A name for lists and logs: Latin letters, digits, - _ .")
        var name: String

        @Option(
            help: ArgumentHelp(
                "What it opens; may be repeated: \(TokenScope.allCases.map(\.rawValue).joined(separator: ", ")).",
                valueName: "scope"))
        var scope: [String] = []

        @Option(help: "The one project it sees.", transform: pidArgument)
        var project: PID?

        @Option(help: ArgumentHelp("How long it lives; without it, until it is revoked.", valueName: "days"))
        var expiresDays: Int?

        func run() throws {
            try options.run { terminal in
                let scopes = try scope.map { text in
                    guard let scope = TokenScope(rawValue: text) else {
                        throw TokensProblem.unknownScope(text)
                    }
                    return scope
                }
                let app = Wiring.app(store: try Wiring.writingBeside(options.database))
                let text = try app.tokens.create(
                    name: name, scopes: scopes, project: project, days: expiresDays, secret: Sodium.secret())
                terminal.say(
                    options.json
                        ? JSONWriter.text(["name": .string(name), "token": .string(text)]) : text)
                return .done
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List tokens, revoked ones too.")

        @OptionGroup var options: Options

        func run() throws {
            try options.run { terminal in
                let tokens = try Wiring.app(store: try Wiring.reading(options.database)).tokens.list()
                if options.json {
                    terminal.say(JSONWriter.text(.array(tokens.map(json))))
                    return .done
                }
                let none = terminal.words("–", "–")
                terminal.table(
                    [
                        terminal.words("name", "имя"), terminal.words("scopes", "области"),
                        terminal.words("project", "проект"), terminal.words("made", "создан"),
                        terminal.words("expires", "истекает"), terminal.words("revoked", "отозван"),
                    ],
                    tokens.map { token in
                        [
                            token.name, token.scopes.map(\.rawValue).joined(separator: " "),
                            token.project?.text ?? none, token.createdAt.description,
                            token.expiresAt?.description ?? none, token.revokedAt?.description ?? none,
                        ]
                    })
                return .done
            }
        }

        private func json(_ token: Token) -> JSONValue {
            [
                "name": .string(token.name), "scopes": .array(token.scopes.map { .string($0.rawValue) }),
                "project": token.project.map { .string($0.text) } ?? .null,
                "created": .string(token.createdAt.description),
                "expires": token.expiresAt.map { .string($0.description) } ?? .null,
                "revoked": token.revokedAt.map { .string($0.description) } ?? .null,
            ]
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a token back for good; a running server heeds it within a second.")

        @OptionGroup var options: Options

        @Argument(help: "The token's name.")
        var name: String

        func run() throws {
            try options.run { terminal in
                try Wiring.app(store: try Wiring.writingBeside(options.database)).tokens.revoke(name)
                terminal.say(
                    options.json
                        ? JSONWriter.text(["revoked": .string(name)])
                        : terminal.words("\(name): revoked", "\(name): отозван"))
                return .done
            }
        }
    }
}
