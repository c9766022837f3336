import Basics
import Notices
import Requests
import Wording

/// What a letter's text fills in of a request: lines of «field: value», as its name stands in either language, each
/// up to the next; and projects it names.
struct LetterForm {
    private(set) var values: [RequestField: String] = [:]
    /// The text without what it quotes.
    let said: String
    let projects: [PID]

    init(subject: String, _ texts: String...) {
        said = texts.map(LetterForm.unquoted).filter { !$0.isEmpty }.joined(separator: "\n\n")
        var field: RequestField?
        for line in said.split(separator: "\n", omittingEmptySubsequences: false) {
            if let (found, value) = LetterForm.labelled(line) {
                field = values[found] == nil ? found : nil
                if let field { values[field] = value }
            } else if line.allSatisfy(\.isWhitespace) {
                field = nil
            } else if let field, case .text = field.shape, let before = values[field] {
                values[field] = before + "\n" + LetterForm.trimmed(line)
            }
        }
        let words = (subject + " " + said).lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        projects = words.compactMap { PID(String($0)) }.reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }

    /// The values of a kind as a request holds them: what the letter says, else what is known, with its files for the
    /// fields that are files.
    func filled(
        _ kind: RequestKind, known: [RequestField: String], files: [RequestFile]
    ) throws -> (values: [String: String], files: [RequestFile]) {
        var (filled, files) = ([String: String](), files)
        for asked in kind.terms.fields {
            let field = asked.field
            if field.shape == .file {
                guard let place = files.firstIndex(where: { $0.field == nil }) else { continue }
                files[place] = try RequestFile(field: field, named: files[place].name, files[place].bytes)
            } else if field == .project {
                filled[field.rawValue] = known[field]
            } else if let written = values[field], !written.isEmpty {
                filled[field.rawValue] = field.value(written: written)
            } else if let value = known[field], !value.isEmpty, asked.isNeeded {
                filled[field.rawValue] = value
            } else if field == .reason, !said.isEmpty {
                // A letter that only tells what happened tells the reason.
                filled[field.rawValue] = String(said.prefix(RequestField.longestText / 2))
            }
        }
        return (filled, files)
    }

    private static func labelled(_ line: Substring) -> (RequestField, String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let label = plain(line[..<colon])
        guard !label.isEmpty, label.count <= 60, let field = names[label] else { return nil }
        return (field, trimmed(line[line.index(after: colon)...]))
    }

    /// The names of fields, as the letters that ask for them write them.
    private static let names: [String: RequestField] = {
        var names: [String: RequestField] = [:]
        for field in RequestField.allCases {
            for name in [field.rawValue, field.phrase.en, field.phrase.ru] { names[plain(name)] = field }
        }
        return names
    }()

    private static func plain(_ text: some StringProtocol) -> String {
        String(text.lowercased().replacing("ё", with: "е").filter { $0.isLetter || $0.isNumber || $0 == " " })
            .split(separator: " ").joined(separator: " ")
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Without the letter it answers: lines behind «>», what stands under the line of dashes, the line that names whom
    /// it quotes.
    private static func unquoted(_ text: String) -> String {
        var kept: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-----") || line.hasPrefix("_____") { break }
            if line.hasPrefix(">") {
                if let last = kept.last(where: { !$0.isEmpty }), last.hasSuffix(":"), last.count > 20 {
                    kept.removeLast(kept.reversed().prefix { $0.isEmpty }.count + 1)
                }
                continue
            }
            kept.append(line)
        }
        while kept.last?.allSatisfy(\.isWhitespace) == true { kept.removeLast() }
        return kept.joined(separator: "\n")
    }
}
