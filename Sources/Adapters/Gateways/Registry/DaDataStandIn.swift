import Formats
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

    package var port: Int { server.port }
    package var address: String { "http://127.0.0.1:\(port)/suggestions/api/4_1/rs" }
    private let server: StandInServer
    private let state: State

    private final class State: Sendable {
        let fault: Mutex<Fault?>
        let questions = Mutex(0)

        init(_ fault: Fault?) { self.fault = Mutex(fault) }
    }

    /// `lines`: records as a registry file has them. Port 0 lets the kernel choose. Throws `StandInPortTaken`.
    package init(lines: [ArraySlice<UInt8>], key: String, port: Int = 0, fault: Fault? = nil) throws {
        let records = try lines.map { try JSONReader.read($0) }
        let state = State(fault)
        self.state = state
        server = try StandInServer(port: port) { question in
            state.questions.withLock { $0 += 1 }
            func reply(_ status: Int, _ body: [UInt8]) -> StandInServer.Reply {
                .answer(status, type: "application/json;charset=utf-8", body)
            }
            let fault = state.fault.withLock(\.self)
            switch fault {
            case .silent: return .silence
            case .busy: return reply(429, DaDataStandIn.problem("TOO_MANY_REQUESTS"))
            case .broken: return reply(500, DaDataStandIn.problem("SERVER_ERROR"))
            case .garbage: return reply(200, Array(#"{"suggestions":[{"data":{"inn":"77"#.utf8))
            case .stranger, nil:
                let (status, body) = DaDataStandIn.answer(
                    question, key: key, among: records, isStranger: fault == .stranger)
                return reply(status, body)
            }
        }
    }

    /// From now on; nil = none.
    package func fail(_ fault: Fault?) { state.fault.withLock { $0 = fault } }

    package var questions: Int { state.questions.withLock(\.self) }

    package func stop() { server.stop() }

    private static func answer(
        _ question: StandInServer.Question, key: String, among records: [JSONValue], isStranger: Bool
    ) -> (Int, [UInt8]) {
        let start = "/suggestions/api/4_1/rs/findById/"
        guard question.path.hasPrefix(start) else { return (404, problem("NOT_FOUND")) }
        guard question.method == "POST" else { return (405, problem("METHOD_NOT_ALLOWED")) }
        guard let given = question.fields["authorization"] else {
            return (401, problem("UNAUTHORIZED"))
        }
        guard given == "Token \(key)" else { return (403, problem("FORBIDDEN")) }
        guard question.fields["content-type"]?.hasPrefix("application/json") == true else {
            return (415, problem("UNSUPPORTED_MEDIA_TYPE"))
        }
        guard let asked = try? JSONReader.read(question.body[...]),  // what is no JSON is a bad request
            case .string(let number)? = asked["query"]
        else { return (400, problem("BAD_REQUEST")) }
        let names: [String]
        switch question.path.dropFirst(start.count) {
        case "party": names = ["inn", "ogrn"]
        case "bank": names = ["bic", "swift"]
        default: return (404, problem("NOT_FOUND"))
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
}
