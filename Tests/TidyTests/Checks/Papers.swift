/// What people read: each page is there, short enough, and speaks the glossary's words.
enum Papers {
    static let needed = [
        "README.md", "README.ru.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md",
        "docs/operating.md", "docs/problems.md",
    ]
    static let limits = ["ARCHITECTURE.md": 250]
    static let roomLimit = 60

    static func findings(in files: [File]) -> [Finding] {
        let rooms = roomFolders(of: files)
        var findings = (needed + rooms.map { $0 + "/README.md" }).filter { page in
            !files.contains { $0.path == page }
        }.map { Finding(place: $0, says: "is missing") }
        for file in files {
            let isRoom = rooms.contains { file.path == $0 + "/README.md" }
            if let limit = isRoom ? roomLimit : limits[file.path], file.lineCount > limit {
                findings.append(file.finding("has \(file.lineCount) lines; \(limit) is the limit"))
            }
            if isRoom, file.lineCount < 5 {
                findings.append(
                    file.finding("says nothing yet: owns, does not own, words, times, invariants"))
            }
        }
        return findings + strangeWords(in: files, rooms: rooms) + unexplainedSettings(in: files)
    }

    /// The folders that hold a room or an adapter written in Swift.
    static func roomFolders(of files: [File]) -> [String] {
        let folders = files.filter(\.isSwift).compactMap { file -> String? in
            let parts = file.path.split(separator: "/").map(String.init)
            guard parts.count > 2, parts[0] == "Sources" else { return nil }
            let depth = parts[1] == "Domain" || parts[1] == "Adapters" ? 3 : 2
            return parts.count > depth ? parts.prefix(depth).joined(separator: "/") : nil
        }
        return Set(folders).sorted()
    }

    /// Words that begin a bullet, bold or slanted, under "Words" of a room's README that GLOSSARY.md does not explain.
    static func strangeWords(in files: [File], rooms: [String]) -> [Finding] {
        let glossary = files.first { $0.path == "GLOSSARY.md" }
        let known = Set(
            (glossary?.lines ?? []).filter { $0.hasPrefix("|") }.compactMap {
                cellsOfRow($0).first?.lowercased()
            })
        return files.filter { file in rooms.contains { file.path == $0 + "/README.md" } }.flatMap { file in
            wordsOfRoom(file.text).filter { !known.contains($0.lowercased()) }.map {
                file.finding("the word “\($0)” is not in GLOSSARY.md")
            }
        }
    }

    static func wordsOfRoom(_ readme: String) -> [String] {
        let sections = matches(#"^#+ *Words\b.*\n((?:(?!#).*\n?)*)"#, in: readme)
        return sections.flatMap {
            matches(#"^- \*{1,2}([^*]+)\*{1,2}"#, in: $0.groups[1]).map { $0.groups[1] }
        }
    }

    /// Environment variables that no page explains.
    static func unexplainedSettings(in files: [File]) -> [Finding] {
        let pages = files.filter { ["CONTRIBUTING.md", "docs/operating.md"].contains($0.path) }
        var findings: [Finding] = []
        for file in files where file.isIn("Sources", "Tests", "scripts") && !file.isIn("Tests/TidyTests") {
            for name in Set(
                matches(#"\b(?:KONTRAGENT_[A-Z_]+|UPDATE_GOLDEN)\b"#, in: file.text).map { $0.groups[0] })
            where !pages.contains(where: { $0.text.contains(name) }) {
                findings.append(
                    file.finding("\(name) is explained neither in CONTRIBUTING.md nor docs/operating.md"))
            }
        }
        return findings
    }
}
