package import Basics

/// The words of any problem.
package enum Wordbook {
    /// A problem nobody has worded is still named, by its code.
    package static func phrase(_ problem: any Problem) -> Phrase {
        if let worded = problem as? any Worded { return worded.phrase }
        let code = problem.code.shown
        return switch problem.kind {
        case .invalid:
            Phrase(
                en: "Something given cannot be right (\(code)). Look the code up in docs/problems.md.",
                ru: "В данных ошибка (\(code)). Что это значит, сказано в docs/problems.md.")
        case .missing:
            Phrase(
                en: "Something needed is missing (\(code)). Look the code up in docs/problems.md.",
                ru: "Не хватает нужных данных (\(code)). Что это значит, сказано в docs/problems.md.")
        case .conflict:
            Phrase(
                en: "This contradicts what is already known (\(code)). Look the code up in docs/problems.md.",
                ru: "Это противоречит уже известному (\(code)). Что это значит, сказано в docs/problems.md.")
        case .forbidden:
            Phrase(
                en: "The rules do not allow this (\(code)). Look the code up in docs/problems.md.",
                ru: "Правила этого не допускают (\(code)). Что это значит, сказано в docs/problems.md.")
        case .unavailable:
            Phrase(
                en: "This cannot be done at the moment (\(code)). Try again later.",
                ru: "Сейчас это сделать нельзя (\(code)). Повторите позже.")
        }
    }
}
