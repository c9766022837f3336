import Foundation

/// A text file of the project, its path told from the root.
struct File {
    let path: String
    let text: String
    /// Swift with comments blanked out; in other files the text as it is.
    let uncommented: String
    /// Swift with comments, strings and backticked names blanked out: only what the compiler runs.
    let code: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        let isSwift = path.hasSuffix(".swift")
        uncommented = isSwift ? blanked(text, strings: false) : text
        code = isSwift ? blanked(text, strings: true) : text
    }

    var isSwift: Bool { path.hasSuffix(".swift") }
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// A newline at the end begins no line.
    var lineCount: Int { lines.count - (text.hasSuffix("\n") ? 1 : 0) }

    func isIn(_ folders: String...) -> Bool { folders.contains { path.hasPrefix($0 + "/") } }

    func finding(at offset: Int? = nil, in text: String? = nil, _ says: String) -> Finding {
        guard let offset, let text else { return Finding(place: path, says: says) }
        let line = text.utf16.prefix(offset).count { $0 == 10 } + 1
        return Finding(place: "\(path):\(line)", says: says)
    }
}

/// Where a regular expression fits, with what its groups caught; an absent group is empty.
struct Match {
    let offset: Int
    let end: Int
    let groups: [String]
}

func matches(_ pattern: String, in text: String) -> [Match] {
    let expression: NSRegularExpression
    do {
        expression = try NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines])
    } catch {
        preconditionFailure("a check's own pattern is broken: \(pattern)")
    }
    let whole = text as NSString
    return expression.matches(in: text, range: NSRange(location: 0, length: whole.length)).map { match in
        let groups = (0..<match.numberOfRanges).map { index in
            let range = match.range(at: index)
            return range.location == NSNotFound ? "" : whole.substring(with: range)
        }
        return Match(
            offset: match.range.location, end: match.range.location + match.range.length, groups: groups)
    }
}
