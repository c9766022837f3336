import Foundation
import Glibc
import Synchronization
import Testing

/// Jobs that people do with the pages, in a real browser; the jobs themselves stand in Tests/Browser/jobs.py.
@Suite(.enabled(if: Browser.isThere, "skipped: scripts/setup could not install the browser and playwright"))
struct BrowserTests {
    // One behind the other: a browser takes a core.
    @Test(.serialized, arguments: ["document", "explain", "languages", "looks", "plain", "keyboard"])
    func `a job is done in the demo`(_ job: String) throws {
        try Browser.run(job, Browser.demo.get())
    }

    @Test(.serialized, arguments: ["axe-light", "axe-dark", "phone", "paper"])
    func `everybody can use every page of the demo, on a telephone and on paper too`(_ job: String) throws {
        try Browser.run(job, Browser.demo.get())
    }

    @Test
    func `an owner invites a colleague, who sees as much as he may; customers do not get into the office`()
        throws
    {
        let folder = try TestFolder.quick()
        try folder.write([UInt8](try DemoRun.told.get().database), to: "kontragent.db")
        try Browser.run("member", Server(folder, ["--demo-sign-in", "--no-work", "--quiet"]))
    }

    @Test(.serialized, arguments: ["cabinet", "cabinet-pages", "act", "roles", "newcomer"])
    func `customers find in the cabinet what their roles show, in a browser`(_ job: String) throws {
        let folder = try TestFolder.quick()
        try folder.write([UInt8](try DemoRun.told.get().database), to: "kontragent.db")
        try Browser.run(job, Server(folder, ["--demo-sign-in", "--no-work", "--quiet"]))
    }

    @Test(.serialized, arguments: ["registration", "contract", "document-flow"])
    func `additional registration, an individual contract and document flow are done step by step`(
        _ job: String
    ) throws {
        let folder = try TestFolder.quick()
        try folder.write([UInt8](try DemoRun.told.get().database), to: "kontragent.db")
        try Browser.run(job, Server(folder, ["--demo-sign-in", "--no-work", "--quiet"]))
    }

    /// Each of the source documents' procedures by its heading, on a database of its own.
    @Test(
        .serialized,
        arguments: [
            "newcomer-pays", "foreign-start", "kazakhstan-start", "foreign-payment", "contract-terms",
            "re-registration", "project-passes", "scans", "card-into-documents", "conservation",
            "official-rates",
        ])
    func `what the source documents tell customers to write about is done by them and the staff together`(
        _ job: String
    ) throws {
        let folder = try TestFolder.quick()
        try folder.write([UInt8](try DemoRun.told.get().database), to: "kontragent.db")
        if job == "card-into-documents" { try Browser.happen("card", in: folder) }
        let sites = ["--cabinet-host", "cabinet.localhost", "--cabinet-host", "kz.localhost=kazakhstan"]
        try Browser.run(job, Server(folder, ["--demo-sign-in", "--no-work", "--quiet"] + sites))
    }

    /// Each on a database of its own: they change it.
    @Test(
        .serialized,
        arguments: [
            "office-letters", "office-requests", "office-match", "office-close", "office-roles",
            "office-pages",
        ])
    func `staff do their work in the office, and no more than their role allows`(_ job: String) throws {
        let folder = try TestFolder.quick()
        try folder.write([UInt8](try DemoRun.told.get().database), to: "kontragent.db")
        try Browser.run(job, Server(folder, ["--demo-sign-in", "--no-work", "--quiet"]))
    }

    @Test func `names may be long and sums large`() throws {
        let folder = try TestFolder.quick()
        #expect(try Browser.world("long", in: folder) == 0)
        try Browser.run("phone", Server(folder, Browser.words))
    }

    @Test func `hostile names stay text in a browser too`() throws {
        let folder = try TestFolder.quick()
        // Some texts are none for the dataset's reader either, which says so; the others are kept.
        _ = try Browser.world("hostile", in: folder)
        let server = try Server(folder, Browser.words)
        try Browser.run("hostile", server)
    }

    @Test func `pages without anything to show say what to do next`() throws {
        try Browser.run("empty", Server(TestFolder.quick(), Browser.words))
    }

    @Test func `pages are readable where Bootstrap is not installed`() throws {
        let folder = try TestFolder.quick()
        #expect(try Browser.world("long", in: folder) == 0)
        try Browser.run("bare", Server(folder, Browser.words + ["--bootstrap", "/no/such/sheet.css"]))
    }
}

private enum Browser {
    static let words = ["--open-pages", "--no-work", "--quiet"]
    static let demo = SharedServer {
        let folder = try TestFolder.quick()
        try folder.write([UInt8](try DemoRun.told.get().database), to: "kontragent.db")
        return try Server(folder, words)
    }

    private static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Browser").path

    /// Where scripts/setup made it; nil where it could not be fetched.
    private static let python: String? = {
        let folder = URL(fileURLWithPath: Tool.path).deletingLastPathComponent()
        return (0..<4).map { String(repeating: "../", count: $0) + "browser/bin/python3" }
            .map { folder.appendingPathComponent($0).standardized.path }.first { access($0, X_OK) == 0 }
    }()

    static let isThere = python != nil && Tool.installed("chromium") != nil

    /// More happens to people who are there already.
    static func happen(_ name: String, in folder: TestFolder) throws {
        let made = try folder.run("/usr/bin/python3", ["\(scripts)/worlds.py", name, folder.file("data")])
        #expect(made.status == 0, "\(made.err)")
        let imported = try folder.kontragent("import", "data")
        #expect(imported.status == 0, "\(imported.out) \(imported.err)")
    }

    /// Makes one of the worlds of worlds.py and closes its month; answers with the import's exit code.
    static func world(_ name: String, in folder: TestFolder) throws -> Int32 {
        let made = try folder.run("/usr/bin/python3", ["\(scripts)/worlds.py", name, folder.file("data")])
        #expect(made.status == 0, "\(made.err)")
        let imported = try folder.kontragent("import", "data")
        _ = try folder.kontragent("close", "2026-02")
        return imported.status
    }

    /// Does a job in a browser of its own; what it says is shown where it fails.
    static func run(_ job: String, _ server: Server) throws {
        let folder = try TestFolder()
        let ran = try folder.run(
            "/usr/bin/timeout",
            [
                "400", try #require(python), "\(scripts)/jobs.py", job, "http://127.0.0.1:\(server.port)",
                folder.path,
            ],
            environment: ["PYTHONDONTWRITEBYTECODE=1"])
        #expect(ran.status == 0, "\(job): \(ran.out.suffix(4000))\(ran.err.suffix(4000))")
    }
}

/// A server that jobs at the same time share; it ends with the last of them.
private final class SharedServer: Sendable {
    private struct Held {
        weak var server: Server?
    }

    private let held = Mutex(Held())
    private let start: @Sendable () throws -> Server

    init(_ start: @escaping @Sendable () throws -> Server) { self.start = start }

    func get() throws -> Server {
        try held.withLock { held in
            if let server = held.server { return server }
            let server = try start()
            held.server = server
            return server
        }
    }
}
