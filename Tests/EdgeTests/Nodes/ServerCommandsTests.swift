import Foundation
import Support
import Testing

/// The same books in a file and in a server.
@Suite(.enabled(if: TestDatabase.hasServer), .serialized) struct ServerCommandsTests {
    private let folder: TestFolder
    private let url: String
    private let file = "demo.db"

    init() throws {
        folder = try TestFolder.quick()
        url = try TestDatabase.schema()
    }

    private func ran(_ words: [String], on database: String) throws -> Tool.Ran {
        try folder.run(Tool.path, words + ["--db", database, "--language", "en"])
    }

    /// The same words about both: the same status, and the same text but for the database's name.
    @discardableResult private func expectSame(_ words: [String], status: Int32 = 0) throws -> String {
        let (one, other) = (try ran(words, on: file), try ran(words, on: url))
        #expect(one.status == status && other.status == status, "\(words): \(one.err) \(other.err)")
        func text(_ ran: Tool.Ran, _ name: String) -> String { ran.out.replacing(name, with: "DB") }
        let shown = other.out.firstMatch(of: #/postgres://\S+?(?=[:;,\s])/#).map { String($0.0) } ?? url
        #expect(text(one, file) == text(other, shown), "\(words)")
        return one.out
    }

    /// What is looked at: two months of a hamlet, copied to the server; nightly the demo, played there again.
    private func world() throws -> (pids: [String], month: String, next: String, paper: String) {
        guard ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly" else {
            let hamlet = try Hamlet.folder()
            for words in [["import", "data"], ["close", "2026-01", "--no-wait", "--out", "out"]] {
                let ran = try hamlet.run(Tool.path, words)
                #expect(ran.status == 0, "\(ran.err)")
            }
            try FileManager.default.copyItem(
                atPath: hamlet.file("kontragent.db"), toPath: folder.file(file))
            try FileManager.default.copyItem(atPath: hamlet.file("out"), toPath: folder.file("out"))
            let copied = try folder.run(Tool.path, ["copy", "--from", file, "--to", url])
            #expect(copied.status == 0, "\(copied.err)")
            return (Array(Hamlet.pids.prefix(2)), "2026-01", "2026-02", "2026-01/upd-1.json")
        }
        let told = try DemoRun.told.get()
        try told.database.write(to: URL(fileURLWithPath: folder.file(file)))
        let played = try ran(["demo", "--out", "out"], on: url)
        #expect(played.status == 0, "\(played.err)")
        for (path, bytes) in told.files.sorted(by: { $0.key < $1.key }) where !bytes.isEmpty {
            #expect(FileManager.default.contents(atPath: folder.file("out/\(path)")) == bytes, "\(path)")
        }
        return (["mcs0000000001", "mcs0000000006"], "2026-05", "2026-10", "2026-01/upd-1.json")
    }

    @Test func `every command says of a server what it says of a file`() throws {
        defer { TestDatabase.drop(url) }
        let (pids, month, next, paper) = try world()
        // What is looked at.
        for pid in pids {
            try expectSame(["balance", pid, "--json"])
            try expectSame(["explain", pid, "--json"])
            try expectSame(["detail", pid, "--month", month, "--format", "csv"])
        }
        for address in ["moscow/upd/2026/1", "kazakhstan/act/2026/1"] {
            try expectSame(["explain", address])
            try expectSame(["print", address, "--out", "paper.pdf"])
        }
        for words in [["outbox", "--limit", "1000"], ["replay", month], ["verify"], ["users", "list"]] {
            try expectSame(words + ["--json"])
        }
        for words in [["letters"], ["token", "list"]] { try expectSame(words + ["--json"]) }
        #expect(try ran(["nodes"], on: url).status == 0)
        // What is done; both are the same before and after.
        try expectSame(["settle", "--until", "2026-12-31T20:00:00Z", "--json"])
        let dry = try [file, url].map { try ran(["close", next, "--dry-run", "--json"], on: $0) }
        #expect(dry[0].status == dry[1].status && dry[0].out == dry[1].out && dry[0].err == dry[1].err)
        let files =
            FileManager.default.enumerator(atPath: folder.file("out"))?.compactMap { $0 as? String } ?? []
        let issued = try #require(files.first { $0.hasSuffix(paper) })
        for database in [file, url] {
            for words in [["invoice", pids[0], "1000.00"], ["seal"], ["close", month, "--no-wait"]] {
                let ran = try ran(words, on: database)
                #expect(ran.status == 0, "\(words): \(ran.err)")
            }
            let proof = try ran(["proof", "moscow/upd/2026/1", "--out", "proof.json"], on: database)
            #expect(proof.status == 0, "\(proof.err)")
            let checked = try folder.run(Tool.path, ["check", "out/\(issued)", "proof.json"])
            #expect(checked.status == 0, "\(checked.err)")
        }
        let statement = Statement([
            .init(amount: "10.00", payer: CheckDigits.inn(7), purpose: pids[0], number: "9070")
        ])
        try Data(statement.bytes).write(to: URL(fileURLWithPath: folder.file("late.txt")))
        for _ in 0..<2 {
            let answers = try [file, url].map { try ran(["bank", "late.txt", "--json"], on: $0) }
            #expect(answers[0].status == answers[1].status, "\(answers[0].err) \(answers[1].err)")
        }
        // A copy of a server's is made by its own tools; a move leads to a file, and back.
        let refused = try ran(["backup", "copy.db"], on: url)
        #expect(refused.status != 0 && refused.err.hasPrefix("settings.file-only: "), "\(refused.err)")
        let back = try TestDatabase.schema()
        defer { TestDatabase.drop(back) }
        let out = try folder.run(Tool.path, ["copy", "--from", url, "--to", "moved.db", "--json"])
        let home = try folder.run(Tool.path, ["copy", "--from", "moved.db", "--to", back, "--json"])
        #expect(out.status == 0 && home.status == 0, "\(out.err) \(home.err)")
        #expect(out.out == home.out, "the same rows by the same digests, there and back")
        for database in [url, "moved.db", back] {
            let verified = try ran(["verify"], on: database)
            #expect(verified.status == 0, "\(database): \(verified.out)")
        }
    }
}
