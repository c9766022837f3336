import Foundation
import Glibc
import Synchronization
import Testing

/// The program serving a database of a test's own, at ports the kernel chose.
final class Server: Sendable {
    let folder: TestFolder
    let running: TestFolder.Running
    let port: Int
    let controlPort: Int
    private let isEnded = Mutex(false)

    init(_ folder: TestFolder, _ words: [String] = [], environment: [String] = []) throws {
        self.folder = folder
        running = try folder.start(
            Tool.path, ["serve", "--listen", "127.0.0.1:0", "--control", "127.0.0.1:0"] + words,
            environment: environment)
        // It says where it listens on its first two lines.
        var ports: [Int] = []
        for _ in 0..<1500 where ports.count < 2 {
            usleep(20_000)
            let said = String(
                decoding: FileManager.default.contents(atPath: running.out) ?? Data(), as: UTF8.self)
            guard said.filter({ $0 == "\n" }).count >= 2 else { continue }
            ports = said.split(separator: "\n").compactMap { Int($0.split(separator: ":").last ?? "") }
        }
        guard ports.count == 2 else {
            kill(running.pid, SIGKILL)
            throw ToolProblem.notStarted("serve", running.end().err)
        }
        (port, controlPort) = (ports[0], ports[1])
    }

    deinit { if !isEnded.withLock({ $0 }) { end(with: SIGKILL) } }

    @discardableResult func end(with signal: Int32 = SIGTERM) -> Tool.Ran {
        isEnded.withLock { $0 = true }
        kill(running.pid, signal)
        return running.end()
    }

    /// Waits for it to end by itself, or by a signal sent before.
    func wait() -> Tool.Ran {
        isEnded.withLock { $0 = true }
        return running.end()
    }

    func wire(seconds: Int = 20) throws -> Wire { try Wire(port: port, seconds: seconds) }

    func metric(_ line: String) throws -> Int {
        let text = try Wire(port: controlPort).ask("GET", "/metrics").text
        let found = text.split(separator: "\n").first { $0.hasPrefix(line + " ") }
        return found.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
    }

    /// A folder with a small database and tokens: what the tests of the door begin with.
    static func stocked() throws -> (folder: TestFolder, tokens: [String: String]) {
        let folder = try TestFolder.quick()
        var dataset = Dataset()
        dataset.accounts = [Dataset.sidorov(pids: ["mcs0000000001", "mcs0000000002"])]
        dataset.prices = [Dataset.price()]
        try dataset.write(in: folder)
        #expect(try folder.kontragent("import", "data").status == 0)
        var tokens: [String: String] = [:]
        for scope in ["usage", "catalog", "money", "closing", "read", "balance"] {
            tokens[scope] = try folder.token("--name", scope, "--scope", scope)
        }
        tokens["own"] = try folder.token(
            "--name", "own", "--scope", "read", "--scope", "usage", "--project", "mcs0000000002")
        tokens["revoked"] = try folder.token("--name", "revoked", "--scope", "read")
        #expect(try folder.kontragent("token", "revoke", "revoked").status == 0)
        return (folder, tokens)
    }
}

extension TestFolder {
    /// Makes a token and answers with its text.
    func token(_ words: String...) throws -> String {
        let ran = try run(Tool.path, ["token", "create"] + words)
        #expect(ran.status == 0, "\(ran.err)")
        return String(ran.out.prefix { $0 != "\n" })
    }
}
