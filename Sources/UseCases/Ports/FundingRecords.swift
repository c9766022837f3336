package import Basics
package import Documents
package import Funding
package import Metering
package import Projects
package import Regions

/// Credits, lots, grants, debts, portions and the projects' states.
package protocol FundingRecords {
    func creditDigest(_ id: CreditID) throws -> [UInt8]?
    func insert(_ credit: Credit, digest: [UInt8], fromSuspense: Bool) throws
    /// Credits not applied yet whose instant has come, in the order of movements.
    func pendingCredits(in project: PID, until: Moment) throws -> [PendingCredit]
    /// Projects that such credits wait for.
    func creditedProjects(until: Moment) throws -> [PID]
    func latestCredit() throws -> Moment?
    /// Lots with money left, in crediting order.
    func openLots(in project: PID) throws -> [Lot]
    /// Lots of other money than transfers' that have paid something, the latest first.
    func spentLots(in project: PID, limit: Int) throws -> [Lot]
    /// When a credit gave what it had paid to another, or took it over, in order.
    func substitutions(of credit: CreditID, in project: PID) throws -> [KeptSubstitution]
    /// What was assigned of the advances of a project, in order.
    func assignments(in project: PID) throws -> [KeptAssignment]
    /// Grants with bonuses left.
    func openGrants(in project: PID) throws -> [Grant]
    /// Open debts, oldest first, with their numbers.
    func openDebts(in project: PID) throws -> [NumberedDebt]
    /// The first debts, so many that a sum cannot pay them all, and the last one.
    func debtQueue(in project: PID, covering sum: Int64) throws -> DebtQueue
    func save(_ run: SettlementRun) throws
    /// Portions reported after one month and through another, for a package.
    func portions(in project: PID, after closed: Month?, through month: Month) throws -> [Portion]
    /// What of those a customer's package reports, summed by the database itself, for the tie-out.
    func reportedSum(in project: PID, payer: TaxID, after closed: Month?, through month: Month) throws
        -> Int64
    func transitions(in project: PID) throws -> [StateTransition]
    /// Times in which a project is not frozen that end behind an instant, in their order.
    func freezeDeferrals(of project: PID, endingAfter moment: Moment) throws -> [FreezeDeferral]
    func insert(_ deferral: FreezeDeferral, of project: PID) throws
    /// Whether money came to a project besides a credit, and was not taken back.
    func wasPaid(_ project: PID, besides id: CreditID) throws -> Bool
    /// A credit as it was taken, with whether its money lay in suspense.
    func takenCredit(_ id: CreditID) throws -> PendingCredit?
}

/// A credit that waits for its turn.
package struct PendingCredit: Hashable, Sendable {
    package let credit: Credit
    /// Whether the money lies on the suspense account of the supplier's book.
    package let fromSuspense: Bool

    package init(credit: Credit, fromSuspense: Bool) {
        self.credit = credit
        self.fromSuspense = fromSuspense
    }
}

/// A debt with its place in the queue.
package struct NumberedDebt: Hashable, Sendable {
    package let number: Int64
    package let debt: Debt<DayLineKey>

    package init(number: Int64, debt: Debt<DayLineKey>) {
        self.number = number
        self.debt = debt
    }
}

/// Open debts without those that nothing reaches yet: a post-paid month may owe by the million lines.
package struct DebtQueue: Hashable, Sendable {
    package let head: [NumberedDebt]
    /// Nil where the head is all there is.
    package let last: NumberedDebt?

    package init(head: [NumberedDebt], last: NumberedDebt?) {
        self.head = head
        self.last = last
    }

    /// How many stand between the head and the last one.
    var unseenCount: Int { last.map { Int($0.number - (head.last?.number ?? 0) - 1) } ?? 0 }

    /// Their sum.
    func unseen(of total: Int64) -> Int64 {
        guard last != nil else { return 0 }
        return head.reduce(total - (last?.debt.amount ?? 0)) { $0 - $1.debt.amount }
    }
}

/// A change of a project's state and the movement that made it.
package struct StateTransition: Hashable, Sendable {
    package let at: Moment
    package let state: ProjectState
    package let cause: String

    package init(at: Moment, state: ProjectState, cause: String) {
        self.at = at
        self.state = state
        self.cause = cause
    }
}

/// A portion as a settlement writes it: a part of a day line paid by one source, reported in a month.
/// A debt that is paid takes its amount back and gives it to the lot.
package struct PortionRecord: Hashable, Sendable {
    package let key: DayLineKey
    package let scheme: PaymentScheme
    package let source: Source
    package let recognised: Month
    package let amount: Int64

    package enum Source: Hashable, Sendable {
        case grant(CreditID)
        /// Of a credit; as somebody else's money where it had been assigned to them.
        case lot(CreditID, assignee: TaxID?)
        case debt
    }

    package init(key: DayLineKey, scheme: PaymentScheme, source: Source, recognised: Month, amount: Int64) {
        self.key = key
        self.scheme = scheme
        self.source = source
        self.recognised = recognised
        self.amount = amount
    }
}

/// So much of what a payment had paid a transfer pays instead.
package struct SubstitutedFunding: Hashable, Sendable {
    package let payment: CreditID
    package let transfer: CreditID
    package let amount: Int64

    package init(payment: CreditID, transfer: CreditID, amount: Int64) {
        self.payment = payment
        self.transfer = transfer
        self.amount = amount
    }
}

/// The same, as it is kept.
package struct KeptSubstitution: Hashable, Sendable {
    package let substituted: SubstitutedFunding
    package let at: Moment

    package init(substituted: SubstitutedFunding, at: Moment) {
        self.substituted = substituted
        self.at = at
    }
}

/// What was left of a transfer became another payer's.
package struct AssignedAdvance: Hashable, Sendable {
    package let credit: CreditID
    package let assignor: TaxID
    package let assignee: TaxID
    package let amount: Int64

    package init(credit: CreditID, assignor: TaxID, assignee: TaxID, amount: Int64) {
        self.credit = credit
        self.assignor = assignor
        self.assignee = assignee
        self.amount = amount
    }
}

/// The same, as it is kept.
package struct KeptAssignment: Hashable, Sendable {
    package let assigned: AssignedAdvance
    package let at: Moment

    package init(assigned: AssignedAdvance, at: Moment) {
        self.assigned = assigned
        self.at = at
    }
}

/// All that one settlement of one project changes, written in one transaction.
package struct SettlementRun: Sendable {
    package let project: PID
    package let run: Int64
    package let cursor: SettlementCursor
    /// The earliest month open for the customer when it ran; nil = none was closed yet.
    package let openMonth: Month?
    /// How the supplier recognised debts when it ran.
    package let debtRecognition: DebtRecognition
    /// Whose months began later than the earliest open one when it ran.
    package let coming: [ComingParty]
    package let portions: [PortionRecord]
    /// What was used while nothing may be charged, of the events it took.
    package let disputes: [Dispute]
    package let lots: [Lot]
    package let grants: [Grant]
    /// The debts the run has seen and left, or made; those before `firstDebt` are paid.
    package let debts: [NumberedDebt]
    package let firstDebt: Int64
    package let appliedCredits: [CreditID]
    /// Taken back by a person: their lots are empty.
    package let returnedCredits: [CreditID]
    /// What a transfer has taken over by the run, which then does nothing else.
    package let substituted: SubstitutedFunding?
    /// What of advances became another's by the run, which then does nothing else.
    package let assigned: [AssignedAdvance]
    /// When it ran.
    package let at: Moment
    package let transitions: [StateTransition]
    package let state: ProjectState
    package let everPaid: Bool
    package let lotTotal: Int64
    package let debtTotal: Int64
}
