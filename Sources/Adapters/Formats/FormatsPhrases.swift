import Basics
package import Notices

extension DatasetProblem: Worded {
    package var phrase: Phrase { Phrase(en: text(russian: false), ru: text(russian: true)) }
}

extension FrozenProblem: Worded {
    package var phrase: Phrase { Phrase(en: text(russian: false), ru: text(russian: true)) }
}

extension CodePageProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .unmappable(let letter, let place, let page):
            Phrase(
                en: "Letter \(place + 1), «\(letter)», does not exist in \(page). Write it otherwise.",
                ru: "Буквы № \(place + 1), «\(letter)», в \(page) нет. Запишите иначе.")
        }
    }
}

extension UPDProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .notFormalised(let kind, let number):
            Phrase(
                en: "\(kind.phrase.en) № \(number) has no formalised file.",
                ru: "У документа «\(kind.phrase.ru)» № \(number) нет формализованного файла.")
        case .notRoubles(let currency, let number):
            Phrase(
                en: "Document № \(number) is in \(currency.rawValue); the format takes roubles only.",
                ru: "Документ № \(number) в валюте \(currency.rawValue), а формат — только для рублей.")
        case .fileNameMissing(let number):
            Phrase(
                en: "Document № \(number) has no file name (ИдФайл) to be written under.",
                ru: "У документа № \(number) нет имени файла (ИдФайл).")
        case .linesMissing(let number):
            Phrase(
                en: "Document № \(number) has no lines. Nothing is issued for nothing.",
                ru: "В документе № \(number) нет строк. Пустые документы не выставляются.")
        case .unknownRate(let rate, let number):
            Phrase(
                en: "Document № \(number) has the VAT rate \(rate), which the format does not list.",
                ru: "В документе № \(number) ставка НДС \(rate), которой в формате нет.")
        case .notPositive(let service, let number):
            Phrase(
                en: "The line «\(service)» of document № \(number) is not above zero, as the format wants.",
                ru: "Строка «\(service)» документа № \(number) не больше нуля, а формат этого требует.")
        case .unwritable(let number):
            Phrase(
                en: "Document № \(number) cannot be written as XML. Report this with the document's JSON.",
                ru: "Документ № \(number) не записывается в XML. Сообщите об этом, приложив JSON документа.")
        }
    }
}

extension XMLProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .tooLarge(let bytes, let limit):
            Phrase(
                en: "The file has \(bytes) bytes, more than the \(limit) that are read.",
                ru: "В файле \(bytes) байт, а читается не больше \(limit).")
        case .doctype(let line):
            Phrase(
                en: "Line \(line) holds a document type declaration; such files are not read.",
                ru: "В строке \(line) объявление типа документа; такие файлы не читаются.")
        case .tooDeep(let line):
            Phrase(
                en: "Elements are nested too deeply at line \(line).",
                ru: "Слишком глубокая вложенность элементов в строке \(line).")
        case .tooManyElements(let line):
            Phrase(
                en: "There are too many elements, from line \(line) on.",
                ru: "Слишком много элементов, начиная со строки \(line).")
        case .malformed(let line, let message):
            Phrase(
                en: "Line \(line) is no XML: \(message)", ru: "Строка \(line) — не XML: \(message)")
        case .schemaUnreadable(let path, let message):
            Phrase(
                en: "The schema \(path) cannot be read: \(message). Check the folder given with --schemas.",
                ru: "Схема \(path) не читается: \(message). Проверьте папку в --schemas.")
        case .unwritable(let element):
            Phrase(
                en: "The element \(element) cannot be written as XML.",
                ru: "Элемент \(element) не записывается в XML.")
        }
    }
}

extension RatesProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .notRates(let element):
            Phrase(
                en:
                    "This is no file of rates: it begins with «\(element)», not with «ValCurs». Take the answer of the "
                    + "Bank of Russia's XML_daily.asp.",
                ru: "Это не файл курсов: он начинается с «\(element)», а не с «ValCurs». Возьмите ответ "
                    + "XML_daily.asp Банка России.")
        case .badDate(let text):
            Phrase(
                en: "The date of the rates, «\(text)», is none. Take the file from the bank anew.",
                ru: "Дата курсов «\(text)» не читается. Скачайте файл с сайта банка заново.")
        case .badRate(let line, let text):
            Phrase(
                en: "Line \(line): the rate of «\(text)» cannot be read. Take the file from the bank anew.",
                ru: "Строка \(line): курс «\(text)» не читается. Скачайте файл с сайта банка заново.")
        case .twice(let line, let text):
            Phrase(
                en: "Line \(line): the file has a second rate of «\(text)». Take it from the bank anew.",
                ru: "Строка \(line): в файле второй курс «\(text)». Скачайте его с сайта банка заново.")
        case .noRates:
            Phrase(
                en: "There is no rate in the file. Take it from the bank anew.",
                ru: "В файле нет ни одного курса. Скачайте его с сайта банка заново.")
        case .noFile:
            Phrase(
                en: "No file was chosen. Choose the rates as the bank gives them, XML.",
                ru: "Файл не выбран. Выберите курсы, как их отдаёт банк, в XML.")
        }
    }
}
