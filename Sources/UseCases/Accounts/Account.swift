package import Basics
package import Contracts
package import Counterparties
package import Projects
import Regions

/// A customer's account: profile, agreements and projects (D23).
package struct Account: Hashable, Sendable {
    package let id: AccountID
    package let email: String
    package let locale: String
    package let counterparty: Counterparty
    package let agreements: Agreements
    package let projects: [Project]

    package init(
        id: AccountID, email: String, locale: String, counterparty: Counterparty, agreements: Agreements,
        projects: [Project]
    ) {
        self.id = id
        self.email = email
        self.locale = locale
        self.counterparty = counterparty
        self.agreements = agreements
        self.projects = projects
    }
}

/// A project with what settlement has made of it so far.
package struct ProjectRecord: Hashable, Sendable {
    package let project: Project
    package let state: ProjectState
    package let everPaid: Bool
    /// Σ of the lots' remainders, and Σ of the open debts, minor units.
    package let lotTotal: Int64
    package let debtTotal: Int64
    package let cursor: SettlementCursor
    /// The arrival number of the last event kept.
    package let lastArrival: Int64
    package let run: Int64

    package init(
        project: Project, state: ProjectState, everPaid: Bool, lotTotal: Int64, debtTotal: Int64,
        cursor: SettlementCursor, lastArrival: Int64, run: Int64
    ) {
        self.project = project
        self.state = state
        self.everPaid = everPaid
        self.lotTotal = lotTotal
        self.debtTotal = debtTotal
        self.cursor = cursor
        self.lastArrival = lastArrival
        self.run = run
    }
}
