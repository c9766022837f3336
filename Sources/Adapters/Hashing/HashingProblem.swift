package import Basics
package import Notices

/// What can go wrong with a hash.
package enum HashingProblem: Problem, Worded, Equatable {
    case noMemory
    /// Others' passwords are being worked on.
    case busy

    package var code: String {
        switch self {
        case .noMemory: "hashing.no-memory"
        case .busy: "hashing.busy"
        }
    }

    package var kind: ProblemKind { .unavailable }

    package var phrase: Phrase {
        switch self {
        case .noMemory:
            Phrase(
                en: "There is not enough memory to check a password. Try again in a moment.",
                ru: "Не хватило памяти, чтобы проверить пароль. Повторите чуть позже.")
        case .busy:
            Phrase(
                en: "Many people are signing in at this moment. Try again in a few seconds.",
                ru: "Сейчас входит много людей. Повторите через несколько секунд.")
        }
    }
}
