/// Where two papers first differ, and what stands around that place in each.
package struct ByteDifference: Hashable, Sendable {
    package let offset: Int
    package let found: String
    package let expected: String

    private static let before = 12
    private static let after = 24

    /// Nil where both are the same.
    package init?(_ found: [UInt8], _ expected: [UInt8]) {
        let same = zip(found, expected).prefix { $0 == $1 }.count
        guard same < found.count || same < expected.count else { return nil }
        offset = same
        self.found = ByteDifference.around(same, found)
        self.expected = ByteDifference.around(same, expected)
    }

    /// As text where it is text, else in hexadecimal.
    private static func around(_ offset: Int, _ bytes: [UInt8]) -> String {
        var first = max(0, offset - before)
        var last = min(bytes.count, offset + after)
        // Not within a letter.
        while first < last, first > 0, bytes[first] & 0xC0 == 0x80 { first += 1 }
        while last < bytes.count, last > first, bytes[last] & 0xC0 == 0x80 { last += 1 }
        let piece = Array(bytes[first..<last])
        guard let text = String(validating: piece, as: UTF8.self),
            !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 })
        else { return Hex.text(piece) }
        return text
    }
}
