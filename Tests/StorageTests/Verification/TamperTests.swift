import Foundation
import GRDB
import Hashing
import Storage
import Support
import Testing
import UseCases

@Suite(.enabled(if: TestDatabase.isOnFile)) struct TamperTests {
    @Test func `every single change of a row is found`() throws {
        let isNightly = ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"
        let count = isNightly ? 1_000 : 150
        let seed = UInt64.random(in: 0...999_999)
        print("tampering: seed \(seed), count \(count)")
        var random = SplitMix64(seed: seed)
        let town = try BusyTown.make(seed: 11, busy: 24)
        let original = town.folder + "/original.db"
        let copy = town.folder + "/copy.db"
        try town.file().backup(to: original)
        var missed: [String] = []
        var named = 0
        for _ in 0..<count {
            try fresh(copy, from: original)
            let change = try Tamper(copy).change(&random)
            let findings = try findings(copy)
            if findings.contains(where: { $0.table == change.table }) { named += 1 }
            let isAllowed = Tamper.allowed.contains { $0.table == change.table && $0.kind == change.kind }
            if findings.isEmpty, !isAllowed {
                missed.append("\(change.table) \(change.kind): \(change.text)")
            }
        }
        print("tampering: \(count) changes, \(named) named by their own table")
        #expect(missed.isEmpty, "seed \(seed)")
        #expect(named * 10 >= count * 7)
        for name in ["original.db", "original.db.lock", "copy.db"] { unlink("\(town.folder)/\(name)") }
        for name in ["-wal", "-shm"] { unlink(copy + name) }
    }

    private func fresh(_ copy: String, from original: String) throws {
        for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) }
        try FileManager.default.copyItem(atPath: original, toPath: copy)
    }

    /// A value the reader cannot even take counts as found where it lies.
    private func findings(_ path: String) throws -> [UseCases.Finding] {
        try BusyTown.verify(path).findings
    }
}
