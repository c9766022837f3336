import CXML2

/// Holds a file against an XSD that the reader has beside it: no schema travels with the program.
package enum XMLSchema {
    package struct Finding: Hashable, Sendable {
        package let line: Int
        package let element: String
        package let message: String
    }

    package static func validate(_ bytes: [UInt8], schemaPath: String) throws(XMLProblem) -> [Finding] {
        // The tree's reader refuses document types and giants before libxml2 builds anything.
        _ = try XMLTree.parse(bytes)
        let document = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil,
                Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
        }
        guard let document else { throw .malformed(line: 0, message: "unreadable") }
        defer { xmlFreeDoc(document) }
        let schema = try load(schemaPath)
        defer { xmlSchemaFree(schema) }
        guard let validation = xmlSchemaNewValidCtxt(schema) else {
            throw .schemaUnreadable(path: schemaPath, message: "")
        }
        defer { xmlSchemaFreeValidCtxt(validation) }
        let gathered = Gathered()
        xmlSchemaSetValidStructuredErrors(validation, collect, Unmanaged.passUnretained(gathered).toOpaque())
        let outcome = withExtendedLifetime(gathered) { xmlSchemaValidateDoc(validation, document) }
        if outcome < 0 { throw .schemaUnreadable(path: schemaPath, message: "validator failed") }
        return gathered.findings
    }

    private static func load(_ path: String) throws(XMLProblem) -> xmlSchemaPtr {
        guard let parser = xmlSchemaNewParserCtxt(path) else {
            throw .schemaUnreadable(path: path, message: "")
        }
        defer { xmlSchemaFreeParserCtxt(parser) }
        let gathered = Gathered()
        xmlSchemaSetParserStructuredErrors(parser, collect, Unmanaged.passUnretained(gathered).toOpaque())
        let schema = withExtendedLifetime(gathered) { xmlSchemaParse(parser) }
        guard let schema else {
            throw .schemaUnreadable(path: path, message: gathered.findings.first?.message ?? "")
        }
        return schema
    }

    private final class Gathered {
        var findings: [Finding] = []
    }

    private static let collect: xmlStructuredErrorFunc = { user, error in
        guard let user, let error, error.pointee.level != XML_ERR_WARNING else { return }
        let node = error.pointee.node?.assumingMemoryBound(to: xmlNode.self)
        let name = node?.pointee.name.map { String(cString: $0) } ?? ""
        let finding = Finding(
            line: Int(error.pointee.line), element: name, message: LibXML.message(error.pointee))
        Unmanaged<Gathered>.fromOpaque(user).takeUnretainedValue().findings.append(finding)
    }
}
