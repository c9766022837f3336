import CXML2

/// A file read as XML: no document type, no entities, no network, and bounded in size, depth and
/// number of elements, since anybody may send it.
package struct XMLTree {
    package static let sizeLimit = 10 * 1024 * 1024
    package static let depthLimit = 64
    package static let elementLimit = 400_000
    /// libxml2 compares each attribute of an element with each other.
    package static let attributeLimit = 500

    package let root: XMLNode
    /// As the file declares it; nil where it does not.
    package let encoding: String?

    package static func parse(_ bytes: [UInt8]) throws(XMLProblem) -> XMLTree {
        _ = LibXML.ready
        guard bytes.count <= sizeLimit else { throw .tooLarge(bytes: bytes.count, limit: sizeLimit) }
        guard !bytes.isEmpty else { throw .malformed(line: 1, message: "empty") }
        if let line = XMLTags.lineOfCrowd(bytes) {
            throw .malformed(line: line, message: "more than \(attributeLimit) attributes")
        }
        let result = bytes.withUnsafeBytes { buffer in
            read(buffer.assumingMemoryBound(to: CChar.self))
        }
        return try result.get()
    }

    private static func read(_ buffer: UnsafeBufferPointer<CChar>) -> Result<XMLTree, XMLProblem> {
        guard let context = xmlNewParserCtxt() else {
            return .failure(.malformed(line: 1, message: "unreadable"))
        }
        defer { xmlFreeParserCtxt(context) }
        let builder = XMLTreeBuilder(context: context)
        // The builder's callbacks stand in for libxml2's own: it builds no tree and stops at a document
        // type, so NOENT has only `&amp;` and its like to put in place.
        context.pointee.sax.pointee = XMLTreeBuilder.callbacks
        withExtendedLifetime(builder) {
            context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
            xmlFreeDoc(
                xmlCtxtReadMemory(
                    context, buffer.baseAddress, Int32(buffer.count), nil, nil,
                    Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue)))
        }
        if let problem = builder.problem { return .failure(problem) }
        guard context.pointee.wellFormed == 1, let root = builder.root else {
            return .failure(.malformed(line: builder.line, message: "not well-formed"))
        }
        let declared = context.pointee.encoding ?? context.pointee.input?.pointee.encoding
        return .success(XMLTree(root: root, encoding: declared.map { String(cString: $0) }))
    }
}
