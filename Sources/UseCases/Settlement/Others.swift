import Basics
import Funding

/// The movements that are no charges, merged by their order: credits, expiries, changes of scheme, the ends of times
/// without freezing, and the turns of conservation.
struct Others {
    enum Movement {
        case credit(PendingCredit)
        case expiry(CreditID)
        case schemeSwitch(Day, Moment)
        case deferral(Moment)
        case conservation(Moment)
    }

    private var queue: [(order: MovementOrder, movement: Movement)] = []

    init(
        credits: [PendingCredit], grants: [Grant], switches: [(day: Day, at: Moment)],
        deferrals: [Moment] = [], conservation: [Moment] = []
    ) {
        for pending in credits {
            let credit = pending.credit
            queue.append(
                (MovementOrder(at: credit.at, rank: .credit, id: credit.id.text), .credit(pending)))
            if case .bonus(_, let expires) = credit.kind { expiry(credit.id, at: expires) }
        }
        for grant in grants where grant.remaining > 0 { expiry(grant.id, at: grant.expires) }
        for (day, at) in switches {
            queue.append(
                (MovementOrder(at: at, rank: .schemeSwitch, id: day.description), .schemeSwitch(day, at)))
        }
        for at in deferrals {
            queue.append(
                (MovementOrder(at: at, rank: .schemeSwitch, id: "deferral/\(at)"), .deferral(at)))
        }
        for at in conservation {
            queue.append(
                (MovementOrder(at: at, rank: .schemeSwitch, id: "conservation/\(at)"), .conservation(at)))
        }
        queue.sort { $1.order < $0.order }
    }

    /// The next one before a charge and not after `until`; nil = the charge's turn.
    mutating func next(before charge: MovementOrder?, until: Moment) -> Movement? {
        guard let last = queue.last, last.order.at <= until else { return nil }
        if let charge, charge < last.order { return nil }
        queue.removeLast()
        return last.movement
    }

    private mutating func expiry(_ id: CreditID, at: Moment) {
        queue.append((MovementOrder(at: at, rank: .expiry, id: id.text), .expiry(id)))
    }
}

extension Settlement {
    mutating func take(_ movement: Others.Movement) throws {
        switch movement {
        case .credit(let pending): try apply(pending)
        case .expiry(let id): expire(id)
        case .schemeSwitch(let day, _): switchScheme(on: day)
        case .deferral(let at): turnDeferral(at: at)
        case .conservation(let at): turnConservation(at: at)
        }
    }
}
