package import Counterparties

extension CounterpartiesProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .missing(let field):
            Phrase(
                en: "The counterparty lacks the field «\(field.shown)». Add it.",
                ru: "У контрагента нет поля «\(field.shown)». Добавьте его.")
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
