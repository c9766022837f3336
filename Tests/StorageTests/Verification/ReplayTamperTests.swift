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

/// Somebody with the file in hand, and what a replay says of it.
@Suite(.enabled(if: TestDatabase.isOnFile)) struct ReplayTamperTests {
    private let town: Town
    private let path: String

    init() throws {
        town = try BusyTown.make(busy: 24)
        path = town.folder + "/copy.db"
        try town.file().backup(to: path)
    }

    private func replay(_ month: String, region: Region = .moscow) throws -> ReplayReport {
        let store = try SQLiteStore(reading: path, digest: Sodium.digest)
        return try ReplayDesk(store: store, digest: Sodium.digest, papers: Town.papers)
            .replay(#require(Month(month)), regions: [region])
    }

    private func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
        try Tamper(path).queue.write { db in
            try db.execute(sql: sql, arguments: arguments)
            #expect(db.changesCount > 0)
        }
    }

    private func issued(_ month: String) throws -> [ClosingReport.ClosedDocument] {
        try town.app.closing.documents(#require(Month(month)), region: .moscow)
    }

    private func clean() {
        for name in ["copy.db", "copy.db-wal", "copy.db-shm", "copy.db.lock"] {
            unlink("\(town.folder)/\(name)")
        }
    }

    @Test func `every month of a busy town comes out the same`() throws {
        defer { clean() }
        var documents = 0
        for region in Region.allCases {
            for month in ["2026-01", "2026-02", "2026-03"] {
                let report = try replay(month, region: region)
                #expect(report.isEqual, "\(month) \(region)")
                documents += report.documents.count
            }
        }
        #expect(documents >= 9)
    }

    @Test func `a changed event is named by the document and the place where it shows`() throws {
        defer { clean() }
        try tamper(
            """
            UPDATE usage_events SET quantity = quantity + 1000 WHERE project = 'mcs0000000001' AND arrival IN
                (SELECT arrival FROM usage_events WHERE project = 'mcs0000000001' AND sku = 'disk'
                 ORDER BY ended_at LIMIT 1)
            """)
        let report = try replay("2026-01")
        #expect(!report.isEqual)
        let wrong = try #require(report.documents.first { !$0.isEqual })
        #expect(wrong.customer == AccountID("romashka"))
        guard case .differs(let place) = wrong.json else {
            Issue.record("\(wrong.json)")
            return
        }
        #expect(place.found != place.expected)
        #expect(report.documents.filter { !$0.isEqual }.allSatisfy { $0.customer == wrong.customer })
    }

    @Test func `a changed day line changes no document: it is not asked`() throws {
        defer { clean() }
        try tamper("UPDATE day_lines SET posted = posted + 1, accrued_minor = accrued_minor + 1")
        try tamper("UPDATE portions SET amount = amount + 1")
        for month in ["2026-01", "2026-02", "2026-03"] { #expect(try replay(month).isEqual) }
    }

    @Test func `a changed document is named with the byte`() throws {
        defer { clean() }
        let issued = try #require(issued("2026-02").last)
        var bytes = issued.frozen
        let place = bytes.count / 2
        bytes[place] ^= 1
        try tamper(
            "UPDATE documents SET content = ? WHERE kind = ? AND number = ? AND year = 2026",
            [Data(bytes), issued.content.kind.rawValue, issued.content.number])
        let wrong = try replay("2026-02").documents.filter { !$0.isEqual }
        #expect(wrong.map(\.key.number) == [issued.content.number])
        guard case .differs(let found)? = wrong.first?.json else {
            Issue.record("\(wrong)")
            return
        }
        #expect(found.offset == place || wrong[0].keptContent == nil)
    }

    @Test func `a changed digest, a lost document and one too many are named`() throws {
        defer { clean() }
        let first = try #require(issued("2026-02").first?.content)
        try tamper(
            "UPDATE documents SET sha256 = x'00' WHERE kind = ? AND number = ? AND year = 2026",
            [first.kind.rawValue, first.number])
        var report = try replay("2026-02")
        #expect(
            report.documents.filter { !$0.isEqual }.map(\.json) == [
                .otherDigest(
                    found: "00",
                    expected: Hex.text(Sodium.digest.sha256(Town.papers.freeze(first))))
            ])
        try tamper("DELETE FROM document_shares")
        try tamper("DELETE FROM documents WHERE kind = 'upd' AND number = 1")
        report = try replay("2026-01")
        #expect(report.documents.filter { $0.json == .notKept }.map(\.key.text) == ["moscow/upd/2026/1"])
        try tamper(
            """
            INSERT INTO documents SELECT supplier, kind, year, number + 500, region, account, month, day,
                issued_at, position + 500, content, sha256 FROM documents
            WHERE region = 'moscow' AND month = (SELECT MAX(month) FROM documents) LIMIT 1
            """)
        report = try replay("2026-03")
        #expect(report.documents.count { $0.json == .notMade(because: nil) } == 1)
    }

    @Test func `changed accounts, credits and prices show in the documents that rest on them`() throws {
        defer { clean() }
        try tamper(
            "UPDATE accounts SET record = replace(record, 'Вавилова', 'Вавулова') WHERE id = 'romashka'")
        var wrong = try replay("2026-01").documents.filter { !$0.isEqual }
        #expect(!wrong.isEmpty && wrong.allSatisfy { $0.customer == AccountID("romashka") })
        try tamper("UPDATE credits SET payer = '7736050003' WHERE means = 'bank'")
        wrong = try replay("2026-02").documents.filter { !$0.isEqual }
        #expect(!wrong.isEmpty)
        try tamper("DELETE FROM facts WHERE chain = 'runs/mcs0000000006' AND sequence = 1")
        wrong = try replay("2026-02").documents.filter { $0.customer == AccountID("vasilek") }
        #expect(!wrong.isEmpty)
        #expect(wrong.allSatisfy { $0.json == .notMade(because: "facts runs/mcs0000000006") })
        try tamper("UPDATE price_listings SET price = price + 1000000 WHERE region = 'kazakhstan'")
        #expect(try replay("2026-01", region: .kazakhstan).regions == [.kazakhstan])
    }
}
