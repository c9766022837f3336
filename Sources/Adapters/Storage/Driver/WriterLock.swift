import Basics
import Glibc

/// One writing process for one SQLite file: held by a lock the kernel lets go when the process ends,
/// however it ends. The file beside the database tells who holds it.
final class WriterLock: Sendable {
    private let descriptor: Int32

    init(database path: String) throws {
        let lockPath = path + ".lock"
        descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw StorageProblem.unreadable(WriterLock.reason(lockPath)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = WriterLock.holder(descriptor)
            close(descriptor)
            throw StorageProblem.otherWriter(path: path, pid: holder)
        }
        let pid = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, pid, pid.count, 0) == pid.count else {
            // The lock holds all the same; only its name tag could not be written (a full disk).
            return
        }
    }

    deinit { close(descriptor) }

    private static func holder(_ descriptor: Int32) -> Int32 {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).prefix { (48...57).contains($0) }
        return Int32(String(decoding: digits, as: UTF8.self)) ?? 0
    }

    private static func reason(_ path: String) -> String { "\(path): \(String(cString: strerror(errno)))" }
}
