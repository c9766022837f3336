/// What a file that somebody gives in is, by its own bytes: what it calls itself, and what a browser says of it, is
/// believed in nothing.
package enum ScanType: String, CaseIterable, Hashable, Sendable {
    case pdf
    case png
    case jpeg

    /// Larger ones are refused: a scan is read by people.
    package static let mostBytes = 10 << 20

    /// Nil = none of them.
    package init?(of bytes: [UInt8]) {
        guard let found = ScanType.allCases.first(where: { bytes.starts(with: $0.beginning) }) else {
            return nil
        }
        self = found
    }

    /// Whether it also ends as such a file does.
    package func isWhole(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .pdf:
            let (end, wanted) = (Array(bytes.suffix(1024)), Array("%%EOF".utf8))
            return end.indices.contains { end[$0...].starts(with: wanted) }
        case .png: return bytes.suffix(8).starts(with: "IEND".utf8)
        case .jpeg: return bytes.suffix(2).elementsEqual([0xFF, 0xD9])
        }
    }

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        }
    }

    package var ending: String { self == .jpeg ? "jpg" : rawValue }

    private var beginning: [UInt8] {
        switch self {
        case .pdf: Array("%PDF-".utf8)
        case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        case .jpeg: [0xFF, 0xD8, 0xFF]
        }
    }
}
