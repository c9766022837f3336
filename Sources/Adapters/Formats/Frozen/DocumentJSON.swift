package import Documents

/// An issued document's content as it is kept for ever: compact JSON written one way only, so that equal
/// contents have equal bytes and what is hashed can be made again.
package enum DocumentJSON {
    package static let format = "kontragent-document/1"

    package static func freeze(_ content: DocumentContent) -> [UInt8] {
        let marker = JSONValue.Member("format", .string(format))
        return JSONWriter.bytes(.object([marker] + content.frozenMembers))
    }

    /// Reads only what `freeze` could have written: other bytes would not be the document that was hashed.
    package static func thaw(_ bytes: [UInt8]) throws(FrozenProblem) -> DocumentContent {
        let record = try FrozenRecord(bytes[...])
        let found = try record.text("format")
        guard found == format else { throw .unknownFormat(found: DatasetText.shortened(found)) }
        let content = try DocumentContent(record)
        let again = freeze(content)
        guard again == bytes else {
            let same = zip(again, bytes).prefix { $0 == $1 }
            throw .notCanonical(offset: same.reduce(0) { count, _ in count + 1 })
        }
        return content
    }
}
