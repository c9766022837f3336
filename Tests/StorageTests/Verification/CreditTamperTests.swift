import Basics
import Contracts
import Documents
import Foundation
import GRDB
import Hashing
import Regions
import Storage
import Support
import Testing
import UseCases

/// Somebody with the file in hand who would like more days to pay.
@Suite(.enabled(if: TestDatabase.isOnFile)) struct CreditTamperTests {
    private let town: Town
    private let path: String
    private let invoice: ClosingReport.ClosedDocument

    init() throws {
        town = try Town(opened: "2026-10-01")
        try town.completeSuppliers()
        try town.price("vm", "1")
        var contract = Make.contract(scheme: "postpaid")
        contract.dueDays = 30
        try town.register(Make.romashka(contract: contract))
        try town.use("vm", quantity: "2000", in: "mcs0000000001", until: "2026-10-20T10:00:00Z")
        invoice = try #require(try town.close("2026-10").documents.first { $0.content.kind == .invoice })
        path = town.folder + "/copy.db"
        try town.file().backup(to: path)
    }

    private func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
        try Tamper(path).queue.write { db in
            try db.execute(sql: sql, arguments: arguments)
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

    @Test func `days that were changed in the contract are found, and the invoice comes out another`() throws
    {
        defer { clean() }
        try tamper(#"UPDATE accounts SET record = replace(record, '"dueDays":30', '"dueDays":60')"#)
        #expect(try tables().contains("accounts"))
        let store = try SQLiteStore(reading: path, digest: Sodium.digest)
        let replayed = try ReplayDesk(store: store, digest: Sodium.digest, papers: Town.papers)
            .replay(invoice.content.month, regions: [.moscow])
        #expect(replayed.documents.filter { !$0.isEqual }.map(\.key.kind) == [.invoice])
    }

    @Test func `a day that was changed in the frozen invoice is found, whatever digest stands beside it`()
        throws
    {
        defer { clean() }
        let text = String(decoding: invoice.frozen, as: UTF8.self)
        let bytes = Array(text.replacing(#""due":"2026-11-30""#, with: #""due":"2027-11-30""#).utf8)
        #expect(bytes != invoice.frozen)
        try tamper(
            "UPDATE documents SET content = ?, sha256 = ? WHERE kind = 'invoice'",
            [Data(bytes), Data(Sodium.digest.sha256(bytes))])
        #expect(try tables().contains("documents"))
    }
}
