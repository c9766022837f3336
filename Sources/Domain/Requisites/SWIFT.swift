/// SWIFT (ISO 9362): the code of a bank in the world's payments; in Kazakhstan the БИК.
package struct SWIFT: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Six letters, two letters or digits, and perhaps three more for the branch. There is no key.
    package init(_ text: String) throws(RequisitesProblem) {
        let bytes = Array(text.utf8)
        guard [8, 11].contains(bytes.count) else { throw .wrongLength(.swift, text, allowed: [8, 11]) }
        guard bytes[..<6].allSatisfy(\.isCapital),
            bytes[6...].allSatisfy({ $0.isDigit || $0.isCapital })
        else { throw .wrongForm(.swift, text) }
        self.text = text
    }

    /// The two letters of the bank's country.
    package var country: String { String(text.dropFirst(4).prefix(2)) }

    package var description: String { text }
}
