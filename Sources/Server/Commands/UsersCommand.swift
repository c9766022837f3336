import Access
import ArgumentParser
import Basics
import Formats
import Foundation
import Glibc
import Notices
import UseCases

struct UsersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users",
        abstract:
            "People who sign in: list, make, give roles, disable, end sessions. May be used beside `serve`.",
        subcommands: [
            List.self, Create.self, Roles.self, Password.self, SecondStepOff.self, Disable.self, Enable.self,
            EndSessions.self,
        ])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List users: who, by which door, with what roles.")

        @OptionGroup var options: Options

        func run() throws {
            try options.run { terminal in
                let users = try Wiring.app(store: try Wiring.reading(options.database)).users.list(by: .house)
                if options.json {
                    terminal.say(JSONWriter.text(.array(users.map(json))))
                    return .done
                }
                terminal.table(
                    [
                        terminal.words("e-mail", "почта"), terminal.words("name", "имя"),
                        terminal.words("door", "вход"), terminal.words("roles", "роли"),
                        terminal.words("second step", "второй шаг"), terminal.words("state", "состояние"),
                    ],
                    users.map { listed in
                        let user = listed.user
                        let isOn = if case .on = user.secondStep { true } else { false }
                        return [
                            user.email.text, user.name, user.side.rawValue, roles(listed),
                            isOn ? terminal.words("on", "включён") : terminal.words("off", "нет"),
                            state(user, terminal),
                        ]
                    })
                return .done
            }
        }

        private func roles(_ listed: UsersDesk.Listed) -> String {
            let staff = listed.user.staffRoles.sorted().map(\.rawValue)
            let projects = listed.projects.sorted { $0.key < $1.key }.map { pid, roles in
                "\(pid): " + roles.sorted().map(\.rawValue).joined(separator: " ")
            }
            return (staff + projects).joined(separator: ", ")
        }

        private func state(_ user: User, _ terminal: Terminal) -> String {
            if user.disabledAt != nil { return terminal.words("disabled", "отключён") }
            return user.confirmedAt == nil
                ? terminal.words("not confirmed", "не подтверждён") : terminal.words("active", "работает")
        }

        private func json(_ listed: UsersDesk.Listed) -> JSONValue {
            let user = listed.user
            let projects = listed.projects.sorted { $0.key < $1.key }.map { pid, roles in
                JSONValue.Member(pid.text, .array(roles.sorted().map { .string($0.rawValue) }))
            }
            return [
                "email": .string(user.email.text), "name": .string(user.name),
                "door": .string(user.side.rawValue),
                "roles": .array(user.staffRoles.sorted().map { .string($0.rawValue) }),
                "projects": .object(projects), "disabled": .bool(user.disabledAt != nil),
                "confirmed": .bool(user.confirmedAt != nil),
            ]
        }
    }

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Make a user: staff by a role, a customer's by a role and a project. The password is asked for."
        )

        @OptionGroup var options: Options

        @Option(help: "The address to sign in with.")
        var email: String

        @Option(help: "The person's name.")
        var name: String

        @Option(help: ArgumentHelp(roleHelp, valueName: "role"))
        var role: [String] = []

        @Option(help: "The customer's project; without it the user is of the staff.", transform: pidArgument)
        var project: PID?

        func run() throws {
            try options.run { terminal in
                let standing: UsersDesk.Standing =
                    if let project {
                        .member(project, try roles(role, CustomerRole.self))
                    } else {
                        .staff(try roles(role, StaffRole.self))
                    }
                let app = Wiring.app(store: try Wiring.writingBeside(options.database))
                try app.users.create(
                    email: email, name: name, password: try askPassword(terminal), standing,
                    in: terminal.language, by: .house)
                terminal.say(terminal.words("\(email): made", "\(email): создан"))
                return .done
            }
        }
    }

    struct Roles: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a user of the staff other roles; the user's sessions end.")

        @OptionGroup var options: Options

        @Argument(help: "The user's address.")
        var email: String

        @Option(help: ArgumentHelp(roleHelp, valueName: "role"))
        var role: [String] = []

        func run() throws {
            try options.run { terminal in
                let app = Wiring.app(store: try Wiring.writingBeside(options.database))
                try app.users.giveRoles(try roles(role, StaffRole.self), to: email, by: .house)
                terminal.say(terminal.words("\(email): roles given", "\(email): роли даны"))
                return .done
            }
        }
    }

    struct Password: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set a user's password, which is asked for; the user's sessions end.")

        @OptionGroup var options: Options
        @OptionGroup var who: Who

        func run() throws {
            try who.change(options) { app, terminal in
                try app.users.setPassword(
                    try askPassword(terminal), of: who.email, on: who.side, by: .house)
            }
        }
    }

    struct SecondStepOff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Turn a user's second step off: the telephone is lost. Make sure who asks; all sessions end.")

        @OptionGroup var options: Options
        @OptionGroup var who: Who

        func run() throws {
            try who.change(options) { app, _ in
                try app.users.turnSecondStepOff(who.email, on: who.side, by: .house)
            }
        }
    }

    struct Disable: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let a user in no more; all sessions end.")

        @OptionGroup var options: Options
        @OptionGroup var who: Who

        func run() throws {
            try who.change(options) { app, _ in
                try app.users.disable(who.email, on: who.side, isDisabled: true, by: .house)
            }
        }
    }

    struct Enable: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let a disabled user in again.")

        @OptionGroup var options: Options
        @OptionGroup var who: Who

        func run() throws {
            try who.change(options) { app, _ in
                try app.users.disable(who.email, on: who.side, isDisabled: false, by: .house)
            }
        }
    }

    struct EndSessions: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End all sessions of a user.")

        @OptionGroup var options: Options
        @OptionGroup var who: Who

        func run() throws {
            try who.change(options) { app, _ in
                try app.users.endSessions(of: who.email, on: who.side, by: .house)
            }
        }
    }

    /// A user, by address and door.
    struct Who: ParsableArguments {
        @Argument(help: "The user's address.")
        var email: String

        @Flag(help: "The user of the staff with that address; without it, the customer's.")
        var staff = false

        var side: AccessSide { staff ? .office : .cabinet }

        func change(_ options: Options, _ work: (App, Terminal) throws -> Void) throws {
            try options.run { terminal in
                try work(Wiring.app(store: try Wiring.writingBeside(options.database)), terminal)
                terminal.say(terminal.words("\(email): done", "\(email): готово"))
                return .done
            }
        }
    }
}

struct LettersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letters", abstract: "Show letters and what became of them, the latest first.")

    @OptionGroup var options: Options

    func run() throws {
        try options.run { terminal in
            let letters = try Wiring.app(store: try Wiring.reading(options.database)).letters.list()
            if options.json {
                terminal.say(
                    JSONWriter.text(
                        .array(
                            letters.map { letter in
                                [
                                    "kind": .string(letter.kind), "to": .string(letter.to.text),
                                    "subject": .string(letter.subject), "body": .string(letter.body),
                                    "files": .array(letter.fileNames.map(JSONValue.string)),
                                    "created": .string(letter.createdAt.description),
                                    "state": .string(letter.delivery.word),
                                    "trouble": letter.delivery.trouble.map(JSONValue.string) ?? .null,
                                ]
                            })))
                return .done
            }
            for letter in letters {
                let trouble = letter.delivery.trouble.map { ": \($0)" } ?? ""
                terminal.say(
                    "\(letter.createdAt)  \(letter.to)  \(letter.subject)  [\(letter.delivery.word)\(trouble)]"
                )
                for line in letter.body.split(separator: "\n") { terminal.say("    \(line)") }
                for name in letter.fileNames { terminal.say("    + \(name)") }
            }
            return .done
        }
    }
}

extension Letter.Delivery {
    fileprivate var word: String {
        switch self {
        case .waiting: "waiting"
        case .sent: "sent"
        case .failed: "failed"
        case .bounced: "bounced"
        }
    }

    /// What keeps it, or kept it for good.
    fileprivate var trouble: String? {
        switch self {
        case .waiting(let trouble): trouble
        case .sent: nil
        case .failed(_, let why), .bounced(_, let why): why
        }
    }
}

private let roleHelp: String =
    "May be repeated. Staff: " + StaffRole.allCases.map(\.rawValue).joined(separator: ", ")
    + "; in a project: " + CustomerRole.allCases.map(\.rawValue).joined(separator: ", ") + "."

private func roles<Role: RawRepresentable & Hashable>(_ words: [String], _ type: Role.Type) throws -> Set<
    Role
>
where Role.RawValue == String {
    Set(
        try words.map { word in
            guard let role = Role(rawValue: word) else { throw AccessProblem.unknownRole(word) }
            return role
        })
}

/// Asks for a password without showing it; where nobody sits, takes the first line of the input.
private func askPassword(_ terminal: Terminal) throws -> String {
    var before = termios()
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &before) == 0 else { return readLine() ?? "" }
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ECHO)
    FileHandle.standardError.write(Data(terminal.words("Password: ", "Пароль: ").utf8))
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
    defer {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
        FileHandle.standardError.write(Data("\n".utf8))
    }
    return readLine() ?? ""
}
