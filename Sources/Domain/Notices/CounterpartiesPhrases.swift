package import Counterparties

extension CounterpartiesProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .missing(let field):
            Phrase.lacking(.field(ofCounterparty: field))
        case .unknownKind(let kind):
            Phrase(
                en:
                    "The counterparty's kind «\(kind.shown)» is unknown. Write «individual», «soleProprietor» or "
                    + "«legalEntity».",
                ru: "Неизвестный вид контрагента «\(kind.shown)». Укажите «individual», «soleProprietor» или "
                    + "«legalEntity».")
        case .unknownCountry(let code):
            Phrase(
                en: "The country «\(code.shown)» is unknown. Write its two letters by ISO 3166: «RU», «KZ».",
                ru: "Неизвестная страна «\(code.shown)». Укажите две буквы кода по ISO 3166: «RU», «KZ».")
        case .personalNumberOfEntity(let number):
            Phrase(
                en:
                    "INN «\(number.shown)» of 12 digits is a person's, and a legal entity has 10 digits. Correct "
                    + "the number or the counterparty's kind.",
                ru: "ИНН «\(number.shown)» из 12 цифр — личный, а у юридического лица их 10. Исправьте номер "
                    + "или вид контрагента.")
        case .entityNumberOfPerson(let number):
            Phrase(
                en:
                    "INN «\(number.shown)» of 10 digits is a legal entity's, and a sole proprietor has 12 digits. "
                    + "Correct the number or the counterparty's kind.",
                ru:
                    "ИНН «\(number.shown)» из 10 цифр — юридического лица, а у предпринимателя их 12. Исправьте "
                    + "номер или вид контрагента.")
        case .badDate(let field, let text):
            Phrase(
                en:
                    "The field «\(field.shown)» is «\(text.shown)», which is no day of the calendar. Write it as "
                    + "YYYY-MM-DD.",
                ru:
                    "В поле «\(field.shown)» указано «\(text.shown)», такой даты нет. Запишите её как ГГГГ-ММ-ДД."
            )
        case .badAccountKey(let account, let bik):
            Phrase(
                en:
                    "The account «\(account.shown)» does not belong to the bank with BIK «\(bik.shown)», or one of "
                    + "the two is mistyped. Correct the account or the BIK.",
                ru:
                    "Счёт «\(account.shown)» не подходит к банку с БИК «\(bik.shown)», или одно из двух набрано "
                    + "неверно. Исправьте счёт или БИК.")
        }
    }
}

extension Phrase {
    fileprivate static func lacking(_ field: Phrase) -> Phrase {
        Phrase(
            en: "The counterparty lacks the field «\(field.en)». Add it.",
            ru: "У контрагента нет поля «\(field.ru)». Добавьте его.")
    }

    /// What people call a field of a counterparty that programs know by a code.
    fileprivate static func field(ofCounterparty code: String) -> Phrase {
        switch code {
        case "inn": Phrase(en: "INN", ru: "ИНН")
        case "bin": Phrase(en: "BIN", ru: "БИН")
        case "iin": Phrase(en: "IIN", ru: "ИИН")
        case "taxId": Phrase(en: "tax number", ru: "налоговый номер")
        case "name": Phrase(en: "full name", ru: "полное наименование")
        case "lastName": Phrase(en: "last name", ru: "фамилия")
        case "address": Phrase(en: "legal address", ru: "юридический адрес")
        case "bank.account": Phrase(en: "bank account", ru: "номер счёта")
        default: Phrase(en: code.shown, ru: code.shown)
        }
    }
}
