package import Basics

extension BasicsProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .sumTooLarge:
            let most = Phrase(minor: Money.range.upperBound)
            return Phrase(
                en: "A sum is larger than \(most.en), the most the books can hold. Check the amounts given.",
                ru: "Сумма больше \(most.ru) — больше книги не вмещают. Проверьте указанные суммы.")
        case .mixedCurrencies(let one, let other):
            return Phrase(
                en: "\(one.rawValue) and \(other.rawValue) cannot be added up. Give sums of one currency.",
                ru: "Нельзя складывать \(one.rawValue) и \(other.rawValue). Укажите суммы в одной валюте.")
        }
    }
}
