extension Reference {
    /// An exact fraction in lowest terms.
    package struct Ratio: Hashable, Comparable, Sendable, CustomStringConvertible {
        package let numerator: Int128
        package let denominator: Int128

        package static let zero = Ratio(0)

        package init(_ numerator: Int128, per denominator: Int128 = 1) {
            precondition(denominator > 0, "a fraction of the model has a positive denominator")
            var (larger, smaller) = (numerator.magnitude, denominator.magnitude)
            while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
            let divisor = larger == 0 ? 1 : Int128(larger)
            self.numerator = numerator / divisor
            self.denominator = denominator / divisor
        }

        /// Reads "0.008".
        package init(decimal text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let fraction = parts.count == 2 ? String(parts[1]) : ""
            guard let digits = Int128(String(parts[0]) + fraction), parts.count <= 2 else {
                preconditionFailure("«\(text)» is not a decimal number")
            }
            self.init(digits, per: fraction.reduce(1) { power, _ in power * 10 })
        }

        package static func + (one: Ratio, other: Ratio) -> Ratio {
            Ratio(
                one.numerator * other.denominator + other.numerator * one.denominator,
                per: one.denominator * other.denominator)
        }

        package static func * (one: Ratio, other: Ratio) -> Ratio {
            Ratio(one.numerator * other.numerator, per: one.denominator * other.denominator)
        }

        package static func < (one: Ratio, other: Ratio) -> Bool {
            one.numerator * other.denominator < other.numerator * one.denominator
        }

        /// The nearest whole number of a fraction that is not negative, halves upwards.
        package var halfUp: Int64 { Int64((2 * numerator + denominator) / (2 * denominator)) }

        /// Minor units of a day line that cost so many major ones: never nothing for something,
        /// otherwise halves upwards.
        package var postedMinor: Int64 {
            if numerator == 0 { return 0 }
            return self < Ratio(1, per: 100) ? 1 : (self * Ratio(100)).halfUp
        }

        /// A decimal where the fraction is one, as every price and cost is.
        package var description: String {
            var (top, places, bottom) = (numerator, 0, denominator)
            while bottom % 10 == 0 { (bottom, places) = (bottom / 10, places + 1) }
            while bottom % 2 == 0 { (bottom, top, places) = (bottom / 2, top * 5, places + 1) }
            while bottom % 5 == 0 { (bottom, top, places) = (bottom / 5, top * 2, places + 1) }
            guard bottom == 1, top >= 0 else { return "\(numerator)/\(denominator)" }
            var digits = String(top)
            while digits.count <= places { digits = "0" + digits }
            guard places > 0 else { return digits }
            return digits.dropLast(places) + "." + digits.suffix(places)
        }
    }
}
