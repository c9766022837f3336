extension DatasetProblem {
    /// What happened, to which field, and what to do, in Russian or in English.
    package func text(russian: Bool) -> String { russian ? russianText : englishText }

    private var englishText: String {
        switch self {
        case .badJSON(let problem):
            "The text is not valid JSON: \(problem.fault.english), byte \(problem.offset + 1). "
                + "Correct it there."
        case .badCSV(let problem): problem.english
        case .lineTooLong(let limit):
            "The line is longer than \(limit) bytes. Write one record a line and leave out the needless."
        case .unknownFormat(let found):
            "The manifest names the format «\(found)». Only «\(Manifest.format)» can be read."
        case .missingField(let field): "The field «\(field)» is missing. Add it."
        case .wrongType(let field, let expected):
            "The field «\(field)» is of the wrong type. Write \(expected.english)."
        case .emptyField(let field): "The field «\(field)» is empty. Fill it in."
        case .badText(let field, let found):
            "The field «\(field)» has control characters in it: «\(found)». Remove them."
        case .textTooLong(let field, let limit):
            "The field «\(field)» is longer than \(limit) bytes. Shorten it."
        case .badSpecVersion(let found):
            "The field «specversion» is «\(found)». Send events by CloudEvents 1.0: «1.0»."
        case .badPID(let field, let found):
            "The field «\(field)» is «\(found)», which is no PID. A PID is mcs and 9 or 10 digits: "
                + "mcs0000000001."
        case .badQuantity(let field, let found):
            "The field «\(field)» is «\(found)», which is no quantity. Write a number above zero, at most "
                + "15 digits before and 3 after the point, without an exponent: \"20.5\"."
        case .badAmount(let field, let found):
            "The field «\(field)» is «\(found)», which is no sum. Write a number above zero, at most "
                + "16 digits before and 2 after the point: \"500.00\"."
        case .badPrice(let field, let found):
            "The field «\(field)» is «\(found)», which is no price. Write a number, zero or above, at most "
                + "12 digits before and 6 after the point: 0.008."
        case .badMoment(let field, let found):
            "The field «\(field)» is «\(found)», which is no instant of the years 1900 to 2199. "
                + "Write it by RFC 3339: 2026-10-05T10:00:00Z."
        case .badDay(let field, let found):
            "The field «\(field)» is «\(found)», which is no day of the calendar. Write it as YYYY-MM-DD: "
                + "2026-10-05."
        case .unknownCurrency(let found): "The currency «\(found)» is unknown. Write RUB or KZT."
        case .unknownKind(let found):
            "The kind «\(found)» is unknown. Write card, sbp, wallet, mobile or bonus."
        case .badInstrument(let field):
            "The field «\(field)» does not describe a card. Give the first 6 and the last 4 digits only, and "
                + "the issuer's country as two capital letters."
        case .badOrder(let earlier, let later, let found):
            "The field «\(later)» is «\(found)», not later than «\(earlier)». Correct one of the two."
        case .unknownField(let field): "The field «\(field)» is unknown and is ignored. Check its spelling."
        }
    }

    private var russianText: String {
        switch self {
        case .badJSON(let problem):
            "Текст не является верным JSON: \(problem.fault.russian), байт \(problem.offset + 1). "
                + "Исправьте это место."
        case .badCSV(let problem): problem.russian
        case .lineTooLong(let limit):
            "Строка длиннее \(limit) байт. Пишите одну запись в строке и уберите лишнее."
        case .unknownFormat(let found):
            "В манифесте указан формат «\(found)». Читается только «\(Manifest.format)»."
        case .missingField(let field): "Нет поля «\(field)». Добавьте его."
        case .wrongType(let field, let expected):
            "Поле «\(field)» не того типа. Укажите \(expected.russian)."
        case .emptyField(let field): "Поле «\(field)» пустое. Заполните его."
        case .badText(let field, let found):
            "В поле «\(field)» есть управляющие символы: «\(found)». Уберите их."
        case .textTooLong(let field, let limit): "Поле «\(field)» длиннее \(limit) байт. Сократите его."
        case .badSpecVersion(let found):
            "В поле «specversion» указано «\(found)». Передавайте события по CloudEvents 1.0: «1.0»."
        case .badPID(let field, let found):
            "В поле «\(field)» указано «\(found)», это не PID. PID — это mcs и 9 или 10 цифр: mcs0000000001."
        case .badQuantity(let field, let found):
            "В поле «\(field)» указано «\(found)», это не количество. Укажите число больше нуля, не более "
                + "15 цифр до точки и 3 после неё, без показателя степени: \"20.5\"."
        case .badAmount(let field, let found):
            "В поле «\(field)» указано «\(found)», это не сумма. Укажите число больше нуля, не более "
                + "16 цифр до точки и 2 после неё: \"500.00\"."
        case .badPrice(let field, let found):
            "В поле «\(field)» указано «\(found)», это не цена. Укажите число не меньше нуля, не более "
                + "12 цифр до точки и 6 после неё: 0.008."
        case .badMoment(let field, let found):
            "В поле «\(field)» указано «\(found)», это не момент времени 1900–2199 годов. Запишите его по "
                + "RFC 3339: 2026-10-05T10:00:00Z."
        case .badDay(let field, let found):
            "В поле «\(field)» указано «\(found)», такой даты нет. Запишите её как ГГГГ-ММ-ДД: 2026-10-05."
        case .unknownCurrency(let found): "Неизвестная валюта «\(found)». Укажите RUB или KZT."
        case .unknownKind(let found):
            "Неизвестный вид зачисления «\(found)». Укажите card, sbp, wallet, mobile или bonus."
        case .badInstrument(let field):
            "Поле «\(field)» не описывает карту. Укажите только первые 6 и последние 4 цифры, а страну "
                + "эмитента — двумя заглавными буквами."
        case .badOrder(let earlier, let later, let found):
            "В поле «\(later)» указано «\(found)», это не позже поля «\(earlier)». Исправьте одно из двух."
        case .unknownField(let field):
            "Поле «\(field)» неизвестно и пропущено. Проверьте, так ли оно называется."
        }
    }
}

extension DatasetProblem.Expected {
    fileprivate var english: String {
        switch self {
        case .text: "text in quotation marks"
        case .object: "an object in braces"
        case .decimal: "a decimal number in quotation marks"
        case .list: "a list in square brackets"
        case .bool: "true or false, without quotation marks"
        case .whole: "a whole number, without quotation marks"
        }
    }

    fileprivate var russian: String {
        switch self {
        case .text: "текст в кавычках"
        case .object: "объект в фигурных скобках"
        case .decimal: "десятичное число в кавычках"
        case .list: "список в квадратных скобках"
        case .bool: "true или false без кавычек"
        case .whole: "целое число без кавычек"
        }
    }
}
