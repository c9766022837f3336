import Basics
import Foundation
import Glibc

/// One process that sets papers: spoken to over a socket, killed when it takes too long. Whoever has taken
/// it out of the press alone touches it.
final class Worker: @unchecked Sendable {
    let pid: pid_t
    private let socket: Int32
    private(set) var printed = 0

    struct Silence: Error {
        let why: String
    }

    /// What it answers to a job: a paper, or why there is none.
    enum Answer {
        case paper([UInt8])
        case failed(String)
    }

    init(_ settings: PaperSettings) throws {
        var ends: [Int32] = [0, 0]
        // A socket, for `send` can be told not to raise SIGPIPE; closed in every other child.
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw PaperProblem.notStarted(String(cString: strerror(errno)))
        }
        socket = ends[0]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        let script = String(decoding: Templates.worker, as: UTF8.self)
        // Isolated: neither the folder it is started in nor the user's own packages reach it.
        let words = Worker.copied([settings.python, "-I", "-B", "-c", script])
        defer { for word in words { free(word) } }
        let environment = Worker.copied(["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"])
        defer { for word in environment { free(word) } }
        var child: pid_t = 0
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A server holds signals back in its own threads; they are not held back from its children.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let status = posix_spawn(
            &child, settings.python, &actions, &attributes, words, environment)
        // Ours to close at once: only then does the child's end tell us of the child's.
        close(ends[1])
        guard status == 0 else {
            close(ends[0])
            throw PaperProblem.notStarted(String(cString: strerror(status)))
        }
        pid = child
        try greet(settings)
    }

    /// Strings as C takes them, a null behind the last.
    private static func copied(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
        strings.map { strdup($0) } + [nil]
    }

    private func greet(_ settings: PaperSettings) throws {
        let start = Start(fonts: [settings.fonts], templates: Templates.all)
        do {
            let deadline = Deadline(milliseconds: 30_000)
            try send(JSONEncoder().encode(start) + [10], deadline)
            if let why = try receive(deadline).header.failed { throw Silence(why: why) }
        } catch let silence as Silence {
            throw PaperProblem.notStarted(silence.why)
        }
    }

    /// Throws `Silence` where the process died, hung or talked nonsense; it is of no more use then.
    func print(_ job: PaperJob, patienceMilliseconds: Int) throws -> Answer {
        let deadline = Deadline(milliseconds: patienceMilliseconds)
        let parts = [("sheet", job.sheet), ("qr", job.code), ("xml", job.attachment)]
            .compactMap { name, bytes in bytes.map { (name, $0) } }
        let header = Job(
            template: job.form.rawValue, timestamp: job.madeAt.microseconds / 1_000_000,
            parts: Dictionary(uniqueKeysWithValues: parts.map { ($0.0, $0.1.count) }))
        // Python reads the parts in the order of the header's keys.
        var message = try JSONEncoder.sorted.encode(header)
        message.append(10)
        for (_, bytes) in parts.sorted(by: { $0.0 < $1.0 }) { message.append(contentsOf: bytes) }
        try send(message, deadline)
        let answer = try receive(deadline)
        printed += 1
        if let why = answer.header.failed { return .failed(why) }
        return .paper(answer.body)
    }

    /// Ends the process at once; it keeps nothing that would be lost.
    deinit {
        close(socket)
        kill(pid, SIGKILL)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    }

    private func send(_ data: Data, _ deadline: Deadline) throws {
        let bytes = [UInt8](data)
        var sent = 0
        while sent < bytes.count {
            try wait(for: Int16(POLLOUT), deadline)
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    socket, buffer.baseAddress?.advanced(by: sent), bytes.count - sent,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count < 0 {
                guard errno == EAGAIN || errno == EINTR else { throw Worker.ended }
            } else {
                sent += count
            }
        }
    }

    private func receive(_ deadline: Deadline) throws -> (header: Header, body: [UInt8]) {
        var bytes: [UInt8] = []
        var headerEnd: Int?
        var header: Header?
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let header, let headerEnd, bytes.count >= headerEnd + header.length {
                return (header, Array(bytes[headerEnd..<headerEnd + header.length]))
            }
            try wait(for: Int16(POLLIN), deadline)
            let count = recv(socket, &chunk, chunk.count, Int32(MSG_DONTWAIT))
            if count == 0 { throw Worker.ended }
            if count < 0 {
                guard errno == EAGAIN || errno == EINTR else { throw Worker.ended }
                continue
            }
            bytes += chunk[..<count]
            if header == nil, let end = bytes.firstIndex(of: 10) {
                guard let read = try? JSONDecoder().decode(Header.self, from: Data(bytes[..<end])) else {
                    throw Silence(why: "the printing program answered nonsense")
                }
                header = read
                headerEnd = end + 1
            }
        }
    }

    private func wait(for event: Int16, _ deadline: Deadline) throws {
        var poll = pollfd(fd: socket, events: event, revents: 0)
        while true {
            let left = deadline.millisecondsLeft
            guard left > 0 else { throw Silence(why: "the printing program took too long") }
            let ready = Glibc.poll(&poll, 1, Int32(clamping: left))
            if ready > 0 { return }
            guard ready == 0 || errno == EINTR else { throw Worker.ended }
        }
    }

    private static let ended = Silence(why: "the printing program ended")

    private struct Start: Encodable {
        let fonts: [String]
        let templates: [String: String]
    }

    private struct Job: Encodable {
        let template: String
        let timestamp: Int64
        let parts: [String: Int]
    }

    private struct Header: Decodable {
        let length: Int
        let failed: String?
    }
}

/// A moment of the machine's own clock after which we wait no more.
struct Deadline {
    private let nanoseconds: UInt64

    init(milliseconds: Int) {
        nanoseconds = DispatchTime.now().uptimeNanoseconds + UInt64(max(0, milliseconds)) * 1_000_000
    }

    var millisecondsLeft: Int {
        let now = DispatchTime.now().uptimeNanoseconds
        return now >= nanoseconds ? 0 : Int((nanoseconds - now + 999_999) / 1_000_000)
    }
}

extension JSONEncoder {
    static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
