/// The first member in which two JSON texts differ.
package struct JSONDifference: Hashable, Sendable {
    /// `lines[0].gross`; empty where the texts differ as a whole.
    package let path: String
    /// Nil = no such member.
    package let found: JSONValue?
    package let expected: JSONValue?

    /// Nil where both say the same, or one of them is no JSON.
    package static func first(_ found: [UInt8], _ expected: [UInt8]) -> JSONDifference? {
        // What cannot be read has no members to name; its bytes are told elsewhere.
        guard let found = try? JSONReader.read(found[...]), let expected = try? JSONReader.read(expected[...])
        else { return nil }
        return first("", found, expected)
    }

    private static func first(
        _ path: String, _ found: JSONValue?, _ expected: JSONValue?
    ) -> JSONDifference? {
        guard found != expected else { return nil }
        switch (found, expected) {
        case (.object(let a), .object(let b)):
            let names = b.map(\.name) + a.map(\.name).filter { expected?[$0] == nil }
            for name in names {
                let place = path.isEmpty ? name : "\(path).\(name)"
                if let difference = first(place, found?[name], expected?[name]) { return difference }
            }
            // The same members in another order.
            return JSONDifference(path: path, found: found, expected: expected)
        case (.array(let a), .array(let b)):
            for index in 0..<max(a.count, b.count) {
                let (one, two) = (index < a.count ? a[index] : nil, index < b.count ? b[index] : nil)
                if let difference = first("\(path)[\(index)]", one, two) { return difference }
            }
            return nil
        default: return JSONDifference(path: path, found: found, expected: expected)
        }
    }
}
