/// A path with names in it: `/v1/projects/{pid}/movements`. A name may have a fixed ending behind it:
/// `/v1/documents/{id}.pdf`.
package struct PathTemplate: Hashable, Sendable {
    private enum Segment: Hashable, Sendable {
        case word(String)
        case name(String, ending: String)
    }

    package let text: String
    private let segments: [Segment]

    package init(_ text: String) {
        precondition(text.hasPrefix("/"), "a path begins with a slash: \(text)")
        self.text = text
        segments = PathTemplate.split(text).map { segment in
            guard segment.hasPrefix("{"), let end = segment.firstIndex(of: "}") else { return .word(segment) }
            let name = segment[segment.index(after: segment.startIndex)..<end]
            return .name(String(name), ending: String(segment[segment.index(after: end)...]))
        }
    }

    /// The names in their order.
    package var names: [String] {
        segments.compactMap { segment in
            if case .name(let name, _) = segment { name } else { nil }
        }
    }

    /// What stands for each name where the path fits; its segments are decoded already.
    func match(_ path: [String]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var found: [String: String] = [:]
        for (segment, text) in zip(segments, path) {
            switch segment {
            case .word(let word):
                guard word.utf8.elementsEqual(text.utf8) else { return nil }
            case .name(let name, let ending):
                guard text.utf8.count > ending.utf8.count, text.hasSuffix(ending) else { return nil }
                found[name] = String(decoding: text.utf8.dropLast(ending.utf8.count), as: UTF8.self)
            }
        }
        return found
    }

    static func split(_ path: some StringProtocol) -> [String] {
        String(path).split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
    }
}
