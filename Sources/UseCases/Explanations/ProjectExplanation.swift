package import Basics
package import Metering
package import Projects
package import Regions

/// A project's state and the movement that made it, with the money it has.
package struct ProjectExplanation: Sendable {
    package let project: PID
    package let region: Region
    package let account: AccountID
    package let state: ProjectState
    package let everPaid: Bool
    package let settledUntil: Moment
    package let payment: Int64
    package let debt: Int64
    /// The least credit that thaws it; nil = it is not frozen.
    package let thawsWith: Int64?
    /// The change that made the state what it is; nil = nothing has changed it yet.
    package let cause: Cause?
    package let transitions: Excerpt<StateTransition>
    package let lots: Excerpt<Rest>
    package let grants: Excerpt<Rest>
    package let debts: Excerpt<OpenDebt>
    /// What was used while it was conserved, which is kept and never charged: events, and by day and SKU.
    package let disputedEvents: Int64
    package let disputes: Excerpt<DisputedDay>
    package let differences: [Difference]

    package struct Cause: Sendable {
        package let at: Moment
        package let movement: Movement
    }

    package enum Movement: Sendable {
        /// The event, its own cost, and the day line it belongs to.
        case charge(UsageEvent, cost: Accrual?, dayLine: String)
        case credit(CreditFact)
        /// From this day on the contract asks for another scheme.
        case schemeSwitch(Day, PaymentScheme)
        /// Staff put the freezing off from here on, or that time ended here.
        case deferral
        /// Its owner had it conserved from here on, or not any more.
        case conservation(Conservation.Turn)
        /// Named by the books, and not to be found: a reason to verify.
        case missing(String)
    }

    /// What is left of a lot or a grant.
    package struct Rest: Hashable, Sendable {
        package let fact: CreditFact
        package let remaining: Int64
    }

    package struct OpenDebt: Hashable, Sendable {
        package let dayLine: String
        package let amount: Int64
    }
}
