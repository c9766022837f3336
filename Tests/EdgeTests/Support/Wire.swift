import Glibc

/// A connection of a client of the tests' own: it writes the bytes it is told to, right or wrong, and
/// reads answers off the wire. It waits no longer than its limit.
final class Wire {
    struct Answer {
        let status: Int
        let fields: [String: String]
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        var json: JSON { get throws { try JSON.read(text) } }
    }

    enum Broken: Error {
        case noConnection
        case ended
        case tookTooLong
        case noAnswer(String)
    }

    private let descriptor: Int32
    private var unread: [UInt8] = []

    init(port: Int, seconds: Int = 20) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard descriptor >= 0, status == 0 else { throw Broken.noConnection }
    }

    deinit { close(descriptor) }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Broken.ended }
            rest = rest.dropFirst(count)
        }
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    /// Says that nothing more comes, and still listens.
    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Writes a whole request and reads its answer.
    func ask(
        _ method: String = "GET", _ path: String, token: String? = nil, type: String? = nil,
        body: [UInt8] = [], fields: [String] = []
    ) throws -> Answer {
        try send(Wire.request(method, path, token: token, type: type, body: body, fields: fields))
        return try answer(toHead: method == "HEAD")
    }

    static func request(
        _ method: String, _ path: String, token: String? = nil, type: String? = nil, body: [UInt8] = [],
        fields: [String] = []
    ) -> [UInt8] {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: test"] + fields
        if let token { lines.append("Authorization: Bearer \(token)") }
        if let type { lines.append("Content-Type: \(type)") }
        if !body.isEmpty || type != nil { lines.append("Content-Length: \(body.count)") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    /// The next answer; those that only say «go on» are passed over unless asked for.
    func answer(toHead: Bool = false, informational: Bool = false) throws -> Answer {
        while true {
            let lines = try head().split(separator: "\r\n").map(String.init)
            let words = (lines.first ?? "").split(separator: " ")
            guard words.count > 1, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
                throw Broken.noAnswer(lines.first ?? "")
            }
            var fields: [String: String] = [:]
            for line in lines.dropFirst() {
                let halves = line.split(separator: ":", maxSplits: 1)
                let (name, value) = (
                    halves[0].lowercased(), halves.count > 1 ? halves[1].drop { $0 == " " } : ""
                )
                // Cookies come each in a field of its own.
                let before = name == "set-cookie" ? fields[name].map { $0 + "\n" } ?? "" : ""
                fields[name] = before + value
            }
            if status < 200, !informational { continue }
            let isEmpty = toHead || status < 200 || status == 204 || status == 304
            let body = isEmpty ? [] : try body(fields)
            return Answer(status: status, fields: fields, body: body)
        }
    }

    /// Whether the other side has ended the connection.
    var isEnded: Bool {
        do {
            while true { try fill() }
        } catch Broken.ended { return true } catch { return false }
    }

    private func body(_ fields: [String: String]) throws -> [UInt8] {
        if let length = fields["content-length"].flatMap({ Int($0) }) { return try take(length) }
        guard fields["transfer-encoding"] == "chunked" else { return [] }
        var body: [UInt8] = []
        while true {
            let line = try line()
            guard let size = Int(line, radix: 16) else { throw Broken.noAnswer(line) }
            body += try take(size)
            _ = try take(2)
            if size == 0 { return body }
        }
    }

    private func head() throws -> String {
        var text = ""
        while true {
            let line = try line()
            if line.isEmpty, !text.isEmpty { return text }
            text += line + "\r\n"
        }
    }

    private func line() throws -> String {
        while true {
            if let end = unread.firstIndex(of: 0x0A) {
                let line = unread[..<end].filter { $0 != 0x0D }
                unread.removeFirst(end + 1)
                return String(decoding: line, as: UTF8.self)
            }
            try fill()
        }
    }

    private func take(_ count: Int) throws -> [UInt8] {
        while unread.count < count { try fill() }
        defer { unread.removeFirst(count) }
        return Array(unread.prefix(count))
    }

    private func fill() throws {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else {
            throw count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? Broken.tookTooLong : Broken.ended
        }
        unread += chunk.prefix(count)
    }
}
