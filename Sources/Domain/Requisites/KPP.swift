/// КПП: tax office (4 digits), reason of registration (2 digits or Latin capitals), serial (3).
/// Organisations have one, sole proprietors have none.
package struct KPP: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) throws(RequisitesProblem) {
        let bytes = Array(text.utf8)
        guard bytes.count == 9 else { throw .wrongLength(.kpp, text, allowed: [9]) }
        let reason = 4..<6
        guard
            bytes.indices.allSatisfy({ bytes[$0].isDigit || (reason.contains($0) && bytes[$0].isCapital) })
        else { throw .wrongForm(.kpp, text) }
        self.text = text
    }

    package var description: String { text }
}
