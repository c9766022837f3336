import Dispatch
import Foundation
import Glibc
import Synchronization

/// Files that are made together, each whole or not at all: the disk is waited for once, not once a file.
/// What a killed program leaves of one has one name, which the next one takes over.
final class FileBatch {
    private var paths: [String] = []
    private var folders: Set<String> = []

    /// Writes a file under a name beside its own, which it gets when the batch is finished.
    func write(_ bytes: [UInt8], to path: String) throws {
        try make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        let descriptor = open(FileBatch.part(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Folder.unwritable(path) }
        let isWhole = Folder.writeAll(bytes, to: descriptor)
        let why = Folder.unwritable(path)
        guard close(descriptor) == 0, isWhole else {
            unlink(FileBatch.part(path))
            throw isWhole ? Folder.unwritable(path) : why
        }
        paths.append(path)
        if paths.count >= FileBatch.most { try finish() }
    }

    /// Waits until all of it is on the disk and gives the files their names.
    func finish() throws {
        let paths = self.paths
        self.paths = []
        do {
            try FileBatch.sync(paths)
            for path in paths where rename(FileBatch.part(path), path) != 0 { throw Folder.unwritable(path) }
        } catch {
            for path in paths { unlink(FileBatch.part(path)) }
            throw error
        }
    }

    /// Several at once: the disk then takes them together.
    private static func sync(_ paths: [String]) throws {
        let failed = Mutex<SettingsProblem?>(nil)
        let waiting = DispatchGroup()
        for lane in 0..<min(lanes, paths.count) {
            waiting.enter()
            Thread {
                for path in stride(from: lane, to: paths.count, by: lanes).lazy.map({ paths[$0] }) {
                    let descriptor = open(part(path), O_WRONLY | O_CLOEXEC)
                    if descriptor < 0 || fsync(descriptor) != 0 {
                        let problem = Folder.unwritable(path)
                        failed.withLock { $0 = $0 ?? problem }
                    }
                    if descriptor >= 0 { close(descriptor) }
                }
                waiting.leave()
            }.start()
        }
        waiting.wait()
        if let problem = failed.withLock({ $0 }) { throw problem }
    }

    private static let lanes = 16

    private func make(_ folder: String) throws {
        guard folders.insert(folder).inserted else { return }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            folders.remove(folder)
            throw SettingsProblem.unwritable(folder, error.localizedDescription)
        }
    }

    private static func part(_ path: String) -> String { path + ".part" }

    private static let most = 300
}
