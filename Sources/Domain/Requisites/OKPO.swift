/// ОКПО: the statistical number of an organisation (8 digits) or of a sole proprietor (10).
package struct OKPO: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) throws(RequisitesProblem) {
        let digits = try Digits(text, .okpo, lengths: [8, 10])
        guard OKPO.key(digits) == digits.values.last else { throw .wrongCheckDigits(.okpo, text) }
        self.text = text
    }

    package var description: String { text }

    /// Weights 1, 2, 3…; a remainder of 10 is not a digit, so the weights move up by two, and if that
    /// gives 10 again the key is 0.
    private static func key(_ digits: Digits) -> Int {
        let places = digits.count - 1
        let first = digits.sum(Array(1...places)) % 11
        guard first == 10 else { return first }
        let second = digits.sum((0..<places).map { ($0 + 2) % 10 + 1 }) % 11
        return second == 10 ? 0 : second
    }
}
