package import Requisites

extension RequisitesProblem: Worded {
    package var phrase: Phrase {
        let name = requisite.phrase
        let given = "«\(text.shown)»"
        switch self {
        case .notDigits:
            return Phrase(
                en: "\(name.en) \(given) has something else than digits in it. Write digits only.",
                ru: "\(name.ru) \(given): есть не только цифры. Оставьте одни цифры.")
        case .wrongLength(_, let text, let allowed):
            let lengths = allowed.map(String.init)
            let length = text.unicodeScalars.count
            return Phrase(
                en: "\(name.en) \(given) has \(length) characters, not \(lengths.joined(separator: " or ")). "
                    + "Compare it with the party's papers.",
                ru:
                    "\(name.ru) \(given): знаков \(length), а должно быть \(lengths.joined(separator: " или ")). "
                    + "Сверьте с документами стороны.")
        case .wrongCheckDigits:
            return Phrase(
                en: "\(name.en) \(given) has wrong check digits: a digit is mistyped or two are swapped. "
                    + "Compare it with the party's papers.",
                ru: "\(name.ru) \(given): контрольное число не сходится — цифра набрана неверно или две "
                    + "переставлены. Сверьте с документами стороны.")
        case .wrongForm:
            return Phrase(
                en: "\(name.en) \(given) is not written as it should be. Compare it with the party's papers.",
                ru: "\(name.ru) \(given): запись не по форме. Сверьте с документами стороны.")
        case .accountNotOfBank(_, _, let bik):
            return Phrase(
                en:
                    "\(name.en) \(given) does not belong to the bank with BIK \(bik.shown), or one of the two is "
                    + "mistyped. Correct the account or the BIK.",
                ru: "\(name.ru) \(given): не подходит к банку с БИК \(bik.shown), или одно из двух набрано "
                    + "неверно. Исправьте счёт или БИК.")
        }
    }
}

extension Requisite: Worded {
    package var phrase: Phrase {
        switch self {
        case .inn: Phrase(en: "INN", ru: "ИНН")
        case .kpp: Phrase(en: "KPP", ru: "КПП")
        case .ogrn: Phrase(en: "OGRN", ru: "ОГРН")
        case .ogrnip: Phrase(en: "OGRNIP", ru: "ОГРНИП")
        case .okpo: Phrase(en: "OKPO", ru: "ОКПО")
        case .snils: Phrase(en: "SNILS", ru: "СНИЛС")
        case .bik: Phrase(en: "BIK", ru: "БИК")
        case .kazakhID: Phrase(en: "BIN or IIN", ru: "БИН или ИИН")
        case .iban: Phrase(en: "IBAN", ru: "Счёт IBAN")
        case .swift: Phrase(en: "SWIFT code", ru: "Код SWIFT")
        case .account: Phrase(en: "Account number", ru: "Расчётный счёт")
        case .correspondentAccount: Phrase(en: "Correspondent account", ru: "Корреспондентский счёт")
        case .edmID: Phrase(en: "EDM id", ru: "Идентификатор участника ЭДО")
        }
    }
}
