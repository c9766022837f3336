import Formats

/// A seeded throw of dice (SplitMix64) for the property tests of this folder.
struct FormatDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// Text with everything that has to be escaped or takes more than one byte.
    mutating func text() -> String {
        let pieces = [
            "a", "Z", " ", ",", "\"", "\\", "/", "\n", "\r", "\t", "\u{1}", "\u{1F}", "\u{7F}", "Ж", "«", "₸",
            "\u{2028}", "\u{10FFFF}", "🧾", "=", "'", "\u{FEFF}", "e\u{301}", "é",
        ]
        return (0..<below(9)).map { _ in pieces[below(pieces.count)] }.joined()
    }

    mutating func value(depth: Int = 0) -> JSONValue {
        switch below(depth > 4 ? 4 : 6) {
        case 0: return .null
        case 1: return .bool(below(2) == 0)
        case 2:
            return .number(
                ["0", "-1", "1.50", "1e999", "-0.0E-7", "123456789012345678901234567890"][below(6)])
        case 3: return .string(text())
        case 4: return .array((0..<below(4)).map { _ in value(depth: depth + 1) })
        default:
            let members = (0..<below(4)).map { JSONValue.Member("\($0)" + text(), value(depth: depth + 1)) }
            return .object(members)
        }
    }
}
