/// The lines of a text in UTF-8 with their numbers, whether they end in CRLF, LF or CR.
struct OneCLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var at = 0
    private(set) var number = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next line without its end and the blanks around it.
    mutating func next() -> ArraySlice<UInt8>? {
        guard at < bytes.count else { return nil }
        number += 1
        let start = at
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
        let end = at
        if at < bytes.count {
            at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
        }
        return OneCLines.trimmed(bytes[start..<end])
    }

    /// Without the blanks, no-break ones too, and control marks at both ends.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var range = bytes.indices
        while let first = range.first {
            if bytes[first] <= 0x20 {
                range = (first + 1)..<range.upperBound
            } else if range.count > 1, bytes[first] == 0xC2, bytes[first + 1] == 0xA0 {
                range = (first + 2)..<range.upperBound
            } else {
                break
            }
        }
        while let last = range.last {
            if bytes[last] <= 0x20 {
                range = range.lowerBound..<last
            } else if range.count > 1, bytes[last - 1] == 0xC2, bytes[last] == 0xA0 {
                range = range.lowerBound..<(last - 1)
            } else {
                break
            }
        }
        return bytes[range]
    }
}

/// A line as key and value: split at the first `=`, for values may hold more of them.
struct OneCPair {
    let key: ArraySlice<UInt8>
    let value: ArraySlice<UInt8>

    init(_ line: ArraySlice<UInt8>) {
        let split = line.firstIndex(of: 0x3D) ?? line.endIndex
        key = OneCLines.trimmed(line[..<split])
        value = split < line.endIndex ? OneCLines.trimmed(line[(split + 1)...]) : []
    }
}
