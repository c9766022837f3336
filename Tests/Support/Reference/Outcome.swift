extension Reference {
    /// What a lot's money is.
    package enum LotSource: Hashable, Sendable {
        case bank(payer: String)
        case other(Means)
    }

    package struct Lot: Hashable, Sendable {
        package let id: String
        package let source: LotSource
        package let amount: Int64
        package let at: Instant
        package var remaining: Int64
    }

    package struct GrantLeft: Hashable, Sendable {
        package let id: String
        package let bonusType: String
        package let amount: Int64
        package let remaining: Int64
        package let expired: Int64
    }

    /// What pays for a part of a charge.
    package enum Payer: Hashable, Sendable {
        case grant(id: String)
        case lot(id: String, source: LotSource)
        case openDebt
    }

    /// A part of a day line. The month is the one the part is recognised in; a prepaid project's open debt
    /// has none yet.
    package struct Portion: Hashable, Sendable {
        package let payer: Payer
        package let amount: Int64
        package let month: Month?
    }

    /// One resource's use of one SKU on one regional day.
    package struct DayLine: Hashable, Sendable {
        package let resource: String
        package let sku: String
        package let day: Day
        package let service: String
        package let quantity: Ratio
        package let cost: Ratio
        package let posted: Int64
        package let scheme: Scheme
        package let vatRate: Int?
        /// One for each payer and month, in the order they first paid.
        package let portions: [Portion]

        package func paid(where fits: (Payer) -> Bool) -> Int64 {
            portions.filter { fits($0.payer) }.reduce(0) { $0 + $1.amount }
        }
    }

    package enum State: Hashable, Sendable {
        case active
        case frozen(at: Instant, deletionDue: Instant)
        case conserved(at: Instant)
    }

    package struct Transition: Hashable, Sendable {
        package enum Kind: String, Sendable { case frozen, thawed, conserved }
        package let kind: Kind
        package let at: Instant
    }

    package struct ProjectOutcome: Sendable {
        package let pid: String
        package let account: String
        package let region: Region
        /// Lots left less debt.
        package let payment: Int64
        package let debt: Int64
        /// In crediting order.
        package let lots: [Lot]
        /// By expiry, then id.
        package let grants: [GrantLeft]
        package let state: State
        package let transitions: [Transition]
        /// By day, resource, SKU.
        package let lines: [DayLine]
        /// Used in a time of conservation, in the order of movements.
        package let disputed: [Usage]

        package func bonus(_ type: String) -> Int64 {
            grants.filter { Reference.same($0.bonusType, type) }.reduce(0) { $0 + $1.remaining }
        }
    }

    package struct Outcome: Sendable {
        package let asOf: Instant
        package let projects: [ProjectOutcome]
        /// Usage that no price was found for; it is not charged.
        package let unpriced: [String]

        package func project(_ pid: String) -> ProjectOutcome? {
            projects.first { Reference.same($0.pid, pid) }
        }
    }
}
