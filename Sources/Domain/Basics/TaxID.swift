/// A tax number as a payer or a party bears it: ИНН, БИН, ИИН, or a foreign one. Its check digits
/// belong to Requisites; here it is only a name that must match byte for byte.
package struct TaxID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    package static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    package static func < (a: Self, b: Self) -> Bool { a.text.precedesBytewise(b.text) }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
