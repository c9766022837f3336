import Basics
import Payments

/// How single values are written: sums, dates, accounts, names.
enum OneCValues {
    /// Minor units of "1234.56", "1 234,5", "1234": at most two decimals after a point or a comma, blanks
    /// between groups of three. No sign unless it is allowed, no exponent.
    static func amount(_ text: String, signed: Bool = false) -> Int64? {
        guard text.utf8.count <= 64 else { return nil }
        var plain = text.unicodeScalars.map { $0.properties.generalCategory == .spaceSeparator ? " " : $0 }
        var isNegative = false
        if signed, plain.first == "-" {
            isNegative = true
            plain.removeFirst()
        }
        let groups = plain.split(separator: " ", omittingEmptySubsequences: false)
        for (index, group) in groups.enumerated() where groups.count > 1 {
            let whole = group.prefix { ("0"..."9").contains($0) }.count
            let isLast = index == groups.count - 1
            guard index == 0 ? (1...3).contains(whole) : whole == 3, isLast || whole == group.count else {
                return nil
            }
        }
        let digits = groups.joined().compactMap { $0 == "," ? UInt8(0x2E) : UInt8(exactly: $0.value) }
        guard digits.count == groups.joined().count,
            let minor = DecimalText.parse(digits, fractionDigits: 2), Money.range.contains(minor)
        else { return nil }
        return isNegative ? -minor : minor
    }

    /// "13.04.2024", a date of the calendar.
    static func day(_ text: String) -> Day? {
        let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.map(\.count) == [2, 2, 4],
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
            let day = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
            let year = Int(Substring(parts[2]))
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// Letters and digits only, in capitals: banks group them with blanks and points, and the mark `|`
    /// of a line's id must not get in.
    static func account(_ text: String) -> String {
        String(
            decoding: text.utf8.filter { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }.map { $0 >= 0x61 ? $0 - 0x20 : $0 }, as: UTF8.self)
    }

    /// ИНН, БИН, ИИН or a foreign one; "0" and "4", which banks write for none, are none.
    static func taxID(_ text: String) -> TaxID? {
        let plain = account(text)
        guard plain.utf8.count >= 5, plain.utf8.count <= 20, plain.utf8.contains(where: { $0 != 0x30 }),
            plain == text.uppercased()
        else { return nil }
        return TaxID(plain)
    }

    /// Nine letters; anything else, such as "0" or "3", is none.
    static func kpp(_ text: String) -> String? {
        let plain = account(text)
        guard plain.utf8.count == 9, plain.utf8.contains(where: { $0 != 0x30 }), plain == text.uppercased()
        else { return nil }
        return plain
    }

    /// "ИНН 7700000005 ООО Ромашка" or "7702070139, ФИЛИАЛ" as tax id and name.
    static func name(_ text: String) -> (name: String, taxID: TaxID?) {
        var rest = text[...]
        var isMarked = false
        for mark in ["ИНН", "инн", "БИН", "ИИН"] where rest.hasPrefix(mark) {
            rest = rest.dropFirst(mark.count).drop { $0 == " " || $0 == ":" }
            isMarked = true
            break
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard [10, 12].contains(digits.count) else { return (text, nil) }
        rest = rest.dropFirst(digits.count)
        if rest.first == "/" {
            let kpp = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            if kpp.count == 9 { rest = rest.dropFirst(10) }
        }
        guard let next = rest.first, next == "," || isMarked && [" ", "/", "\\", ";"].contains(next) else {
            return (text, nil)
        }
        rest = rest.drop { [",", " ", "/", "\\", ";"].contains($0) }
        for mark in ["КПП", "кпп"] where rest.hasPrefix(mark) {
            let kpp = rest.dropFirst(3).drop { $0 == " " || $0 == ":" }
            let digits = kpp.prefix { $0.isASCII && $0.isNumber }
            if digits.count == 9 { rest = kpp.dropFirst(9).drop { [",", " ", "/", "\\", ";"].contains($0) } }
            break
        }
        return rest.isEmpty ? (text, nil) : (String(rest), TaxID(String(digits)))
    }

    /// ISO letters of the words and digits files use for the two currencies; others as written.
    static func currency(_ text: String) -> String {
        switch text.uppercased() {
        case "RUB", "RUR", "643", "810": Currency.rub.rawValue
        case "KZT", "398": Currency.kzt.rawValue
        case let other: other
        }
    }

    /// Text without control and direction marks, so that what a payer writes stays on its line.
    static func clean(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.unicodeScalars.contains(where: isMark) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(isMark(scalar) ? " " : scalar)
        }
        return String(decoding: OneCLines.trimmed(Array(String(result).utf8)[...]), as: UTF8.self)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
