/// A look at the tags of a file before libxml2 reads it, which counts attributes only when it has them all.
struct XMLTags {
    /// The line of the first element with more attributes than allowed; nil where there is none. In a file
    /// that is no XML the answer may be wrong, and libxml2 refuses it anyway.
    static func lineOfCrowd(_ bytes: [UInt8]) -> Int? {
        var tags = XMLTags()
        return bytes.withUnsafeBufferPointer { bytes in
            // In UTF-16 every ASCII letter has a zero before or behind it, the first `<` as well.
            let isWide = bytes.count > 3 && (bytes[0] ^ bytes[1] == 0x01 || bytes[0] == 0 || bytes[1] == 0)
            guard isWide else { return bytes.first { tags.take($0) }.map { _ in tags.line } }
            let low = bytes[0] == 0xFE || bytes[0] == 0 ? 1 : 0
            for place in stride(from: low, to: bytes.count - 1 + low, by: 2)
            where bytes[place ^ 1] == 0 && tags.take(bytes[place]) { return tags.line }
            return nil
        }
    }

    private var line = 1
    private var count = 0
    private var isTag = false
    private var quote: UInt8 = 0

    /// True where the element whose letter this is has too many attributes.
    private mutating func take(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0A: line += 1
        // A value never holds one, so a new tag begins, whatever stood open.
        case UInt8(ascii: "<"): (isTag, count, quote) = (true, 0, 0)
        case UInt8(ascii: ">") where quote == 0: isTag = false
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if isTag, quote == 0 { quote = byte } else if quote == byte { quote = 0 }
        case UInt8(ascii: "=") where isTag && quote == 0:
            count += 1
            return count > XMLTree.attributeLimit
        default: break
        }
        return false
    }
}
