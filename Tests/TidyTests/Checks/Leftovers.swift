/// What somebody meant to clean up: notes without an issue, build products under git, gaps in a
/// numbered folder; and files that grow long.
enum Leftovers {
    static let longLines = 400

    static func notes(in files: [File]) -> [Finding] {
        files.filter { !$0.isIn("Tests/TidyTests") }.flatMap { file in
            matches(#"\b(TODO|FIXME)\b(?!.*#\d).*"#, in: file.text).map {
                file.finding(at: $0.offset, in: file.text, "\($0.groups[1]) names no issue (#12)")
            }
        }
    }

    /// `tracked` is what git knows; nil where there is no git to ask.
    static func buildProducts(ignored: String, tracked: [String]?) -> [Finding] {
        var findings: [Finding] = []
        for name in [".build/", "Package.resolved"]
        where !ignored.split(separator: "\n").contains(where: { $0 == name }) {
            findings.append(Finding(place: ".gitignore", says: "does not name \(name)"))
        }
        for path in tracked ?? []
        where path.hasPrefix(".build/") || path == "Package.resolved" || path.hasSuffix(".db") {
            findings.append(Finding(place: path, says: "is a product of the build and must not be in git"))
        }
        return findings
    }

    /// NNNN_name.sql, NNNN_name.sqlite.sql, NNNN_name.postgres.sql: from 0001, no gaps, one name a number.
    static func migrations(_ names: [String]) -> [Finding] {
        numbered(
            names, in: "Sources/Adapters/Storage/Migrations",
            pattern: #"^(\d{4})_([a-z][a-z0-9_]*)(?:\.(?:sqlite|postgres))?\.sql$"#, form: "NNNN_name.sql")
    }

    /// NNNN-title.md: from 0001, no gaps.
    static func decisions(_ names: [String]) -> [Finding] {
        numbered(
            names, in: "docs/decisions", pattern: #"^(\d{4})-([a-z][a-z0-9-]*)\.md$"#, form: "NNNN-title.md")
    }

    private static func numbered(_ names: [String], in folder: String, pattern: String, form: String)
        -> [Finding]
    {
        var findings: [Finding] = []
        var titles: [Int: String] = [:]
        for name in names.sorted() {
            guard let match = matches(pattern, in: name).first, let number = Int(match.groups[1]) else {
                findings.append(Finding(place: "\(folder)/\(name)", says: "is not named \(form)"))
                continue
            }
            if let other = titles[number], other != match.groups[2] {
                findings.append(Finding(place: "\(folder)/\(name)", says: "shares its number with \(other)"))
            }
            titles[number] = match.groups[2]
        }
        for number in 1...max(titles.keys.max() ?? 1, 1) where titles[number] == nil && !titles.isEmpty {
            findings.append(Finding(place: folder, says: "number \(number) is missing"))
        }
        return findings
    }

    /// Not wrong, but worth a look: a file holds one thing.
    static func longFiles(in files: [File]) -> [Finding] {
        files.filter { $0.isSwift && $0.lineCount > longLines }.map {
            $0.finding("has \($0.lineCount) lines")
        }
    }
}
