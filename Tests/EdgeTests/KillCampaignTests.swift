import Foundation
import Glibc
import Support
import Testing

/// A whole life of a small database, killed over and over in every kind of work: at its n-th write, sync
/// and renaming, and at random. Nothing acknowledged is lost, nothing is doubled, `verify` finds nothing.
@Suite(.serialized) struct KillCampaignTests {
    private static let isNightly = ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"
    /// What asks the disk for something.
    private static let calls = ["pwrite64", "fdatasync", "ftruncate", "unlink", "rename", "fsync"]

    @Test func `killed two hundred times in a life, the same balances, documents and files come out`() throws
    {
        let wanted = KillCampaignTests.isNightly ? 4000 : 200
        let seed: UInt64 = KillCampaignTests.isNightly ? UInt64.random(in: 0..<1_000_000) : 20_260_202
        let calm = try Hamlet.folder()
        for step in Hamlet.life { try Hamlet.finish(step, in: calm) }
        let books = try Hamlet.outcome(calm)
        #expect(books.books.gaps == [])
        #expect(books.files.count >= 10, "there is something to lose")
        let strace = try Strace.found(in: calm)
        var random = SplitMix64(seed: seed)
        var campaign = Campaign()
        while campaign.total < wanted, campaign.lives < wanted / 10 {
            let folder = try Hamlet.folder()
            for step in Hamlet.life {
                try campaign.harass(step, in: folder, strace, &random)
                let done = try Hamlet.finish(step, in: folder)
                try campaign.check(done, of: step, in: folder)
                try Hamlet.expectClean(folder, "seed \(seed), life \(campaign.lives), after \(step)")
            }
            campaign.lives += 1
            let found = try Hamlet.outcome(folder)
            #expect(found.books.gaps == [], "seed \(seed), life \(campaign.lives)")
            if let difference = found.difference(from: books) {
                Issue.record("seed \(seed), life \(campaign.lives): \(difference)")
                return
            }
        }
        print(
            "kill campaign: seed \(seed), \(campaign.lives) lives, \(campaign.total) kills "
                + "(\(campaign.acknowledged) after the answer), by step "
                + "\(campaign.kills.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })")
        #expect(campaign.total >= wanted)
        #expect(campaign.kills.count == Set(Hamlet.life.map { $0[0] }).count, "every kind of work was killed")
    }

    /// Kills that hit, and what was acknowledged before.
    private struct Campaign {
        var lives = 0
        var kills: [String: Int] = [:]
        /// Commands that had answered when they were killed.
        var acknowledged = 0
        private var answers: [[String]: JSON] = [:]

        var total: Int { kills.values.reduce(0, +) }

        /// Kills one step again and again on the same database.
        mutating func harass(
            _ step: [String], in folder: TestFolder, _ strace: Strace?, _ random: inout SplitMix64
        ) throws {
            answers[step] = nil
            for _ in 0..<8 {
                let ran: Tool.Ran
                if let strace, !random.chance(25) {
                    let call = calls[Int.random(in: 0..<calls.count, using: &random)]
                    let last = call == "pwrite64" ? 60 : 5
                    ran = try strace.kill(
                        at: Int.random(in: 1...last, using: &random), of: call, step, in: folder)
                } else {
                    let running = try folder.start(Tool.path, step)
                    usleep(UInt32.random(in: 10_000...80_000, using: &random))
                    kill(running.pid, SIGKILL)
                    ran = running.end()
                }
                if ran.status == -SIGKILL { try note(ran, of: step, in: folder) }
            }
        }

        private mutating func note(_ ran: Tool.Ran, of step: [String], in folder: TestFolder) throws {
            kills[step[0], default: 0] += 1
            // What is cut off is no answer.
            if ran.out.hasSuffix("}\n"), let answer = try? JSON.read(ran.out) {
                acknowledged += 1
                answers[step] = answer
            }
            // A copy that bears its name is whole, however its maker ended.
            if folder.has("copy.db") {
                let ran = try folder.kontragent("verify", "--db", "copy.db")
                #expect(ran.status == 0, "the copy after \(step): \(ran.out) \(ran.err)")
            }
            try Hamlet.expectClean(folder, "killed in \(step)")
        }

        /// What a killed run had answered is what the last run finds.
        func check(_ done: Tool.Ran, of step: [String], in folder: TestFolder) throws {
            switch step[0] {
            case "import":
                let again = try folder.run(Tool.path, step).json
                #expect(again["accepted"].ints.allSatisfy { $0 == 0 }, "nothing is new: \(again)")
                #expect(again["duplicate"].int == Hamlet.records, "all that was sent is known: \(again)")
                if let answer = answers[step] {
                    let now = try done.json["accepted"]
                    #expect(now.ints.allSatisfy { $0 == 0 }, "after \(answer) nothing is new: \(now)")
                }
            case "close":
                if let answer = answers[step] {
                    #expect(try done.json["documents"] == answer["documents"], "what was issued stays")
                }
            default: break
            }
        }
    }
}

extension JSON {
    /// The numbers of an object's members.
    var ints: [Int] { keys.compactMap { self[$0].int } }
}
