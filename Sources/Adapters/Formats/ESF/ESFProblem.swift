package import Basics
package import Notices

/// Why no draft of an ЭСФ can be made of a document.
package enum ESFProblem: Problem, Equatable {
    /// The draft goes with an act (D21).
    case notAct(DocumentKind, number: Int)
    /// The draft is Kazakhstan's: tenge only.
    case notTenge(Currency, number: Int)
    case linesMissing(number: Int)
    case unwritable(number: Int)

    package var code: String {
        switch self {
        case .notAct: "esf.not-act"
        case .notTenge: "esf.not-tenge"
        case .linesMissing: "esf.lines-missing"
        case .unwritable: "esf.unwritable"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .linesMissing: .missing
        default: .invalid
        }
    }
}

extension ESFProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .notAct(let kind, let number):
            Phrase(
                en: "\(kind.phrase.en) № \(number) is no act; an ЭСФ draft is made of acts only.",
                ru: "Документ «\(kind.phrase.ru)» № \(number) — не акт; черновик ЭСФ бывает только при акте.")
        case .notTenge(let currency, let number):
            Phrase(
                en: "Act № \(number) is in \(currency.rawValue); an ЭСФ draft takes tenge only.",
                ru: "Акт № \(number) в валюте \(currency.rawValue), а черновик ЭСФ — только в тенге.")
        case .linesMissing(let number):
            Phrase(
                en: "Act № \(number) has no lines. Nothing is issued for nothing.",
                ru: "В акте № \(number) нет строк. Пустые документы не выставляются.")
        case .unwritable(let number):
            Phrase(
                en: "The ЭСФ draft of act № \(number) cannot be written. Report this with the act's JSON.",
                ru: "Черновик ЭСФ к акту № \(number) не записывается. Сообщите об этом, приложив JSON акта.")
        }
    }
}
