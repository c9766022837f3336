package import Basics
package import Notices

/// What keeps a paper from being printed.
package enum PaperProblem: Problem, Worded, Equatable {
    /// No Python with typst at any of these places.
    case noPython([String])
    /// The program that sets the paper did not begin to work.
    case notStarted(String)
    /// Every try failed; what the last one said.
    case notPrinted(String, tries: Int, why: String)
    /// The code for payment would hold more than a code can.
    case codeTooLong

    package var code: String {
        switch self {
        case .noPython: "paper.no-python"
        case .notStarted: "paper.not-started"
        case .notPrinted: "paper.not-printed"
        case .codeTooLong: "paper.code-too-long"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .noPython: .missing
        case .notStarted, .notPrinted: .unavailable
        case .codeTooLong: .invalid
        }
    }

    package var phrase: Phrase {
        switch self {
        case .noPython(let places):
            let list = places.joined(separator: ", ")
            return Phrase(
                en: "No Python with typst is found at \(list). Run scripts/setup, or name one with "
                    + "--paper-python.",
                ru: "Не найден Python с typst: \(list). Выполните scripts/setup или укажите его в "
                    + "--paper-python.")
        case .notStarted(let why):
            return Phrase(
                en: "The program that prints papers did not start: \(why). Run scripts/setup again.",
                ru: "Программа печати документов не запустилась: \(why). Выполните scripts/setup ещё раз.")
        case .notPrinted(let name, let tries, let why):
            return Phrase(
                en:
                    "\(name) is not printed after \(tries) tries: \(why). The document itself stands; print it "
                    + "again later.",
                ru: "\(name): печатная форма не получилась, попыток: \(tries); причина: \(why). Сам документ "
                    + "выпущен; повторите печать позже.")
        case .codeTooLong:
            return Phrase(
                en:
                    "The payment details are too long for a code. Shorten the supplier's name in suppliers.json.",
                ru: "Реквизиты платежа не помещаются в код. Сократите название поставщика в suppliers.json.")
        }
    }
}
