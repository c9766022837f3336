package import Basics
package import Funding

/// What moved a project's balances, kind by kind, each in the order of movements.
package protocol MovementRecords {
    /// What each day was charged, from a day on.
    func chargedDays(in project: PID, from day: Day, limit: Int) throws -> [ChargedDay]
    /// Credits that have opened their lot or grant; at the first instant those behind an id alone.
    func appliedCredits(in project: PID, from: Moment, behind id: CreditID, limit: Int) throws -> [Credit]
    /// Grants that had ended by an instant, and what of each was spent; at the first instant those
    /// behind an id alone.
    func endedGrants(
        in project: PID, from: Moment, behind id: CreditID, until: Moment, limit: Int
    ) throws -> [EndedGrant]
    /// Credits that a person took back, and when; at the first instant those behind an id alone.
    func returnedCredits(
        in project: PID, from: Moment, behind id: CreditID, limit: Int
    ) throws -> [(credit: Credit, at: Moment)]

    /// What each day was charged, the latest first.
    func latestChargedDays(in project: PID, from: Day?, through: Day?, limit: Int) throws -> [ChargedDay]
    /// Credits that have opened their lot or grant, the latest first: before an instant, and at it those before an id.
    func latestCredits(
        in project: PID, from: Moment?, before: Moment, at id: CreditID, limit: Int
    ) throws -> [Credit]
    /// Credits that were taken back, the latest first: before an instant, and at it those before an id.
    func latestReturned(
        in project: PID, from: Moment?, before: Moment, at id: CreditID, limit: Int
    ) throws -> [(credit: Credit, at: Moment)]
    /// Grants that ended by an instant with something left, the latest first: before another one, and at it those before an id.
    func latestEnded(
        in project: PID, from: Moment?, before: Moment, at id: CreditID, until: Moment, limit: Int
    ) throws -> [EndedGrant]
    /// What a project was charged in a period.
    func chargedSum(in project: PID, from: Day, through: Day) throws -> Int64
    /// What was credited in a period: money, and bonuses.
    func creditedSums(in project: PID, from: Moment, before: Moment) throws -> (money: Int64, bonuses: Int64)
    /// What was taken back in a period.
    func returnedSum(in project: PID, from: Moment, before: Moment) throws -> Int64
    /// What of bonuses expired in a period.
    func expiredSum(in project: PID, from: Moment, before: Moment, until: Moment) throws -> Int64
}

/// All that a project was charged for one day.
package struct ChargedDay: Hashable, Sendable {
    package let day: Day
    package let dayLines: Int
    package let amount: Int64

    package init(day: Day, dayLines: Int, amount: Int64) {
        self.day = day
        self.dayLines = dayLines
        self.amount = amount
    }
}

/// A bonus grant whose time is over.
package struct EndedGrant: Hashable, Sendable {
    package let id: CreditID
    package let type: BonusType
    package let expires: Moment
    package let amount: Int64
    package let spent: Int64

    package init(id: CreditID, type: BonusType, expires: Moment, amount: Int64, spent: Int64) {
        self.id = id
        self.type = type
        self.expires = expires
        self.amount = amount
        self.spent = spent
    }
}
