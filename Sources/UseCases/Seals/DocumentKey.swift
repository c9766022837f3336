package import Basics
package import Documents
package import Regions

/// A document as people name it: region, kind, year, number.
package struct DocumentKey: Hashable, Sendable {
    package let region: Region
    package let kind: DocumentKind
    package let year: Int
    package let number: Int

    package init(region: Region, kind: DocumentKind, year: Int, number: Int) {
        self.region = region
        self.kind = kind
        self.year = year
        self.number = number
    }

    init(_ content: DocumentContent, in region: Region) {
        self.init(region: region, kind: content.kind, year: content.date.year, number: content.number)
    }

    /// Reads "moscow/upd/2026/17".
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 4, let region = Region(rawValue: String(parts[0])),
            let kind = DocumentKind(rawValue: String(parts[1])), let year = Int(parts[2]),
            let number = Int(parts[3]), number > 0
        else { return nil }
        self.init(region: region, kind: kind, year: year, number: number)
    }

    package var text: String { "\(region.rawValue)/\(kind.rawValue)/\(year)/\(number)" }

    /// How the journal names the document and its content.
    package func digestLine(_ sha256: [UInt8]) -> String {
        "document\t\(kind.rawValue)/\(year)/\(number)\t\(Hex.text(sha256))"
    }
}

extension DocumentContent {
    /// Its name; nil before it has a number. Each region's books are in a currency of their own.
    package var key: DocumentKey? {
        guard number > 0, let region = Region.allCases.first(where: { $0.profile.currency == currency })
        else { return nil }
        return DocumentKey(self, in: region)
    }
}

/// Bytes in hexadecimal.
package enum Hex {
    package static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Nil where the text is no lower-case hexadecimal.
    package static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case 48...57: byte - 48
            case 97...102: byte - 87
            default: nil
            }
        }
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
