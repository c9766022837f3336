package import Ledger

extension LedgerProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .unbalanced(let rest):
            Phrase(
                en: "Debit and credit of a posting differ by \(rest) minor units. Nothing was posted; "
                    + "report it to those who look after the program.",
                ru: "Дебет и кредит проводки расходятся на \(rest) коп. (тиын). Ничего не проведено; "
                    + "сообщите тем, кто сопровождает программу.")
        }
    }
}
