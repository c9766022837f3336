import Foundation

/// The project as the checks see it: its text files and what git knows.
struct House {
    let root: URL
    let files: [File]
    let migrationNames: [String]
    let tracked: [String]?

    /// Two folders above this one, wherever the project lies.
    static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    init(root: URL = House.here) throws {
        self.root = root
        let kinds: Set = ["swift", "md", "h", "modulemap", "sql", "patch"]
        var files: [File] = []
        for path in House.paths(under: root) {
            let name = path.split(separator: "/").last ?? ""
            let isScript = path.hasPrefix("scripts/") || path == "Makefile" || path == ".ci/run"
            guard isScript || kinds.contains(String(name.split(separator: ".").last ?? "")) else { continue }
            files.append(
                File(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8)))
        }
        self.files = files
        let folder = "Sources/Adapters/Storage/Migrations"
        migrationNames = files.map(\.path).filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".sql") }
            .map { String($0.dropFirst(folder.utf8.count + 1)) }
        tracked = House.trackedFiles(in: root)
    }

    func text(_ path: String) -> String { files.first { $0.path == path }?.text ?? "" }

    var table: RoomTable { RoomTable(manifest: text("Package.swift")) }

    /// Every check over the whole project, by the name of what it holds.
    var checks: [(name: String, findings: [Finding])] {
        let arrows = Arrows(table: table)
        let decisions = files.filter { $0.isIn("docs/decisions") }.map(\.name)
        // Where it is missing, the check says what it should name.
        let ignored = (try? String(contentsOf: root.appending(path: ".gitignore"), encoding: .utf8)) ?? ""
        return [
            ("the map", table.differences(from: RoomTable(architecture: text("ARCHITECTURE.md")))),
            ("arrows", arrows.findings(in: files) + arrows.namesakes(in: files)),
            ("banned words", BannedWord.findings(in: files)),
            ("papers", Papers.findings(in: files)),
            (
                "problem codes",
                ProblemCodes.findings(
                    declared: ProblemCodes.declared(in: files), documented: text("docs/problems.md"))
            ),
            ("notes", Leftovers.notes(in: files)),
            ("build products", Leftovers.buildProducts(ignored: ignored, tracked: tracked)),
            ("migrations", Leftovers.migrations(migrationNames)),
            ("decisions", Leftovers.decisions(decisions)),
            ("planted bugs", PlantedBugs.findings(in: files)),
            ("source documents", SeedsTable.findings(in: files)),
        ]
    }

    private static func paths(under root: URL) -> [String] {
        var paths: [String] = []
        for top in ["Sources", "Tests", "docs", "scripts"] {
            // A folder that is not there yet holds nothing.
            let inside = try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: top).path)
            paths += (inside ?? []).map { "\(top)/\($0)" }
        }
        // A root that is not to be read lacks every paper, which the checks say.
        let atRoot = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        paths += atRoot + [".ci/run"]
        return paths.filter { path in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: root.appending(path: path).path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue
        }.sorted()
    }

    /// Nil where git or its folder is not there: a copy without history is a house too.
    private static func trackedFiles(in root: URL) -> [String]? {
        let git = Process()
        git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        git.arguments = ["git", "-C", root.path, "ls-files", "-z"]
        let out = Pipe()
        git.standardOutput = out
        git.standardError = FileHandle.nullDevice
        do { try git.run() } catch { return nil }
        let bytes = out.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        guard git.terminationStatus == 0 else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\0").map(String.init)
    }
}
