import Basics

/// What a file that somebody gives in turns out to be, by its bytes: neither its name nor what the browser says of it
/// is believed.
package enum ScanFile: String, CaseIterable, Hashable, Sendable {
    case pdf
    case png
    case jpeg

    /// Larger ones are refused: a scan is read by people.
    package static let mostBytes = 10 << 20

    package init(_ bytes: [UInt8]) throws(DocumentsProblem) {
        guard bytes.count <= ScanFile.mostBytes else { throw .scanTooLarge(ScanFile.mostBytes >> 20) }
        if bytes.starts(with: "%PDF-1.".utf8) || bytes.starts(with: "%PDF-2.".utf8),
            ScanFile.holds(Array("%%EOF".utf8), bytes.suffix(1024))
        {
            self = .pdf
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            bytes.suffix(8).starts(with: [0x49, 0x45, 0x4E, 0x44])
        {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]), bytes.suffix(2).elementsEqual([0xFF, 0xD9]) {
            self = .jpeg
        } else {
            throw .noScan
        }
    }

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        }
    }

    private static func holds(_ wanted: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= wanted.count else { return false }
        return (bytes.startIndex...bytes.endIndex - wanted.count).contains {
            bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
    }
}
