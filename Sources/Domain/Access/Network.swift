/// Where a request comes from, as wide as one customer of a network usually is: the first three numbers of an
/// IPv4 address, the first four groups of an IPv6 one.
package struct Network: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// What is no address is a network of its own.
    package init(_ address: some StringProtocol) {
        let plain = address.lowercased().split(separator: "%").first.map(String.init) ?? ""
        let mapped = plain.hasPrefix("::ffff:") && plain.contains(".") ? String(plain.dropFirst(7)) : plain
        let numbers = mapped.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        if numbers.count == 4, !numbers.contains(nil) {
            text = numbers.prefix(3).map { String($0 ?? 0) }.joined(separator: ".") + ".0/24"
        } else if let groups = Network.groups(mapped) {
            text = groups.prefix(4).map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
        } else {
            text = "?"
        }
    }

    package var description: String { text }

    private static func groups(_ text: String) -> [UInt16]? {
        guard text.contains(":") else { return nil }
        let halves = text.replacing("::", with: "*").split(separator: "*", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return nil }
        let sides = halves.map { half in half.split(separator: ":").map { UInt16($0, radix: 16) } }
        guard !sides.joined().contains(nil) else { return nil }
        let known = sides.map { $0.compactMap(\.self) }
        let count = known.reduce(0) { $0 + $1.count }
        if halves.count == 1 { return count == 8 ? known[0] : nil }
        guard count < 8 else { return nil }
        return known[0] + [UInt16](repeating: 0, count: 8 - count) + known[1]
    }
}
