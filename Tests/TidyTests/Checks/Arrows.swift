/// Every `import` of the sources stands against the map: rooms by the table of Package.swift, the
/// floors above them by the rules of ARCHITECTURE.md.
struct Arrows {
    let table: RoomTable

    /// The technology an adapter brings in; nobody else may name it.
    static let technology: [String: Set<String>] = [
        "Storage": ["CPostgres", "GRDB", "GRDBSQLite", "SQLite3"],
        "Formats": ["CXML2", "CGMime"],
        "Hashing": ["CSodium", "CCrypto"],
        "Paper": ["CQREncode"],
        "Archives": ["CZip"],
        "Gateways": ["CCurl"],
        "API": [
            "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOHTTPTypes",
            "NIOHTTPTypesHTTP1", "NIOExtras", "NIOConcurrencyHelpers", "Logging", "CZlib",
        ],
    ]
    /// The adapters that may use another (decisions 0019, 0030).
    static let neighbours: [String: Set<String>] = [
        "API": ["Formats"], "Pages": ["Formats"], "Gateways": ["Formats"],
    ]
    /// What comes with the toolchain, allowed above the rooms and the use cases.
    static let system: Set<String> = [
        "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization",
    ]

    func findings(in files: [File]) -> [Finding] {
        let adapters = Set(files.compactMap { folder(of: $0, under: "Sources/Adapters") })
        return files.filter { $0.isSwift && $0.isIn("Sources") }.flatMap { file -> [Finding] in
            guard let allowed = allowed(for: file, adapters: adapters) else {
                return [file.finding("stands on no floor of ARCHITECTURE.md")]
            }
            return imports(of: file).filter { !allowed.contains($0.module) }.map { found in
                let list = allowed.sorted().joined(separator: ", ")
                return file.finding(
                    at: found.offset, in: file.code,
                    "may not import \(found.module); it may import \(list.isEmpty ? "nothing" : list)")
            }
        }
    }

    /// A module and a type of one name confuse Swift.
    func namesakes(in files: [File]) -> [Finding] {
        let rooms = table.all.joined(separator: "|")
        return files.filter { $0.isSwift && $0.isIn("Sources") }.flatMap { file in
            matches(
                #"\b(?:struct|enum|class|actor|protocol|typealias)\s+(\#(rooms)|UseCases)\b"#, in: file.code
            ).map {
                file.finding(
                    at: $0.offset, in: file.code, "a type bears the name of the room \($0.groups[1])")
            }
        }
    }

    func imports(of file: File) -> [(module: String, offset: Int)] {
        let access = #"(?:(?:package|public|internal|private|fileprivate)\s+)?"#
        let kind = #"(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?"#
        let pattern = #"^[ \t]*(?:@\w+(?:\([^)]*\))?\s+)*"# + access + #"import\s+"# + kind + #"(\w+)"#
        return matches(pattern, in: file.code).map { ($0.groups[1], $0.offset) }
    }

    private func allowed(for file: File, adapters: Set<String>) -> Set<String>? {
        let rooms = Set(table.all)
        if let room = folder(of: file, under: "Sources/Domain") {
            switch room {
            case "Basics": return []
            case "Notices": return rooms.subtracting(["Notices"])
            default:
                return table.rows.first { $0.room == room }.map { Set(["Basics"] + $0.imports) }
            }
        }
        if file.isIn("Sources/UseCases") { return rooms.union(["Synchronization"]) }
        let above = rooms.union(["UseCases"]).union(Arrows.system)
        if let adapter = folder(of: file, under: "Sources/Adapters") {
            return above.union(Arrows.technology[adapter] ?? []).union(Arrows.neighbours[adapter] ?? [])
        }
        if file.isIn("Sources/Demo") { return above }
        if file.isIn("Sources/Server") {
            return above.union(adapters)
                .union(["Demo", "ArgumentParser", "HTTPTypes", "Logging", "NIOPosix"])
        }
        return nil
    }

    private func folder(of file: File, under parent: String) -> String? {
        guard file.isIn(parent) else { return nil }
        let rest = file.path.dropFirst(parent.utf8.count + 1).split(separator: "/")
        return rest.count > 1 ? String(rest[0]) : nil
    }
}
