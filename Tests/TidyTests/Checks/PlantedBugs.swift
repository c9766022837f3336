/// The bugs that scripts/planted plants: each says what it is and who is to catch it, still fits the
/// sources it spoils, and stands in the page that tells what caught it.
enum PlantedBugs {
    static let page = "docs/planted-bugs.md"

    static func findings(in files: [File]) -> [Finding] {
        let told = files.first { $0.path == page }?.text ?? ""
        return files.filter { $0.isIn("Tests/Planted") && $0.path.hasSuffix(".patch") }.flatMap { patch in
            let name = patch.name.dropLast(".patch".count)
            let isTold = told.contains("| `\(name)` |")
            return head(of: patch) + hunks(of: patch, in: files)
                + (isTold ? [] : [patch.finding("is not named in \(page)")])
        }
    }

    /// Each patch says in words what it breaks, and names the tests that must turn red.
    private static func head(of patch: File) -> [Finding] {
        let head = patch.lines.prefix { !$0.hasPrefix("--- ") }
        let wanted = [["Bug: "], ["Item: "], ["Test: ", "Expect: green"]]
        return wanted.compactMap { words in
            let isThere = head.contains { line in words.contains { line.hasPrefix($0) } }
            return isThere ? nil : patch.finding("has no line “\(words[0])…” before its first file")
        }
    }

    /// What a hunk takes for granted stands in its file, in one place only.
    private static func hunks(of patch: File, in files: [File]) -> [Finding] {
        var findings: [Finding] = []
        var path = ""
        var old: [Substring] = []
        var seen = 0
        func end() {
            guard !old.isEmpty else { return }
            seen += 1
            let lines = files.first { $0.path == path }?.lines ?? []
            let places = lines.indices.dropLast(old.count - 1).count { lines[$0...].starts(with: old) }
            if places == 0 { findings.append(patch.finding("no longer fits \(path): mend the patch")) }
            if places > 1 { findings.append(patch.finding("fits \(places) places of \(path)")) }
            old = []
        }
        var isHunk = false
        for line in patch.lines {
            if line.hasPrefix("--- a/") {
                end()
                (path, isHunk) = (String(line.dropFirst(6)), false)
            } else if line.hasPrefix("@@") {
                end()
                isHunk = true
            } else if isHunk, line.hasPrefix(" ") || line.hasPrefix("-") {
                old.append(line.dropFirst())
            }
        }
        end()
        return seen > 0 ? findings : [patch.finding("changes nothing")]
    }
}
