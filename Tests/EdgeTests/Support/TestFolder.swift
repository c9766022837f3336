import Foundation
import Glibc
import Synchronization

/// A folder of a test's own, gone when the test is over. Programs run inside it, so that the default
/// database is its `kontragent.db`.
final class TestFolder: Sendable {
    let path: String
    private let runs = Mutex(0)

    init(in parent: String = "/tmp") throws {
        var template = Array("\(parent)/kontragent-edge-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ToolProblem.noFolder }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A folder in memory where there is room: a killed process leaves the same there as on a disk, and
    /// the many tests that kill do not wait for one.
    static func quick() throws -> TestFolder {
        var space = statvfs()
        let memory = "/dev/shm"
        let isRoomy =
            statvfs(memory, &space) == 0 && UInt64(space.f_bavail) * UInt64(space.f_frsize) > 256 << 20
        return try TestFolder(in: isRoomy && access(memory, W_OK) == 0 ? memory : "/tmp")
    }

    // A folder left behind in /tmp harms nothing.
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

    /// Runs `kontragent` with these words to its end.
    func kontragent(_ words: String..., environment: [String] = []) throws -> Tool.Ran {
        try run(Tool.path, words, environment: environment)
    }

    /// Runs any program to its end.
    func run(_ program: String, _ words: [String], environment: [String] = []) throws -> Tool.Ran {
        let started = try start(program, words, environment: environment)
        return started.end()
    }

    func start(
        _ program: String = Tool.path, _ words: [String], environment: [String] = []
    ) throws -> Running {
        let number = runs.withLock { count in
            count += 1
            return count
        }
        let (out, err) = (file(".\(number).out"), file(".\(number).err"))
        let pid = try Tool.start(program, words, in: path, out: out, err: err, environment: environment)
        return Running(pid: pid, out: out, err: err)
    }

    /// A process on its way.
    struct Running {
        let pid: pid_t
        let out: String
        let err: String

        /// Waits for it and gathers what it printed.
        func end() -> Tool.Ran {
            let status = Tool.wait(pid)
            return Tool.Ran(status: status, out: text(out), err: text(err))
        }

        private func text(_ path: String) -> String {
            defer { unlink(path) }
            return String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        }
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(fileURLWithPath: file(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
    }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// Every file below a folder, by its relative path, bytewise.
    func files(below name: String) -> [String] {
        let found = FileManager.default.enumerator(atPath: file(name))?.compactMap { $0 as? String } ?? []
        return found.filter { entry in
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(
                atPath: file("\(name)/\(entry)"), isDirectory: &isFolder)
            return isThere && !isFolder.boolValue
        }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Takes a folder's or file's copy, as `cp -a` makes it.
    func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: file(name), toPath: file(other))
    }
}
