package import Basics

/// БИН of a Kazakh organisation or ИИН of a person there: twelve digits, one algorithm.
package struct KazakhID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) throws(RequisitesProblem) {
        let digits = try Digits(text, .kazakhID, lengths: [12])
        guard !digits.isAllZeros else { throw .wrongForm(.kazakhID, text) }
        guard KazakhID.key(digits) == digits.values[11] else { throw .wrongCheckDigits(.kazakhID, text) }
        self.text = text
    }

    /// A БИН: the fifth digit tells the kind of organisation, 4 to 6. In an ИИН it begins the day of
    /// birth, which is never above 3.
    package var isOrganization: Bool { text.utf8.dropFirst(4).first.map { (52...54).contains($0) } ?? false }

    package var taxID: TaxID { TaxID(text) }

    package var description: String { text }

    /// Weights 1 to 11, and where that gives 10 the weights move up by two; a number that gives 10
    /// twice is never assigned.
    private static func key(_ digits: Digits) -> Int? {
        let first = digits.sum(Array(1...11)) % 11
        guard first == 10 else { return first }
        let second = digits.sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11
        return second == 10 ? nil : second
    }
}
