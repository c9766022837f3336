import Foundation
import Glibc
import Testing

/// The disk answers with an error at the n-th call: the program ends with a named problem or goes on where
/// nothing was lost, never by a trap; the command run again ends as if nothing had happened.
@Suite(.serialized) struct DiskErrorTests {
    private static let isNightly = ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"
    private static let calls = ["pwrite64", "fdatasync", "fsync", "ftruncate", "rename", "unlink", "write"]

    @Test(arguments: ["EIO", "ENOSPC"])
    func `when the disk fails at any call, the program says so and the books stay right`(
        error: String
    ) throws {
        let folder = try Hamlet.folder()
        guard let strace = try Strace.found(in: folder) else { return }
        let calm = try Hamlet.folder()
        for step in Hamlet.life { try Hamlet.finish(step, in: calm) }
        let books = try Hamlet.outcome(calm)
        var hits = 0
        for step in Hamlet.life {
            for call in DiskErrorTests.calls {
                var number = 1
                while try fails(step, at: number, of: call, as: error, strace, folder) {
                    hits += 1
                    // All of them by night, some of them while somebody waits.
                    number += DiskErrorTests.isNightly ? 1 : call == "pwrite64" ? 61 : 7
                }
            }
            for file in ["kontragent.db", "kontragent.db-wal", "kontragent.db.lock"] {
                if try fails(step, at: 1, of: "openat", only: folder.file(file), as: error, strace, folder) {
                    hits += 1
                }
            }
            try Hamlet.finish(step, in: folder)
        }
        print("disk errors: \(hits) times \(error)")
        #expect(hits > 40)
        let found = try Hamlet.outcome(folder)
        #expect(found.books.gaps == [])
        #expect(found.difference(from: books) == nil)
    }

    /// False where the program makes fewer such calls.
    private func fails(
        _ step: [String], at number: Int, of call: String, only place: String? = nil, as error: String,
        _ strace: Strace, _ folder: TestFolder
    ) throws -> Bool {
        let (ran, hit) = try strace.fail(at: number, of: call, as: error, only: place, step, in: folder)
        guard hit else { return false }
        let place = "\(step), \(call) \(number) \(error)"
        #expect((0...3).contains(ran.status), "\(place): ends with \(ran.status) \(ran.err)")
        if ran.status == 3 {
            #expect(ran.err.contains(#/[a-z]+\.[a-z-]+: /#) || ran.err.isEmpty, "\(place): \(ran.err)")
        }
        if ran.status == 2 {
            #expect(!ran.err.contains("storage."), "\(place): a failing disk refuses no record: \(ran.err)")
        }
        try Hamlet.expectClean(folder, place)
        return true
    }

    @Test(arguments: [["balance", Hamlet.sidorov], ["detail", Hamlet.sidorov, "--month", "2026-01"]])
    func `facts that cannot be written to a full disk are named, not a crash`(words: [String]) throws {
        let folder = try Hamlet.folder()
        try #expect(folder.kontragent("import", "data").status == 0)
        let shell = #""$0" "$@" >/dev/full"#
        let ran = try folder.run("/bin/sh", ["-c", shell, Tool.path] + words)
        #expect(ran.status == 3)
        #expect(
            ran.err.hasPrefix("settings.unwritable: standard output cannot be written: No space left"),
            "\(ran.err)")
        // Where nobody hears the problems the work is done all the same.
        let deaf = try folder.run("/bin/sh", ["-c", #""$0" "$@" 2>/dev/full"#, Tool.path] + words)
        #expect(deaf.status == 0)
        #expect(!deaf.out.isEmpty)
    }

    @Test func `a file that cannot be written is named, and the closing is told again`() throws {
        let folder = try Hamlet.folder()
        try #expect(folder.kontragent("import", "data").status == 0)
        try folder.write("no folder", to: "out")
        let ran = try folder.kontragent("close", "2026-01", "--out", "out", "--no-wait")
        #expect(ran.status == 3)
        #expect(ran.err.contains("settings.unwritable: "), "\(ran.err)")
        let again = try folder.kontragent("close", "2026-01", "--out", "other", "--no-wait", "--json")
        #expect(again.status == 0)
        #expect(try again.json["documents"].list.count > 3)
    }
}
