import Basics
package import Funding

/// One step of a project's balances. All steps together make the payment balance and the bonuses.
package struct ListedMovement: Hashable, Sendable {
    package enum Step: Hashable, Sendable {
        /// All charges of a day, at the day's end.
        case charges(ChargedDay)
        case credit(Credit)
        /// What was left of a grant when its time was over.
        case expiry(EndedGrant)
        /// A credit that a person took back, whole.
        case takeBack(Credit)
    }

    package let step: Step
    package let order: MovementOrder

    /// Minor units; below zero where it takes.
    package var amount: Int64 {
        switch step {
        case .charges(let day): -day.amount
        case .credit(let credit): credit.amount
        case .expiry(let grant): grant.spent - grant.amount
        case .takeBack(let credit): -credit.amount
        }
    }
}

/// Where a page of movements ended, as a text for whoever asks for the next one.
extension MovementOrder {
    package var place: String { "\(at.microseconds).\(rank.rawValue).\(id)" }

    package init?(place: String) {
        let parts = place.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let at = Int64(parts[0]), let number = Int(parts[1]),
            let rank = Rank(rawValue: number)
        else { return nil }
        self.init(at: Moment(microseconds: at), rank: rank, id: String(parts[2]))
    }
}
