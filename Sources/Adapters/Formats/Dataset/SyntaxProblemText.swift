extension JSONProblem.Fault {
    var english: String {
        switch self {
        case .unexpectedEnd: "the text breaks off"
        case .unexpectedByte: "a character that does not belong there"
        case .badNumber: "a number is misspelt"
        case .badEscape: "an unknown escape after a backslash"
        case .loneSurrogate: "half of a surrogate pair"
        case .badUTF8: "bytes that are not UTF-8"
        case .controlCharacter: "a control character inside a string"
        case .duplicateKey: "a name stands twice in one object"
        case .tooDeep: "more than \(JSONCursor.deepest) levels of nesting"
        case .trailingText: "something follows the value"
        }
    }

    var russian: String {
        switch self {
        case .unexpectedEnd: "текст обрывается"
        case .unexpectedByte: "неуместный символ"
        case .badNumber: "неверно записано число"
        case .badEscape: "неизвестная последовательность после обратной черты"
        case .loneSurrogate: "половина суррогатной пары"
        case .badUTF8: "байты не в кодировке UTF-8"
        case .controlCharacter: "управляющий символ внутри строки"
        case .duplicateKey: "имя повторяется в одном объекте"
        case .tooDeep: "больше \(JSONCursor.deepest) уровней вложенности"
        case .trailingText: "после значения что-то ещё"
        }
    }
}

extension CSVProblem {
    var english: String {
        switch self {
        case .unclosedQuote: "A cell's quotation mark is not closed. Close it."
        case .strayQuote:
            "A quotation mark stands inside a cell. Put the whole cell in quotation marks and double "
                + "those inside."
        case .strayReturn: "A carriage return stands without a line feed. End lines with CRLF or LF."
        case .badUTF8: "The row has bytes that are not UTF-8. Save the file as UTF-8."
        case .cellCount(_, let expected, let found):
            "The row has \(found) cells, the header \(expected). Make them equal."
        case .missingColumn(let name): "The column «\(name)» is missing. Add it to the header."
        case .doubleColumn(let name): "The column «\(name)» stands twice in the header. Leave one."
        }
    }

    var russian: String {
        switch self {
        case .unclosedQuote: "В ячейке не закрыта кавычка. Закройте её."
        case .strayQuote: "Внутри ячейки стоит кавычка. Возьмите всю ячейку в кавычки, а внутренние удвойте."
        case .strayReturn: "Возврат каретки без перевода строки. Завершайте строки CRLF или LF."
        case .badUTF8: "В строке байты не в кодировке UTF-8. Сохраните файл в UTF-8."
        case .cellCount(_, let expected, let found):
            "В строке ячеек: \(found), в заголовке: \(expected). Сделайте их поровну."
        case .missingColumn(let name): "Нет столбца «\(name)». Добавьте его в заголовок."
        case .doubleColumn(let name): "Столбец «\(name)» стоит в заголовке дважды. Оставьте один."
        }
    }
}
