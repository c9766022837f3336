package import Basics

/// Where and why a text is not JSON (RFC 8259).
package struct JSONProblem: Problem, Equatable {
    package enum Fault: String, CaseIterable, Sendable {
        case unexpectedEnd = "unexpected-end"
        case unexpectedByte = "unexpected-byte"
        case badNumber = "bad-number"
        case badEscape = "bad-escape"
        case loneSurrogate = "lone-surrogate"
        case badUTF8 = "bad-utf8"
        case controlCharacter = "control-character"
        case duplicateKey = "duplicate-key"
        case tooDeep = "too-deep"
        case trailingText = "trailing-text"
    }

    package let fault: Fault
    /// Bytes from the beginning of the text.
    package let offset: Int

    package init(_ fault: Fault, at offset: Int) {
        self.fault = fault
        self.offset = offset
    }

    package var code: String { "json.\(fault.rawValue)" }
    package var kind: ProblemKind { .invalid }
}
