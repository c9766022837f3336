package import Basics

/// Why bytes are no frozen document: somebody or something has changed them since it was issued.
package enum FrozenProblem: Problem, Equatable {
    case badJSON(JSONProblem)
    case unknownFormat(found: String)
    /// The member's path, `lines[0].vat`: it is missing or says what no document can say.
    case damagedMember(String)
    /// All can be read, but it was written otherwise: from this byte on.
    case notCanonical(offset: Int)

    package var code: String {
        switch self {
        case .badJSON: "frozen-document.bad-json"
        case .unknownFormat: "frozen-document.unknown-format"
        case .damagedMember: "frozen-document.damaged-member"
        case .notCanonical: "frozen-document.not-canonical"
        }
    }

    package var kind: ProblemKind { .invalid }

    /// What happened, where, and what to do, in Russian or in English.
    package func text(russian: Bool) -> String {
        switch self {
        case .badJSON(let problem):
            russian
                ? "Содержание документа — не JSON: \(problem.fault.russian), байт \(problem.offset + 1). "
                    + "Восстановите его из копии."
                : "The document's content is no JSON: \(problem.fault.english), byte \(problem.offset + 1). "
                    + "Restore it from a backup."
        case .unknownFormat(let found):
            russian
                ? "Содержание документа записано в формате «\(found)». Читается только "
                    + "«\(DocumentJSON.format)»: обновите программу."
                : "The document's content has the format «\(found)». Only «\(DocumentJSON.format)» can be "
                    + "read: update the program."
        case .damagedMember(let member):
            russian
                ? "В содержании документа испорчено «\(member)». Восстановите его из копии."
                : "The document's content is damaged at «\(member)». Restore it from a backup."
        case .notCanonical(let offset):
            russian
                ? "Содержание документа переписано с байта \(offset + 1). Восстановите его из копии."
                : "The document's content was rewritten from byte \(offset + 1) on. Restore it from a backup."
        }
    }
}
