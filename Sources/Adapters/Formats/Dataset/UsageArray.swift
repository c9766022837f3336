/// Finds the events of a JSON array without reading them: each is then read by itself, so that what is
/// wrong inside one refuses no other.
package enum UsageArray {
    /// Where the array's elements stand. It stops behind the limit: who sent more is refused anyway.
    package static func places(in bytes: [UInt8], limit: Int) throws(JSONProblem) -> [Range<Int>] {
        try bytes.withUnsafeBufferPointer { (bytes) throws(JSONProblem) -> [Range<Int>] in
            var cursor = JSONCursor(bytes)
            var places: [Range<Int>] = []
            guard try cursor.kind() == .array else { throw JSONProblem(.unexpectedByte, at: cursor.at) }
            try cursor.openArray()
            while try cursor.nextElement() {
                _ = try cursor.kind()
                let first = cursor.at
                try cursor.skipValue(depth: 2)
                places.append(first..<cursor.at)
                if places.count > limit { return places }
            }
            try cursor.finish()
            return places
        }
    }
}
