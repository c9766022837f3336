import CXML2

/// Writes XML in an 8-bit encoding. Characters outside it become numeric references (D29).
package enum XMLText {
    package static func bytes(_ root: XMLPiece, encoding: String = "windows-1251") throws(XMLProblem)
        -> [UInt8]
    {
        _ = LibXML.ready
        guard let buffer = xmlBufferCreate() else { throw .unwritable(element: root.name) }
        defer { xmlBufferFree(buffer) }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else { throw .unwritable(element: root.name) }
        xmlTextWriterSetIndent(writer, 1)
        xmlTextWriterSetIndentString(writer, " ")
        var failed = xmlTextWriterStartDocument(writer, nil, encoding, nil) < 0 ? root.name : nil
        if failed == nil { failed = write(root, to: writer) }
        if xmlTextWriterEndDocument(writer) < 0 { failed = failed ?? root.name }
        // Freeing flushes what is still in the encoder.
        xmlFreeTextWriter(writer)
        if let failed { throw .unwritable(element: failed) }
        guard let content = xmlBufferContent(buffer) else { throw .unwritable(element: root.name) }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }

    /// What may stand in an attribute: line ends and tabs become blanks, other control characters
    /// (XML 1.0 has no way to carry those under 0x20) and non-characters are dropped.
    package static func clean(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: kept.append(" ")
            case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: break
            default: kept.append(scalar)
            }
        }
        return trimmed(kept)
    }

    private static func trimmed(_ scalars: String.UnicodeScalarView) -> String {
        guard let first = scalars.firstIndex(where: { $0 != " " }),
            let last = scalars.lastIndex(where: { $0 != " " })
        else { return "" }
        return String(scalars[first...last])
    }

    /// The name of the element that failed, or nil.
    private static func write(_ piece: XMLPiece, to writer: xmlTextWriterPtr) -> String? {
        guard xmlTextWriterStartElement(writer, piece.name) >= 0 else { return piece.name }
        for attribute in piece.attributes
        where xmlTextWriterWriteAttribute(writer, attribute.name, attribute.value) < 0 {
            return piece.name
        }
        if let text = piece.text, xmlTextWriterWriteString(writer, text) < 0 { return piece.name }
        for child in piece.children {
            if let failed = write(child, to: writer) { return failed }
        }
        return xmlTextWriterEndElement(writer) < 0 ? piece.name : nil
    }
}
