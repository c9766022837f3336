import Formats

extension FuzzTarget {
    /// Any XML: read within its bounds; what was read can be written and read again.
    static let xml = FuzzTarget("xml", longest: 32 << 10) { bytes in
        let tree: XMLTree
        do { tree = try XMLTree.parse(bytes) } catch { return Oracle.refusal(error) }
        var count = 0
        tree.root.walk { node in
            count += 1
            if count < 20 { _ = node.path }
        }
        if count > XMLTree.elementLimit || count > bytes.count { return "\(count) elements" }
        if bytes.count > FuzzLimits.big { return nil }
        guard let first = piece(tree.root, depth: 1) else { return "deeper than the limit" }
        let written: [UInt8]
        do { written = try XMLText.bytes(first, encoding: "UTF-8") } catch {
            return "not written: \(error)"
        }
        do {
            let again = try XMLTree.parse(written)
            guard let second = piece(again.root, depth: 1) else { return "deeper than the limit" }
            return same(first, second) ? nil : "written and read, it is another"
        } catch {
            return "what was written cannot be read: \(error)"
        }
    }

    /// Names of a namespace are not written by us: they lose it here.
    private static func piece(_ node: XMLNode, depth: Int) -> XMLPiece? {
        guard depth <= XMLTree.depthLimit else { return nil }
        let name = node.name.split(separator: "}").last.map(String.init) ?? "x"
        guard !node.children.isEmpty else { return XMLPiece(name, text: node.text) }
        return XMLPiece(name, [:], node.children.compactMap { piece($0, depth: depth + 1) })
    }

    /// A text that is blank is written as none.
    private static func same(_ a: XMLPiece, _ b: XMLPiece) -> Bool {
        guard Oracle.isSame(a.name, b.name), a.children.count == b.children.count else { return false }
        if a.children.isEmpty, !Oracle.isSame(a.text ?? "", b.text ?? "") { return false }
        return zip(a.children, b.children).allSatisfy(same)
    }
}
