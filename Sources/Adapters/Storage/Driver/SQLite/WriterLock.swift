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
        // Where this throws, deinit closes the file.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw StorageProblem.otherWriter(path: path, pid: WriterLock.holder(descriptor))
        }
        // Written before it is cut to length, so that the name tag is never empty for a reader. If it
        // cannot be written (a full disk) the lock holds all the same.
        let pid = Array("\(getpid())\n".utf8)
        if pwrite(descriptor, pid, pid.count, 0) == pid.count { _ = ftruncate(descriptor, pid.count) }
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
