import Foundation
import Glibc
import Support
import Testing

/// The program is killed at random moments of its work; the command repeated ends as if nothing had
/// happened: no sum, document or number is lost, doubled or left out.
@Suite(.serialized) struct CrashTests {
    private static var isNightly: Bool {
        ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"
    }

    @Test func `killed at random moments, the same balances, documents and numbers come out`() throws {
        let wanted = CrashTests.isNightly ? 1000 : 60
        let seed: UInt64 = CrashTests.isNightly ? UInt64.random(in: 0..<1_000_000) : 20_260_201
        print("crash campaign: seed \(seed), \(wanted) kills")
        var random = SplitMix64(seed: seed)
        let calm = try Life()
        for step in Life.steps { try calm.finish(step) }
        let books = try Books(calm.folder)
        #expect(books.gaps == [])
        #expect(books.closings.allSatisfy { $0["documents"].list.count >= 30 }, "there is something to lose")
        var fastest = calm.seconds
        var kills = [Int](repeating: 0, count: Life.steps.count)
        var lives = 0
        while kills.reduce(0, +) < wanted {
            let life = try Life()
            for (index, step) in Life.steps.enumerated() {
                for _ in 0..<6 where try life.interrupt(step, within: fastest[index], &random) {
                    kills[index] += 1
                }
                try life.finish(step)
            }
            let found = try Books(life.folder)
            // What is left of a step is shorter than the whole of it: aim where work still goes on.
            fastest = zip(fastest, life.seconds).map { max(min($0, $1), 0.02) }
            lives += 1
            #expect(found.gaps == [], "seed \(seed), life \(lives)")
            if let difference = found.difference(from: books) {
                Issue.record("seed \(seed), life \(lives): \(difference)")
                return
            }
        }
        print(
            "crash campaign: \(lives) lives, kills by step \(zip(Life.steps, kills).map { "\($0[0]): \($1)" })"
        )
        #expect(kills.allSatisfy { $0 > 0 }, "every step was interrupted: \(kills)")
    }

    /// One database from its first import to its second closing.
    final class Life {
        /// Import is settled by `settle` too, where a kill left something over.
        static let steps = [
            ["import", "data"], ["close", "2026-01", "--out", "out"], ["close", "2026-02", "--out", "out"],
        ]

        let folder: TestFolder
        private(set) var seconds: [Double] = []

        init() throws {
            folder = try TestFolder.quick()
            try Province.dataset().write(in: folder)
        }

        /// Runs a step to its end.
        func finish(_ step: [String]) throws {
            let begun = ContinuousClock.now
            let ran = try folder.run(Tool.path, step + ["--json"])
            seconds.append((ContinuousClock.now - begun) / .seconds(1))
            #expect(ran.status == 0, "\(step): \(ran.err)")
        }

        /// Starts a step and kills it somewhere; false where it was done first.
        func interrupt(_ step: [String], within seconds: Double, _ random: inout SplitMix64) throws -> Bool {
            let running = try folder.start(Tool.path, step)
            usleep(UInt32(Double.random(in: 0...seconds, using: &random) * 1_000_000))
            kill(running.pid, SIGKILL)
            return running.end().status == -SIGKILL
        }
    }

    @Test func `killed while it settles, settling again ends the same`() throws {
        let folder = try TestFolder.quick()
        try Province.dataset().write(in: folder)
        let begun = ContinuousClock.now
        #expect(try folder.kontragent("import", "data").status == 0)
        let whole = (ContinuousClock.now - begun) / .seconds(1)
        let calm = try Province.pids.map { try folder.kontragent("balance", $0, "--json").out }
        // Find an import that was killed when everything was in and not all was settled.
        guard let unsettled = try CrashTests.unsettled(folder, within: whole) else {
            Issue.record("no import could be stopped between its last event and its last settlement")
            return
        }
        var kills = 0
        for round in 0..<(CrashTests.isNightly ? 60 : 6) {
            try CrashTests.restore(unsettled, in: folder, as: "life.db")
            for pause in [2000, 4000, 8000, 12000] {
                let running = try folder.start(
                    Tool.path, ["settle", "--until", "2026-03-01T00:00:00Z", "--db", "life.db"])
                usleep(UInt32(pause * (round + 3)))
                kill(running.pid, SIGKILL)
                if running.end().status == -SIGKILL { kills += 1 }
            }
            let last = try folder.kontragent(
                "settle", "--until", "2026-03-01T00:00:00Z", "--db", "life.db")
            #expect(last.status == 0, "\(last.err)")
            let found = try Province.pids.map {
                try folder.kontragent("balance", $0, "--json", "--db", "life.db").out
            }
            #expect(found == calm)
        }
        print("crash campaign: settle killed \(kills) times")
        #expect(kills > 0)
    }

    /// The name of a database whose import brought everything and settled a part. The instant is closed in on from both
    /// sides, for the machine is not always as quick as it was a moment ago.
    private static func unsettled(_ folder: TestFolder, within seconds: Double) throws -> String? {
        let whole = 0...seconds * 1.2
        var (early, late) = (whole.lowerBound, whole.upperBound)
        for attempt in 1...60 {
            if late - early < seconds / 50 { (early, late) = (whole.lowerBound, whole.upperBound) }
            let pause = early + (late - early) * Double(attempt % 4 + 1) / 5
            let name = "try-\(attempt).db"
            let running = try folder.start(Tool.path, ["import", "data", "--db", name])
            usleep(UInt32(pause * 1_000_000))
            kill(running.pid, SIGKILL)
            guard running.end().status == -SIGKILL else {
                late = pause
                continue
            }
            try restore(name, in: folder, as: "probe.db")
            let again = try folder.kontragent("import", "data", "--json", "--db", "probe.db")
            guard again.status == 0, try again.json["accepted"]["events"].int == 0 else {
                early = pause
                continue
            }
            try restore(name, in: folder, as: "probe.db")
            let settled = try folder.kontragent(
                "settle", "--until", "2026-03-01T00:00:00Z", "--json", "--db", "probe.db")
            guard settled.status == 0, try settled.json["projects"].int ?? 0 > 5 else {
                late = pause
                continue
            }
            return name
        }
        return nil
    }

    /// Copies a database with what its last writer left beside it.
    private static func restore(_ name: String, in folder: TestFolder, as other: String) throws {
        for ending in ["", "-wal", "-shm"] {
            unlink(folder.file(other + ending))
            if folder.has(name + ending) { try folder.copy(name + ending, to: other + ending) }
        }
    }
}
