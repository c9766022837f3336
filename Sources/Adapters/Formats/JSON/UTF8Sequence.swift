/// Well-formed UTF-8 (Unicode, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Sequence {
    /// How many bytes the character that begins here with a byte above 0x7F takes; 0 where it is broken.
    static func length(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
        let first = bytes[at]
        let (length, second): (Int, ClosedRange<UInt8>)
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return 0 }
        var next = at + 2
        while next < at + length {
            guard bytes[next] & 0xC0 == 0x80 else { return 0 }
            next += 1
        }
        return length
    }
}
