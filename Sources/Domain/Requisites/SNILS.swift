/// СНИЛС: the insurance number of a person, whom an electronic signature names by it.
package struct SNILS: Hashable, Sendable, CustomStringConvertible {
    /// Eleven digits, as XML carries them.
    package let text: String

    /// Reads "11223344595" and the printed "112-233-445 95".
    package init(_ text: String) throws(RequisitesProblem) {
        var bytes = Array(text.utf8)
        if bytes.count == 14 {
            guard bytes[3] == 0x2D, bytes[7] == 0x2D, bytes[11] == 0x20 || bytes[11] == 0x2D else {
                throw .wrongForm(.snils, text)
            }
            for place in [11, 7, 3] { bytes.remove(at: place) }
        }
        let bare = String(decoding: bytes, as: UTF8.self)
        let digits: Digits
        do {
            digits = try Digits(bare, .snils, lengths: [11])
        } catch {
            throw SNILS.about(text, error)
        }
        guard
            digits.sum([9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == digits.values[9] * 10 + digits.values[10]
        else { throw .wrongCheckDigits(.snils, text) }
        guard !digits.isAllZeros else { throw .wrongForm(.snils, text) }
        self.text = bare
    }

    /// "112-233-445 95", as papers print it.
    package var printed: String {
        let digits = Array(text)
        return
            "\(String(digits[0..<3]))-\(String(digits[3..<6]))-\(String(digits[6..<9])) \(String(digits[9...]))"
    }

    package var description: String { text }

    /// The problem names the text the person typed, not what was left of it.
    private static func about(_ text: String, _ problem: RequisitesProblem) -> RequisitesProblem {
        switch problem {
        case .notDigits: .notDigits(.snils, text)
        default: .wrongLength(.snils, text, allowed: [11])
        }
    }
}
