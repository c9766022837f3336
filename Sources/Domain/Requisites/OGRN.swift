/// ОГРН: the number of an organisation in ЕГРЮЛ; it begins with 1 or 5.
package struct OGRN: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) throws(RequisitesProblem) {
        let digits = try Digits(text, .ogrn, lengths: [13])
        guard [1, 5].contains(digits.values[0]) else { throw .wrongForm(.ogrn, text) }
        guard digits.remainder(first: 12, by: 11) % 10 == digits.values[12] else {
            throw .wrongCheckDigits(.ogrn, text)
        }
        self.text = text
    }

    package var description: String { text }
}
