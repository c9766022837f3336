package import Basics

/// What can be wrong with a number a person typed: which requisite, its text as given, and why.
package enum RequisitesProblem: Problem, Equatable {
    /// Something else than a digit where only digits may stand.
    case notDigits(Requisite, String)
    /// The lengths name what the requisite may have.
    case wrongLength(Requisite, String, allowed: [Int])
    /// The check digits do not follow from the rest: a digit was mistyped or two were swapped.
    case wrongCheckDigits(Requisite, String)
    /// The characters do not stand where the form wants them.
    case wrongForm(Requisite, String)
    /// The account does not belong to the bank with this БИК, or one of the two is mistyped.
    case accountNotOfBank(Requisite, String, bik: String)

    package var code: String {
        switch self {
        case .notDigits: "requisites.not-digits"
        case .wrongLength: "requisites.wrong-length"
        case .wrongCheckDigits: "requisites.wrong-check-digits"
        case .wrongForm: "requisites.wrong-form"
        case .accountNotOfBank: "requisites.account-not-of-bank"
        }
    }

    package var kind: ProblemKind { .invalid }

    package var requisite: Requisite {
        switch self {
        case .notDigits(let requisite, _), .wrongLength(let requisite, _, _),
            .wrongCheckDigits(let requisite, _), .wrongForm(let requisite, _),
            .accountNotOfBank(let requisite, _, _):
            requisite
        }
    }

    package var text: String {
        switch self {
        case .notDigits(_, let text), .wrongLength(_, let text, _), .wrongCheckDigits(_, let text),
            .wrongForm(_, let text), .accountNotOfBank(_, let text, _):
            text
        }
    }
}
