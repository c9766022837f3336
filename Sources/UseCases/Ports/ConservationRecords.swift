package import Access
package import Basics
package import Metering
package import Projects

/// Times in which projects are not charged, and what was used in them all the same.
package protocol ConservationRecords {
    func conservation(of project: PID) throws -> Conservation
    /// Every turn it took, the earliest first.
    func conservationTurns(of project: PID) throws -> [ConservationTurn]
    /// Keeps the next turn of a project that the transaction has locked.
    func insert(_ turn: ConservationTurn, of project: PID) throws
    /// Adds to what is disputed.
    func add(_ disputes: [Dispute], in project: PID) throws
    func dispute(_ key: DayLineKey, in project: PID) throws -> Dispute?
    /// The disputes of a project behind a key, by day, resource and SKU.
    func disputes(in project: PID, after key: DayLineKey?, limit: Int) throws -> [Dispute]
    /// All of them by day and SKU.
    func disputesByDay(in project: PID) throws -> [DisputedDay]
}

/// Conservation begins or ends, and who asked for it.
package struct ConservationTurn: Hashable, Sendable {
    /// From 1, in their order: the odd ones begin it.
    package let number: Int
    package let at: Moment
    /// Nil = whoever runs the machine.
    package let user: UserID?
    /// As people knew them on that day.
    package let who: String

    package var turn: Conservation.Turn { number.isMultiple(of: 2) ? .ended : .begun }

    package init(number: Int, at: Moment, user: UserID?, who: String) {
        self.number = number
        self.at = at
        self.user = user
        self.who = who
    }
}

/// What one resource used of one SKU on one day of conservation: kept, never charged.
package struct Dispute: Hashable, Sendable {
    package let key: DayLineKey
    package let events: Int64
    package let quantity: Quantity

    /// More is not told apart: a bound that no order of arrival moves.
    package static let most: Int64 = 4_000_000_000_000_000_000

    package init(key: DayLineKey, events: Int64, quantity: Quantity) {
        self.key = key
        self.events = events
        self.quantity = quantity
    }

    func adding(_ event: UsageEvent) -> Dispute {
        Dispute(
            key: key, events: events + 1,
            quantity: Quantity(
                thousandths: min(
                    Dispute.most,
                    min(Dispute.most, quantity.thousandths) + min(Dispute.most, event.quantity.thousandths))))
    }
}

/// What all resources used of one SKU on one day of conservation.
package struct DisputedDay: Hashable, Sendable {
    package let day: Day
    package let sku: SKU
    package let events: Int64
    package let quantity: Quantity

    package init(day: Day, sku: SKU, events: Int64, quantity: Quantity) {
        self.day = day
        self.sku = sku
        self.events = events
        self.quantity = quantity
    }
}
