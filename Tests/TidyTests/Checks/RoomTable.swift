/// Which room may import which others besides Basics: the map of the house.
struct RoomTable: Equatable {
    struct Row: Equatable, CustomStringConvertible {
        let room: String
        let imports: [String]

        var description: String { "\(room) → \(imports.isEmpty ? "–" : imports.joined(separator: ", "))" }
    }

    let rows: [Row]

    var rooms: [String] { rows.map(\.room) }
    /// Every module of the Domain folder.
    var all: [String] { ["Basics"] + rooms + ["Notices"] }

    /// The table `rooms` that opens Package.swift.
    init(manifest: String) {
        let code = blanked(manifest, strings: false)
        let table = matches(#"let rooms[^=]*= \[\n((?:.*\n)*?)\]\n"#, in: code).first?.groups[1] ?? ""
        rows = matches(#"\(\s*"(\w+)",\s*\[([^\]]*)\]\s*,?\s*\)"#, in: table).map { match in
            Row(
                room: match.groups[1], imports: matches(#""(\w+)""#, in: match.groups[2]).map { $0.groups[1] }
            )
        }
    }

    /// The rows of ARCHITECTURE.md under "may import besides Basics", Basics and Notices left out: what
    /// these two may import needs no list.
    init(architecture: String) {
        let lines = architecture.split(separator: "\n", omittingEmptySubsequences: false)
        let after = lines.drop { !($0.hasPrefix("|") && $0.contains("may import besides Basics")) }
        let table = after.dropFirst(2).prefix { $0.hasPrefix("|") }
        rows = table.compactMap { line in
            let cells = cellsOfRow(line)
            guard cells.count >= 2, cells[0] != "Basics", cells[0] != "Notices" else { return nil }
            let imports = cells[1].split(separator: ",").map { String($0.drop { $0 == " " }) }
            return Row(room: cells[0], imports: imports == ["–"] ? [] : imports)
        }
    }

    /// What `other`, the page, says otherwise than this, the manifest.
    func differences(from other: RoomTable) -> [Finding] {
        if rows.isEmpty {
            return [Finding(place: "Package.swift", says: "the table `rooms` is not to be read")]
        }
        var findings: [Finding] = []
        for row in rows {
            guard let said = other.rows.first(where: { $0.room == row.room }) else {
                findings.append(Finding(place: "ARCHITECTURE.md", says: "lacks the row \(row)"))
                continue
            }
            if said != row {
                findings.append(
                    Finding(place: "ARCHITECTURE.md", says: "says \(said), Package.swift: \(row)"))
            }
        }
        for row in other.rows where !rooms.contains(row.room) {
            findings.append(
                Finding(place: "ARCHITECTURE.md", says: "has \(row.room), Package.swift does not"))
        }
        if findings.isEmpty, rooms != other.rooms {
            findings.append(Finding(place: "ARCHITECTURE.md", says: "lists the rooms in another order"))
        }
        return findings
    }
}

/// The cells of a row of a Markdown table, without their margins and backticks.
func cellsOfRow(_ line: some StringProtocol) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { cell in
        var text = cell[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        // A cell that is all code; one that only ends with some keeps its marks.
        if text.count > 2, text.first == "`", text.last == "`", !text.dropFirst().dropLast().contains("`") {
            text = text.dropFirst().dropLast()
        }
        return String(text)
    }
}
