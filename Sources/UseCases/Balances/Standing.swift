package import Access
package import Basics
import Counterparties
package import Documents
package import Funding
import Projects
import Regions

/// How a project stands: what it has, how long that lasts, and what its people have not done yet.
package struct Standing: Sendable {
    package let head: ProjectHead
    /// Grants with something left, the first to end before the others.
    package let grants: [Grant]
    /// Nil where nothing runs out: nothing is spent, nothing is there, or the customer pays afterwards.
    package let forecast: Forecast?
    /// The latest credits, and what is left of each.
    package let credits: [KeptCredit]
    package let steps: [Step]
    /// Events that came while the project was conserved: kept, never charged (D13).
    package let disputedEvents: Int64
    /// The region's day.
    package let today: Day
    /// Which invoices ask for what is owed; nil where nothing is.
    package let receivable: Receivable?
    /// How the contract's limit stands, for who sees the balance of all projects that it counts.
    package let credit: CreditUse?

    /// What a new project still waits for, in the order it is best done.
    package enum Step: Hashable, Sendable {
        /// Say as whom one works, for documents.
        case profile
        case topUp
        case members
        case limit
    }

    /// Since when it is conserved, as far as it is settled.
    package var conservedSince: Moment? {
        if case .conserved(let since) = head.record.state { since } else { nil }
    }
    package var bonuses: Int64 { grants.reduce(0) { $0 + $1.remaining } }
    package var payment: Int64 { head.record.lotTotal - head.record.debtTotal }
}

extension BalancesDesk {
    static let mostCredits = 10

    /// A project as its viewer may see it: without the right to the balance, its state alone.
    package func standing(of pid: PID, for viewer: Viewer) throws -> Standing {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .project, at: now, for: viewer)
            let today = head.region.profile.zone.day(of: now)
            guard head.rights.contains(.balance) else {
                return Standing(
                    head: head, grants: [], forecast: nil, credits: [], steps: [], disputedEvents: 0,
                    today: today,
                    receivable: nil, credit: nil)
            }
            let grants = try records.openGrants(in: pid).filter { now < $0.expires }
            let credits =
                head.rights.contains(.detail)
                ? try records.movements(in: pid, limit: BalancesDesk.mostCredits) : []
            let all = head.account.projects.filter { $0.region == head.region }.map(\.pid)
            return Standing(
                head: head, grants: grants, forecast: try forecast(head, grants, at: now, records),
                credits: credits, steps: try steps(head, grants, viewer, records),
                disputedEvents: head.record.turns == 0
                    ? 0 : try records.disputesByDay(in: pid).reduce(0) { $0 + $1.events },
                today: today,
                receivable: try records.receivable(of: head.record, head.account, at: now, papers),
                credit: viewer.may(.balance, inAllOf: all)
                    ? try records.creditUse(of: head.account, in: head.region, on: today) : nil)
        }
    }

    private func forecast(
        _ head: ProjectHead, _ grants: [Grant], at now: Moment, _ records: any Records
    ) throws -> Forecast? {
        guard head.scheme == .prepaid, !head.record.isConserved else { return nil }
        let zone = head.region.profile.zone
        let last = zone.day(of: now).previous
        let (first, spent) = try records.spentByType(
            in: head.pid, region: head.region, from: Day(number: last.number - Forecast.lookedBack + 1),
            through: last)
        guard let first else { return nil }
        // A project of yesterday has spent for a day, not for a week.
        return Forecast(
            balance: head.record.lotTotal - head.record.debtTotal, grants: grants, spent: spent, from: first,
            through: last, zone: zone, at: now)
    }

    /// Steps of a project that nothing was credited to yet; one that has begun needs no telling.
    private func steps(
        _ head: ProjectHead, _ grants: [Grant], _ viewer: Viewer, _ records: any Records
    ) throws -> [Standing.Step] {
        guard viewer.user != nil, !head.record.everPaid, head.scheme == .prepaid else { return [] }
        var steps: [Standing.Step] = []
        let isIndividual = !head.account.counterparty.receivesDocuments
        if head.rights.contains(.requisites), isIndividual { steps.append(.profile) }
        if head.rights.contains(.topUp) { steps.append(.topUp) }
        if head.rights.contains(.members), try records.members(of: head.pid).count < 2 {
            steps.append(.members)
        }
        if head.rights.contains(.limits), try records.expenseLimit(of: head.pid) == nil {
            steps.append(.limit)
        }
        return steps
    }
}
