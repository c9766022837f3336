package import Formats
import Notices
import Wording

/// The file that goes out beside a document's form: its text line by line, and what the validator says of it.
package struct DocumentFile: Sendable {
    /// An element a line, as deep as it stands; what it says is what is sent.
    let lines: [String]
    let findings: [UPDFinding]
    /// Nil where no validator knows the format.
    let isChecked: Bool

    /// Of a file's text; it holds no line breaks of its own that mean something.
    package init(_ text: String, findings: [UPDFinding]?) {
        lines = DocumentFile.lines(text)
        self.findings = findings ?? []
        isChecked = findings != nil
    }

    /// A new line before each element, two blanks for each it stands in; what is blank between elements is
    /// the file's own way of writing and is left away.
    private static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var depth = 0
        for piece in text.split(separator: "<") {
            let halves = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
            let said = halves.count > 1 ? halves[1] : ""
            let part =
                String(halves[0]) + (halves.count > 1 ? ">" : "")
                + (said.allSatisfy(\.isWhitespace) ? "" : said.replacing("\n", with: " "))
            let isEnd = part.hasPrefix("/")
            if isEnd { depth -= 1 }
            // An element with a text and its end stay on one line.
            if isEnd, let last = lines.last, !last.hasSuffix(">") {
                lines[lines.count - 1] = last + "<" + part
            } else {
                lines.append(String(repeating: "  ", count: max(0, depth)) + "<" + part)
            }
            let head = halves[0]
            if !isEnd, !head.hasSuffix("/"), !head.hasPrefix("?"), !head.hasPrefix("!") { depth += 1 }
        }
        return lines
    }

    func markup(_ visit: Visit) -> Markup {
        let items = lines.prefix(2000).map { "<li><code>\($0)</code></li>\n" as Markup }
        let label = visit.words("The file, line by line", "Файл по строкам")
        return """
            \(checked(visit))
            <div class="panel scroll xml" tabindex="0" role="region" aria-label="\(label)"><ol>\(items)</ol></div>

            """
    }

    private func checked(_ visit: Visit) -> Markup {
        guard isChecked else {
            return
                "<p class=\"dim\">\(visit.words("A draft for another system; nobody checks it here.", "Черновик для другой системы; здесь не проверяется."))</p>"
        }
        guard !findings.isEmpty else {
            return
                "<p class=\"alert alert-success\">\(visit.words("The validator of the format finds nothing wrong.", "Проверка формата замечаний не нашла."))</p>"
        }
        var table = Table(
            caption: visit.words("What the validator says", "Замечания проверки формата"),
            columns: [
                .init(visit.words("Line", "Строка"), isSum: true), .init(visit.words("Rule", "Правило")),
                .init(visit.words("Element", "Элемент")), .init(visit.words("What", "Что"), isName: true),
            ])
        table.rows = findings.prefix(100).map { finding in
            [
                "\(finding.line)",
                visit.tag(finding.rule.code, finding.level == .error ? "bad" : "warn"),
                name(finding.element), name(visit.language == .en ? finding.english : finding.russian),
            ]
        }
        return table.markup
    }
}
