package import Documents

/// An issued document as it lies in the books.
package struct IssuedDocument: Sendable {
    package let key: DocumentKey
    package let content: DocumentContent
    /// Canonical JSON, as frozen, and its digest.
    package let frozen: [UInt8]
    package let sha256: [UInt8]

    init(_ record: DocumentRecord, _ papers: Papers) throws {
        content = try papers.thaw(record.frozen)
        key = DocumentKey(content, in: record.region)
        frozen = record.frozen
        sha256 = record.sha256
    }
}
