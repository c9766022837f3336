import Basics

/// What a value of the format may look like.
enum UPDValue: Sendable {
    case text(ClosedRange<Int>)
    case digits(ClosedRange<Int>)
    case oneOf([String])
    case rate
    /// ИНН of an organisation (10 digits) or of a person (12).
    case taxNumber(Int)
    case kpp
    case date
    case time
    case decimal(total: Int, fraction: Int, Sign)
    case integer(digits: Int, least: Int128?)

    enum Sign: Sendable {
        case any
        case notNegative
        case positive
    }

    static let sum = UPDValue.decimal(total: 19, fraction: 2, .any)
    static let sumNotNegative = UPDValue.decimal(total: 19, fraction: 2, .notNegative)
    static let quantity = UPDValue.decimal(total: 26, fraction: 11, .any)
    static let guid = UPDValue.text(36...36)

    func accepts(_ text: String) -> Bool {
        switch self {
        case .text(let range): range.contains(text.unicodeScalars.count)
        case .digits(let range): range.contains(text.utf8.count) && text.isDigits
        case .oneOf(let values): values.contains { $0.isSameBytes(text) }
        case .rate: VATRateSet.isKnown(text)
        case .taxNumber(let count): text.utf8.count == count && text.isDigits && !text.hasPrefix("00")
        case .kpp: UPDValue.isKPP(Array(text.utf8))
        case .date: Day(dotted: text).map { (1900...2099).contains($0.year) } ?? false
        case .time: UPDValue.isTime(Array(text.utf8))
        case .decimal(let total, let fraction, let sign):
            UPDNumber(text).map { $0.fits(total: total, fraction: fraction, sign) } ?? false
        case .integer(let digits, let least):
            UPDNumber(text).map { number in
                number.fits(total: digits, fraction: 0, .any) && !text.contains(".")
                    && (least.map { number.units >= $0 } ?? true)
            } ?? false
        }
    }

    private static func isKPP(_ bytes: [UInt8]) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        return bytes.count == 9 && !bytes.starts(with: [48, 48])
            && bytes.enumerated().allSatisfy { place, byte in
                digits.contains(byte) || ((4...5).contains(place) && capitals.contains(byte))
            }
    }

    /// "18.00.33": with dots, unlike the other formats of the tax service.
    private static func isTime(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 8, bytes[2] == 0x2E, bytes[5] == 0x2E else { return false }
        let limits = [24, 60, 60]
        return limits.indices.allSatisfy { part in
            let tens = Int(bytes[part * 3]) - 48
            let ones = Int(bytes[part * 3 + 1]) - 48
            return (0...9).contains(tens) && (0...9).contains(ones) && tens * 10 + ones < limits[part]
        }
    }

    /// What was expected, in Russian and in English.
    var expectation: (ru: String, en: String) {
        switch self {
        case .text(let range) where range.lowerBound == range.upperBound:
            ("знаков: \(range.lowerBound)", "\(range.lowerBound) characters")
        case .text(let range):
            (
                "от \(range.lowerBound) до \(range.upperBound) знаков",
                "\(range.lowerBound) to \(range.upperBound) characters"
            )
        case .digits(let range):
            (
                "цифр: \(Set([range.lowerBound, range.upperBound]).sorted().map(String.init).joined(separator: "–"))",
                "\(Set([range.lowerBound, range.upperBound]).sorted().map(String.init).joined(separator: "–")) digits"
            )
        case .oneOf(let values):
            ("одно из: \(values.joined(separator: ", "))", "one of: \(values.joined(separator: ", "))")
        case .rate: ("ставка из перечня формата", "a rate of the format's list")
        case .taxNumber(let count): ("ИНН из \(count) цифр", "an ИНН of \(count) digits")
        case .kpp: ("КПП из 9 знаков", "a КПП of 9 characters")
        case .date: ("дата ДД.ММ.ГГГГ", "a date DD.MM.YYYY")
        case .time: ("время ЧЧ.ММ.СС", "a time HH.MM.SS")
        case .decimal(let total, let fraction, let sign):
            (
                "число до \(total) цифр, из них до \(fraction) после точки\(sign.words.ru)",
                "a number of up to \(total) digits, up to \(fraction) after the point\(sign.words.en)"
            )
        case .integer(let digits, _):
            ("целое число до \(digits) цифр", "a whole number of up to \(digits) digits")
        }
    }
}

extension UPDValue.Sign {
    fileprivate var words: (ru: String, en: String) {
        switch self {
        case .any: ("", "")
        case .notNegative: (", не меньше нуля", ", not below zero")
        case .positive: (", больше нуля", ", above zero")
        }
    }
}

extension String {
    var isDigits: Bool { utf8.allSatisfy { (48...57).contains($0) } }
}
