/// A decimal number as XSD writes it: a sign, digits, a point. Up to 30 digits, kept exactly.
struct UPDNumber {
    /// All digits as one number, the last `fraction` of them after the point.
    let units: Int128
    let fraction: Int

    init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        guard (1...40).contains(bytes.count) else { return nil }
        var units: Int128 = 0
        var seen = 0
        var fraction: Int?
        // Zeros at the end of a fraction say nothing.
        if bytes.contains(0x2E) { while bytes.last == 48 { bytes.removeLast() } }
        for byte in bytes {
            if byte == 0x2E {
                guard fraction == nil else { return nil }
                fraction = 0
            } else if (48...57).contains(byte), units < 1_000_000_000_000_000_000_000_000_000_000 {
                units = units * 10 + Int128(byte - 48)
                seen += 1
                fraction = fraction.map { $0 + 1 }
            } else {
                return nil
            }
        }
        guard seen > 0 || text.utf8.contains(48) else { return nil }
        self.units = isNegative ? -units : units
        self.fraction = fraction ?? 0
    }

    func fits(total: Int, fraction limit: Int, _ sign: UPDValue.Sign) -> Bool {
        let digits = max(units == 0 ? 1 : String(units.magnitude).utf8.count, fraction)
        guard fraction <= limit, digits <= total else { return false }
        switch sign {
        case .any: return true
        case .notNegative: return units >= 0
        case .positive: return units > 0
        }
    }

    /// In kopecks; nil where the sum has parts of a kopeck.
    var kopecks: Int128? {
        guard fraction <= 2 else { return nil }
        return fraction == 2 ? units : fraction == 1 ? units * 10 : units * 100
    }

    static func text(kopecks: Int128) -> String {
        let rest = kopecks.magnitude % 100
        return "\(kopecks < 0 ? "-" : "")\(kopecks.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
