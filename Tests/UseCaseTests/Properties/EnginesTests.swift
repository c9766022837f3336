import Basics
import Hashing
import Storage
import Support
import Testing
import UseCases

/// The same commands leave the same contents on both engines, to the byte.
@Suite(.enabled(if: TestDatabase.isFirstRun)) struct EnginesTests {
    @Test func `random worlds end up byte for byte the same on SQLite and on PostgreSQL`() {
        let complaint = Campaign.worlds(seed: 13_000_000, usual: 12) { world, random in
            let seed = random.next()
            let inventories = try [Engine.sqlite, .postgres].map { engine in
                var random = SplitMix64(seed: seed)
                let home = try WorldTown(world, engine: engine)
                try home.takeAll(batch: Int.random(in: 1...20, using: &random))
                try home.settle()
                try home.close(world.months)
                for key in try home.town.app.papers.due(limit: 3) { _ = try home.town.app.papers.paper(key) }
                let findings = try home.town.app.verification.verify().findings
                guard findings.isEmpty else { throw Difference(text: "\(engine): \(findings)") }
                return try Inventory(of: home.town.store, digest: Sodium.digest)
            }
            return zip(inventories[0].tables, inventories[1].tables).first { $0 != $1 }
                .map { "\($0.name): \($0.rows) rows on SQLite, \($1.rows) on PostgreSQL, or other contents" }
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }

    @Test func `an installation moves to PostgreSQL and back and stays what it is`() throws {
        let town = try Town(opened: "2026-01-01", engine: .sqlite)
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.price("vm", "1300")
        try town.transfer([Make.Transfer("1000.00", for: "mcs0000000001", on: "2026-01-05")])
        try town.use("vm", in: "mcs0000000001", until: "2026-01-20T10:00:00Z")
        try town.settle()
        try town.close("2026-01")
        let before = try Inventory(of: town.store, digest: Sodium.digest)
        let url = try TestDatabase.schema()
        defer { TestDatabase.drop(url) }
        let server = try PostgresStore(writing: url, digest: Sodium.digest, now: town.now)
        #expect(try Moving.copy(from: town.store, to: server, named: url, digest: Sodium.digest) == before)
        let place = town.folder + "/back.db"
        let back = try SQLiteStore(writing: place, digest: Sodium.digest, now: town.now)
        #expect(try Moving.copy(from: server, to: back, named: place, digest: Sodium.digest) == before)
        #expect(throws: StorageProblem.alreadyThere(url)) {
            _ = try Moving.copy(from: town.store, to: server, named: url, digest: Sodium.digest)
        }
        // What moved goes on: the next month closes there as it would have here.
        let moved = town.desks(over: server)
        #expect(try moved.verification.verify().findings.isEmpty)
        #expect(
            try moved.balances.balance(of: town.project("mcs0000000001")).payment.minor == 1_000_00 - 1_300_00
        )
    }

    struct Difference: Error {
        let text: String
    }
}
