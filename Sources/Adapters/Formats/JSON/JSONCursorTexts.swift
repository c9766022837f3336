extension JSONCursor {
    /// Goes past a string and checks it: its UTF-8, its escapes, its surrogates.
    package mutating func string() throws(JSONProblem) -> JSONText {
        try expect(UInt8(ascii: "\""))
        let first = at
        var escaped = false
        var plain = true
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return JSONText(first: first, end: at - 1, escaped: escaped, plain: plain)
            } else if byte == UInt8(ascii: "\\") {
                try skipEscape()
                escaped = true
                plain = false
            } else if byte < 0x20 {
                throw JSONProblem(.controlCharacter, at: at)
            } else if byte < 0x7F {
                at += 1
            } else {
                let length = byte == 0x7F ? 1 : UTF8Sequence.length(bytes, at: at)
                guard length > 0 else { throw JSONProblem(.badUTF8, at: at) }
                at += length
                plain = false
            }
        }
        throw JSONProblem(.unexpectedEnd, at: at)
    }

    /// Goes past a number; its text is kept, so that no digit is lost.
    package mutating func number() throws(JSONProblem) -> JSONText {
        _ = try peek()
        let first = at
        if bytes[at] == UInt8(ascii: "-") { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: "0") { at += 1 } else { try digits(from: first) }
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            at += 1
            try digits(from: first)
        }
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
            try digits(from: first)
        }
        // "01" and "1.2.3" are no numbers, rather than numbers with something behind them.
        if at < bytes.count, isDigit(bytes[at]) || bytes[at] == UInt8(ascii: ".") {
            throw JSONProblem(.badNumber, at: first)
        }
        return JSONText(first: first, end: at, escaped: false, plain: true)
    }

    /// The bytes as they stand, escapes and all.
    package func raw(_ text: JSONText) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[text.first..<text.end])
    }

    /// What the text means.
    package func string(_ text: JSONText) -> String {
        text.escaped
            ? String(decoding: unescaped(text), as: UTF8.self) : String(decoding: raw(text), as: UTF8.self)
    }

    /// What the text means, in UTF-8. The text was checked when it was passed.
    package func unescaped(_ text: JSONText) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.end - text.first)
        var place = text.first
        while place < text.end {
            guard bytes[place] == UInt8(ascii: "\\") else {
                result.append(bytes[place])
                place += 1
                continue
            }
            switch bytes[place + 1] {
            case UInt8(ascii: "u"):
                var scalar = hex(at: place + 2) ?? 0xFFFD
                place += 6
                if (0xD800...0xDBFF).contains(scalar) {
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + ((hex(at: place + 2) ?? 0xDC00) - 0xDC00)
                    place += 6
                }
                result +=
                    UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
                continue
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case let byte: result.append(byte)
            }
            place += 2
        }
        return result
    }

    private mutating func skipEscape() throws(JSONProblem) {
        let start = at
        guard at + 1 < bytes.count else { throw JSONProblem(.unexpectedEnd, at: bytes.count) }
        switch bytes[at + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            at += 2
        case UInt8(ascii: "u"):
            guard let unit = hex(at: at + 2) else { throw JSONProblem(.badEscape, at: start) }
            at += 6
            if (0xD800...0xDBFF).contains(unit) {
                guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
                    bytes[at + 1] == UInt8(ascii: "u"), let low = hex(at: at + 2),
                    (0xDC00...0xDFFF).contains(low)
                else { throw JSONProblem(.loneSurrogate, at: start) }
                at += 6
            } else if (0xDC00...0xDFFF).contains(unit) {
                throw JSONProblem(.loneSurrogate, at: start)
            }
        default: throw JSONProblem(.badEscape, at: start)
        }
    }

    private func hex(at place: Int) -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            switch byte {
            case 48...57: value = value << 4 + UInt32(byte - 48)
            case 65...70: value = value << 4 + UInt32(byte - 55)
            case 97...102: value = value << 4 + UInt32(byte - 87)
            default: return nil
            }
        }
        return value
    }

    private mutating func digits(from first: Int) throws(JSONProblem) {
        let start = at
        while at < bytes.count, isDigit(bytes[at]) { at += 1 }
        guard at > start else { throw JSONProblem(.badNumber, at: first) }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
