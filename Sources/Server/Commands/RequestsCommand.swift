import Access
import ArgumentParser
import Basics
import Formats
import Notices
import Regions
import Requests
import Wording

struct RequestsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "What customers ask the departments for.",
        subcommands: [Kinds.self])

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
}
