/// Writes JSON one way only: members in the order given, strings with the fewest escapes, UTF-8. Equal
/// values give equal bytes.
package struct JSONWriter {
    package enum Layout: Sendable {
        case compact
        /// A member a line, two spaces a level.
        case pretty
    }

    package private(set) var bytes: [UInt8] = []
    private let layout: Layout

    package init(_ layout: Layout = .compact) { self.layout = layout }

    package static func bytes(_ value: JSONValue, _ layout: Layout = .compact) -> [UInt8] {
        var writer = JSONWriter(layout)
        writer.write(value)
        return writer.bytes
    }

    package static func text(_ value: JSONValue, _ layout: Layout = .compact) -> String {
        String(decoding: bytes(value, layout), as: UTF8.self)
    }

    package mutating func write(_ value: JSONValue) { write(value, level: 0) }

    private mutating func write(_ value: JSONValue, level: Int) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .number(let text):
            precondition(JSONWriter.isNumber(text), "not a JSON number: \(text)")
            bytes += text.utf8
        case .string(let text): write(text)
        case .array(let values):
            list("[", "]", count: values.count, level: level) { writer, place in
                writer.write(values[place], level: level + 1)
            }
        case .object(let members):
            list("{", "}", count: members.count, level: level) { writer, place in
                writer.write(members[place].name)
                writer.bytes += (writer.layout == .pretty ? ": " : ":").utf8
                writer.write(members[place].value, level: level + 1)
            }
        }
    }

    private mutating func list(
        _ opening: String, _ closing: String, count: Int, level: Int, item: (inout JSONWriter, Int) -> Void
    ) {
        bytes += opening.utf8
        for place in 0..<count {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(level: level + 1)
            item(&self, place)
        }
        if count > 0 { newLine(level: level) }
        bytes += closing.utf8
    }

    private mutating func newLine(level: Int) {
        guard layout == .pretty else { return }
        bytes.append(0x0A)
        bytes += repeatElement(0x20, count: 2 * level)
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case 0x08: bytes += "\\b".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isNumber(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var cursor = JSONCursor(bytes)
            // Silence is right: any problem means that the text is no number.
            return (try? cursor.number())?.first == 0 && cursor.at == bytes.count
        }
    }
}
