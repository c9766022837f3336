package import Basics

/// Tells one running process from another, also from the same program started again.
package struct NodeID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    package static func < (a: Self, b: Self) -> Bool { a.text.precedesBytewise(b.text) }
}

/// A running process of the program on this database.
package struct Node: Hashable, Sendable {
    package let id: NodeID
    package let host: String
    /// Its number on its machine.
    package let process: Int64
    /// Which program it runs.
    package let program: String
    /// Whether it takes shared work; else it only answers requests.
    package let works: Bool

    package init(id: NodeID, host: String, process: Int64, program: String, works: Bool) {
        self.id = id
        self.host = host
        self.process = process
        self.program = program
        self.works = works
    }
}

/// A node as the database knows it.
package struct NodeRecord: Hashable, Sendable {
    package let node: Node
    package let startedAt: Moment
    package let seenAt: Moment
    package let leftAt: Moment?

    package init(node: Node, startedAt: Moment, seenAt: Moment, leftAt: Moment?) {
        self.node = node
        self.startedAt = startedAt
        self.seenAt = seenAt
        self.leftAt = leftAt
    }

    func isAlive(at now: Moment, _ times: LeaseTimes) -> Bool {
        leftAt == nil && seenAt.adding(seconds: times.leaseSeconds + times.marginSeconds) > now
    }
}

/// A node as it is shown: how it is, and what it holds.
package struct NodeStanding: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case alive
        /// Nothing was heard of it for longer than a lease lasts.
        case silent
        case left
    }

    package let record: NodeRecord
    package let state: State
    /// Leases it may still work under, by name.
    package let leases: [LeaseRecord]
}
