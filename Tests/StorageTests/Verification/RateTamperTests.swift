import Basics
import Documents
import Foundation
import GRDB
import Hashing
import Regions
import Storage
import Support
import Testing
import UseCases

/// Somebody with the file in hand who would like a better rate.
@Suite(.enabled(if: TestDatabase.isOnFile)) struct RateTamperTests {
    private let town: Town
    private let path: String

    /// A month of 2 000.00 at 100.0000: 20.00 EUR.
    init() throws {
        town = try Town(opened: "2026-10-01")
        try town.completeSuppliers()
        try town.price("vm", "1")
        try town.register(Make.kamille(scheme: "postpaid"))
        try town.use("vm", quantity: "2000", in: "mcs0000000008", until: "2026-10-20T10:00:00Z")
        try town.go(to: "2026-11-02T09:00:00Z")
        try town.rate("EUR", "90.0000", on: "2026-10-30")
        try town.rate("EUR", "100.0000", on: "2026-10-31")
        let report = try town.close("2026-10")
        #expect(report.blocked.isEmpty && report.documents.last?.content.agreed?.text == "20.00")
        path = town.folder + "/copy.db"
        try town.file().backup(to: path)
    }

    private func tamper(_ sql: String) throws {
        try Tamper(path).queue.write { db in
            try db.execute(sql: sql)
            #expect(db.changesCount > 0)
        }
    }

    private func tables() throws -> Set<String> {
        Set(try BusyTown.verify(path).findings.map(\.table))
    }

    private func clean() {
        for name in ["copy.db", "copy.db-wal", "copy.db-shm", "copy.db.lock"] {
            unlink("\(town.folder)/\(name)")
        }
    }

    @Test func `untouched it holds`() throws {
        defer { clean() }
        #expect(try tables() == [])
    }

    @Test(arguments: [
        "UPDATE official_rates SET millionths = 200000000 WHERE millionths = 100000000",
        "UPDATE official_rates SET units = 10 WHERE millionths = 100000000",
        "UPDATE official_rates SET added_at = added_at + 864000000000 WHERE millionths = 100000000",
        "DELETE FROM official_rates WHERE millionths = 100000000",
    ])
    func `a rate that was changed is found by itself and in the invoice that rests on it`(sql: String) throws
    {
        defer { clean() }
        try tamper(sql)
        #expect(try tables() == ["official_rates"])
        let store = try SQLiteStore(reading: path, digest: Sodium.digest)
        let replayed = try ReplayDesk(store: store, digest: Sodium.digest, papers: Town.papers)
            .replay(#require(Month("2026-10")), regions: [.moscow])
        // Without the rate of its last day the month cannot be told at all: the one before rules no longer.
        let isLost = !sql.contains("SET millionths") && !sql.contains("SET units")
        #expect(
            replayed.documents.filter { !$0.isEqual }.map(\.key.kind)
                == (isLost ? [.upd, .invoice] : [.invoice]))
    }

    @Test func `a rate that nobody published is found`() throws {
        defer { clean() }
        try tamper(
            """
            INSERT INTO official_rates (region, currency, day, units, millionths, added_at, added_by)
            SELECT region, 'USD', day, units, millionths, added_at, added_by FROM official_rates LIMIT 1
            """)
        #expect(try tables() == ["official_rates"])
    }

    /// A program that reckons otherwise: the sum is no posting, so nothing but its own check could tell.
    @Test(arguments: [
        ("\"sum\":\"10.00\"", "\"sum\":\"9.99\""), ("\"rate\":\"100.0000\"", "\"rate\":\"99.0000\""),
        ("\"day\":\"2026-11-30\"}}", "\"day\":\"2026-11-29\"}}"),
    ])
    func `a sum in euro that was reckoned wrongly when it was issued is found`(right: String, wrong: String)
        throws
    {
        defer { clean() }
        let papers = Town.papers
        let astray = Papers(
            freeze: { content in
                Array(
                    String(decoding: papers.freeze(content), as: UTF8.self)
                        .replacing(right, with: wrong).utf8)
            }, thaw: papers.thaw, xml: papers.xml, draft: papers.draft, findings: papers.findings,
            freezeInvoice: papers.freezeInvoice, thawInvoice: papers.thawInvoice,
            exchangeName: papers.exchangeName, acts: papers.acts)
        try town.use("vm", quantity: "1000", in: "mcs0000000008", until: "2026-11-10T10:00:00Z")
        try town.go(to: "2026-12-02T09:00:00Z")
        try town.rate("EUR", "100.0000", on: "2026-11-30")
        try town.go(to: "2026-12-03T09:00:00Z")
        let desks = town.desks(printing: astray)
        let report = try desks.closing.close(#require(Month("2026-11")), region: .moscow)
        #expect(report.blocked.isEmpty)
        let findings = try desks.verification.verify().findings
        #expect(findings.map(\.table) == ["documents"], "\(findings)")
        #expect(findings.allSatisfy { $0.found.hasPrefix("agreed ") }, "\(findings)")
    }
}
