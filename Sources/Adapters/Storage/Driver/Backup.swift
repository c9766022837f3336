package import Basics
import GRDB
import Glibc
package import UseCases

extension SQLiteStore {
    /// Copies the database as it stands at one instant into a new file, while readers and the writer go
    /// on; the copy is on the disk and whole before it gets its name.
    package func backup(to target: String) throws {
        guard !SQLiteStore.exists(target) else { throw StorageProblem.alreadyThere(target) }
        let part = target + ".part"
        unlink(part)
        do {
            try copy(to: part)
            try SQLiteStore.sync(part)
            guard rename(part, target) == 0 else { throw StorageProblem.unreadable(target) }
        } catch {
            for name in [part, part + "-journal", part + "-wal", part + "-shm"] { unlink(name) }
            throw error
        }
    }

    /// Brings a copy back: checked first, put in place last. `verify` says how many findings the copy
    /// has. A database in use is not touched; one that is there is kept beside, under another name,
    /// which is the answer.
    package static func restore(
        _ copy: String, to path: String, digest: Digest, now: Moment, verify: (SQLiteStore) throws -> Int
    ) throws -> String? {
        guard exists(copy) else { throw StorageProblem.missing(copy) }
        let lock = try WriterLock(database: path)
        defer { withExtendedLifetime(lock) {} }
        let part = path + ".restoring"
        let leftovers = ["", "-journal", "-wal", "-shm", ".lock"].map { part + $0 }
        for name in leftovers { unlink(name) }
        defer { for name in leftovers { unlink(name) } }
        try SQLiteStore(reading: copy, digest: digest).copy(to: part)
        do {
            // Writing brings the schema of an older copy up to date.
            let store = try SQLiteStore(writing: part, digest: digest, now: now)
            try store.checkWhole()
            let findings = try verify(store)
            guard findings == 0 else { throw StorageProblem.damagedCopy(copy, findings) }
            try store.leaveWAL()
        }
        try sync(part)
        let old = try moveAside(path)
        guard rename(part, path) == 0 else { throw StorageProblem.unreadable(path) }
        return old
    }

    /// SQLite's own checks: pages, indexes, references.
    package func checkWhole() throws {
        try SQLiteStore.mapping(path) {
            try pool.read { db in
                let words = try String.fetchOne(db, sql: "PRAGMA integrity_check") ?? ""
                guard words == "ok" else { throw StorageProblem.damaged(words) }
                if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
                    throw StorageProblem.damaged("\(row.text("table")) names a row that is not there")
                }
            }
        }
    }

    private func copy(to target: String) throws {
        try SQLiteStore.mapping(target) {
            let copy = try DatabaseQueue(path: target)
            try pool.backup(to: copy)
            try copy.close()
        }
    }

    /// Ends with one plain file, nothing beside it.
    private func leaveWAL() throws {
        try SQLiteStore.mapping(path) {
            _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try pool.close()
        }
    }

    /// Only the last connection may leave the write-ahead log: that shows that nobody else is there.
    private static func moveAside(_ path: String) throws -> String? {
        guard exists(path) else { return nil }
        do {
            let queue = try DatabaseQueue(path: path)
            let mode = try queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
            try queue.close()
            guard mode == "delete" else { throw StorageProblem.inUse(path) }
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_NOTADB
            || error.resultCode == .SQLITE_CORRUPT
        {
            // What is damaged beyond opening is kept aside all the same.
        } catch is DatabaseError {
            throw StorageProblem.inUse(path)
        }
        var number = 1
        while exists("\(path).before-restore-\(number)") { number += 1 }
        let old = "\(path).before-restore-\(number)"
        guard rename(path, old) == 0 else { throw StorageProblem.unreadable(path) }
        for suffix in ["-wal", "-shm"] where exists(path + suffix) { rename(path + suffix, old + suffix) }
        return old
    }

    private static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StorageProblem.unreadable(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StorageProblem.diskFull(path) }
    }
}
