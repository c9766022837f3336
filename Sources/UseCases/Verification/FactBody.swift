/// What a fact says, by column: `n`, `i42`, `tтекст`.
struct FactBody {
    private var words: [Substring: Substring] = [:]

    init(_ body: String) {
        for (column, word) in FactBody.lines(body) { words[column] = word }
    }

    func text(_ column: Substring) -> String? {
        words[column].flatMap { $0.utf8.first == UInt8(ascii: "t") ? FactBody.text($0) : nil }
    }

    func integer(_ column: Substring) -> Int64? {
        words[column].flatMap { $0.utf8.first == UInt8(ascii: "i") ? FactBody.integer($0) : nil }
    }

    /// Columns and words as they stand. Cut byte by byte: a text may begin with a mark that would join
    /// the letter before it, or end in one that joins the line's end.
    static func lines(_ body: String) -> [(column: Substring, word: Substring)] {
        body.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let parts = line.split(
                separator: UInt8(ascii: "\t"), maxSplits: 1, omittingEmptySubsequences: false)
            return parts.count == 2 ? (Substring(parts[0]), Substring(parts[1])) : nil
        }
    }

    /// A word's text without the letter that says it is one.
    static func text(_ word: Substring) -> String { unescape(Substring(word.utf8.dropFirst())) }

    static func integer(_ word: Substring) -> Int64? { Int64(Substring(word.utf8.dropFirst())) }

    private static func unescape(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                result.unicodeScalars.append(scalar == "n" ? "\n" : scalar == "t" ? "\t" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
