/// A reader's place in JSON text: it goes through a value piece by piece and builds nothing. Every byte
/// it passes is checked against RFC 8259; duplicate names are its caller's matter.
package struct JSONCursor {
    package enum Kind {
        case object
        case array
        case string
        case number
        case bool
        case null
    }

    /// How many objects and arrays may stand inside one another.
    package static let deepest = 64

    package let bytes: UnsafeBufferPointer<UInt8>
    package var at = 0
    /// True between an opening bracket and what follows it, where no comma is expected.
    private var fresh = false

    package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// What begins here, by its first byte.
    package mutating func kind() throws(JSONProblem) -> Kind {
        switch try peek() {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
        case UInt8(ascii: "n"): .null
        case UInt8(ascii: "-"), 48...57: .number
        default: throw JSONProblem(.unexpectedByte, at: at)
        }
    }

    package mutating func openObject() throws(JSONProblem) {
        try expect(UInt8(ascii: "{"))
        fresh = true
    }

    /// The next member's name, its value being next; nil where the object ends.
    package mutating func nextName() throws(JSONProblem) -> JSONText? {
        guard try goesOn(until: UInt8(ascii: "}")) else { return nil }
        let name = try string()
        try expect(UInt8(ascii: ":"))
        return name
    }

    package mutating func openArray() throws(JSONProblem) {
        try expect(UInt8(ascii: "["))
        fresh = true
    }

    /// Whether another element is next; false where the array ends.
    package mutating func nextElement() throws(JSONProblem) -> Bool {
        try goesOn(until: UInt8(ascii: "]"))
    }

    package mutating func bool() throws(JSONProblem) -> Bool {
        if try peek() == UInt8(ascii: "t") {
            try word("true")
            return true
        }
        try word("false")
        return false
    }

    package mutating func null() throws(JSONProblem) {
        _ = try peek()
        try word("null")
    }

    /// Goes past a whole value, whatever it is.
    package mutating func skipValue(depth: Int = 1) throws(JSONProblem) {
        switch try kind() {
        case .object:
            try descend(to: depth)
            try openObject()
            while try nextName() != nil { try skipValue(depth: depth + 1) }
        case .array:
            try descend(to: depth)
            try openArray()
            while try nextElement() { try skipValue(depth: depth + 1) }
        case .string: _ = try string()
        case .number: _ = try number()
        case .bool: _ = try bool()
        case .null: try null()
        }
    }

    /// Holds the depth of the container that begins here to what a reader's stack bears.
    package func descend(to depth: Int) throws(JSONProblem) {
        guard depth <= JSONCursor.deepest else { throw JSONProblem(.tooDeep, at: at) }
    }

    /// Holds that nothing but white space is left.
    package mutating func finish() throws(JSONProblem) {
        skipSpace()
        guard at == bytes.count else { throw JSONProblem(.trailingText, at: at) }
    }

    /// The next byte that is not white space.
    mutating func peek() throws(JSONProblem) -> UInt8 {
        skipSpace()
        guard at < bytes.count else { throw JSONProblem(.unexpectedEnd, at: at) }
        return bytes[at]
    }

    mutating func expect(_ byte: UInt8) throws(JSONProblem) {
        guard try peek() == byte else { throw JSONProblem(.unexpectedByte, at: at) }
        at += 1
    }

    private mutating func goesOn(until closing: UInt8) throws(JSONProblem) -> Bool {
        let byte = try peek()
        let first = fresh
        fresh = false
        if byte == closing {
            at += 1
            return false
        }
        if !first { try expect(UInt8(ascii: ",")) }
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count {
            let byte = bytes[at]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            at += 1
        }
    }

    private mutating func word(_ word: StaticString) throws(JSONProblem) {
        for place in 0..<word.utf8CodeUnitCount {
            guard at < bytes.count else { throw JSONProblem(.unexpectedEnd, at: at) }
            guard bytes[at] == word.utf8Start[place] else { throw JSONProblem(.unexpectedByte, at: at) }
            at += 1
        }
    }
}
