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
            guard rename(part, target) == 0 else { throw SQLiteStore.failure(target) }
            try SQLiteStore.syncFolder(of: target)
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
        let old = try keepAside(path)
        guard rename(part, path) == 0 else { throw failure(path) }
        try syncFolder(of: path)
        return old
    }

    /// SQLite's own checks: pages, indexes, references.
    package func checkWhole() throws {
        try SQLiteStore.mapping(path) {
            try pool.read { db in
                let words = try String.fetchOne(db, sql: "PRAGMA integrity_check") ?? ""
                guard words == "ok" else { throw StorageProblem.damaged(words) }
                if let row = try SQLiteSession(db).danglingRow() {
                    throw StorageProblem.damaged("\(row.table) names a row that is not there")
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

    /// Only the last connection may leave the write-ahead log: that shows that nobody else is there. The
    /// database gets a second name and keeps its own until the copy takes it over: killed in between, no
    /// moment is without a database. What stood beside it goes first, or the copy would be read with it.
    private static func keepAside(_ path: String) throws -> String? {
        if exists(path) { try leaveAlone(path) }
        let beside = ["-wal", "-shm", "-journal"].filter { exists(path + $0) }
        guard exists(path) || !beside.isEmpty else { return nil }
        var number = 1
        while ([""] + beside).contains(where: { exists("\(path).before-restore-\(number)\($0)") }) {
            number += 1
        }
        let old = "\(path).before-restore-\(number)"
        // Where the disk knows no second names, it is moved.
        if exists(path), link(path, old) != 0 {
            guard rename(path, old) == 0 else { throw failure(path) }
        }
        for suffix in beside where rename(path + suffix, old + suffix) != 0 { throw failure(path + suffix) }
        return old
    }

    private static func leaveAlone(_ path: String) throws {
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
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw StorageProblem.inUse(path)
        } catch let error as DatabaseError {
            throw StorageProblem.unreadable("\(path): \(error.description)")
        }
    }

    private static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    /// A new name is on the disk only with its folder.
    private static func syncFolder(of path: String) throws {
        let names = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        try sync(names.isEmpty ? "." : names == [""] ? "/" : names.joined(separator: "/"))
    }

    /// What the system says of its last call.
    private static func failure(_ path: String) -> StorageProblem {
        errno == ENOSPC || errno == EDQUOT
            ? .diskFull(path) : .unreadable("\(path): \(String(cString: strerror(errno)))")
    }
}
