package import Basics
package import Notices

/// What can go wrong with a hash.
package enum HashingProblem: Problem, Worded, Equatable {
    case noMemory

    package var code: String { "hashing.no-memory" }
    package var kind: ProblemKind { .unavailable }

    package var phrase: Phrase {
        Phrase(
            en: "There is not enough memory to check a password. Try again in a moment.",
            ru: "Не хватило памяти, чтобы проверить пароль. Повторите чуть позже.")
    }
}
