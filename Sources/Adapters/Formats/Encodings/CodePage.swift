package import Basics

/// A one-byte encoding: ASCII below, 128 letters of its own above.
package struct CodePage: Sendable {
    package let name: String
    private let high: [UInt16]
    private let bytes: [UInt16: UInt8]

    private init(name: String, high: [UInt16]) {
        precondition(high.count == 128, "a code page has 128 letters above ASCII")
        self.name = name
        self.high = high
        var bytes: [UInt16: UInt8] = [:]
        for (index, letter) in high.enumerated() where letter != CodePage.nothing {
            bytes[letter] = UInt8(128 + index)
        }
        self.bytes = bytes
    }

    package static let windows1251 = CodePage(name: "windows-1251", high: CodePageTables.windows1251)
    package static let dos866 = CodePage(name: "cp866", high: CodePageTables.dos866)

    private static let nothing: UInt16 = 0xFFFD

    package func decode(_ text: some Sequence<UInt8>) -> String {
        String(decoding: utf8(text), as: UTF8.self)
    }

    /// The same text in UTF-8; a byte that means nothing becomes U+FFFD.
    package func utf8(_ text: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.underestimatedCount * 2)
        for byte in text {
            guard byte >= 0x80 else {
                result.append(byte)
                continue
            }
            let letter = high[Int(byte) - 0x80]
            if letter < 0x800 {
                result.append(0xC0 | UInt8(letter >> 6))
            } else {
                result.append(0xE0 | UInt8(letter >> 12))
                result.append(0x80 | UInt8(letter >> 6 & 0x3F))
            }
            result.append(0x80 | UInt8(letter & 0x3F))
        }
        return result
    }

    /// A letter the page lacks is an error, never a question mark (D29).
    package func encode(_ text: String) throws -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if scalar.isASCII {
                result.append(UInt8(scalar.value))
            } else if let byte = bytes[UInt16(truncatingIfNeeded: scalar.value)], scalar.value <= 0xFFFF {
                result.append(byte)
            } else {
                throw CodePageProblem.unmappable(scalar, at: index, page: name)
            }
        }
        return result
    }
}

/// A letter that the encoding of a file cannot say.
package enum CodePageProblem: Problem, Equatable {
    case unmappable(Unicode.Scalar, at: Int, page: String)

    package var code: String { "formats.unmappable-letter" }
    package var kind: ProblemKind { .invalid }
}
