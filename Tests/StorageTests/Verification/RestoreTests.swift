import Basics
import Formats
import Foundation
import GRDB
import Hashing
import Storage
import Support
import Testing
import UseCases

@Suite(.enabled(if: TestDatabase.isOnFile)) struct RestoreTests {
    @Test func `a copy made while the town works comes back whole, and life goes on in it`() throws {
        let town = try BusyTown.make(busy: 16)
        let copy = town.folder + "/copy.db"
        try town.file().backup(to: copy)
        let balance = try town.balance(BusyTown.pids[0])
        // What happens after the copy is not in it.
        try town.credit("1.00", to: BusyTown.pids[0], at: "2026-04-29T10:00:00Z", id: "after")
        try town.settle()
        let place = town.folder + "/restored.db"
        #expect(try restore(copy, to: place) == nil)
        let store = try SQLiteStore(writing: place, digest: Sodium.digest, now: town.now)
        let app = App(
            store: store, clock: .stopped(at: town.now), ids: IDs { "" }, digest: Sodium.digest,
            papers: Town.papers, printer: Town.plainPress, bank: BankFiles(read: OneCStatement.read),
            secrets: Town.secrets)
        _ = try app.settlement.settle(until: town.now)
        #expect(try app.balances.balance(of: town.project(BusyTown.pids[0])) == balance)
        #expect(try BusyTown.verify(place).findings.isEmpty)
        clean(town, ["copy.db", "restored.db"])
    }

    @Test func `a database that is there is kept beside`() throws {
        let town = try BusyTown.make(busy: 8)
        let copy = town.folder + "/copy.db"
        let place = town.folder + "/place.db"
        try town.file().backup(to: copy)
        #expect(try restore(copy, to: place) == nil)
        let old = try #require(try restore(copy, to: place))
        #expect(try BusyTown.verify(old).findings.isEmpty)
        #expect(try BusyTown.verify(place).findings.isEmpty)
        clean(town, ["copy.db", "place.db", "place.db.before-restore-1"])
    }

    @Test func `what a killed restore left beside does not get into the copy`() throws {
        let town = try BusyTown.make(busy: 8)
        let copy = town.folder + "/copy.db"
        let place = town.folder + "/place.db"
        try town.file().backup(to: copy)
        try town.credit("1.00", to: BusyTown.pids[0], at: "2026-04-29T10:00:00Z", id: "after")
        // The log of a database that was there: its pages would be read as the copy's own.
        try FileManager.default.copyItem(atPath: town.folder + "/town.db-wal", toPath: place + "-wal")
        let old = try #require(try restore(copy, to: place))
        #expect(FileManager.default.fileExists(atPath: old + "-wal"))
        #expect(try BusyTown.verify(place).findings.isEmpty)
        let credits = try DatabaseQueue(path: place).read {
            try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM credits WHERE id = 'after'")
        }
        #expect(credits == 0)
        clean(town, ["copy.db", "place.db", "place.db.before-restore-1"])
    }

    @Test func `a database in use is not overwritten`() throws {
        let town = try BusyTown.make(busy: 8)
        let copy = town.folder + "/copy.db"
        let place = town.folder + "/town.db"
        try town.file().backup(to: copy)
        #expect(throws: StorageProblem.otherWriter(path: place, pid: getpid())) {
            try restore(copy, to: place)
        }
        // A reader alone is in the way too.
        let other = town.folder + "/other.db"
        try restore(copy, to: other)
        let reader = try SQLiteStore(reading: other, digest: Sodium.digest)
        try #expect(reader.schemaVersion() == town.store.schemaVersion())
        #expect(throws: StorageProblem.inUse(other)) { try restore(copy, to: other) }
        try #expect(reader.schemaVersion() == town.store.schemaVersion())
        clean(town, ["copy.db", "other.db"])
    }

    @Test func `a damaged copy is not put in place`() throws {
        let town = try BusyTown.make(busy: 8)
        let copy = town.folder + "/copy.db"
        let place = town.folder + "/place.db"
        try town.file().backup(to: copy)
        try DatabaseQueue(path: copy).write {
            try $0.execute(sql: "UPDATE lots SET remaining = remaining - 1 WHERE remaining > 0")
        }
        #expect(throws: StorageProblem.self) { try restore(copy, to: place) }
        #expect(!FileManager.default.fileExists(atPath: place))
        #expect(throws: StorageProblem.missing(town.folder + "/none.db")) {
            try restore(town.folder + "/none.db", to: place)
        }
        clean(town, ["copy.db", "place.db"])
    }

    @Test func `a backup does not overwrite`() throws {
        let town = try BusyTown.make(busy: 8)
        let copy = town.folder + "/copy.db"
        try town.file().backup(to: copy)
        #expect(throws: StorageProblem.alreadyThere(copy)) { try town.file().backup(to: copy) }
        clean(town, ["copy.db"])
    }

    @discardableResult
    private func restore(_ copy: String, to place: String) throws -> String? {
        try SQLiteStore.restore(copy, to: place, digest: Sodium.digest, now: Moment(microseconds: 0)) {
            store in
            try VerificationDesk(store: store, digest: Sodium.digest, thaw: Town.papers.thaw).verify().count
        }
    }

    private func clean(_ town: Town, _ names: [String]) {
        for name in names {
            for suffix in ["", "-wal", "-shm", ".lock"] { unlink("\(town.folder)/\(name)\(suffix)") }
        }
    }
}
