/// An element to be written: attributes in the order given, then text or children.
package struct XMLPiece: Hashable, Sendable {
    package struct Attribute: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    package let name: String
    package let attributes: [Attribute]
    package let text: String?
    package let children: [XMLPiece]

    /// An attribute without a value, or with nothing but blanks in it, is left out: formats forbid
    /// empty ones.
    package init(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLPiece] = []
    ) {
        self.init(name, pairs: attributes.map { ($0.key, $0.value) }, children)
    }

    /// The same with attributes that were put together.
    package init(_ name: String, pairs: [(String, String?)], _ children: [XMLPiece]) {
        self.name = name
        self.attributes = pairs.compactMap { name, value in
            guard let value = value.map(XMLText.clean), !value.isEmpty else { return nil }
            return Attribute(name: name, value: value)
        }
        self.text = nil
        self.children = children
    }

    package init(_ name: String, text: String) {
        self.name = name
        self.attributes = []
        self.text = XMLText.clean(text)
        self.children = []
    }
}
