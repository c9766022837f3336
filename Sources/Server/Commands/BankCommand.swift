import ArgumentParser
import Basics
import Formats
import Foundation
import Notices
import Payments
import Projects
import UseCases

struct BankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank",
        abstract: "Book bank statements; decide on unclear lines and held files.",
        discussion: """
            kontragent bank FILE… [--as-booked]   book files and list their lines with reasons
            kontragent bank match LINE PID        say whose an unclear line is
            kontragent bank undo LINE REASON      take a match back while nothing of the money is spent
            kontragent bank accept FILE           let a held file through
            """)

    @OptionGroup var options: Options

    @Flag(help: "Credit lines on the day the bank received them instead of now.")
    var asBooked = false

    @Argument(help: "Files, or match LINE PID, or undo LINE REASON, or accept FILE.", completion: .file())
    var words: [String]

    func validate() throws {
        if words.isEmpty {
            throw ValidationError("Name a bank file, or match LINE PID, or undo LINE REASON, or accept FILE.")
        }
        if words.first == "match", words.count != 3 { throw ValidationError("Write: bank match LINE PID") }
        if words.first == "undo", words.count != 3 { throw ValidationError("Write: bank undo LINE REASON") }
        if words.first == "accept", words.count != 2 { throw ValidationError("Write: bank accept FILE") }
    }

    func run() throws {
        let matched = words.first == "match" ? try pidArgument(words[2]) : nil
        try options.run { terminal in
            let app = Wiring.app(store: try Wiring.writing(options.database))
            if let matched {
                let line = try app.bank.match(words[1], to: matched)
                _ = try app.settlement.settle([matched], notBefore: line.decidedAt)
                list([line], terminal)
                return .done
            }
            if words.first == "undo" {
                let author = Author(user: nil, name: Author.operatorAtMachine.name, reason: words[2])
                list([try app.bank.undoMatch(words[1], by: try author.withReason())], terminal)
                return .done
            }
            if words.first == "accept" {
                return try report(
                    [try app.bank.accept(URL(fileURLWithPath: words[1]).lastPathComponent)], app, terminal)
            }
            var booked: [BankDesk.Booked] = []
            var outcome = Outcome.done
            for path in words {
                do {
                    guard let bytes = try Folder.bytes(path) else {
                        throw SettingsProblem.unreadable(
                            path, terminal.words("no such file", "нет такого файла"))
                    }
                    let name = URL(fileURLWithPath: path).lastPathComponent
                    booked.append(try app.bank.book(bytes, named: name, asBooked: asBooked))
                } catch let problem as any Problem where problem.kind != .unavailable {
                    terminal.tell("\(path): \(problem.code): \(terminal.sentence(problem))")
                    outcome = .refused
                }
            }
            let reported = try report(booked, app, terminal)
            return outcome == .done ? reported : outcome
        }
    }

    private func report(
        _ files: [BankDesk.Booked], _ app: App, _ terminal: Terminal
    ) throws -> Outcome {
        _ = try app.settlement.settle(
            Set(files.flatMap(\.credited)).sorted(),
            notBefore: files.flatMap(\.lines).map(\.decidedAt).max())
        list(files.flatMap(\.lines), terminal)
        var outcome = Outcome.done
        for file in files {
            if file.duplicates > 0 {
                terminal.tell(
                    "\(file.file): \(terminal.words("\(file.duplicates) lines seen before", "строк уже было: \(file.duplicates)"))"
                )
            }
            for flaw in file.flaws {
                terminal.tell(
                    "\(file.file):\(flaw.line): \(flaw.problem.code): \(terminal.sentence(flaw.problem))"
                )
                outcome = .refused
            }
            for reason in file.heldFor {
                terminal.tell(
                    "\(file.file): \(terminal.words("held", "задержан")): \(reason.code): \(terminal.sentence(reason))"
                )
                outcome = .refused
            }
            for warning in file.warnings { terminal.tell("\(file.file): \(terminal.words(warning.phrase))") }
            if !file.heldFor.isEmpty {
                terminal.tell(
                    terminal.words(
                        "Nothing of it is credited. When it is right all the same: kontragent bank accept \(file.file)",
                        "Из него ничего не зачислено. Если он всё же верен: kontragent bank accept \(file.file)"
                    ))
            }
        }
        return outcome
    }

    private func list(_ lines: [BankLineRecord], _ terminal: Terminal) {
        if options.json {
            terminal.say(JSONWriter.text(.array(lines.map { BankLineJSON.value($0, terminal.language) })))
            return
        }
        guard !lines.isEmpty else {
            terminal.say(terminal.words("no new lines", "новых строк нет"))
            return
        }
        terminal.table(
            [
                terminal.words("line", "строка"), terminal.words("date", "дата"), "№",
                terminal.words("amount", "сумма"), terminal.words("state", "состояние"),
                terminal.words("project", "проект"), terminal.words("reasons", "причины"),
            ],
            lines.map { line in
                [
                    address(line), line.date.description, line.document, Money.text(minor: line.amount),
                    line.state.rawValue, line.projects.map(\.text).joined(separator: ", "),
                    line.reasons.map { $0.text(terminal.language) }.joined(separator: "; "),
                ]
            }, right: [3])
    }

    private func address(_ line: BankLineRecord) -> String {
        ExplanationAddress.bankLine(line.number).text
    }
}
