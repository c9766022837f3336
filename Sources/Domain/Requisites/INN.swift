package import Basics

/// ИНН: the tax number of a Russian organisation (10 digits) or of a person (12 digits).
package struct INN: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) throws(RequisitesProblem) {
        let digits = try Digits(text, .inn, lengths: [10, 12])
        // A row of zeros passes the sums, yet no tax office has the number 00.
        guard !digits.isAllZeros else { throw .wrongForm(.inn, text) }
        guard INN.checks(digits) else { throw .wrongCheckDigits(.inn, text) }
        self.text = text
    }

    /// A person's: a sole proprietor or an individual.
    package var isPersonal: Bool { text.utf8.count == 12 }

    package var taxID: TaxID { TaxID(text) }

    package var description: String { text }

    /// Each check digit is the weighted sum of all digits before it, mod 11 mod 10.
    private static func checks(_ digits: Digits) -> Bool {
        let weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
        let checked = digits.count == 10 ? [9] : [10, 11]
        return checked.allSatisfy { place in
            digits.sum(weights.suffix(place)) % 11 % 10 == digits.values[place]
        }
    }
}
