package import Basics

/// Money of one credit, spent first in, first out (D6).
package struct Lot: Hashable, Sendable {
    package let id: CreditID
    /// Whose it is now: an advance that was assigned is the assignee's, with the number and day of its transfer.
    package private(set) var source: LotSource
    /// To whom it was assigned; nil = it is whose it was when it came.
    package private(set) var assignee: TaxID?
    package let creditedAt: Moment
    package let amount: Int64
    package private(set) var remaining: Int64

    /// `source` as it came.
    package init(
        id: CreditID, source: LotSource, assignee: TaxID? = nil, creditedAt: Moment, amount: Int64,
        remaining: Int64
    ) {
        self.id = id
        self.source = source.assigned(to: assignee)
        self.assignee = assignee
        self.creditedAt = creditedAt
        self.amount = amount
        self.remaining = remaining
    }

    mutating func assign(to other: TaxID) {
        source = source.assigned(to: other)
        assignee = other
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
