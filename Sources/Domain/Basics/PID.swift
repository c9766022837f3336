/// A project's id as customers quote it: `mcs` and 9 or 10 digits (R19, O45), kept in lower case.
package struct PID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// Nil where the text is not a PID.
    package init?(_ text: some StringProtocol) {
        let lower = text.lowercased()
        let digits = lower.utf8.dropFirst(3)
        guard lower.hasPrefix("mcs"), digits.count == 9 || digits.count == 10,
            digits.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        self.text = lower
    }

    package var description: String { text }

    package static func < (a: Self, b: Self) -> Bool { a.text.precedesBytewise(b.text) }
}
