import Glibc

/// A connection of a client: requests out, answers in, one after the other. As little as can be, for it
/// shares the processor with the server it measures.
final class Wire {
    private let descriptor: Int32
    private let port: Int
    private let token: String
    private var buffer: [UInt8] = []

    struct Answer {
        let status: Int
        let body: [UInt8]

        var text: String { String(decoding: body.prefix(300), as: UTF8.self) }
    }

    init(port: Int, token: String) throws {
        self.port = port
        self.token = token
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try BenchFault.hold(descriptor >= 0, "no socket: \(errno)")
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try BenchFault.hold(code == 0, "not connected: \(errno)")
        var isOn: Int32 = 1
        setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(descriptor) }

    func get(_ path: String) throws -> Answer {
        try send(Array("GET \(path) HTTP/1.1\r\n\(fields)\r\n".utf8))
        return try answer()
    }

    func post(_ path: String, type: String, _ body: [UInt8]) throws -> Answer {
        let head =
            "POST \(path) HTTP/1.1\r\n\(fields)Content-Type: \(type)\r\n"
            + "Content-Length: \(body.count)\r\n\r\n"
        if body.count < 1 << 16 {
            try send(Array(head.utf8) + body)
        } else {
            try send(Array(head.utf8))
            try send(body)
        }
        return try answer()
    }

    private var fields: String { "Host: 127.0.0.1:\(port)\r\nAuthorization: Bearer \(token)\r\n" }

    private func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            try BenchFault.hold(count > 0, "the connection broke while sending: \(errno)")
            sent += count
        }
    }

    private func answer() throws -> Answer {
        var end = headEnd(from: 0)
        while end == nil {
            let from = max(0, buffer.count - 3)
            try receive()
            end = headEnd(from: from)
        }
        let size = length(within: end ?? 0)
        let start = (end ?? 0) + 4
        while buffer.count < start + size { try receive() }
        let answer = Answer(
            status: Wire.number(buffer[9..<12]), body: Array(buffer[start..<start + size]))
        buffer.removeFirst(start + size)
        return answer
    }

    /// The length that the head tells of its body, found by bytes: a client of strings would cost more than the server.
    private func length(within end: Int) -> Int {
        var line = 0
        while let next = buffer[line..<end].firstIndex(of: 10), next + Wire.lengthField.count < end {
            line = next + 1
            let name = buffer[line..<line + Wire.lengthField.count]
            guard zip(name, Wire.lengthField).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
            return Wire.number(buffer[(line + Wire.lengthField.count)..<end].drop { $0 == 0x20 })
        }
        return 0
    }

    private static let lengthField = Array("content-length:".utf8)

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.prefix { (48...57).contains($0) }.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private func receive() throws {
        let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { room -> Int in
            let count = recv(descriptor, room.baseAddress, room.count, 0)
            if count > 0 { buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count])) }
            return count
        }
        try BenchFault.hold(count > 0, "the connection broke while receiving: \(errno)")
    }

    private func headEnd(from first: Int) -> Int? {
        var place = first
        while place + 3 < buffer.count {
            if buffer[place] == 13, buffer[place + 1] == 10, buffer[place + 2] == 13, buffer[place + 3] == 10
            {
                return place
            }
            place += 1
        }
        return nil
    }
}
