import Foundation
import Glibc
import Testing

/// A database of the first schema is brought up to date, and the program is killed in the middle of it:
/// it is never between two schemas, and run again it ends where an undisturbed one does.
@Suite struct MigrationKillTests {
    private static let isNightly = ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"
    private static let kept = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden/Kept/schema-1.sql").path

    @Test func `killed at any call while it migrates an old database, nothing is lost of what was in it`()
        throws
    {
        let folder = try TestFolder.quick()
        guard let strace = try Strace.found(in: folder), let sqlite = Tool.installed("sqlite3") else {
            return
        }
        func ask(_ database: String, _ question: String) throws -> String {
            try folder.run(sqlite, ["-batch", database, question]).out
        }
        #expect(try ask("old.db", ".read \(MigrationKillTests.kept)") == "")
        try folder.copy("old.db", to: "calm.db")
        try #expect(folder.kontragent("migrate", "--db", "calm.db").status == 0)
        let calm = try ask("calm.db", MigrationKillTests.everything)
        #expect(calm.contains("Сидоров"))
        let schemas = try steps(ask("calm.db", "SELECT number FROM schema_migrations"))
        #expect(schemas.count > 2)
        var kills = 0
        for call in ["pwrite64", "fdatasync", "ftruncate", "unlink"] {
            var number = 1
            var isOver = false
            while !isOver {
                for ending in ["", "-wal", "-shm"] { unlink(folder.file("life.db" + ending)) }
                try folder.copy("old.db", to: "life.db")
                let ran = try strace.kill(at: number, of: call, ["migrate", "--db", "life.db"], in: folder)
                isOver = ran.status != -SIGKILL
                if !isOver { kills += 1 }
                let reached = try steps(ask("life.db", "SELECT number FROM schema_migrations"))
                #expect(reached == Array(schemas.prefix(reached.count)), "\(call) \(number)")
                #expect(!reached.isEmpty, "\(call) \(number)")
                let again = try folder.kontragent("migrate", "--db", "life.db")
                #expect(again.status == 0, "\(call) \(number): \(again.err)")
                #expect(try ask("life.db", MigrationKillTests.everything) == calm, "\(call) \(number)")
                #expect(try ask("life.db", "PRAGMA integrity_check") == "ok\n")
                number += MigrationKillTests.isNightly || call != "pwrite64" ? 1 : 9
            }
        }
        print("migration: killed \(kills) times on the way from schema 1 to \(schemas.count)")
        #expect(kills > 10)
        // It is a living database: what comes now is taken and charged.
        try Hamlet.dataset().write(in: folder)
        let news = try folder.kontragent("import", "data", "--json", "--db", "life.db")
        #expect(try news.json["accepted"]["events"].int ?? 0 > 40, "\(news.err)")
        #expect(!news.err.contains("storage."), "\(news.err)")
    }

    private func steps(_ text: String) -> [Int] { text.split(separator: "\n").compactMap { Int($0) } }

    /// Tables and rows, but for when the steps were taken.
    private static let everything = """
        .dump --newlines --data-only accounts credits journal journal_entries lots day_lines portions \
        usage_events projects
        SELECT type, name, sql FROM sqlite_master ORDER BY type, name;
        """
}
