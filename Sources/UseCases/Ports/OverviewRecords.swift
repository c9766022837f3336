package import Access
package import Basics
package import Metering
package import Regions

/// Lists for those who look on: every one has a limit, whatever the database holds.
package protocol OverviewRecords {
    /// Each region that has projects, with the totals of them all.
    func regionTotals() throws -> [RegionTotals]
    func projectCount(_ search: ProjectSearch) throws -> Int
    /// Projects by PID.
    func projects(_ search: ProjectSearch, limit: Int, offset: Int) throws -> [ProjectRow]
    /// Bonuses left in a project, all types together.
    func bonusTotal(in project: PID) throws -> Int64
    /// What a project spent each day of a month, by service.
    func spending(in project: PID, month: Month, limit: Int) throws -> [ServiceDay]
    /// The months a project has day lines in, the latest first.
    func months(of project: PID, limit: Int) throws -> [Month]
    /// Day lines of a month by service, then in their own order.
    func dayLines(in project: PID, month: Month, limit: Int) throws -> [DayLine]
    /// Credits of a project with what is left of them, the latest first.
    func movements(in project: PID, limit: Int) throws -> [KeptCredit]
    /// Documents that bear a part of a project's spending, the latest first.
    func documents(of project: PID, limit: Int) throws -> [DocumentRecord]
    /// Months of all regions that have documents or were closed, the latest first.
    func documentMonths(limit: Int) throws -> [DocumentMonth]
    /// In the order they were numbered.
    func documents(region: Region, month: Month, limit: Int, offset: Int) throws -> [DocumentRecord]
    func closings(region: Region, month: Month, limit: Int) throws -> [Closing]
    /// The month that was closed for an account before another one.
    func lastClosed(_ account: AccountID, in region: Region, before month: Month) throws -> Month?
    /// What the documents of a month make for an account, one of each package counted.
    func documentedSum(of account: AccountID, in region: Region, month: Month) throws -> Int64
    /// What the books of an account's projects handed to the documents of a month.
    func bookedSum(of account: AccountID, in region: Region, month: Month) throws -> Int64
}

/// A region's projects together, minor units.
package struct RegionTotals: Hashable, Sendable {
    package let region: Region
    package let projects: Int
    package let frozen: Int
    package let payment: Int64
    package let debt: Int64
    package let bonuses: Int64

    package init(
        region: Region, projects: Int, frozen: Int, payment: Int64, debt: Int64, bonuses: Int64
    ) {
        self.region = region
        self.projects = projects
        self.frozen = frozen
        self.payment = payment
        self.debt = debt
        self.bonuses = bonuses
    }
}

/// Which projects are looked for.
package struct ProjectSearch: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case active
        case frozen
        /// Whatever the state, something is owed.
        case owing
    }

    /// A part of a PID, an account's id, e-mail, name or tax id; empty = all of them.
    package let text: String
    /// Nil = whatever the state.
    package let state: State?
    /// Nothing outside of it is found.
    package let scope: ProjectScope

    package init(text: String = "", state: State? = nil, scope: ProjectScope = .all) {
        self.text = text
        self.state = state
        self.scope = scope
    }

    func within(_ scope: ProjectScope) -> ProjectSearch {
        ProjectSearch(text: text, state: state, scope: scope)
    }
}

/// A project with the customer it belongs to.
package struct ProjectRow: Hashable, Sendable {
    package let project: ProjectRecord
    package let account: Account
    package let bonuses: Int64

    package init(project: ProjectRecord, account: Account, bonuses: Int64) {
        self.project = project
        self.account = account
        self.bonuses = bonuses
    }
}

/// What a service cost on a day, minor units.
package struct ServiceDay: Hashable, Sendable {
    package let day: Day
    package let service: ServiceName
    package let amount: Int64

    package init(day: Day, service: ServiceName, amount: Int64) {
        self.day = day
        self.service = service
        self.amount = amount
    }
}

/// A month of a region: how many documents, for how many customers, and when it was closed.
package struct DocumentMonth: Hashable, Sendable {
    package let region: Region
    package let month: Month
    package let documents: Int
    package let customers: Int
    /// Nil = not closed for the region as a whole.
    package let closedAt: Moment?

    package init(region: Region, month: Month, documents: Int, customers: Int, closedAt: Moment?) {
        self.region = region
        self.month = month
        self.documents = documents
        self.customers = customers
        self.closedAt = closedAt
    }
}
