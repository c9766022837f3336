import Basics
import Formats
import Notices
import UseCases
import Wording

extension Reply {
    /// What became of one record that was sent: new, or known already.
    static func taken(_ taken: Taken, _ warnings: [DatasetProblem], _ language: Language) -> Reply {
        let value: JSONValue = .object([
            .init("result", .string(taken.rawValue)),
            .init("warnings", .array(warnings.map { JSONValue.flaw($0, language) })),
        ])
        return .json(value, status: taken == .accepted ? 201 : 200)
    }
}

extension JSONValue {
    static func flaw(_ problem: any Problem, _ language: Language) -> JSONValue {
        .object([
            .init("code", .string(problem.code)),
            .init("message", .string(Wordbook.phrase(problem).text(language))),
        ])
    }
}
