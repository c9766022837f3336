import ArgumentParser
import Basics
import Foundation
import Wording

/// What every command takes.
struct Options: ParsableArguments {
    @Option(
        name: .customLong("db"), help: "The database: a SQLite file, or a PostgreSQL server's as postgres://…"
    )
    var database = "./kontragent.db"

    @Flag(help: "Print facts as JSON.")
    var json = false

    @Option(
        help: ArgumentHelp("Language of messages: en or ru; the default follows LANG.", valueName: "en|ru"))
    var language: String?

    var terminal: Terminal {
        let environment = ProcessInfo.processInfo.environment
        let word = language ?? environment["LC_ALL"] ?? environment["LANG"] ?? "en"
        return Terminal(language: word.hasPrefix("ru") ? .ru : .en)
    }

    /// Runs a command's body; a problem is said with its code and becomes the exit code.
    func run(_ body: (Terminal) throws -> Outcome) throws {
        let terminal = terminal
        do {
            let outcome = try body(terminal)
            if outcome != .done { throw ExitCode(outcome.rawValue) }
        } catch let problem as any Problem {
            terminal.complain(problem)
            throw ExitCode(Outcome.of(problem).rawValue)
        }
    }
}

/// The exit codes (docs/operating.md).
enum Outcome: Int32 {
    case done = 0
    case violation = 1
    case refused = 2
    case blocked = 3

    /// Bad input was refused; a state that forbids blocks.
    static func of(_ problem: any Problem) -> Outcome {
        switch problem.kind {
        case .invalid, .missing: .refused
        case .conflict, .forbidden, .unavailable: .blocked
        }
    }
}

/// A month as an argument.
func monthArgument(_ text: String) throws -> Month {
    guard let month = Month(text) else { throw ValidationError("'\(text)' is not a month: write 2026-10.") }
    return month
}

func pidArgument(_ text: String) throws -> PID {
    guard let pid = PID(text) else {
        throw ValidationError("'\(text)' is not a PID: write mcs and 9 or 10 digits.")
    }
    return pid
}

func momentArgument(_ text: String) throws -> Moment {
    guard let moment = Moment(text) else {
        throw ValidationError("'\(text)' is not an instant: write 2026-10-05T10:00:00Z.")
    }
    return moment
}
