/// What texts of a dataset may hold before they become names that are kept for ever.
enum DatasetText {
    /// Longer names do not fit into a database's index.
    static let longestName = 512
    /// No name, post or line of an address of a registry is longer.
    static let longestRegistered = 2048
    private static let longestFound = 40

    /// A name is not empty, not too long, and CloudEvents 1.0 allows no control characters in it.
    static func holdName(_ text: String, field: @autoclosure () -> String) throws(DatasetProblem) {
        guard !text.isEmpty else { throw .emptyField(field()) }
        guard text.utf8.count <= longestName else { throw .textTooLong(field: field(), limit: longestName) }
        guard !text.unicodeScalars.contains(where: isControl) else {
            throw .badText(field: field(), found: shortened(text))
        }
    }

    /// Other text may have line breaks, but no NUL, which no PostgreSQL text can hold.
    static func holdText(_ text: String, field: @autoclosure () -> String) throws(DatasetProblem) {
        guard !text.utf8.contains(0) else { throw .badText(field: field(), found: shortened(text)) }
    }

    /// What stands there, short enough for a message and safe for a terminal.
    static func shortened(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for (place, scalar) in text.unicodeScalars.enumerated() {
            guard place < longestFound else {
                result.append("…")
                break
            }
            result.append(isControl(scalar) || isDirection(scalar) ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    /// Marks that turn the direction of writing and so could disguise a message.
    private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
        [0x2028...0x202E, 0x2066...0x2069, 0x200E...0x200F].contains { $0.contains(scalar.value) }
    }
}
