/// The page that says which test shows each paragraph of the source documents: every test and browser's job it names
/// is there.
enum SeedsTable {
    static let page = "docs/seeds.md"

    static func findings(in files: [File]) -> [Finding] {
        guard let page = files.first(where: { $0.path == page }) else {
            return [Finding(place: page, says: "is missing")]
        }
        let tests = files.filter { $0.isIn("Tests") && $0.isSwift }
        let jobs = tests.first { $0.name == "BrowserTests.swift" }?.uncommented ?? ""
        var findings: [Finding] = []
        var known: Set<String> = []
        for row in matches(#"^\| (\w+) \| ([a-z]) \| (.+) \|$"#, in: page.text) {
            let (suite, letter, test) = (row.groups[1], row.groups[2], row.groups[3])
            known.insert("\(suite) \(letter)")
            let isThere = tests.contains { file in
                !matches(#"\b(struct|class|extension) \#(suite)\b"#, in: file.code).isEmpty
                    && file.uncommented.contains("`\(test)`")
            }
            if !isThere {
                findings.append(page.finding(at: row.offset, in: page.text, "\(suite) has no test “\(test)”"))
            }
        }
        var named: Set<String> = []
        for row in matches(#"^\| \d[\d.]* \| [^|]+ \| [^|]+ \| [^|]+ \| ([^|]+) \|$"#, in: page.text) {
            for piece in row.groups[1].split(separator: ";").map({ $0.split { " ,".contains($0) } }) {
                guard let head = piece.first, head != "—" else { continue }
                for name in piece.dropFirst() {
                    let isThere =
                        head == "job" ? jobs.contains("\"\(name)\"") : known.contains("\(head) \(name)")
                    named.insert("\(head) \(name)")
                    if !isThere {
                        findings.append(
                            page.finding(at: row.offset, in: page.text, "\(head) \(name) is nowhere"))
                    }
                }
            }
        }
        return findings + known.subtracting(named).sorted().map { page.finding("names \($0) for nothing") }
    }
}
