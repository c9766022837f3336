import Foundation
import Glibc
import Testing

/// The database file itself: who may write, and what is no database of ours.
@Suite struct DatabaseTests {
    @Test func `a file is not spread over workers`() throws {
        let folder = try TestFolder()
        let refused = try folder.kontragent("migrate", "--citus")
        #expect(refused.status != 0 && refused.err.hasPrefix("settings.server-only: "), "\(refused.err)")
        #expect(!FileManager.default.fileExists(atPath: folder.file("kontragent.db")))
    }

    @Test func `a second writer is refused by the holder's process id while readers work`() throws {
        let folder = try TestFolder()
        try Province.dataset().write(in: folder)
        #expect(try folder.kontragent("migrate").status == 0)
        let first = try folder.start(Tool.path, ["import", "data"])
        // The first needs a moment until it holds the file and is in the middle of its work.
        let name = "process \(first.pid)."
        var written: UInt64 = 0
        for _ in 0..<4000 where written < 200_000 {
            usleep(500)
            // Until the first write there is no such file, and nothing is written.
            let wal = folder.file("kontragent.db-wal")
            written = (try? FileManager.default.attributesOfItem(atPath: wal))?[.size] as? UInt64 ?? 0
        }
        // Stopped where it is, it holds the file for as long as we look.
        kill(first.pid, SIGSTOP)
        let second = try folder.kontragent("import", "data", "--json")
        #expect(second.status == 3)
        #expect(second.out == "")
        #expect(second.err.hasPrefix("storage.other-writer: "), "\(second.err)")
        #expect(second.err.contains(name), "\(second.err), \(first.pid)")
        for words in [["settle"], ["close", "2026-01"], ["migrate"], ["bank", "accept", "x"]] {
            let other = try folder.run(Tool.path, words)
            #expect(other.status == 3, "\(words)")
            #expect(other.err.hasPrefix("storage.other-writer: "), "\(words): \(other.err)")
        }
        let reader = try folder.kontragent("balance", "mcs0000000010")
        #expect(reader.err.hasPrefix("storage.") == false, "a reader is not kept out: \(reader.err)")
        kill(first.pid, SIGCONT)
        #expect(first.end().status == 0)
        #expect(try folder.kontragent("balance", "mcs0000000010").status == 0)
    }

    @Test func `what is no database of ours is refused and left as it is`() throws {
        let folder = try TestFolder()
        let noise = [UInt8](repeating: 0x41, count: 8192)
        try folder.write(noise, to: "noise.db")
        try folder.write("SQLite format 3\0 and then nonsense", to: "torn.db")
        for name in ["noise.db", "torn.db"] {
            let before = try folder.bytes(name)
            for words in [["migrate"], ["balance", "mcs0000000001"], ["close", "2026-01"]] {
                let ran = try folder.run(Tool.path, words + ["--db", name])
                #expect(ran.status == 3, "\(name) \(words): \(ran.err)")
                #expect(ran.err.hasPrefix("storage.not-a-database: "), "\(name) \(words): \(ran.err)")
            }
            #expect(try folder.bytes(name) == before)
        }
        let absent = try folder.kontragent("balance", "mcs0000000001", "--db", "absent.db")
        #expect(absent.status == 2)
        #expect(absent.err.hasPrefix("storage.missing: "), "\(absent.err)")
        #expect(!folder.has("absent.db"), "reading makes no database")
        let directory = try folder.kontragent("migrate", "--db", folder.path)
        #expect(directory.status != 0 && directory.status != 64)
        #expect(directory.err.hasPrefix("storage."), "\(directory.err)")
        let nowhere = try folder.kontragent("migrate", "--db", "no/such/folder/k.db")
        #expect(nowhere.status == 3)
        #expect(nowhere.err.hasPrefix("storage.unreadable: "), "\(nowhere.err)")
    }

    @Test func `a database of a newer schema is refused, and so is a changed migration`() throws {
        guard let sqlite = Tool.installed("sqlite3") else {
            print("skipped: the sqlite3 command is not installed")
            return
        }
        let folder = try TestFolder()
        #expect(try folder.kontragent("migrate", "--db", "newer.db").status == 0)
        #expect(try folder.kontragent("migrate", "--db", "changed.db").status == 0)
        let future = "INSERT INTO schema_migrations VALUES (999, 'future', x'00', 0)"
        let other = "UPDATE schema_migrations SET digest = x'00' WHERE number = 1"
        #expect(try folder.run(sqlite, ["newer.db", future]).status == 0)
        #expect(try folder.run(sqlite, ["changed.db", other]).status == 0)
        for (name, code, words) in [
            ("newer.db", "newer-schema", "Use the newer program"),
            ("changed.db", "changed-migration", "Use the program of that version"),
        ] {
            for command in [["migrate"], ["balance", "mcs0000000001"], ["close", "2026-01"]] {
                let ran = try folder.run(Tool.path, command + ["--db", name])
                #expect(ran.status == 3, "\(command)")
                #expect(ran.err.hasPrefix("storage.\(code): "), "\(command): \(ran.err)")
                #expect(ran.err.contains(words), "\(ran.err)")
            }
        }
    }

    @Test func `another program's SQLite file is refused and not written into`() throws {
        guard let sqlite = Tool.installed("sqlite3") else {
            print("skipped: the sqlite3 command is not installed")
            return
        }
        let folder = try TestFolder()
        #expect(try folder.run(sqlite, ["other.db", "CREATE TABLE photos (id INTEGER)"]).status == 0)
        let read = try folder.kontragent("balance", "mcs0000000001", "--db", "other.db")
        #expect(read.status == 3)
        #expect(read.err.hasPrefix("storage.not-a-database: "), "\(read.err)")
        let written = try folder.kontragent("migrate", "--db", "other.db")
        #expect(written.status == 3, "\(written.out)")
        #expect(written.err.hasPrefix("storage.not-a-database: "), "\(written.err)")
        let tables = try folder.run(sqlite, ["other.db", ".tables"]).out
        #expect(tables.trimmingCharacters(in: .whitespacesAndNewlines) == "photos")
    }

    @Test func `a folder that may not be written is named`() throws {
        guard getuid() != 0 || Tool.installed("setpriv") != nil else {
            print("skipped: root may write everywhere and setpriv is not installed")
            return
        }
        let folder = try TestFolder()
        try ImportTests.whole().write(in: folder)
        chmod(folder.path, 0o755)
        try FileManager.default.createDirectory(
            atPath: folder.file("closed"), withIntermediateDirectories: true)
        chmod(folder.file("closed"), 0o555)
        let words = ["import", "data", "--db", "closed/k.db"]
        let ran =
            getuid() == 0
            ? try folder.run(
                Tool.installed("setpriv") ?? "",
                ["--reuid", "65534", "--regid", "65534", "--clear-groups", Tool.path] + words)
            : try folder.run(Tool.path, words)
        guard ran.status != 127 && ran.status != 126 else {
            print("skipped: the program may not be run as another user here: \(ran.err)")
            return
        }
        #expect(ran.status == 3, "\(ran.err)")
        #expect(ran.err.hasPrefix("storage.unreadable: "), "\(ran.err)")
        #expect(ran.err.contains("closed/k.db"), "it names the place: \(ran.err)")
    }

    @Test func `an output folder that cannot be written is named, and nothing is lost by it`() throws {
        let folder = try CloseTests.town()
        let ran = try folder.kontragent("close", "2026-01", "--out", "/proc/nowhere")
        #expect(ran.status != 0 && ran.status != 64)
        #expect(ran.err.contains("settings.unwritable: /proc/nowhere/"), "\(ran.err)")
        let again = try folder.kontragent("close", "2026-01", "--out", "out", "--json")
        #expect(again.status == 0)
        #expect(try again.json["documents"].list.map { $0["number"].int } == [1, 1, 1])
        #expect(!folder.files(below: "out").isEmpty)
    }

    @Test func `a server that is not there is told at once, in words`() throws {
        let folder = try TestFolder()
        for address in ["postgres://localhost:1/k", "postgresql://localhost:1/k"] {
            for words in [["migrate"], ["balance", "mcs0000000001"], ["close", "2026-01"]] {
                let ran = try folder.run(Tool.path, words + ["--db", address])
                #expect(ran.status == 3)
                #expect(
                    ran.err.hasPrefix("storage.unreachable: postgres://localhost:1/k cannot be reached"),
                    "\(ran.err)")
            }
        }
        #expect(folder.files(below: "").filter { !$0.hasPrefix(".") } == [])
    }
}
