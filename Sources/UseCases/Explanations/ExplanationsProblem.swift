package import Basics
package import Notices

/// What can be wrong with a question for a reason.
package enum ExplanationsProblem: Problem, Worded, Equatable {
    case unknownAddress(String)
    case noSuchLine(String, lines: Int)

    package var code: String {
        switch self {
        case .unknownAddress: "explanations.unknown-address"
        case .noSuchLine: "explanations.no-such-line"
        }
    }

    package var kind: ProblemKind { .missing }

    package var phrase: Phrase {
        switch self {
        case .unknownAddress(let text):
            Phrase(
                en: "There is nothing at «\(text)». Write a document moscow/upd/2026/17, its line "
                    + "moscow/upd/2026/17#2, a day line mcs0000000001/2026-10-05/vm-42/compute.vcpu, a project "
                    + "mcs0000000001, a credit credit/pay-1, a bank line bank/7 or a closed month "
                    + "tie-out/moscow/2026-10/romashka, as the listings show them.",
                ru: "По адресу «\(text)» ничего нет. Укажите документ moscow/upd/2026/17, его строку "
                    + "moscow/upd/2026/17#2, строку дня mcs0000000001/2026-10-05/vm-42/compute.vcpu, проект "
                    + "mcs0000000001, зачисление credit/pay-1, строку выписки bank/7 или закрытый месяц "
                    + "tie-out/moscow/2026-10/romashka — так, как их показывают остальные команды.")
        case .noSuchLine(let document, let lines):
            Phrase(
                en: "The document \(document) has no such line: its lines are numbered from 1 to \(lines).",
                ru: "Такой строки в документе \(document) нет: они нумеруются с 1 по \(lines).")
        }
    }
}
