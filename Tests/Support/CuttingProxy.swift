import Foundation
import Glibc
import Synchronization

/// A way to PostgreSQL that fails on demand: it passes bytes between two unix sockets, and can cut them,
/// turn newcomers away, or let a COMMIT reach the server and lose what the server says to it.
package final class CuttingProxy: Sendable {
    package enum Mode: Sendable {
        case pass
        /// Newcomers find the door shut.
        case refuse
        /// The answer to each COMMIT is lost and its connection with it.
        case loseCommits
        /// The answer to one COMMIT is lost, and from then on newcomers find the door shut.
        case loseCommitAndShut
        /// One COMMIT never reaches the server, and from then on newcomers find the door shut.
        case holdCommitAndShut
        /// The server tells newcomers that it is of version 14.
        case disguiseAsOld
    }

    private struct State {
        var mode = Mode.pass
        var open: [Int32] = []
        var lost = 0
        var isOver = false
    }

    private let folder: String
    private let target: String
    private let listener: Int32
    private let state = Mutex(State())

    /// Before the server of a URL of ours; `url` leads through it.
    package init(before server: String) throws {
        guard let found = server.range(of: "host=") else { throw TownProblem.noServer }
        target = String(server[found.upperBound...].prefix { $0 != "&" }) + "/.s.PGSQL.5432"
        var template = Array("/tmp/kontragent-proxy-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TownProblem.noFolder }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        url = server.replacing(target.dropLast("/.s.PGSQL.5432".count), with: folder)
        listener = CuttingProxy.socket()
        guard CuttingProxy.with("\(folder)/.s.PGSQL.5432", { bind(listener, $0, $1) }) == 0,
            listen(listener, 64) == 0
        else { throw TownProblem.noFolder }
        let thread = Thread { [self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0, !state.withLock({ $0.isOver }) else { return }
                admit(client)
            }
        }
        thread.start()
    }

    package let url: String

    package var lostCommits: Int { state.withLock { $0.lost } }

    package func turn(_ mode: Mode) { state.withLock { $0.mode = mode } }

    /// Cuts every connection there is.
    package func cut() {
        for descriptor in state.withLock({ $0.open }) { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }

    package func end() {
        state.withLock { $0.isOver = true }
        cut()
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        unlink("\(folder)/.s.PGSQL.5432")
        rmdir(folder)
    }

    private func admit(_ client: Int32) {
        if case .refuse = state.withLock({ $0.mode }) {
            close(client)
            return
        }
        let server = CuttingProxy.socket()
        guard CuttingProxy.with(target, { connect(server, $0, $1) }) == 0 else {
            close(server)
            close(client)
            return
        }
        state.withLock { $0.open += [client, server] }
        let link = Link()
        Thread { [self] in
            pump(client, server) { bytes in
                guard link.client(bytes, state.withLock { $0.mode }) else { return true }
                hold()
                return false
            }
        }.start()
        Thread { [self] in
            pump(server, client) { bytes in
                if case .disguiseAsOld = state.withLock({ $0.mode }) { CuttingProxy.disguise(&bytes) }
                guard link.isLosing, !bytes.isEmpty else { return true }
                state.withLock { state in
                    state.lost += 1
                    if case .loseCommitAndShut = state.mode { state.mode = .refuse }
                }
                return false
            }
        }.start()
    }

    /// Keeps a connection as it is while the door is shut.
    private func hold() {
        state.withLock { state in
            state.lost += 1
            state.mode = .refuse
        }
        while state.withLock({ if case .refuse = $0.mode { !$0.isOver } else { false } }) { usleep(1_000) }
    }

    /// Passes bytes on until either side ends or they are not to be passed.
    private func pump(_ from: Int32, _ to: Int32, _ passes: (inout [UInt8]) -> Bool) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        reading: while true {
            let count = read(from, &buffer, buffer.count)
            guard count > 0 else { break }
            var bytes = Array(buffer.prefix(count))
            guard passes(&bytes) else { break }
            var sent = 0
            while sent < count {
                let written = bytes.withUnsafeBytes {
                    send(to, $0.baseAddress.map { $0 + sent }, count - sent, Int32(MSG_NOSIGNAL))
                }
                guard written > 0 else { break reading }
                sent += written
            }
        }
        shutdown(from, Int32(SHUT_RDWR))
        shutdown(to, Int32(SHUT_RDWR))
        // Both threads pass here; the numbers are given back by whoever comes last.
        let isLast = state.withLock { state in
            let isLast = !state.open.contains(to)
            state.open.removeAll { $0 == from }
            return isLast
        }
        if isLast {
            close(from)
            close(to)
        }
    }

    /// What the server says of its version as it greets, in as many bytes.
    private static func disguise(_ bytes: inout [UInt8]) {
        let name = Array("server_version\0".utf8)
        guard let found = bytes.firstRange(of: name), bytes.count > found.upperBound + 1 else { return }
        bytes.replaceSubrange(found.upperBound..<found.upperBound + 2, with: Array("14".utf8))
    }

    private static func socket() -> Int32 { Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) }

    private static func with(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    /// What one connection has said so far, message by message.
    private final class Link: Sendable {
        private struct Talk {
            var rest: [UInt8] = []
            var hasBegun = false
            var commits: Set<[UInt8]> = []
            var isLosing = false
            var isHeld = false
        }

        private let talk = Mutex(Talk())

        var isLosing: Bool { talk.withLock { $0.isLosing } }

        /// Reads along: a statement is prepared under a name, and bound by it later. Whether it is to be held.
        func client(_ bytes: [UInt8], _ mode: Mode) -> Bool {
            talk.withLock { talk in
                talk.rest += bytes
                while true {
                    let head = talk.hasBegun ? 1 : 0
                    guard talk.rest.count >= head + 4 else { return talk.isHeld }
                    let length = talk.rest[head..<head + 4].reduce(0) { $0 << 8 | Int($1) }
                    guard talk.rest.count >= head + length else { return talk.isHeld }
                    let body = Array(talk.rest[(head + 4)..<(head + length)])
                    if talk.hasBegun { note(talk.rest[0], body, mode, &talk) }
                    talk.hasBegun = true
                    talk.rest.removeFirst(head + length)
                }
            }
        }

        private func note(_ kind: UInt8, _ body: [UInt8], _ mode: Mode, _ talk: inout Talk) {
            let words = body.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map(
                Array.init)
            guard words.count > 1 else { return }
            switch kind {
            case UInt8(ascii: "P") where words[1] == Array("COMMIT".utf8): talk.commits.insert(words[0])
            case UInt8(ascii: "B") where talk.commits.contains(words[1]):
                switch mode {
                case .loseCommits, .loseCommitAndShut: talk.isLosing = true
                case .holdCommitAndShut: talk.isHeld = true
                default: break
                }
            default: break
            }
        }
    }
}
