/// Reads JSON text whole (RFC 8259), and is stricter where the standard leaves a choice: a name stands
/// once in an object, surrogates stand in pairs. A byte order mark at the beginning is passed over.
package enum JSONReader {
    package static func read(_ text: ArraySlice<UInt8>) throws(JSONProblem) -> JSONValue {
        try text.withUnsafeBufferPointer { (bytes) throws(JSONProblem) -> JSONValue in
            var cursor = JSONCursor(bytes)
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.at = 3 }
            let value = try value(&cursor, depth: 1)
            try cursor.finish()
            return value
        }
    }

    package static func read(_ text: String) throws(JSONProblem) -> JSONValue {
        try read(Array(text.utf8)[...])
    }

    private static func value(_ cursor: inout JSONCursor, depth: Int) throws(JSONProblem) -> JSONValue {
        switch try cursor.kind() {
        case .object: .object(try members(&cursor, depth: depth))
        case .array: .array(try elements(&cursor, depth: depth))
        case .string: .string(cursor.string(try cursor.string()))
        case .number: .number(cursor.string(try cursor.number()))
        case .bool: .bool(try cursor.bool())
        case .null: try null(&cursor)
        }
    }

    private static func null(_ cursor: inout JSONCursor) throws(JSONProblem) -> JSONValue {
        try cursor.null()
        return .null
    }

    private static func elements(
        _ cursor: inout JSONCursor, depth: Int
    ) throws(JSONProblem) -> [JSONValue] {
        try cursor.descend(to: depth)
        try cursor.openArray()
        var values: [JSONValue] = []
        while try cursor.nextElement() { values.append(try value(&cursor, depth: depth + 1)) }
        return values
    }

    private static func members(
        _ cursor: inout JSONCursor, depth: Int
    ) throws(JSONProblem) -> [JSONValue.Member] {
        try cursor.descend(to: depth)
        try cursor.openObject()
        var members: [JSONValue.Member] = []
        var seen: Set<[UInt8]> = []
        while let name = try cursor.nextName() {
            guard seen.insert(cursor.unescaped(name)).inserted else {
                throw JSONProblem(.duplicateKey, at: name.first - 1)
            }
            members.append(JSONValue.Member(cursor.string(name), try value(&cursor, depth: depth + 1)))
        }
        return members
    }
}
