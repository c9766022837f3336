import Basics
import Formats
import Regions
import UseCases

/// What `replay` prints: a line for each document, then what it came to.
struct ReplayText {
    let report: ReplayReport
    /// By the documents' places; nil = papers were not compared.
    let papers: [ReplayOutcome]?
    let terminal: Terminal

    var isEqual: Bool {
        report.isEqual && (papers ?? []).allSatisfy { $0 == .equal || $0 == .none }
    }

    func say() {
        for (index, document) in report.documents.enumerated() {
            let marks = forms(index).map { "\($0.name) \(mark($0.outcome))" }.joined(separator: "  ")
            terminal.say("\(document.key.text)  \(marks)")
            for form in forms(index) {
                for line in sentences(form, document) { terminal.say("  \(form.name): \(line)") }
            }
        }
        for finding in report.findings {
            terminal.say(
                "\(finding.table) \(finding.key): "
                    + terminal.words(
                        "is \(finding.found), comes out as \(finding.expected)",
                        "стоит \(finding.found), выходит \(finding.expected)"))
        }
        terminal.say(summary)
    }

    private var differing: Int {
        report.documents.indices.filter { index in
            forms(index).contains { $0.outcome != .equal && $0.outcome != .none }
        }.count
    }

    private var summary: String {
        let regions = report.regions.map(\.rawValue).joined(separator: ", ")
        let count = report.documents.count
        let forms = papers == nil ? "JSON, XML" : "JSON, XML, PDF"
        guard !isEqual else {
            return terminal.words(
                "\(report.month) (\(regions)): \(count) documents made again, all equal byte for byte (\(forms))",
                "\(report.month) (\(regions)): документов построено заново: \(count), все совпали побайтно (\(forms))"
            )
        }
        let others = report.findings.count
        return terminal.words(
            "\(report.month) (\(regions)): \(count) documents, \(differing) differ, \(others) other decisions. Run `kontragent verify`: it names the rows",
            "\(report.month) (\(regions)): документов: \(count), отличаются: \(differing), иных решений: \(others). Выполните `kontragent verify`: она назовёт строки"
        )
    }

    private struct Form {
        let name: String
        let outcome: ReplayOutcome
    }

    private func forms(_ index: Int) -> [Form] {
        let document = report.documents[index]
        let paper = papers.map { [Form(name: "PDF", outcome: $0[index])] } ?? []
        return [Form(name: "JSON", outcome: document.json), Form(name: "XML", outcome: document.xml)] + paper
    }

    private func mark(_ outcome: ReplayOutcome) -> String {
        switch outcome {
        case .equal: "✓"
        case .none: "–"
        default: "✗"
        }
    }

    private func sentences(_ form: Form, _ document: ReplayedDocument) -> [String] {
        switch form.outcome {
        case .equal, .none: return []
        case .differs(let place):
            let bytes = terminal.words(
                "byte \(place.offset): kept «\(place.found)», made again «\(place.expected)»",
                "байт \(place.offset): хранится «\(place.found)», построено «\(place.expected)»")
            return [form.name == "JSON" ? field(document) : nil, bytes].compactMap { $0 }
        case .otherDigest(let found, let expected):
            return [
                terminal.words(
                    "the digest kept beside it is \(found), the content's own is \(expected)",
                    "рядом записан отпечаток \(found), у содержимого он \(expected)")
            ]
        case .notKept:
            return [terminal.words("made again, but none was kept", "построено, но не хранится")]
        case .notMade(let reason?):
            return [
                terminal.words("kept, but not made again: \(reason)", "хранится, но не построено: \(reason)")
            ]
        case .notMade(nil):
            return [terminal.words("kept, but not made again", "хранится, но не построено")]
        case .unreadable:
            return [terminal.words("what is kept is no document", "хранится не документ")]
        }
    }

    private func field(_ document: ReplayedDocument) -> String? {
        difference(document).map { difference in
            let (found, expected) = (word(difference.found), word(difference.expected))
            return terminal.words(
                "\(difference.path): kept \(found), made again \(expected)",
                "\(difference.path): хранится \(found), построено \(expected)")
        }
    }

    private func difference(_ document: ReplayedDocument) -> JSONDifference? {
        guard let kept = document.kept, let made = document.made else { return nil }
        return JSONDifference.first(kept, made)
    }

    private func word(_ value: JSONValue?) -> String { value.map { JSONWriter.text($0) } ?? "–" }

    var json: JSONValue {
        .object([
            JSONValue.Member("month", .string(report.month.description)),
            JSONValue.Member("regions", .array(report.regions.map { .string($0.rawValue) })),
            JSONValue.Member("equal", .bool(isEqual)),
            JSONValue.Member("papers", .bool(papers != nil)),
            JSONValue.Member("differing", .integer(differing)),
            JSONValue.Member(
                "documents", .array(report.documents.indices.map { json(report.documents[$0], forms($0)) })),
            JSONValue.Member(
                "findings",
                .array(
                    report.findings.map {
                        .object([
                            JSONValue.Member("table", .string($0.table)),
                            JSONValue.Member("key", .string($0.key)),
                            JSONValue.Member("found", .string($0.found)),
                            JSONValue.Member("expected", .string($0.expected)),
                        ])
                    })),
        ])
    }

    private func json(_ document: ReplayedDocument, _ forms: [Form]) -> JSONValue {
        var members = [JSONValue.Member("document", .string(document.key.text))]
        for form in forms {
            members.append(JSONValue.Member(form.name.lowercased(), .string(code(form.outcome))))
        }
        if case .differs(let place) = document.json {
            members.append(JSONValue.Member("offset", .integer(place.offset)))
            let field = difference(document)
            members.append(JSONValue.Member("field", field.map { .string($0.path) } ?? .null))
            members.append(JSONValue.Member("kept", field?.found ?? .null))
            members.append(JSONValue.Member("made", field?.expected ?? .null))
        }
        return .object(members)
    }

    private func code(_ outcome: ReplayOutcome) -> String {
        switch outcome {
        case .equal: "equal"
        case .none: "none"
        case .differs: "differs"
        case .otherDigest: "other-digest"
        case .notKept: "not-kept"
        case .notMade: "not-made"
        case .unreadable: "unreadable"
        }
    }
}
