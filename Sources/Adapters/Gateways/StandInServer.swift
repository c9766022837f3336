import Foundation
import Glibc

/// A small HTTP server on this machine that a stand-in answers through: one question a connection.
final class StandInServer: Sendable {
    struct Question {
        let method: String
        let path: String
        let fields: [String: String]
        let body: [UInt8]
    }

    enum Reply {
        case answer(Int, type: String, [UInt8])
        /// Takes the question and never answers, until whoever asked goes away.
        case silence
    }

    let port: Int
    private let socket: Int32
    private let reply: @Sendable (Question) -> Reply

    /// Port 0 lets the kernel choose. Throws `StandInPortTaken`.
    init(port: Int, reply: @escaping @Sendable (Question) -> Reply) throws {
        self.reply = reply
        (socket, self.port) = try StandInServer.listen(port)
        let work = self
        Thread.detachNewThread { work.accept() }
    }

    func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

    private static func listen(_ port: Int) throws -> (Int32, Int) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw StandInPortTaken() }
        var yes: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(UInt16(clamping: port).bigEndian)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && Glibc.listen(socket, 16) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        guard bound else {
            close(socket)
            throw StandInPortTaken()
        }
        return (socket, Int(UInt16(bigEndian: place.sin_port)))
    }

    private func accept() {
        while true {
            let client = Glibc.accept(socket, nil, nil)
            if client < 0 {
                if errno == EINTR || errno == ECONNABORTED { continue }
                close(socket)
                return
            }
            let work = self
            Thread.detachNewThread {
                work.serve(client)
                close(client)
            }
        }
    }

    private func serve(_ client: Int32) {
        guard let question = StandInServer.read(client) else { return }
        switch reply(question) {
        case .silence:
            var byte: UInt8 = 0
            while recv(client, &byte, 1, 0) > 0 {}
        case .answer(let status, let type, let body): send(status, type, body, to: client)
        }
    }

    private static func read(_ client: Int32) -> Question? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        func more() -> Bool {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0, bytes.count < 64 << 10 else { return false }
            bytes += buffer[..<count]
            return true
        }
        let end = Array("\r\n\r\n".utf8)
        var head: Range<Int>?
        while head == nil {
            guard more() else { return nil }
            head = bytes.firstRange(of: end)
        }
        guard let head else { return nil }
        let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ").map(String.init)
        guard words.count == 3 else { return nil }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard halves.count == 2 else { return nil }
            fields[halves[0].lowercased()] = halves[1].trimmingCharacters(in: .whitespaces)
        }
        let length = fields["content-length"].flatMap { Int($0) } ?? 0
        while bytes.count - head.upperBound < length {
            guard more() else { return nil }
        }
        return Question(
            method: words[0], path: words[1], fields: fields,
            body: Array(bytes[head.upperBound...].prefix(length)))
    }

    private func send(_ status: Int, _ type: String, _ body: [UInt8], to client: Int32) {
        let head =
            "HTTP/1.1 \(status) \(status == 200 ? "OK" : "No")\r\nContent-Type: \(type)\r\n"
            + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        var rest = (Array(head.utf8) + body)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }
}

/// The port is another's.
package struct StandInPortTaken: Error {}
