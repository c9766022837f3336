/// A problem a person can cause, as the source declares it.
struct ProblemCode: Equatable {
    let code: String
    let kind: String
    /// What the source's own comment says of it; the code in plain words where it says nothing.
    let meaning: String
}

/// Every code of every `Problem` type, against the table of docs/problems.md.
enum ProblemCodes {
    static func declared(in files: [File]) -> [ProblemCode] {
        let all = files.filter { $0.isSwift && $0.isIn("Sources") }.flatMap(declared(in:))
        // Several cases may share a code; it is listed once.
        return Dictionary(all.map { ($0.code, $0) }) { first, _ in first }.values.sorted { $0.code < $1.code }
    }

    static func declared(in file: File) -> [ProblemCode] {
        let conforming = #"\b(?:enum|struct|extension)\s+\w+\s*:[^{]*\bProblem\b[^{]*(?=\{)"#
        return matches(conforming, in: file.code).flatMap { type -> [ProblemCode] in
            guard let body = block(after: type.end, in: file) else { return [] }
            let kinds = property("kind", of: body)
            return property("code", of: body).map { name, code in
                ProblemCode(
                    code: code, kind: kinds.first { $0.name == name || $0.name.isEmpty }?.value ?? "?",
                    meaning: comment(on: name, in: file) ?? words(of: code))
            }
        }
    }

    /// `documented` is docs/problems.md; codes must be the same on both sides, and their kinds.
    static func findings(declared: [ProblemCode], documented: String) -> [Finding] {
        let rows = rows(of: documented)
        var findings: [Finding] = []
        for problem in declared {
            guard let row = rows[problem.code] else {
                findings.append(
                    Finding(place: "docs/problems.md", says: "lacks \(problem.code); run make problems"))
                continue
            }
            if row.kind != problem.kind {
                let says = "calls \(problem.code) \(row.kind), the code \(problem.kind); run make problems"
                findings.append(Finding(place: "docs/problems.md", says: says))
            }
        }
        let codes = Set(declared.map(\.code))
        for code in rows.keys.sorted() where !codes.contains(code) {
            findings.append(
                Finding(place: "docs/problems.md", says: "explains \(code), which no room declares"))
        }
        return findings
    }

    /// The page anew: codes and kinds from the source, meanings and remedies kept where somebody wrote them.
    static func page(declared: [ProblemCode], old: String) -> String {
        let kept = rows(of: old)
        let rows = declared.map { problem in
            // What was only the code in plain words gives way to the source's comment.
            let written = kept[problem.code]?.meaning ?? ""
            let meaning = written == words(of: problem.code) ? "" : written
            let remedy = kept[problem.code]?.remedy ?? ""
            return
                "| `\(problem.code)` | \(problem.kind) | \(meaning.isEmpty ? problem.meaning : meaning) | \(remedy.isEmpty ? "–" : remedy) |"
        }
        return """
            # Problems

            What a person can cause and mend. The code is stable: programs match it, never the sentence, whose words
            stand in Notices in Russian and English. Codes and kinds here are written by `make problems`; meaning and
            remedy are kept as they are, so mend them by hand.

            | code | kind | meaning | remedy |
            | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            """
    }

    private static func rows(of page: String) -> [String: (kind: String, meaning: String, remedy: String)] {
        var rows: [String: (String, String, String)] = [:]
        for line in page.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = cellsOfRow(line)
            if cells.count >= 4 { rows[cells[0]] = (cells[1], cells[2], cells[3]) }
        }
        return rows
    }

    /// The part of a file between a brace and its partner.
    private struct Block {
        let file: File
        /// Code alone, to see the braces; and with strings, to read them. Both of one length.
        let code: String
        let text: String
    }

    private static func block(after offset: Int, in file: File) -> Block? {
        block(after: offset, code: file.code, text: file.uncommented, file: file)
    }

    private static func block(after offset: Int, code: String, text: String, file: File) -> Block? {
        // Blanking keeps every byte's place, so bytes serve both texts.
        let start = String(decoding: Array(code.utf16.prefix(offset)), as: UTF16.self).utf8.count
        let bytes = Array(code.utf8)
        let all = Array(text.utf8)
        guard let opening = bytes[start...].firstIndex(of: UInt8(ascii: "{")) else { return nil }
        var depth = 0
        for place in opening..<bytes.count {
            if bytes[place] == UInt8(ascii: "{") { depth += 1 }
            if bytes[place] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 {
                let inside = (opening + 1)..<place
                return Block(
                    file: file, code: String(decoding: bytes[inside], as: UTF8.self),
                    text: String(decoding: all[inside], as: UTF8.self))
            }
        }
        return nil
    }

    /// `code` and `kind` of each case: from a switch, or one value for all (an empty name).
    private static func property(_ name: String, of body: Block) -> [(name: String, value: String)] {
        let type = name == "code" ? "String" : "ProblemKind"
        let value = name == "code" ? #""([a-z][a-z0-9-]*\.[a-z0-9][a-z0-9-]*)""# : #"\.(\w+)"#
        guard let found = matches(#"\bvar \#(name)\s*:\s*\#(type)\s*(?=\{)"#, in: body.code).first,
            let inside = block(after: found.end, code: body.code, text: body.text, file: body.file)
        else { return [] }
        let cases = matches(#"(?:case\s+([^:"]*?)|(default))\s*:\s*(?:return\s+)?"# + value, in: inside.text)
        if cases.isEmpty {
            return matches(#"^\s*(?:return\s+)?"# + value, in: inside.text).prefix(1).map {
                ("", $0.groups[1])
            }
        }
        return cases.flatMap { match -> [(String, String)] in
            if match.groups[2] == "default" { return [("", match.groups[3])] }
            let names = matches(#"(?:^|,\s*|\blet\s+)\.(\w+)"#, in: match.groups[1]).map { $0.groups[1] }
            return names.map { ($0, match.groups[3]) }
        }
    }

    private static func comment(on name: String, in file: File) -> String? {
        guard !name.isEmpty,
            let match = matches(#"((?:^[ \t]*///.*\n)+)[ \t]*case \#(name)\b"#, in: file.text).first
        else { return nil }
        let lines = match.groups[1].split(separator: "\n").map { line in
            String(line.drop { $0 == " " || $0 == "/" || $0 == "\t" })
        }
        return lines.joined(separator: " ")
    }

    private static func words(of code: String) -> String {
        let sentence = (code.split(separator: ".").last ?? "").split(separator: "-").joined(separator: " ")
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }
}
