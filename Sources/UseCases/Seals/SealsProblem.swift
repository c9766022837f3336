package import Basics
package import Notices

/// What can be wrong with a proof.
package enum SealsProblem: Problem, Worded, Equatable {
    case unknownDocument(String)
    case notSealedYet(String)
    case notInJournal(String)
    case otherContent(String)
    case brokenProof(String)
    case unreadableProof
    case otherSeal(String)

    package var code: String {
        switch self {
        case .unknownDocument: "seals.unknown-document"
        case .notSealedYet: "seals.not-sealed-yet"
        case .notInJournal: "seals.not-in-journal"
        case .otherContent: "seals.other-content"
        case .brokenProof: "seals.broken-proof"
        case .unreadableProof: "seals.unreadable-proof"
        case .otherSeal: "seals.other-seal"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknownDocument, .notSealedYet: .missing
        default: .invalid
        }
    }

    package var phrase: Phrase { Phrase(en: en, ru: ru) }

    private var en: String {
        switch self {
        case .unknownDocument(let key):
            "There is no document \(key). Write it as moscow/upd/2026/17: region, kind, year, number."
        case .notSealedYet(let key):
            "\(key) is issued but not under a seal yet. Run `kontragent seal`, then ask again."
        case .notInJournal(let line):
            "The journal does not name \(line). Run `kontragent verify`: something was changed."
        case .otherContent(let key):
            "This file is not \(key) as it was issued: its content has another digest."
        case .brokenProof(let key):
            "The proof of \(key) does not hold together: something in it was changed. Ask for a new one."
        case .unreadableProof:
            "This is not a proof of Kontragent. Give the file that `kontragent proof` wrote."
        case .otherSeal(let hash):
            "The proof leads to another seal, \(hash), not to the one you named."
        }
    }

    private var ru: String {
        switch self {
        case .unknownDocument(let key):
            "Документа \(key) нет. Пишите так: moscow/upd/2026/17 — регион, вид, год, номер."
        case .notSealedYet(let key):
            "Документ \(key) выпущен, но ещё не под печатью. Выполните `kontragent seal` и повторите."
        case .notInJournal(let line):
            "В журнале нет строки \(line). Выполните `kontragent verify`: что-то изменено."
        case .otherContent(let key):
            "Этот файл — не \(key) в том виде, в каком он выпущен: отпечаток содержимого другой."
        case .brokenProof(let key):
            "Доказательство для \(key) не сходится: в нём что-то изменено. Запросите новое."
        case .unreadableProof:
            "Это не доказательство Контрагента. Дайте файл, который записала команда `kontragent proof`."
        case .otherSeal(let hash):
            "Доказательство ведёт к другой печати, \(hash), а не к названной."
        }
    }
}
