package import Basics
import Funding
package import Metering
package import Projects
package import Regions

/// Answers what a project has and what it spent, of what is settled.
package struct BalancesDesk: Sendable {
    let store: any Store
    let clock: Clock
    let papers: Papers

    package struct Balance: Hashable, Sendable {
        package let pid: PID
        package let region: Region
        /// Lots less debt.
        package let payment: Money
        package let debt: Money
        package let bonuses: [BonusBalance]
        package let state: ProjectState
    }

    package struct BonusBalance: Hashable, Sendable {
        package let type: BonusType
        package let amount: Money
    }

    package func balance(of pid: PID) throws -> Balance {
        try store.read { records in
            let project = try records.knownProject(pid)
            let currency = project.project.region.profile.currency
            var bonuses: [BonusType: Int64] = [:]
            for grant in try records.openGrants(in: pid) {
                bonuses[grant.type, default: 0] += grant.remaining
            }
            return Balance(
                pid: pid, region: project.project.region,
                payment: Money(minor: project.lotTotal - project.debtTotal, currency),
                debt: Money(minor: project.debtTotal, currency),
                bonuses: bonuses.sorted { $0.key < $1.key }
                    .map { BonusBalance(type: $0.key, amount: Money(minor: $0.value, currency)) },
                state: project.state)
        }
    }

    /// A month's day lines in the order of their keys, those behind one.
    package func detail(
        of pid: PID, month: Month, after: DayLineKey? = nil, limit: Int = .max
    ) throws -> [DayLineRecord] {
        try store.read { records in
            _ = try records.knownProject(pid)
            return try records.dayLines(in: pid, month: month, after: after, limit: limit)
        }
    }

    package func transitions(of pid: PID) throws -> [StateTransition] {
        try store.read { records in
            _ = try records.knownProject(pid)
            return try records.transitions(in: pid)
        }
    }
}
