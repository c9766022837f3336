import Foundation
import Glibc
import Testing

/// The program dies at the very moment it asks the disk to keep something, which strace can arrange.
@Suite(.serialized) struct AimedKillTests {
    private static let strace = Tool.installed("strace")

    @Test func `killed at any of its writes to disk, a command repeated ends the same`() throws {
        guard let strace = AimedKillTests.strace else {
            print("skipped: strace is not installed, so no kill can be aimed at a write")
            return
        }
        let calm = try TestFolder.quick()
        try Province.dataset().write(in: calm)
        let counted = try calm.run(
            strace, ["-f", "-o", "trace", "-e", "trace=fdatasync,fsync", Tool.path, "import", "data"])
        guard counted.status == 0 else {
            print("skipped: strace may not trace here: \(counted.err)")
            return
        }
        let writes = try calm.text("trace").split(separator: "\n").count { $0.contains("fdatasync(") }
        #expect(writes > 5, "an import asks the disk to keep what it has")
        for month in Province.months { #expect(try calm.kontragent("close", month).status == 0) }
        let books = try Books(calm)
        let isNightly = ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"
        let stride = isNightly ? 1 : max(1, writes / 10)
        let life = try TestFolder.quick()
        try Province.dataset().write(in: life)
        var kills = 0
        // One database lives through all of it: each import goes on where the last one was killed.
        for number in Swift.stride(from: 1, through: writes, by: stride) {
            kills += try killed(strace, at: number, ["import", "data"], life)
        }
        let imported = try life.kontragent("import", "data")
        #expect(imported.status == 0, "\(imported.err)")
        for month in Province.months {
            for number in 1...(isNightly ? 12 : 4) {
                kills += try killed(strace, at: number, ["close", month, "--out", "out"], life)
            }
            let closed = try life.kontragent("close", month, "--out", "out")
            #expect(closed.status == 0, "\(closed.err)")
        }
        print("aimed kills: \(kills) of them, an import has \(writes) writes")
        #expect(kills > 5)
        let found = try Books(life)
        #expect(found.gaps == [])
        #expect(found.difference(from: books) == nil)
    }

    @Test(arguments: 1...6)
    func `killed as it makes its database, the program opens it the next time`(number: Int) throws {
        guard let strace = AimedKillTests.strace else {
            print("skipped: strace is not installed, so no kill can be aimed at a write")
            return
        }
        let folder = try TestFolder.quick()
        guard try folder.run(strace, ["-o", "/dev/null", Tool.path, "--version"]).status == 0 else {
            print("skipped: strace may not trace here")
            return
        }
        #expect(try killed(strace, at: number, ["settle"], folder) == 1)
        let again = try folder.kontragent("settle")
        #expect(again.status == 0, "\(again.err)")
    }

    /// 1 where the command was killed at its n-th write, 0 where it had fewer.
    private func killed(
        _ strace: String, at number: Int, _ words: [String], _ folder: TestFolder
    ) throws -> Int {
        let aim = "inject=fdatasync:signal=KILL:when=\(number)"
        let ran = try folder.run(
            strace, ["-f", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", aim, Tool.path] + words)
        return ran.status == 0 ? 0 : 1
    }
}
