import Formats
import HTTPTypes

/// Routes for those who look after the process: on a port of its own, open to whoever reaches it.
package enum ControlRoutes {
    /// What must hold before requests are sent here: a name, and a look that throws where it does not.
    package struct Check: Sendable {
        let name: String
        let look: @Sendable () throws -> Void

        package init(_ name: String, look: @escaping @Sendable () throws -> Void) {
            self.name = name
            self.look = look
        }
    }

    package static func all(metrics: Metrics, stopping: Stopping, checks: [Check]) -> [Route] {
        [
            Route(
                .get, "/livez", opening: .everybody, summary: "The process answers.",
                answers: [AnswerShape(200, "It does.", type: "text/plain", schema: ["type": "string"])],
                work: .waiting { _, _ in .text("ok\n") }),
            Route(
                .get, "/readyz", opening: .everybody, summary: "Requests may be sent here.",
                answers: [
                    AnswerShape(200, "They may.", schema: ["type": "object"]),
                    AnswerShape(503, "They may not; the checks say why.", schema: ["type": "object"]),
                ],
                work: .desk { _, _ in ready(stopping: stopping, checks: checks) }),
            Route(
                .get, "/metrics", opening: .everybody, summary: "Figures for Prometheus.",
                answers: [AnswerShape(200, "The figures.", type: "text/plain", schema: ["type": "string"])],
                work: .waiting { _, _ in
                    // Behind checks that wait for the database it would be missing when it is needed most.
                    var reply = Reply(
                        type: "text/plain; version=0.0.4", body: .bytes(Array(metrics.text.utf8)))
                    reply.mayBePacked = false
                    return reply
                }),
        ]
    }

    private static func ready(stopping: Stopping, checks: [Check]) -> Reply {
        var members: [JSONValue.Member] = []
        var isReady = !stopping.hasBegun
        members.append(.init("stopping", .bool(!isReady)))
        for check in checks {
            let start = ContinuousClock.now
            var state = "ok"
            do { try check.look() } catch {
                state = "\(error)"
                isReady = false
            }
            let micros = Int64((ContinuousClock.now - start) / .microseconds(1))
            members.append(
                .init(
                    check.name,
                    .object([.init("state", .string(state)), .init("microseconds", .integer(micros))])))
        }
        return .json(.object([.init("ready", .bool(isReady))] + members), status: isReady ? 200 : 503)
    }
}
