import Foundation
import Support
import Testing

/// The demo as a person runs it: the program itself, twice, in two empty folders.
@Suite struct DemoTests {
    @Test func `the demo plays twice and freezes the same bytes`() throws {
        let (told, listed) = (try DemoRun.told.get(), try DemoRun.listed.get())
        #expect(told.files.count > 500)
        #expect(told.files.keys.sorted() == listed.files.keys.sorted())
        let different = told.files.keys.filter { told.files[$0] != listed.files[$0] }
        #expect(different.sorted() == [])
    }

    @Test func `what the demo tells is what it told before`() throws {
        let run = try DemoRun.told.get()
        let text = run.output.replacingOccurrences(of: run.program, with: "kontragent")
        let difference = Golden.difference(Array(text.utf8), from: "Demo/summary.txt")
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test func `every tie-out of the demo agrees and makes up the documents`() throws {
        let facts = try DemoRun.listed.get().facts()
        #expect(facts.tieOuts.count > 150)
        for tie in facts.tieOuts {
            #expect(tie["portions"] == tie["documents"], "\(tie)")
            #expect(tie["documents"] == tie["ledger"], "\(tie)")
        }
        for (region, currency) in [("moscow", "RUB"), ("kazakhstan", "KZT")] {
            let tied = facts.tieOuts.filter { $0["region"] == region }.map { minor($0["portions"]) }
            // All papers of a package carry the same sum; one of them counts.
            let packages = Dictionary(
                facts.documents.filter { $0.currency == currency }.map { ($0.package, minor($0.gross)) },
                uniquingKeysWith: { first, second in
                    #expect(first == second)
                    return first
                })
            #expect(tied.reduce(0, +) == packages.values.reduce(0, +))
        }
    }

    @Test func `numbers of the demo run from 1 without a gap for each supplier, kind and year`() throws {
        let series = Dictionary(grouping: try DemoRun.listed.get().facts().documents, by: \.series)
        #expect(series.count >= 12)
        for (name, documents) in series {
            #expect(documents.map(\.number).sorted() == Array(1...documents.count), "\(name)")
        }
    }

    @Test func `the validator finds nothing in any formalised file of the demo`() throws {
        let run = try DemoRun.told.get()
        let files = run.files.keys.filter { $0.hasSuffix(".xml") && $0.contains("/ON_") }.sorted()
        #expect(files.count > 150)
        let folder = try DemoRun.emptyFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }  // a temporary folder, gone or not
        for file in files {
            let name = URL(fileURLWithPath: file).lastPathComponent
            try run.files[file]?.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            let checked = try DemoRun.program(["validate", name, "--language", "en"], in: folder)
            #expect(
                checked.code == 0 && checked.output.hasSuffix("no findings\n"), "\(file): \(checked.output)")
        }
    }

    @Test func `a month of the demo is made again, of both suppliers`() throws {
        let replay = try DemoRun.listed.get().replay
        #expect(replay.code == 0, "\(replay.errors)")
        for name in ["moscow/upd/", "moscow/invoice/", "kazakhstan/act/"] {
            #expect(replay.output.contains(name))
        }
        #expect(!replay.output.contains("✗"))
        #expect(replay.output.contains("all equal byte for byte"))
    }

    @Test func `what waits for a person at the end is named`() throws {
        let facts = try DemoRun.listed.get().facts()
        #expect(facts.unclear == 2)
        #expect(facts.held == ["moscow-2026-09-25.txt"])
        #expect(facts.frozen == ["mcs0000000006"])
    }

    @Test func `the demo does not play into a database that is not empty`() throws {
        let folder = try DemoRun.emptyFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }  // a temporary folder, gone or not
        let path = "\(folder)/demo.db"
        try Data("somebody's books".utf8).write(to: URL(fileURLWithPath: path))
        let refused = try DemoRun.program(["demo", "--db", "demo.db", "--language", "en"], in: folder)
        #expect(refused.code == 3)
        #expect(refused.errors.hasPrefix("demo.not-empty: demo.db is not empty"))
        #expect(FileManager.default.contents(atPath: path) == Data("somebody's books".utf8))
    }

    private func minor(_ text: String?) -> Int {
        Int((text ?? "").replacingOccurrences(of: ".", with: "")) ?? -1
    }
}

/// One play in a folder of its own: what was said, and the files written.
struct DemoRun: Sendable {
    let program: String
    let output: String
    let files: [String: Data]
    /// The database it left.
    let database: Data
    let replay: (code: Int32, output: String, errors: String)

    static let told = Result { try DemoRun(["--language", "en"]) }
    static let listed = Result { try DemoRun(["--json"]) }

    init(_ more: [String]) throws {
        let folder = try DemoRun.emptyFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }  // a temporary folder, gone or not
        program = DemoRun.binary
        let run = try DemoRun.program(["demo", "--db", "demo.db", "--out", "out"] + more, in: folder)
        guard run.code == 0 else { throw Failure.code(run.code, run.errors) }
        output = run.output
        replay = try DemoRun.program(
            ["replay", "2026-05", "--db", "demo.db", "--language", "en"], in: folder)
        database = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/demo.db"))
        var files: [String: Data] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: "\(folder)/out") ?? .init() {
            files[path] = FileManager.default.contents(atPath: "\(folder)/out/\(path)").flatMap {
                $0.isEmpty ? nil : $0
            }
        }
        self.files = files
    }

    enum Failure: Error {
        case code(Int32, String)
        case noFacts
    }

    struct Document {
        let series: String
        let number: Int
        let currency: String
        let gross: String
        let package: String
    }

    struct Facts {
        var documents: [Document] = []
        var tieOuts: [[String: String]] = []
        var unclear = 0
        var held: [String] = []
        var frozen: [String] = []
    }

    /// The JSON the program printed, as far as the tests ask.
    func facts() throws -> Facts {
        guard let root = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any],
            let months = root["months"] as? [[String: Any]]
        else { throw Failure.noFacts }
        var facts = Facts()
        facts.tieOuts = root["tieOuts"] as? [[String: String]] ?? []
        facts.unclear = (root["unclear"] as? [String])?.count ?? -1
        facts.held = root["held"] as? [String] ?? []
        facts.frozen = root["frozen"] as? [String] ?? []
        for month in months {
            for document in month["documents"] as? [[String: Any]] ?? [] {
                guard let supplier = document["supplier"] as? [String: String],
                    let buyer = document["counterparty"] as? [String: String],
                    let kind = document["kind"] as? String, let date = document["date"] as? String,
                    let number = document["number"] as? Int, let gross = document["gross"] as? String,
                    let currency = document["currency"] as? String,
                    let projects = document["projects"] as? [String]
                else { throw Failure.noFacts }
                facts.documents.append(
                    Document(
                        series: "\(supplier.values.joined())/\(kind)/\(date.prefix(4))", number: number,
                        currency: currency, gross: gross,
                        package: "\(buyer.values.joined())/\(date)/\(projects.joined(separator: "+"))"))
            }
        }
        return facts
    }

    static func emptyFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "kontragent-demo-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }

    /// Runs the program that was built beside the tests.
    static func program(
        _ arguments: [String], in folder: String
    ) throws -> (code: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        // Through files: a pipe nobody reads stops a program that says much.
        let said = "\(folder)/.said"
        let complained = "\(folder)/.complained"
        for path in [said, complained] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: said)
        process.standardError = FileHandle(forWritingAtPath: complained)
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, try String(contentsOfFile: said, encoding: .utf8),
            try String(contentsOfFile: complained, encoding: .utf8)
        )
    }

    static let binary: String = {
        let beside = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
            .appendingPathComponent("kontragent").path
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return FileManager.default.isExecutableFile(atPath: beside)
            ? beside : root.appendingPathComponent(".build/debug/kontragent").path
    }()
}
