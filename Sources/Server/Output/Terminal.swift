import Basics
import Glibc
import Notices
import Pages
import Wording

/// What the program says: facts to standard output, all else to standard error.
struct Terminal {
    let language: Language
    /// Keeps what is said for a page instead of saying it; nil = it is said.
    var keeping: Kept?

    final class Kept {
        var pieces: [ExplanationPiece] = []
    }

    init(language: Language, keeping: Kept? = nil) {
        self.language = language
        self.keeping = keeping
    }

    var isRussian: Bool { language != .en }

    func say(_ line: String = "") {
        if let keeping { return keeping.pieces.append(.line(line)) }
        print(Array((line + "\n").utf8))
    }

    /// Facts are for somebody. Where they cannot be written the program says so and ends: what it did is
    /// kept, and the same command tells it again.
    func print(_ facts: [UInt8]) {
        // FileHandle would end the process by a trap.
        guard !Folder.writeAll(facts, to: 1) else { return }
        let reason = String(cString: strerror(errno))
        complain(SettingsProblem.unwritable(words("standard output", "стандартный вывод"), reason))
        exit(Outcome.blocked.rawValue)
    }

    func tell(_ line: String) { warn(Array((line + "\n").utf8)) }

    /// Words for a person; where nobody hears them the work goes on.
    func warn(_ words: [UInt8]) { _ = Folder.writeAll(words, to: 2) }

    func words(_ en: String, _ ru: String) -> String { isRussian ? ru : en }

    func sentence(_ problem: any Problem) -> String { Wordbook.phrase(problem).text(language) }

    func words(_ phrase: Phrase) -> String { phrase.text(language) }

    /// A problem as a line on its own: code, then the sentence.
    func complain(_ problem: any Problem) { tell("\(problem.code): \(sentence(problem))") }

    /// A table with its columns in line; columns of figures stand at the right.
    func table(_ header: [String], _ rows: [[String]], right: Set<Int> = []) {
        if let keeping { return keeping.pieces.append(.table(header: header, rows: rows, right: right)) }
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
