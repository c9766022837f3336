/// A price of one unit, VAT included: millionths of the major unit, so that price × quantity is
/// exact in billionths (D1).
package struct UnitPrice: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let millionths: Int64

    package init(millionths: Int64) { self.millionths = millionths }

    /// Reads "0.008": at most 6 fractional digits, not negative.
    package init?(_ text: some StringProtocol) {
        guard let value = DecimalText.parse(text.utf8, fractionDigits: 6) else { return nil }
        millionths = value
    }

    package static func < (a: Self, b: Self) -> Bool { a.millionths < b.millionths }

    package var description: String { DecimalText.print(Int128(millionths), fractionDigits: 6, least: 2) }
}

/// How much was used, in thousandths of the unit.
package struct Quantity: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let thousandths: Int64

    package init(thousandths: Int64) { self.thousandths = thousandths }

    package static func < (a: Self, b: Self) -> Bool { a.thousandths < b.thousandths }

    package var description: String { DecimalText.print(Int128(thousandths), fractionDigits: 3, least: 0) }
}

/// An exact cost before rounding: billionths of the major unit (D1).
package struct Accrual: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let billionths: Int128

    package init(billionths: Int128) { self.billionths = billionths }

    package static let zero = Accrual(billionths: 0)

    package init(_ quantity: Quantity, at price: UnitPrice) {
        billionths = Int128(quantity.thousandths) * Int128(price.millionths)
    }

    /// Sums of products of two `Int64` never leave `Int128`.
    package static func + (a: Self, b: Self) -> Self { Accrual(billionths: a.billionths + b.billionths) }

    package static func < (a: Self, b: Self) -> Bool { a.billionths < b.billionths }

    package var description: String { DecimalText.print(billionths, fractionDigits: 9, least: 2) }
}
