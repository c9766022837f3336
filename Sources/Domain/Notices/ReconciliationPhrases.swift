import Basics
package import Documents
import Wording

extension SettledOperation: Worded {
    package var phrase: Phrase {
        switch kind {
        case .document(let kind, let number):
            let name = kind.phrase
            return Phrase(
                en: "Services (\(name.en) \(number) of \(Dates.short(day)))",
                ru: "Продажа (\(name.ru) № \(number) от \(Dates.short(day)))")
        case .payment(let number, let date):
            return Phrase(
                en: "Payment (\(number) of \(Dates.short(date)))",
                ru: "Оплата (\(number) от \(Dates.short(date)))")
        case .paymentTakenBack(let number, let date):
            return Phrase(
                en: "Payment credited by mistake, taken back (\(number) of \(Dates.short(date)))",
                ru: "Отмена ошибочного зачисления (\(number) от \(Dates.short(date)))")
        case .advanceAssigned(let number, let date, let other):
            return Phrase(
                en: "Advance assigned to tax id \(other.text.shown) (\(number) of \(Dates.short(date)))",
                ru: "Передача аванса, ИНН \(other.text.shown) (\(number) от \(Dates.short(date)))")
        case .advanceTaken(let number, let date, let other):
            return Phrase(
                en: "Advance taken over from tax id \(other.text.shown) (\(number) of \(Dates.short(date)))",
                ru: "Зачёт переданного аванса, ИНН \(other.text.shown) (\(number) от \(Dates.short(date)))")
        case .carried(let basis):
            // What a contract is called on paper is Russian.
            let name = "«\(basis.name) № \(basis.number) от \(Dates.short(basis.date))»"
            return Phrase(en: "Balance carried over: \(name)", ru: "Перенос сальдо: \(name)")
        }
    }
}

extension ReconciliationContent.FileObstacle: Worded {
    package var phrase: Phrase {
        switch self {
        case .otherCountry:
            Phrase(en: "the file's format is Russia's alone", ru: "формат файла — только для России")
        case .nothingHappened:
            Phrase(
                en: "nothing happened in the period, and the file's format cannot say so",
                ru: "в периоде нет операций, а формат файла этого выразить не может")
        case .numbersMissing:
            Phrase(
                en: "the file needs the registration numbers of both parties, and not all of them are known",
                ru: "для файла нужны КПП и ОГРН (ОГРНИП) обеих сторон, а известны не все")
        case .sumsTooLarge:
            Phrase(en: "a sum has more digits than the file holds", ru: "сумма не помещается в поле файла")
        }
    }
}
