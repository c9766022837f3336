/// ОГРНИП: the number of a sole proprietor in ЕГРИП.
package struct OGRNIP: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// The register's own numbers begin with 3. Numbers with a 4 are in use too and obey the same rule,
    /// so they are not refused.
    package init(_ text: String) throws(RequisitesProblem) {
        let digits = try Digits(text, .ogrnip, lengths: [15])
        guard [3, 4].contains(digits.values[0]) else { throw .wrongForm(.ogrnip, text) }
        guard digits.remainder(first: 14, by: 13) % 10 == digits.values[14] else {
            throw .wrongCheckDigits(.ogrnip, text)
        }
        self.text = text
    }

    package var description: String { text }
}
