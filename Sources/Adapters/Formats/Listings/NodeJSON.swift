import Basics
package import UseCases

/// A node and what it holds as JSON, the same for the command and for HTTP.
package enum NodeJSON {
    package static func value(_ standing: NodeStanding) -> JSONValue {
        let known = standing.record
        return [
            "node": .string(known.node.id.text), "host": .string(known.node.host),
            "process": .integer(known.node.process), "version": .string(known.node.program),
            "works": .bool(known.node.works), "since": .string(known.startedAt.description),
            "seen": .string(known.seenAt.description), "state": .string(standing.state.rawValue),
            "leases": .array(
                standing.leases.map { found in
                    [
                        "name": .string(found.lease.name), "token": .integer(found.lease.token),
                        "since": .string(found.takenAt.description),
                        "until": .string(found.expiresAt.description),
                    ]
                }),
        ]
    }
}
