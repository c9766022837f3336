/// An element that was read: its name, attributes, children and text, and the line it stands in.
/// A name of a namespace is written `{namespace}name`.
package final class XMLNode {
    package struct Attribute: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    package let name: String
    package let attributes: [Attribute]
    package let line: Int
    package private(set) var children: [XMLNode] = []
    package internal(set) var text = ""
    private weak var parent: XMLNode?
    /// Which of its parent's children with its name it is, and whether it is the only one.
    private var ordinal = 1
    private var isAlone = true

    init(name: String, attributes: [Attribute], line: Int) {
        self.name = name
        self.attributes = attributes
        self.line = line
    }

    /// `twin` is the last child before it that has its name.
    func append(_ child: XMLNode, after twin: XMLNode?) {
        if let twin {
            child.ordinal = twin.ordinal + 1
            child.isAlone = false
            twin.isAlone = false
        }
        child.parent = self
        children.append(child)
    }

    package subscript(attribute: String) -> String? {
        attributes.first { $0.name.isSameBytes(attribute) }?.value
    }

    package func all(_ name: String) -> [XMLNode] { children.filter { $0.name.isSameBytes(name) } }

    package func first(_ name: String) -> XMLNode? { children.first { $0.name.isSameBytes(name) } }

    /// The element and everything inside it, in the order of the file.
    package func walk(_ visit: (XMLNode) -> Void) {
        visit(self)
        for child in children { child.walk(visit) }
    }

    /// "/Файл/Документ/ТаблСчФакт/СведТов[2]": a number where siblings share the name.
    package var path: String {
        guard let parent else { return "/" + name }
        return parent.path + (isAlone ? "/\(name)" : "/\(name)[\(ordinal)]")
    }
}

extension String {
    /// Swift's `==` joins «й» with «и» and a breve; a format does not.
    func isSameBytes(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
