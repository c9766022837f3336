import Basics

/// An address that letters can go to, and by which a user is known: kept in small letters, so that nobody is
/// two people by writing it another way.
package struct EmailAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ typed: some StringProtocol) throws(AccessProblem) {
        let bytes = Array(typed.utf8)
        guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")), (1...64).contains(at),
            EmailAddress.isLocal(bytes[..<at]), EmailAddress.isDomain(bytes[(at + 1)...])
        else { throw .badEmail(String(typed.prefix(254))) }
        text = typed.lowercased()
    }

    package var description: String { text }

    package static func < (a: Self, b: Self) -> Bool { a.text.precedesBytewise(b.text) }

    /// Words of letters, digits and the signs of RFC 5322 with single dots between; no quoting, which no
    /// customer has and readers of mail disagree about.
    private static func isLocal(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty && word.allSatisfy { isPlain($0) || signs.contains($0) }
        }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.last?.contains(where: { !(48...57).contains($0) }) == true else {
            return false
        }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { isPlain($0) || $0 == hyphen }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    private static let hyphen = UInt8(ascii: "-")
    private static let signs = Set("!#$%&'*+/=?^_`{|}~-".utf8)
}
