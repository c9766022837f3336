import Basics
package import Payments

extension PaymentsProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .notAStatement:
            return Phrase(
                en:
                    "The file is no bank statement in the format «1CClientBankExchange». Ask the bank for its export "
                    + "to 1C.",
                ru: "Файл — не выписка в формате «1CClientBankExchange». Выгрузите из банка файл обмена с 1С."
            )
        case .encoding(let line):
            return Phrase(
                en:
                    "Line \(line) is in no encoding of bank statements. Save the file as Windows-1251, DOS (866) "
                    + "or UTF-8.",
                ru:
                    "Строка \(line) — в кодировке, в которой выписок не бывает. Сохраните файл в Windows-1251, "
                    + "DOS (866) или UTF-8.")
        case .mojibake:
            return Phrase(
                en:
                    "The file's letters were spoilt by saving it in a wrong encoding. Get it from the bank again.",
                ru: "Буквы в файле испорчены сохранением в неверной кодировке. Выгрузите его из банка заново."
            )
        case .tooLarge(let bytes, let limit):
            return Phrase(
                en: "The file has \(bytes) bytes, more than \(limit). Export a shorter period.",
                ru: "В файле \(bytes) байт, больше \(limit). Выгрузите выписку за меньший период.")
        case .tooManySections(let limit):
            return Phrase(
                en: "The file has more than \(limit) sections. Export a shorter period.",
                ru: "В файле больше разделов, чем \(limit). Выгрузите выписку за меньший период.")
        case .lineTooLong(let line, let limit):
            return Phrase(
                en:
                    "Line \(line) is longer than \(limit) characters, so what it belongs to was left out. Get the "
                    + "file from the bank again.",
                ru:
                    "Строка \(line) длиннее \(limit) знаков, её раздел пропущен. Выгрузите файл из банка заново."
            )
        case .truncated(let line):
            return Phrase(
                en:
                    "The file breaks off at line \(line), without its end mark. Get the whole file from the bank, "
                    + "or accept what is here.",
                ru:
                    "Файл обрывается на строке \(line), конца нет. Выгрузите из банка целый файл или примите то, "
                    + "что есть.")
        case .unfinished(let line):
            return Phrase(
                en:
                    "The section that begins at line \(line) has no end and was left out. Get the whole file from "
                    + "the bank.",
                ru:
                    "Раздел, начатый на строке \(line), не завершён и пропущен. Выгрузите из банка целый файл."
            )
        case .brokenLine(let line, let field, let fault):
            let why = fault.phrase
            return Phrase(
                en:
                    "Line \(line): the field «\(field.shown)» \(why.en). The payment was left out; correct the "
                    + "file or get it from the bank again.",
                ru: "Строка \(line): поле «\(field.shown)» \(why.ru). Платёж пропущен; исправьте файл или "
                    + "выгрузите его из банка заново.")
        case .brokenTotal(let line, let field, let text):
            return Phrase(
                en:
                    "Line \(line): the account's field «\(field.shown)» cannot be read: «\(text.shown)». Compare it "
                    + "with the bank, get the file again or accept it.",
                ru:
                    "Строка \(line): поле счёта «\(field.shown)» не читается: «\(text.shown)». Сверьтесь с банком, "
                    + "выгрузите файл заново или примите его.")
        case .totalsDiffer(let line, let account, let counted, let stated):
            let counted = Phrase(minor: counted)
            let stated = Phrase(minor: stated)
            return Phrase(
                en:
                    "Line \(line): the totals of the account \(account.shown) do not tie: opening balance, received "
                    + "and spent give \(counted.en), the file says \(stated.en). Compare it with the bank, get the "
                    + "file again or accept it.",
                ru: "Строка \(line): итоги счёта \(account.shown) не сходятся: по остатку, поступлениям и "
                    + "списаниям выходит \(counted.ru), в файле \(stated.ru). Сверьтесь с банком, выгрузите файл "
                    + "заново или примите его.")
        case .chainBroken(let line, let account, let closing, let opening):
            let closing = Phrase(minor: closing)
            let opening = Phrase(minor: opening)
            return Phrase(
                en: "Line \(line): the account \(account.shown) closed with \(closing.en) and opens with "
                    + "\(opening.en), so days are missing. Get the whole period from the bank, or accept the file.",
                ru: "Строка \(line): счёт \(account.shown) закрыт с остатком \(closing.ru), а открыт с "
                    + "\(opening.ru) — пропущены дни. Выгрузите весь период из банка или примите файл.")
        case .textAfterEnd(let line):
            return Phrase(
                en:
                    "Text follows the end mark from line \(line) on and was left out. If it holds payments, give "
                    + "it as a file of its own.",
                ru:
                    "После конца файла со строки \(line) идёт текст, он пропущен. Если в нём платежи, загрузите "
                    + "их отдельным файлом.")
        case .noHeldFile(let name):
            return Phrase(
                en: "There is no held statement «\(name.shown)». Check the name; it may be accepted already.",
                ru: "Нет задержанной выписки «\(name.shown)». Проверьте имя; возможно, она уже принята.")
        case .unknownLine(let reference):
            return Phrase(
                en: "There is no bank line «\(reference.shown)». Check its number in the list of lines.",
                ru: "Нет строки выписки «\(reference.shown)». Проверьте её номер в списке строк.")
        case .notUnclear(let line, let state):
            let state = StateWords.line(state)
            return Phrase(
                en: "The bank line «\(line.text.shown)» does not wait for a project: it is \(state.en). Only "
                    + "unclear lines can be given one.",
                ru:
                    "Строка выписки «\(line.text.shown)» не ждёт проекта: она \(state.ru). Указать проект можно "
                    + "только для невыясненной строки.")
        case .otherRegion(let line, let pid):
            return Phrase(
                en:
                    "The bank line «\(line.text.shown)» came to the supplier of another region than the project "
                    + "\(pid). Name a project of that region, or return the money.",
                ru:
                    "Строка выписки «\(line.text.shown)» пришла поставщику не того региона, где проект \(pid). "
                    + "Укажите проект того региона или верните деньги.")
        case .notMatched(let line, let state):
            let state = StateWords.line(state)
            return Phrase(
                en:
                    "The money of the bank line «\(line.text.shown)» does not lie in one project: the line is "
                    + "\(state.en). Only what one project has can be taken back.",
                ru:
                    "Деньги строки выписки «\(line.text.shown)» не лежат в одном проекте: строка \(state.ru). "
                    + "Отменить можно только зачисление в один проект.")
        case .matchSpent(let line, let pid, let spent):
            let spent = Phrase(minor: spent)
            return Phrase(
                en:
                    "Of the bank line «\(line.text.shown)» \(spent.en) has paid for services of \(pid) already, so "
                    + "the choice stays. Agree on a refund with the project's owner.",
                ru:
                    "Из строки выписки «\(line.text.shown)» \(spent.ru) уже оплатили услуги проекта \(pid), поэтому "
                    + "выбор остаётся. Договоритесь с владельцем проекта о возврате.")
        }
    }
}

extension PaymentsProblem.LineFault: Worded {
    package var phrase: Phrase {
        switch self {
        case .absent: Phrase(en: "is missing", ru: "отсутствует")
        case .unreadable(let text):
            Phrase(en: "cannot be read: «\(text.shown)»", ru: "не читается: «\(text.shown)»")
        case .contradictory(let one, let other):
            Phrase(
                en: "is given twice: «\(one.shown)» and «\(other.shown)»",
                ru: "указано дважды: «\(one.shown)» и «\(other.shown)»")
        }
    }
}
