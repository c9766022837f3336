import Foundation
import Glibc
import Support
import Testing

/// The program is killed while papers are printed: no printing process stays behind, and the same papers
/// are there in the end, byte for byte.
@Suite(.serialized) struct PaperKillTests {
    private static let isNightly = ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"
    private static let close = ["close", "2026-01", "--out", "out", "--json"]

    private func town() throws -> TestFolder? {
        let folder = try Hamlet.folder()
        try #expect(folder.kontragent("import", "data").status == 0)
        let dry = try folder.kontragent("invoice", Hamlet.pids[0], "50.00", "--json")
        if dry.err.contains("paper.no-python") {
            print("skipped: there is nothing to print with")
            return nil
        }
        #expect(dry.status == 0, "\(dry.err)")
        return folder
    }

    @Test func `killed while papers are printed, they are printed the same and nobody stays behind`() throws {
        guard let folder = try town() else { return }
        // Everything is issued and nothing printed: each round has all papers before it.
        try #expect(folder.kontragent("close", "2026-01").status == 0)
        try folder.copy("kontragent.db", to: "issued.db")
        let begun = ContinuousClock.now
        try #expect(folder.run(Tool.path, PaperKillTests.close).status == 0)
        let whole = (ContinuousClock.now - begun) / .seconds(1)
        let papers = try printed(folder)
        #expect(papers.count >= 4)
        let seed: UInt64 = PaperKillTests.isNightly ? UInt64.random(in: 0..<1_000_000) : 20_260_203
        var random = SplitMix64(seed: seed)
        let strace = try Strace.found(in: folder)
        var kills = 0
        for round in 0..<(PaperKillTests.isNightly ? 200 : 12) {
            for suffix in ["", "-wal", "-shm"] { unlink(folder.file("kontragent.db\(suffix)")) }
            try folder.copy("issued.db", to: "kontragent.db")
            let ran: Tool.Ran
            if let strace, round % 2 == 1 {
                // A job is sent, or a paper gets its name: workers are busy then.
                let call = round % 4 == 1 ? "sendto" : "rename"
                ran = try strace.kill(at: round / 4 + 1, of: call, PaperKillTests.close, in: folder)
            } else {
                let running = try folder.start(Tool.path, PaperKillTests.close)
                usleep(UInt32(Double.random(in: 0.2...0.9, using: &random) * whole * 1_000_000))
                kill(running.pid, SIGKILL)
                ran = running.end()
            }
            if ran.status == -SIGKILL { kills += 1 }
            #expect(workers(of: folder) == [], "seed \(seed), round \(round): still there after ten seconds")
            try Hamlet.expectClean(folder, "seed \(seed), round \(round)")
        }
        print("papers: seed \(seed), killed \(kills) times while they were printed")
        #expect(kills > 5)
        try #expect(folder.run(Tool.path, PaperKillTests.close).status == 0)
        #expect(try printed(folder) == papers)
        #expect(folder.files(below: "out").filter { $0.hasSuffix(".part") } == [])
    }

    @Test func `killed while it makes payment invoices, no number is given twice or left out`() throws {
        guard let folder = try town(), let sqlite = Tool.installed("sqlite3") else { return }
        let strace = try Strace.found(in: folder)
        var told: [Int] = []
        for round in 0..<(PaperKillTests.isNightly ? 200 : 10) {
            let words = ["invoice", Hamlet.pids[0], "\(round + 10).00", "--out", "i.pdf", "--json"]
            let calls = [("fdatasync", 2), ("sendto", 1), ("pwrite64", 20), ("rename", 1), ("fsync", 1)]
            let (call, number) = calls[round % calls.count]
            let ran =
                try strace?.kill(at: number, of: call, words, in: folder) ?? folder.run(Tool.path, words)
            // What was killed first told nothing.
            if let number = try? JSON.read(ran.out)["number"].int { told.append(number) }
            #expect(workers(of: folder) == [], "round \(round)")
        }
        let last = try folder.kontragent("invoice", Hamlet.pids[0], "99.00", "--json")
        #expect(last.status == 0, "\(last.err)")
        told.append(try #require(try last.json["number"].int))
        let kept = try folder.run(
            sqlite, ["-readonly", "kontragent.db", "SELECT number FROM payment_invoices ORDER BY number"]
        ).out.split(separator: "\n").compactMap { Int($0) }
        #expect(kept == Array(1...kept.count))
        #expect(Set(told).isSubset(of: kept))
        #expect(told == told.sorted() && Set(told).count == told.count, "\(told)")
        try Hamlet.expectClean(folder, "after all invoices")
    }

    private func printed(_ folder: TestFolder) throws -> [String: [UInt8]] {
        var papers: [String: [UInt8]] = [:]
        for name in folder.files(below: "out") where name.hasSuffix(".pdf") {
            papers[name] = try folder.bytes("out/\(name)")
        }
        return papers
    }

    /// Processes that still work in the folder, after some patience.
    private func workers(of folder: TestFolder) -> [String] {
        for _ in 0..<200 {
            let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            let found = processes.filter { name in
                let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(name)/cwd")
                return Int(name) != nil && place == folder.path
            }
            if found.isEmpty { return [] }
            usleep(50_000)
        }
        return ["a process of \(folder.path)"]
    }
}
