/// A path with names in it: `/v1/projects/{pid}/movements`. A name may have a fixed ending behind it:
/// `/v1/documents/{id}.pdf`.
package struct PathTemplate: Hashable, Sendable {
    private enum Segment: Hashable, Sendable {
        case word(String)
        case name(String, ending: String)
        /// All that is left of the path, its strokes too.
        case rest(String)
    }

    package let text: String
    private let segments: [Segment]

    package init(_ text: String) {
        precondition(text.hasPrefix("/"), "a path begins with a slash: \(text)")
        self.text = text.replacing("...}", with: "}")
        segments = PathTemplate.split(text).map { segment in
            guard segment.hasPrefix("{"), let end = segment.firstIndex(of: "}") else { return .word(segment) }
            let name = segment[segment.index(after: segment.startIndex)..<end]
            if name.hasSuffix("...") { return .rest(String(name.dropLast(3))) }
            return .name(String(name), ending: String(segment[segment.index(after: end)...]))
        }
    }

    /// The names in their order.
    package var names: [String] {
        segments.compactMap { segment in
            switch segment {
            case .word: nil
            case .name(let name, _), .rest(let name): name
            }
        }
    }

    /// What stands for each name where the path fits; its segments are decoded already.
    func match(_ path: [String]) -> [String: String]? {
        var path = path
        if case .rest? = segments.last, path.count > segments.count {
            // Somebody wrote the strokes of a name as they are: what is a stroke inside a part is told apart.
            let rest = path[(segments.count - 1)...].map { $0.replacing("/", with: "%2F") }
            path = path[..<(segments.count - 1)] + [rest.joined(separator: "/")]
        }
        guard path.count == segments.count else { return nil }
        var found: [String: String] = [:]
        for (segment, text) in zip(segments, path) {
            switch segment {
            case .word(let word):
                guard word.utf8.elementsEqual(text.utf8) else { return nil }
            case .rest(let name):
                guard !text.isEmpty else { return nil }
                found[name] = text
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
