import Basics
import Foundation
import Notices
import Wording

/// What the program says: facts to standard output, all else to standard error.
struct Terminal {
    let language: Language

    var isRussian: Bool { language != .en }

    func say(_ line: String = "") { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    func tell(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    func words(_ en: String, _ ru: String) -> String { isRussian ? ru : en }

    func sentence(_ problem: any Problem) -> String { Wordbook.phrase(problem).text(language) }

    func words(_ phrase: Phrase) -> String { phrase.text(language) }

    /// A problem as a line on its own: code, then the sentence.
    func complain(_ problem: any Problem) { tell("\(problem.code): \(sentence(problem))") }

    /// A table with its columns in line; columns of figures stand at the right.
    func table(_ header: [String], _ rows: [[String]], right: Set<Int> = []) {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        for (index, row) in all.enumerated() {
            let cells = row.indices.map { column -> String in
                let gap = String(repeating: " ", count: widths[column] - row[column].count)
                return right.contains(column) ? gap + row[column] : row[column] + gap
            }
            say(cells.joined(separator: "  ").trimmingTrailingBlanks())
            if index == 0 { say(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")) }
        }
    }
}

extension String {
    fileprivate func trimmingTrailingBlanks() -> String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
