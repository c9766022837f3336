/// БИК: the code of a Russian bank, of a settlement centre of the Bank of Russia or of a treasury body.
package struct BIK: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// There is no check digit. The first two digits are 04 for banks, 01 for the treasury, 00 and 02
    /// for the other takers part in the payment system.
    package init(_ text: String) throws(RequisitesProblem) {
        let digits = try Digits(text, .bik, lengths: [9])
        guard digits.values[0] == 0, [0, 1, 2, 4].contains(digits.values[1]), !digits.isAllZeros else {
            throw .wrongForm(.bik, text)
        }
        self.text = text
    }

    /// A treasury body: the accounts it keeps have no key.
    package var isTreasury: Bool { text.hasPrefix("01") }

    /// The Bank of Russia itself keeps the account (its last three digits are 000, 001, 002).
    package var isCentralBank: Bool { ["000", "001", "002"].contains(ending) }

    /// The last three digits: with them begins the account key.
    package var ending: String { String(text.suffix(3)) }

    /// Digits five and six after a zero: with them begins the key of accounts in the Bank of Russia.
    package var centre: String { "0" + String(text.dropFirst(4).prefix(2)) }

    package var description: String { text }
}
