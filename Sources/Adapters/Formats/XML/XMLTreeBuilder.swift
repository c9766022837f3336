import CXML2

/// Gathers elements as libxml2 meets them and stops it at the first thing that is not allowed.
final class XMLTreeBuilder {
    private(set) var root: XMLNode?
    private(set) var problem: XMLProblem?
    private let context: xmlParserCtxtPtr
    /// The elements that are open, and of each the last child of every name: forgotten when it closes.
    private var open: [(node: XMLNode, last: [String: XMLNode])] = []
    private var count = 0

    init(context: xmlParserCtxtPtr) { self.context = context }

    var line: Int { context.pointee.input.map { Int($0.pointee.line) } ?? 0 }

    static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startDocument = { user in XMLTreeBuilder.of(user)?.holdEncoding() }
        sax.internalSubset = { user, _, _, _ in
            let builder = XMLTreeBuilder.of(user)
            builder?.stop(.doctype(line: builder?.line ?? 0))
        }
        sax.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
            XMLTreeBuilder.of(user)?.start(
                XMLTreeBuilder.qualified(name, namespace),
                XMLTreeBuilder.attributes(attributes, count: Int(count)))
        }
        sax.endElementNs = { user, _, _, _ in XMLTreeBuilder.of(user)?.open.removeLast() }
        sax.characters = { user, text, length in XMLTreeBuilder.of(user)?.add(text, Int(length)) }
        sax.ignorableWhitespace = sax.characters
        sax.cdataBlock = sax.characters
        sax.serror = { user, error in
            guard let builder = XMLTreeBuilder.of(user), let error, error.pointee.level != XML_ERR_WARNING
            else { return }
            builder.stop(.malformed(line: Int(error.pointee.line), message: LibXML.message(error.pointee)))
        }
        return sax
    }

    /// In these `<` and `=` are the bytes that `XMLTags` counted.
    private static let encodings: Set<String> = [
        "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII", "WINDOWS-1251", "CP1251",
        "WINDOWS-1252", "ISO-8859-1", "ISO-8859-5", "KOI8-R", "KOI8-U", "CP866", "IBM866",
    ]

    private func holdEncoding() {
        guard let name = context.pointee.encoding ?? context.pointee.input?.pointee.encoding else { return }
        let declared = String(cString: name)
        guard XMLTreeBuilder.encodings.contains(declared.uppercased()) else {
            return stop(.malformed(line: line, message: "encoding \(declared)"))
        }
    }

    private static func of(_ user: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
        user.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func qualified(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?)
        -> String
    {
        let local = name.map { String(cString: $0) } ?? ""
        return namespace.map { "{\(String(cString: $0))}\(local)" } ?? local
    }

    /// libxml2 gives five pointers for each: name, prefix, namespace, start and end of the value.
    private static func attributes(
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) -> [XMLNode.Attribute] {
        guard let list else { return [] }
        return (0..<count).compactMap { index in
            guard let start = list[index * 5 + 3], let end = list[index * 5 + 4] else { return nil }
            let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            return XMLNode.Attribute(name: qualified(list[index * 5], list[index * 5 + 2]), value: value)
        }
    }

    private func start(_ name: String, _ attributes: [XMLNode.Attribute]) {
        count += 1
        if count > XMLTree.elementLimit { return stop(.tooManyElements(line: line)) }
        if open.count >= XMLTree.depthLimit { return stop(.tooDeep(line: line)) }
        let node = XMLNode(name: name, attributes: attributes, line: line)
        if let top = open.indices.last {
            // Where it stands: a second hold on the dictionary would copy it for each child.
            let twin = open[top].last.updateValue(node, forKey: name)
            open[top].node.append(node, after: twin)
        } else {
            root = node
        }
        open.append((node, [:]))
    }

    private func add(_ text: UnsafePointer<xmlChar>?, _ length: Int) {
        guard let text, let node = open.last?.node else { return }
        node.text += String(decoding: UnsafeBufferPointer(start: text, count: length), as: UTF8.self)
    }

    private func stop(_ problem: XMLProblem) {
        if self.problem == nil { self.problem = problem }
        xmlStopParser(context)
    }
}
