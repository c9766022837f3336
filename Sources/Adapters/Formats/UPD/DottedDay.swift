import Basics

extension Day {
    /// Reads "31.10.2026" and nothing else.
    init?(dotted text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [2, 2, 4] else { return nil }
        self.init("\(parts[2])-\(parts[1])-\(parts[0])")
    }
}
