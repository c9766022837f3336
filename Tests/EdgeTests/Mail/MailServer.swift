import Foundation
import Glibc
import Testing

/// A real mail server on loopback (aiosmtpd), which keeps what it takes and refuses what it is told to.
final class MailServer {
    let port: Int
    private let folder: TestFolder
    private let running: TestFolder.Running

    /// Nil = scripts/setup could not fetch it.
    static let python: String? = {
        let path = FileManager.default.currentDirectoryPath + "/.build/mail/bin/python3"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    init(_ faults: String...) throws {
        folder = try TestFolder.quick()
        let python = try #require(MailServer.python)
        let script = FileManager.default.currentDirectoryPath + "/Tests/Mail/server.py"
        running = try folder.start(python, [script, "."] + faults)
        var said = ""
        for _ in 0..<1500 where !said.contains("\n") {
            usleep(20_000)
            said = String(
                decoding: FileManager.default.contents(atPath: running.out) ?? Data(), as: UTF8.self)
        }
        port = try #require(Int(said.prefix { $0 != "\n" }))
    }

    deinit {
        kill(running.pid, SIGKILL)
        _ = running.end()
    }

    var url: String { "smtp://127.0.0.1:\(port)" }

    /// The letters it took so far, in their order.
    func letters() throws -> [JSON] {
        var found: [JSON] = []
        while folder.has("\(found.count + 1).json") {
            found.append(try JSON.read(folder.text("\(found.count + 1).json")))
        }
        return found
    }

    /// Waits for so many.
    func letters(_ count: Int) throws -> [JSON] {
        for _ in 0..<600 {
            let found = try letters()
            if found.count >= count { return found }
            usleep(50_000)
        }
        return try letters()
    }
}

extension JSON {
    /// A field of a letter's head.
    func field(_ name: String) -> String? {
        self["fields"].list.first { $0.list.first?.text == name }?.list.last?.text
    }
}
