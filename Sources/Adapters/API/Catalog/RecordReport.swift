import Basics
import Formats
import Notices
import UseCases
import Wording

/// What became of each of many records, by the lines on which they stand.
struct RecordReport {
    let language: Language
    let warnings: [DatasetProblem]
    private var entries: [(line: Int, value: JSONValue)] = []
    private var counts: [String: Int] = [:]

    init(language: Language, warnings: [DatasetProblem] = []) {
        self.language = language
        self.warnings = warnings
    }

    var isEmpty: Bool { entries.isEmpty }

    mutating func note(_ answer: Answer, line: Int, _ members: [JSONValue.Member] = []) {
        var result: String
        var more: [JSONValue.Member] = []
        switch answer {
        case .taken(let taken): result = taken.rawValue
        case .refused(let problem):
            result = problem.kind == .conflict ? "conflict" : "refused"
            if case .object(let flaw) = JSONValue.flaw(problem, language) { more = flaw }
        }
        counts[result, default: 0] += 1
        let head: [JSONValue.Member] = [.init("line", .integer(line)), .init("result", .string(result))]
        entries.append((line, .object(head + members + more)))
    }

    func value(_ name: String) -> JSONValue {
        .object(
            ["accepted", "duplicate", "conflict", "refused"].map { .init($0, .integer(counts[$0] ?? 0)) } + [
                .init(name, .array(entries.sorted { $0.line < $1.line }.map(\.value))),
                .init("warnings", .array(warnings.map { JSONValue.flaw($0, language) })),
            ])
    }

    static func schema(_ name: String, _ members: [(String, JSONValue)]) -> JSONValue {
        let entry = Shape.object(
            [
                ("line", Shape.count),
                ("result", ["enum": ["accepted", "duplicate", "conflict", "refused"]]),
            ] + members + [("code", Shape.text), ("message", Shape.text)],
            optional: Set(members.map(\.0) + ["code", "message"]))
        return Shape.object([
            ("accepted", Shape.count), ("duplicate", Shape.count), ("conflict", Shape.count),
            ("refused", Shape.count), (name, Shape.list(of: entry)), ("warnings", Shape.list(of: Shape.flaw)),
        ])
    }
}
