import Foundation
import Glibc
import Testing

/// A real IMAP server on loopback (pymap), into which letters are put as files.
final class MailboxServer {
    let port: Int
    private let folder: TestFolder
    private let running: TestFolder.Running

    /// Letters that are there from the start.
    init(_ letters: [String] = [], faults: [String] = []) throws {
        folder = try TestFolder.quick()
        let python = try #require(MailServer.python)
        for (place, letter) in letters.enumerated() {
            try MailboxServer.put(letter, folder.path + "/\(place + 100).eml")
        }
        let script = FileManager.default.currentDirectoryPath + "/Tests/Mail/imap.py"
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

    var url: String { "imap://127.0.0.1:\(port)" }

    /// Puts one more letter in, and waits until it is there.
    func put(_ letter: String, named name: String = UUID().uuidString) throws {
        try MailboxServer.put(letter, folder.path + "/\(name).eml")
        for _ in 0..<1500 where !folder.has("\(name).taken") { usleep(20_000) }
        #expect(folder.has("\(name).taken"))
    }

    private static func put(_ letter: String, _ path: String) throws {
        // Named last, so that it is never read half.
        try Data(letter.replacing("\n", with: "\r\n").utf8).write(
            to: URL(fileURLWithPath: path), options: .atomic)
    }
}
