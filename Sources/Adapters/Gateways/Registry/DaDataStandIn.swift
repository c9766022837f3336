import Formats
import Foundation
import Glibc
import Synchronization

/// DaData on this machine, for tests and demos: its protocol over a few records, and its faults when told. It refuses
/// what the real one refuses: no key, another key, another method, a body that is no JSON.
package final class DaDataStandIn: Sendable {
    package enum Fault: String, CaseIterable, Sendable {
        /// Too many questions.
        case busy
        /// Takes the question and never answers.
        case silent
        /// Half an answer.
        case garbage
        /// Something broke there.
        case broken
        /// Tells of other numbers than the one asked about.
        case stranger
    }

    package struct NoPort: Error {}

    package let port: Int
    package var address: String { "http://127.0.0.1:\(port)/suggestions/api/4_1/rs" }
    private let socket: Int32
    private let key: String
    private let records: [JSONValue]
    private let state: Mutex<(fault: Fault?, questions: Int)>

    /// `lines`: records as a registry file has them. Port 0 lets the kernel choose.
    package init(lines: [ArraySlice<UInt8>], key: String, port: Int = 0, fault: Fault? = nil) throws {
        records = try lines.map { try JSONReader.read($0) }
        self.key = key
        state = Mutex((fault, 0))
        (socket, self.port) = try DaDataStandIn.listen(port)
        let work = self
        Thread.detachNewThread { work.accept() }
    }

    /// From now on; nil = none.
    package func fail(_ fault: Fault?) { state.withLock { $0.fault = fault } }

    package var questions: Int { state.withLock { $0.questions } }

    package func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

    private static func listen(_ port: Int) throws -> (Int32, Int) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw NoPort() }
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
            throw NoPort()
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

    private struct Question {
        let method: String
        let path: String
        let fields: [String: String]
        let body: [UInt8]
    }

    private func serve(_ client: Int32) {
        guard let question = DaDataStandIn.read(client) else { return }
        let fault = state.withLock { state in
            state.questions += 1
            return state.fault
        }
        switch fault {
        case .silent:
            // Until whoever asked goes away.
            var byte: UInt8 = 0
            while recv(client, &byte, 1, 0) > 0 {}
        case .busy: send(429, DaDataStandIn.problem("TOO_MANY_REQUESTS"), to: client)
        case .broken: send(500, DaDataStandIn.problem("SERVER_ERROR"), to: client)
        case .garbage: send(200, Array(#"{"suggestions":[{"data":{"inn":"77"#.utf8), to: client)
        case .stranger, nil:
            let (status, body) = answer(question, isStranger: fault == .stranger)
            send(status, body, to: client)
        }
    }

    private func answer(_ question: Question, isStranger: Bool) -> (Int, [UInt8]) {
        let start = "/suggestions/api/4_1/rs/findById/"
        guard question.path.hasPrefix(start) else { return (404, DaDataStandIn.problem("NOT_FOUND")) }
        guard question.method == "POST" else { return (405, DaDataStandIn.problem("METHOD_NOT_ALLOWED")) }
        guard let given = question.fields["authorization"] else {
            return (401, DaDataStandIn.problem("UNAUTHORIZED"))
        }
        guard given == "Token \(key)" else { return (403, DaDataStandIn.problem("FORBIDDEN")) }
        guard question.fields["content-type"]?.hasPrefix("application/json") == true else {
            return (415, DaDataStandIn.problem("UNSUPPORTED_MEDIA_TYPE"))
        }
        guard let asked = try? JSONReader.read(question.body[...]),  // what is no JSON is a bad request
            case .string(let number)? = asked["query"]
        else { return (400, DaDataStandIn.problem("BAD_REQUEST")) }
        let names: [String]
        switch question.path.dropFirst(start.count) {
        case "party": names = ["inn", "ogrn"]
        case "bank": names = ["bic", "swift"]
        default: return (404, DaDataStandIn.problem("NOT_FOUND"))
        }
        let found = records.filter { record in
            record["data"]?[names[0]] != nil
                && names.contains { record["data"]?[$0] == .string(number) } != isStranger
                && (asked["kpp"].map { record["data"]?["kpp"] == $0 } ?? true)
                && (asked["type"].map { record["data"]?["type"] == $0 } ?? true)
                && (asked["branch_type"].map { record["data"]?["branch_type"] == $0 } ?? true)
        }
        return (200, JSONWriter.bytes(["suggestions": .array(Array(found.prefix(DaData.mostParties)))]))
    }

    private static func problem(_ reason: String) -> [UInt8] {
        JSONWriter.bytes(["family": "CLIENT_ERROR", "reason": .string(reason), "message": .string(reason)])
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

    private func send(_ status: Int, _ body: [UInt8], to client: Int32) {
        let head =
            "HTTP/1.1 \(status) \(status == 200 ? "OK" : "No")\r\nContent-Type: application/json;charset=utf-8\r\n"
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
