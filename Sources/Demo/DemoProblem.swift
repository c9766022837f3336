package import Basics
package import Notices

/// Why the demo does not play.
package enum DemoProblem: Problem, Worded {
    case notEmpty(String)

    package var code: String {
        switch self {
        case .notEmpty: "demo.not-empty"
        }
    }

    package var kind: ProblemKind { .conflict }

    package var phrase: Phrase {
        switch self {
        case .notEmpty(let path):
            Phrase(
                en:
                    "\(path) is not empty, and the demo plays into a fresh database only. Give --db another path "
                    + "or remove the file.",
                ru:
                    "\(path) не пуст, а демонстрация играет только в новой базе. Укажите в --db другой путь или "
                    + "удалите файл.")
        }
    }
}
