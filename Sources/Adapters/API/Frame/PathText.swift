/// A request's target: its path cut into decoded segments, and its query.
struct PathText {
    let segments: [String]?
    let query: [(name: String, value: String)]
    /// A part of the query, as it came, that means no text.
    let brokenPart: String?

    /// `segments` is nil where the path is none or its escapes are broken.
    init(_ target: String) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first ?? ""
        var decoded: [String]? = path.hasPrefix("/") ? [] : nil
        if decoded != nil {
            for segment in PathTemplate.split(path) {
                guard let text = PathText.decoded(segment.utf8, plusIsSpace: false) else {
                    decoded = nil
                    break
                }
                decoded?.append(text)
            }
        }
        segments = decoded
        let pairs = parts.count > 1 ? parts[1].split(separator: "&") : []
        var query: [(name: String, value: String)] = []
        var broken: String?
        for pair in pairs {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if let name = PathText.decoded(halves[0].utf8, plusIsSpace: true),
                let value = PathText.decoded((halves.count > 1 ? halves[1] : "").utf8, plusIsSpace: true)
            {
                query.append((name, value))
            } else {
                broken = broken ?? String(pair)
            }
        }
        self.query = query
        brokenPart = broken
    }

    /// Nil where an escape is broken, or where what it means is no UTF-8 or holds a NUL.
    private static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) -> String? {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
                else { return nil }
                result.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: result.append(0x20)
            default: result.append(byte)
            }
        }
        guard !result.contains(0) else { return nil }
        return String(validating: result, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
