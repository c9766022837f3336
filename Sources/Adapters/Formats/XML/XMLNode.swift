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
    /// How many children bear a name, and which of them this one is among its parent's.
    private var counts: [String: Int] = [:]
    private var ordinal = 1

    init(name: String, attributes: [Attribute], line: Int) {
        self.name = name
        self.attributes = attributes
        self.line = line
    }

    func append(_ child: XMLNode) {
        child.ordinal = counts[child.name, default: 0] + 1
        counts[child.name] = child.ordinal
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
        let isAlone = parent.counts[name] == 1
        return parent.path + (isAlone ? "/\(name)" : "/\(name)[\(ordinal)]")
    }
}

extension String {
    /// Swift's `==` joins «й» with «и» and a breve; a format does not.
    func isSameBytes(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
