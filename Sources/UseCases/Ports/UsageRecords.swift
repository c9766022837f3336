package import Basics
package import Metering
package import Regions

/// Usage events and the day lines made of them.
package protocol UsageRecords {
    /// Keeps each event unless its (source, id) was seen before, whatever day it was for; answers in
    /// their order. The projects are known to exist.
    func take(_ events: [IdentifiedEvent]) throws -> [Taken]
    /// A project's events not settled yet, ended by `until`, in the order of movements (D8).
    func forEachUnsettled(
        in project: PID, after cursor: SettlementCursor, until: Moment, _ body: (UsageEvent) throws -> Void
    ) throws
    func dayLine(_ key: DayLineKey, in project: PID) throws -> DayLine?
    func dayLines(in project: PID, on day: Day) throws -> [DayLine]
    func save(_ lines: [DayLine], in project: PID) throws
    /// Day lines of some days, both included, in the order of day, resource, SKU, with their funding: those behind a key.
    func dayLines(
        in project: PID, from: Day, through: Day, after: DayLineKey?, limit: Int
    ) throws -> [DayLineRecord]
    func dayLineCount(in project: PID, from: Day, through: Day) throws -> Int
    /// The latest instant of any event kept; nil where there is none.
    func latestEvent() throws -> Moment?
    /// A region's projects that have something to settle up to an instant: events, credits, bonuses that
    /// expire; one with a contract also where `switches`, the beginning of the day, is not settled yet.
    func unsettledProjects(in region: Region, until: Moment, switches: Moment) throws -> [PID]
}

extension UsageRecords {
    /// All of some days.
    package func dayLines(in project: PID, from: Day, through: Day) throws -> [DayLineRecord] {
        try dayLines(in: project, from: from, through: through, after: nil, limit: .max)
    }

    package func dayLines(
        in project: PID, month: Month, after: DayLineKey? = nil, limit: Int = .max
    ) throws -> [DayLineRecord] {
        try dayLines(in: project, from: month.firstDay, through: month.lastDay, after: after, limit: limit)
    }

    package func dayLineCount(in project: PID, month: Month) throws -> Int {
        try dayLineCount(in: project, from: month.firstDay, through: month.lastDay)
    }
}

/// An event with what tells it from others for ever, and its body from other bodies.
package struct IdentifiedEvent: Sendable {
    package let event: UsageEvent
    package let identity: [UInt8]
    package let body: [UInt8]

    package init(event: UsageEvent, identity: [UInt8], body: [UInt8]) {
        self.event = event
        self.identity = identity
        self.body = body
    }
}

/// What became of an event.
package enum Taken: String, Hashable, Sendable {
    case accepted
    case duplicate
    case conflict
}

/// Up to where a project is settled: every event that had arrived by `arrival` and ended by `until`.
/// Both only grow, so no event needs a mark of its own.
package struct SettlementCursor: Hashable, Sendable {
    package let arrival: Int64
    package let until: Moment

    package init(arrival: Int64, until: Moment) {
        self.arrival = arrival
        self.until = until
    }
}

/// A day line with what paid for it, in minor units.
package struct DayLineRecord: Hashable, Sendable {
    package let line: DayLine
    package let bonus: Int64
    package let payment: Int64
    package let bankFunded: Int64
    package let debt: Int64

    package init(line: DayLine, bonus: Int64, payment: Int64, bankFunded: Int64, debt: Int64) {
        self.line = line
        self.bonus = bonus
        self.payment = payment
        self.bankFunded = bankFunded
        self.debt = debt
    }
}
