/// An account with its bank and country in one number (ISO 13616); in Kazakhstan the ИИК.
package struct IBAN: Hashable, Sendable, CustomStringConvertible {
    /// Capitals and digits without spaces.
    package let text: String

    /// Reads small letters and the printed groups of four too.
    package init(_ text: String) throws(RequisitesProblem) {
        let bytes = text.utf8.filter { $0 != 0x20 }.map { $0.isSmall ? $0 - 32 : $0 }
        guard bytes.starts(with: Array("KZ".utf8)) ? bytes.count == 20 : (15...34).contains(bytes.count)
        else {
            let allowed = bytes.starts(with: Array("KZ".utf8)) ? [20] : Array(15...34)
            throw .wrongLength(.iban, text, allowed: allowed)
        }
        guard IBAN.hasForm(bytes) else { throw .wrongForm(.iban, text) }
        guard IBAN.checks(bytes) else { throw .wrongCheckDigits(.iban, text) }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    package var country: String { String(text.prefix(2)) }

    package var isKazakh: Bool { country == "KZ" }

    /// "KZ69 8562 2031 2467 6325", as papers print it.
    package var printed: String {
        let characters = Array(text)
        return stride(from: 0, to: characters.count, by: 4)
            .map { String(characters[$0..<min($0 + 4, characters.count)]) }
            .joined(separator: " ")
    }

    package var description: String { text }

    /// Country, two check digits, then letters and digits; a Kazakh one names its bank by three digits.
    private static func hasForm(_ bytes: [UInt8]) -> Bool {
        guard bytes[0].isCapital, bytes[1].isCapital, bytes[2].isDigit, bytes[3].isDigit,
            bytes.allSatisfy({ $0.isDigit || $0.isCapital })
        else { return false }
        return !bytes.starts(with: Array("KZ".utf8)) || bytes[4..<7].allSatisfy(\.isDigit)
    }

    /// ISO 7064 mod 97: the head moves to the end, A is 10 … Z is 35, and the whole leaves 1. The keys
    /// 00, 01 and 99 could leave 1 as well, but the rule never produces them.
    private static func checks(_ bytes: [UInt8]) -> Bool {
        let key = Int(bytes[2] - 48) * 10 + Int(bytes[3] - 48)
        guard (2...98).contains(key) else { return false }
        let remainder = (bytes[4...] + bytes[..<4]).reduce(0) { remainder, byte in
            byte.isDigit ? (remainder * 10 + Int(byte) - 48) % 97 : (remainder * 100 + Int(byte) - 55) % 97
        }
        return remainder == 1
    }
}
