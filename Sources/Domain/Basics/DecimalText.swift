/// Decimal numbers as text: digits and at most one point. No sign, no exponent, no grouping.
package enum DecimalText {
    /// The value scaled by 10^fractionDigits, or nil where the text is anything else, has more
    /// fractional digits, or more than 18 digits in all.
    package static func parse(_ bytes: some Sequence<UInt8>, fractionDigits: Int) -> Int64? {
        var value: Int64 = 0
        var whole = 0
        var fraction = -1
        for byte in bytes {
            if byte == 0x2E {
                guard fraction < 0, whole > 0 else { return nil }
                fraction = 0
            } else if (48...57).contains(byte) {
                if fraction >= 0 { fraction += 1 } else { whole += 1 }
                guard whole + max(fraction, 0) <= 18, fraction <= fractionDigits else { return nil }
                value = value * 10 + Int64(byte - 48)
            } else {
                return nil
            }
        }
        guard whole > 0, fraction != 0 else { return nil }
        for _ in max(fraction, 0)..<fractionDigits {
            let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = scaled
        }
        return value
    }

    /// Prints with trailing zeros dropped down to `least` fractional digits.
    package static func print(_ scaled: Int128, fractionDigits: Int, least: Int) -> String {
        var digits = String(scaled.magnitude)
        while digits.utf8.count <= fractionDigits { digits = "0" + digits }
        let point = digits.index(digits.endIndex, offsetBy: -fractionDigits)
        var fraction = String(digits[point...])
        while fraction.utf8.count > least, fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = scaled < 0 ? "-" : ""
        return sign + digits[..<point] + (fraction.isEmpty ? "" : "." + fraction)
    }
}
