package import Payments

/// Bank statements in the 1CClientBankExchange format: Russian banks' 1.01 to 1.03 and the dialect 2.0
/// of banks in Kazakhstan.
package enum OneCStatement {
    static let largestFile = 64 << 20
    static let longestLine = 64 << 10
    static let mostSections = 1_000_000

    /// Throws a `PaymentsProblem` where the bytes are no such file at all; what is wrong inside one is
    /// among its flaws.
    package static func read(_ bytes: [UInt8]) throws -> StatementFile {
        guard bytes.count <= largestFile else {
            throw PaymentsProblem.tooLarge(bytes: bytes.count, limit: largestFile)
        }
        let text = try OneCText(bytes)
        var reader = OneCReader(warnings: text.warnings)
        return try reader.read(text.utf8)
    }

    /// As much of a value as a message may repeat.
    static func quoted(_ text: String) -> String { String(text.prefix(60)) }
}
