package import Basics

/// What a project's owner calls it; who names none calls it by its PID (R19).
package struct ProjectName: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package var description: String { text }

    /// 4 to 63 small Latin letters, digits and `_ - . + @ #`, ending in a letter or a digit and not beginning with
    /// one of `. + @ #`. A name that reads like another project's PID is refused: support would take it for that one.
    package init(typed text: some StringProtocol, of pid: PID) throws {
        let bytes = Array(text.utf8)
        guard (4...63).contains(bytes.count),
            bytes.allSatisfy({ ProjectName.isPlain($0) || "_-.+@#".utf8.contains($0) }),
            let first = bytes.first, ProjectName.isPlain(first) || "_-".utf8.contains(first),
            let last = bytes.last, ProjectName.isPlain(last)
        else { throw ProjectsProblem.badName(String(text.prefix(80))) }
        if let other = PID(text), other != pid { throw ProjectsProblem.badName(String(text)) }
        self.text = String(text)
    }

    /// As it was kept.
    package init(kept text: String) { self.text = text }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
    }
}
