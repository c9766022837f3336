import Basics
package import Payments

extension StatementVerdict: Worded {
    /// What happens to the file, with every reason it waits for.
    package var phrase: Phrase {
        switch self {
        case .sound:
            Phrase(en: "The file ties and is credited.", ru: "Выписка сходится и зачисляется.")
        case .held(let reasons):
            Phrase(
                en: "The file is held: its lines are kept and none is credited until a person accepts it. "
                    + reasons.map(\.phrase.en).joined(separator: " "),
                ru: "Выписка задержана: строки сохранены, но не зачислены, пока её не примет человек. "
                    + reasons.map(\.phrase.ru).joined(separator: " "))
        }
    }
}

extension StatementWarning: Worded {
    package var phrase: Phrase {
        switch self {
        case .strayText(let line):
            return Phrase(
                en: "Line \(line) belongs to no section and was left out. Look whether anything is lost.",
                ru:
                    "Строка \(line) не относится ни к одному разделу и пропущена. Проверьте, не потеряно ли что."
            )
        case .repeatedKey(let line, let key):
            return Phrase(
                en:
                    "Line \(line): the field «\(key.shown)» is given again with another value; the first counts. "
                    + "Check it against the bank.",
                ru: "Строка \(line): поле «\(key.shown)» указано повторно с другим значением, взято первое. "
                    + "Сверьте с банком.")
        case .encodingNotAsStated:
            return Phrase(
                en: "The file names one encoding and is written in another; it was read as it is written. "
                    + "Nothing is to be done.",
                ru:
                    "В файле указана одна кодировка, а записан он в другой; прочитан так, как записан. Делать "
                    + "ничего не нужно.")
        case .sumsDiffer(let account, let direction, let stated, let listed):
            let stated = Phrase(minor: stated)
            let listed = Phrase(minor: listed)
            let way = direction.phrase
            return Phrase(
                en:
                    "Account \(account.shown), \(way.en) payments: the file says \(stated.en), its documents add "
                    + "up to \(listed.en). Ask the bank whether documents were left out.",
                ru: "Счёт \(account.shown), \(way.ru) платежи: в файле указано \(stated.ru), по документам "
                    + "\(listed.ru). Уточните в банке, не пропущены ли документы.")
        }
    }
}

extension PaymentDirection: Worded {
    /// Beside the word "payments", «платежи».
    package var phrase: Phrase {
        switch self {
        case .incoming: Phrase(en: "incoming", ru: "входящие")
        case .outgoing: Phrase(en: "outgoing", ru: "исходящие")
        case .unknown: Phrase(en: "unclear", ru: "неясные")
        }
    }
}
