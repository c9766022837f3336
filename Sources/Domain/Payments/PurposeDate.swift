import Basics

/// A date as payers write it: 21.08.2018, 24.05.18, 1/9/2026, 2026-11-01, 1 ноября 2026.
enum PurposeDate {
    static func read(_ text: PurposeText, at index: inout Int) -> Day? {
        var at = index
        let first = take(text, &at, atMost: 4)
        guard let head = Int(first) else { return nil }
        let separator = text[at]
        let date: Day?
        if [".", "/", "-"].contains(separator) {
            at += 1
            guard let middle = Int(take(text, &at, atMost: 2)), text[at] == separator else { return nil }
            at += 1
            let last = take(text, &at, atMost: 4)
            guard let tail = Int(last) else { return nil }
            date =
                first.utf8.count == 4
                ? Day(year: head, month: middle, day: tail)
                : year(last).flatMap { Day(year: $0, month: middle, day: head) }
        } else {
            text.skipSpaces(&at)
            let word = text.word(at: at)
            guard let month = months.firstIndex(of: word) else { return nil }
            at += word.unicodeScalars.count
            text.skipSpaces(&at)
            let last = take(text, &at, atMost: 4)
            date = year(last).flatMap { Day(year: $0, month: month + 1, day: head) }
        }
        guard let date, !PurposeText.isDigit(text[at]) else { return nil }
        index = at
        return date
    }

    private static func take(_ text: PurposeText, _ at: inout Int, atMost limit: Int) -> String {
        let digits = text.digits(at: at, atMost: limit)
        at += digits.utf8.count
        return digits
    }

    /// Two figures mean this century.
    private static func year(_ digits: String) -> Int? {
        switch digits.utf8.count {
        case 4: Int(digits)
        case 2: Int(digits).map { 2000 + $0 }
        default: nil
        }
    }

    private static let months = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
        "ноября", "декабря",
    ].map(PurposeText.plain)
}
