package import Basics

/// When a project's money runs out if it goes on being spent as in the last whole days: what bonuses pay for is
/// paid by them until they are spent or end, by money afterwards.
package struct Forecast: Hashable, Sendable {
    /// What was charged of late for everything that bonuses of one type may pay; nil = for what none may.
    package struct Spent: Hashable, Sendable {
        package let type: BonusType?
        package let amount: Int64

        package init(type: BonusType?, amount: Int64) {
            self.type = type
            self.amount = amount
        }
    }

    package enum Outcome: Hashable, Sendable {
        case runsOut(Moment)
        /// Further off than a guess is worth.
        case lasts(days: Int)
    }

    package let outcome: Outcome
    /// The whole days it rests on, and what they cost.
    package let from: Day
    package let through: Day
    package let spent: Int64

    /// The days looked back at, and the days looked ahead.
    package static let lookedBack: Int32 = 7
    package static let lookedAhead = 365

    /// Nil where nothing was spent, or nothing is left to run out.
    package init?(
        balance: Int64, grants: [Grant], spent: [Spent], from: Day, through: Day, zone: Zone, at now: Moment
    ) {
        let rates = spent.filter { $0.amount > 0 }
        guard balance > 0, !rates.isEmpty, from <= through else { return nil }
        let window =
            (zone.start(of: through.next).microseconds - zone.start(of: from).microseconds) / 1_000_000
        let horizon = Int64(Forecast.lookedAhead) * 86_400
        let begun = rates.map { rate in
            let own = grants.filter { $0.type == rate.type && $0.remaining > 0 }
                .sorted { ($0.expires, $0.id) < ($1.expires, $1.id) }
            return (
                at: Forecast.covered(rate.amount, per: window, by: own, from: now, most: horizon),
                amount: rate.amount
            )
        }.sorted { $0.at < $1.at }
        // Balances times seconds, so that nothing is rounded on the way.
        var left = Int128(balance) * Int128(window)
        var (at, rate): (Int64, Int128) = (0, 0)
        var end: Int64?
        for step in begun {
            let needed = rate * Int128(step.at - at)
            if needed >= left, rate > 0 { break }
            left -= needed
            at = step.at
            rate += Int128(step.amount)
        }
        if rate > 0 {
            let seconds = Int128(at) + left / rate
            end = seconds < Int128(horizon) ? Int64(seconds) : nil
        }
        outcome = end.map { .runsOut(now.adding(seconds: $0)) } ?? .lasts(days: Forecast.lookedAhead)
        self.from = from
        self.through = through
        self.spent = rates.reduce(0) { $0 + $1.amount }
    }

    /// For how many seconds grants pay all of what costs so much in a window.
    private static func covered(
        _ amount: Int64, per window: Int64, by grants: [Grant], from now: Moment, most: Int64
    ) -> Int64 {
        var at: Int64 = 0
        for grant in grants {
            let end = (grant.expires.microseconds - now.microseconds) / 1_000_000
            guard end > at else { continue }
            let lasts = Int128(grant.remaining) * Int128(window) / Int128(amount)
            at = Int64(min(Int128(min(end, most)), Int128(at) + lasts))
        }
        return at
    }
}
