import Basics
import Documents
import Foundation
import Funding
import Hashing
import Storage
import Support
import Synchronization
import Testing
import UseCases

/// The way to the server breaks at the worst moments; what was answered is there, and there once.
@Suite(.enabled(if: TestDatabase.isFirstRun), .serialized) struct BrokenLinkTests {
    @Test func `answers to COMMIT that are lost: the server is asked, nothing is done twice`() throws {
        let (proxy, pair) = try BrokenLinkTests.behindProxy()
        defer { proxy.end() }
        for round in 0..<12 {
            let events = (0..<5).map { pair.event("lost-\(round)-\($0)", at: $0) }
            let answers = try proxy.losingOneCommit { try pair.town.app.usage.take(events) }
            let accepted = answers.filter { if case .taken(.accepted) = $0 { true } else { false } }
            #expect(accepted.count == 5, "round \(round): \(answers)")
        }
        #expect(proxy.lostCommits >= 12)
        #expect(try BrokenLinkTests.count(pair, "usage_events") == 60)
        try pair.settle()
        #expect(try pair.town.balance(Pair.pid(1)).payment.minor == 1_000_00 - 60 * 10)
        try pair.expectClean()
    }

    @Test func `invoices whose COMMIT's answer was lost are made once each, numbers without a gap`() throws {
        let (proxy, pair) = try BrokenLinkTests.behindProxy()
        defer { proxy.end() }
        var numbers: [Int] = []
        for _ in 0..<8 {
            numbers.append(
                try proxy.losingOneCommit {
                    try pair.town.app.invoices.make(for: pair.pids[0], amount: 100_00).content.number
                })
        }
        #expect(numbers == Array(1...8))
        #expect(try BrokenLinkTests.count(pair, "payment_invoices") == 8)
        try pair.expectClean()
    }

    @Test func `connections cut at random while sixteen work: nothing is lost, nothing doubled`() throws {
        let (proxy, pair) = try BrokenLinkTests.behindProxy()
        defer { proxy.end() }
        let seed = UInt64(20_261_128)
        let isOver = Mutex(false)
        let cuts = Mutex(0)
        Thread {
            var random = SplitMix64(seed: seed)
            while !isOver.withLock({ $0 }) {
                usleep(UInt32.random(in: 20_000...250_000, using: &random))
                proxy.cut()
                cuts.withLock { $0 += 1 }
            }
            cuts.withLock { $0 += 1_000_000 }
        }.start()
        let accepted = try pair.race(16) { node, hand in
            try (0..<12).reduce(0) { count, round in
                let events = (0..<10).map { pair.event("cut-\(hand)-\(round)-\($0)", at: $0) }
                return try count
                    + node.usage.take(events).filter {
                        if case .taken(.accepted) = $0 { true } else { false }
                    }.count
            }
        }
        isOver.withLock { $0 = true }
        while cuts.withLock({ $0 < 1_000_000 }) { usleep(1_000) }
        #expect(accepted.reduce(0, +) == 16 * 12 * 10, "each was new to whoever sent it; seed \(seed)")
        #expect(try BrokenLinkTests.count(pair, "usage_events") == 16 * 12 * 10)
        try pair.settle()
        try pair.expectClean()
    }

    @Test
    func `what became of a COMMIT that nobody can tell is said so, and the same once more is taken once`()
        throws
    {
        let (proxy, pair) = try BrokenLinkTests.behindProxy()
        defer { proxy.end() }
        proxy.turn(.loseCommitAndShut)
        let thrown = #expect(throws: StorageProblem.self) {
            _ = try pair.town.app.usage.take([pair.event("unknown", at: 1)])
        }
        #expect(thrown?.code == "storage.unknown-outcome", "\(String(describing: thrown))")
        #expect(thrown?.kind == .unavailable, "whoever asks again is answered")
        #expect(proxy.lostCommits == 1)
        proxy.turn(.pass)
        let answers = try pair.town.app.usage.take([pair.event("unknown", at: 1)])
        guard case .taken(.duplicate) = answers[0] else {
            Issue.record("it had been committed: \(answers)")
            return
        }
        #expect(try BrokenLinkTests.count(pair, "usage_events") == 1)
        try pair.expectClean()
    }

    @Test func `a server that is away for three seconds is waited for`() throws {
        let (proxy, pair) = try BrokenLinkTests.behindProxy()
        defer { proxy.end() }
        proxy.turn(.refuse)
        proxy.cut()
        Thread {
            sleep(3)
            proxy.turn(.pass)
        }.start()
        let answers = try pair.town.app.usage.take([pair.event("waited", at: 1)])
        guard case .taken(.accepted) = answers[0] else {
            Issue.record("\(answers)")
            return
        }
        try pair.expectClean()
    }

    @Test func `a server that stays away is told in words, and comes back into use by itself`() throws {
        let (proxy, pair) = try BrokenLinkTests.behindProxy()
        defer { proxy.end() }
        proxy.turn(.refuse)
        proxy.cut()
        let thrown = #expect(throws: StorageProblem.self) {
            _ = try pair.town.app.usage.take([pair.event("away", at: 1)])
        }
        #expect(thrown?.code == "storage.unreachable")
        proxy.turn(.pass)
        _ = try pair.town.app.usage.take([pair.event("away", at: 1)])
        #expect(try BrokenLinkTests.count(pair, "usage_events") == 1)
        try pair.expectClean()
    }

    private static func behindProxy() throws -> (CuttingProxy, Pair) {
        let proxy = try CuttingProxy(before: try #require(TestDatabase.server))
        return (proxy, try Pair(through: proxy.url))
    }

    /// Looks past the proxy.
    private static func count(_ pair: Pair, _ table: String) throws -> Int {
        let schema = pair.url.split(separator: "%3D").last ?? ""
        let raw = try RawPostgres(try #require(TestDatabase.server))
        return Int(try raw.rows("SELECT COUNT(*) FROM \(schema).\(table)")[0][0] ?? "") ?? -1
    }
}

extension CuttingProxy {
    /// Does the work on a thread of its own; the answer to its first COMMIT is lost, then the way is whole
    /// again.
    fileprivate func losingOneCommit<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) throws -> Result {
        let before = lostCommits
        turn(.loseCommits)
        let outcome = Mutex<Swift.Result<Result, any Error>?>(nil)
        Thread {
            let result = Swift.Result { try work() }
            outcome.withLock { $0 = result }
        }.start()
        let end = Date(timeIntervalSinceNow: 20)
        while lostCommits == before, outcome.withLock({ $0 == nil }), Date() < end { usleep(500) }
        #expect(lostCommits > before, "a COMMIT was sent and its answer lost")
        turn(.pass)
        while Date() < end {
            if let result = outcome.withLock({ $0 }) { return try result.get() }
            usleep(500)
        }
        throw StorageProblem.unreachable("test", "the work did not end within 20 s")
    }
}
