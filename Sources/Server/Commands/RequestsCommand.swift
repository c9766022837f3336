import Access
import ArgumentParser
import Basics
import Formats
import Notices
import Regions
import Requests
import UseCases
import Wording

struct RequestsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "What customers ask the departments for.",
        subcommands: [Kinds.self, List.self, Show.self, Make.self])

    struct Kinds: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the kinds of requests: fields, department, deadline, who may ask.")

        @OptionGroup var options: Options
        @Option(
            help: "Only those of a region, with its mailboxes: moscow or kazakhstan.",
            transform: regionArgument)
        var region: Region?

        func run() throws {
            try options.run { terminal in
                let kinds = RequestKind.allCases.filter { kind in
                    region.map { kind.terms.regions.contains($0) } ?? true
                }
                if options.json {
                    terminal.say(JSONWriter.text(.array(kinds.map(RequestKindJSON.value))))
                    return .done
                }
                let english = ["no.", "kind", "what", "asks for", "who answers", "by when"]
                let russian = ["№", "вид", "что", "что указать", "кто отвечает", "срок"]
                terminal.table(
                    terminal.isRussian ? russian : english, kinds.map { row($0, terminal.language) })
                return .done
            }
        }

        private func row(_ kind: RequestKind, _ language: Language) -> [String] {
            let terms = kind.terms
            let fields = terms.fields.map { asked in
                asked.isNeeded ? asked.field.rawValue : "[\(asked.field.rawValue)]"
            }
            let mailboxes = (region.map { [$0] } ?? terms.regions).map { terms.department.mailbox(in: $0) }
            let unique = mailboxes.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return [
                "Q\(kind.number)", kind.rawValue, kind.phrase.text(language), fields.joined(separator: " "),
                unique.joined(separator: ", "), terms.deadline?.phrase.text(language) ?? "–",
            ]
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List requests: what is due first comes first, of what is closed the latest.")

        @OptionGroup var options: Options
        @Option(help: "active, open, assigned, waiting or closed.", transform: partArgument)
        var part = RequestSearch.Part.active
        @Option(
            help: "Only this department's: documents, support or service-level.",
            transform: departmentArgument)
        var department: Department?

        func run() throws {
            try options.run { terminal in
                let desk = Wiring.app(store: try Wiring.reading(options.database)).requests
                let queue = try desk.queue(RequestSearch(part, department: department), for: .house)
                if options.json {
                    terminal.say(
                        JSONWriter.text(.array(queue.requests.map { RequestJSON.value($0.request) })))
                    return .done
                }
                let english = ["no.", "what", "customer", "project", "state", "by when", "who"]
                let russian = ["№", "что", "клиент", "проект", "состояние", "срок", "исполнитель"]
                terminal.table(
                    terminal.isRussian ? russian : english,
                    queue.requests.map { row($0, at: queue.now, terminal.language) }, right: [0])
                return .done
            }
        }

        private func row(
            _ listed: RequestsDesk.Queue.Listed, at now: Moment, _ language: Language
        ) -> [String] {
            let request = listed.request
            let due = Phrase(request.standing.dueAt, in: request.region.profile.zone).text(language)
            let urgency =
                request.standing.urgency(at: now).map { ", " + $0.phrase.text(language) } ?? ""
            return [
                String(request.number), request.kind.phrase.text(language), listed.customer,
                request.project.text, request.standing.state.phrase.text(language), due + urgency,
                listed.assignee ?? "–",
            ]
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a request: what was filled in, and all that was said and done.")

        @OptionGroup var options: Options
        @Argument(help: "The request's number.")
        var number: Int64

        func run() throws {
            try options.run { terminal in
                let desk = Wiring.app(store: try Wiring.reading(options.database)).requests
                let view = try desk.view(number, for: .house).view
                if options.json {
                    terminal.say(JSONWriter.text(RequestJSON.value(view)))
                } else {
                    say(view, terminal)
                }
                return .done
            }
        }

        private func say(_ view: RequestsDesk.View, _ terminal: Terminal) {
            let (request, language) = (view.request, terminal.language)
            let zone = request.region.profile.zone
            terminal.say("№ \(request.number): \(request.kind.phrase.text(language))")
            terminal.say(
                "\(request.standing.state.phrase.text(language)), \(request.project), "
                    + Phrase(request.standing.dueAt, in: zone).text(language))
            for asked in request.kind.terms.fields {
                guard let value = view.values[asked.field.rawValue] else { continue }
                terminal.say("\(asked.field.phrase.text(language)): \(value)")
            }
            for event in view.events {
                let moment = Phrase(event.at, in: zone).text(language)
                terminal.say()
                terminal.say("\(moment), \(event.who): \(event.step.phrase.text(language))")
                if !event.text.isEmpty { terminal.say(event.text) }
                for file in event.files { terminal.say("  \(file.name)") }
            }
        }
    }

    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a request for a customer who has written or called.")

        @OptionGroup var options: Options
        @Argument(help: "The kind; `requests kinds` lists them.", transform: kindArgument)
        var kind: RequestKind
        @Argument(help: "The project, mcs and digits.", transform: pidArgument)
        var project: PID
        @Option(help: "The customer's user it is made for, by the address.")
        var by: String
        @Option(name: .customLong("field"), help: "What a field holds, as amount=1500.50; may be repeated.")
        var fields: [String] = []
        @Option(name: .customLong("file"), help: "A file of a field, as proof=order.pdf; may be repeated.")
        var files: [String] = []
        @Option(help: "What is said besides.")
        var text = ""

        func run() throws {
            try options.run { terminal in
                let app = Wiring.app(store: try Wiring.writing(options.database))
                let attached = try files.map { text in
                    let (name, path) = try halves(text)
                    guard let bytes = try Folder.bytes(path) else {
                        throw SettingsProblem.unreadable(path, "no such file")
                    }
                    return try RequestFile(field: RequestField(rawValue: name), named: path, bytes)
                }
                var values = Dictionary(try fields.map(halves), uniquingKeysWith: { $1 })
                if kind.terms.fields.contains(where: { $0.field == .project }) {
                    values[RequestField.project.rawValue] = project.text
                }
                let made = try app.requests.make(
                    kind, values, RequestWords(text, files: attached, key: app.signIn.freshToken()),
                    in: project,
                    by: app.requests.person(by))
                if options.json {
                    terminal.say(JSONWriter.text(RequestJSON.value(made)))
                } else {
                    let due = Phrase(made.standing.dueAt, in: made.region.profile.zone).text(
                        terminal.language)
                    terminal.say(
                        terminal.words(
                            "request № \(made.number), to be done by \(due)",
                            "запрос № \(made.number), срок — \(due)"))
                }
                return .done
            }
        }

        private func halves(_ text: String) throws -> (String, String) {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { throw ValidationError("'\(text)' is not name=value.") }
            return (String(parts[0]), String(parts[1]))
        }
    }
}

private func kindArgument(_ text: String) throws -> RequestKind {
    guard let kind = RequestKind(rawValue: text) else { throw RequestsProblem.unknownKind(text) }
    return kind
}

private func partArgument(_ text: String) throws -> RequestSearch.Part {
    guard let part = RequestSearch.Part(rawValue: text) else {
        throw ValidationError(
            "'\(text)' is no part of the queue: write active, open, assigned, waiting or closed.")
    }
    return part
}

private func departmentArgument(_ text: String) throws -> Department {
    guard let department = Department(rawValue: text) else {
        throw ValidationError("'\(text)' is no department: write documents, support or service-level.")
    }
    return department
}
