package import Basics

/// Money of one credit, spent first in, first out (D6).
package struct Lot: Hashable, Sendable {
    package let id: CreditID
    package let source: LotSource
    package let creditedAt: Moment
    package let amount: Int64
    package private(set) var remaining: Int64

    package init(id: CreditID, source: LotSource, creditedAt: Moment, amount: Int64, remaining: Int64) {
        self.id = id
        self.source = source
        self.creditedAt = creditedAt
        self.amount = amount
        self.remaining = remaining
    }

    mutating func spend(_ wanted: Int64) -> Int64 {
        let taken = min(wanted, remaining)
        remaining -= taken
        return taken
    }

    /// Money that was spent is free again.
    mutating func restore(_ amount: Int64) {
        precondition(amount <= self.amount - remaining, "a lot never has more than was credited")
        remaining += amount
    }
}

/// Bonuses of one type, never refunded (R63). Pays a charge at an instant t iff granted < t ≤ expires.
package struct Grant: Hashable, Sendable {
    package let id: CreditID
    package let type: BonusType
    package let granted: Moment
    package let expires: Moment
    package let amount: Int64
    package private(set) var remaining: Int64

    package init(
        id: CreditID, type: BonusType, granted: Moment, expires: Moment, amount: Int64, remaining: Int64
    ) {
        self.id = id
        self.type = type
        self.granted = granted
        self.expires = expires
        self.amount = amount
        self.remaining = remaining
    }

    func pays(at instant: Moment) -> Bool { remaining > 0 && granted < instant && instant <= expires }

    mutating func spend(_ wanted: Int64) -> Int64 {
        let taken = min(wanted, remaining)
        remaining -= taken
        return taken
    }
}

/// A charge nobody has paid yet; debts are paid in the order in which they arose (D9).
package struct Debt<Line: Hashable & Sendable>: Hashable, Sendable {
    package let line: Line
    package let scheme: PaymentScheme
    package let amount: Int64

    package init(line: Line, scheme: PaymentScheme, amount: Int64) {
        self.line = line
        self.scheme = scheme
        self.amount = amount
    }
}
