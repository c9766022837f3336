package import Access
package import Basics
package import Funding
package import Metering
package import Projects
package import Regions

/// Lists for those who look on: every one has a limit, whatever the database holds.
package protocol OverviewRecords {
    /// Each region that has projects, with the totals of them all.
    func regionTotals() throws -> [RegionTotals]
    /// What the projects a search finds have together; nil where it is not bound to one region.
    func totals(_ search: ProjectSearch) throws -> RegionTotals?
    func projectCount(_ search: ProjectSearch) throws -> Int
    /// Projects by PID, behind one of them.
    func projects(_ search: ProjectSearch, after place: PID?, limit: Int) throws -> [ProjectRow]
    /// Bonuses left in a project, all types together.
    func bonusTotal(in project: PID) throws -> Int64
    /// What a project spent each day of a month, by service.
    func spending(in project: PID, month: Month, limit: Int) throws -> [ServiceDay]
    /// What it spent each day of a period, by service.
    func spending(in project: PID, from: Day, through: Day) throws -> [ServiceDay]
    /// The months a project has day lines in, the latest first.
    func months(of project: PID, limit: Int) throws -> [Month]
    /// Day lines of a month by service, then in their own order.
    func dayLines(in project: PID, month: Month, limit: Int) throws -> [DayLine]
    /// Credits of a project with what is left of them, the latest first.
    func movements(in project: PID, limit: Int) throws -> [KeptCredit]
    /// What of a month a project has spent on each resource, by service, those that cost most first.
    func resources(in project: PID, month: Month, limit: Int) throws -> [ResourceCost]
    /// What of some days each resource cost, those that cost most first.
    func resources(in project: PID, from: Day, through: Day, limit: Int) throws -> [ResourceCost]
    /// Day lines of one resource in a month, by day and SKU.
    func dayLines(
        of resource: ResourceID, service: ServiceName, in project: PID, month: Month, limit: Int
    ) throws -> [DayLine]
    /// Day lines of one day behind a place, by resource and SKU; of one service or of all.
    func dayLines(
        in project: PID, on day: Day, of service: ServiceName?, after place: DayLineKey?, limit: Int
    ) throws -> [DayLine]
    /// What was charged in some days for what each bonus type may pay, and the first of the days with a charge.
    func spentByType(
        in project: PID, region: Region, from: Day, through: Day
    ) throws -> (first: Day?, spent: [Forecast.Spent])
    /// Documents that bear a part of a project's spending and nothing of a project beyond a scope, the latest first,
    /// with their places in their month. Of an owner's alone: projects that are its no more are beyond no scope.
    func documents(
        of project: PID, _ search: DocumentSearch, within scope: ProjectScope, _ owner: DocumentOwner?,
        without hidden: [ClosedRange<Month>],
        after place: DocumentPlace?,
        limit: Int
    ) throws -> [(place: DocumentPlace, document: DocumentRecord)]
    /// The years and kinds of those; of an account's alone, or of all.
    func documentKinds(of project: PID, _ account: AccountID?) throws -> [(year: Int, kind: DocumentKind)]
    /// When a document's paper was printed.
    func printedAt(_ key: PaperKey, of account: AccountID) throws -> Moment?
    /// Months of all regions that have documents or were closed, the latest first.
    func documentMonths(limit: Int) throws -> [DocumentMonth]
    /// In the order they were numbered.
    /// By account and project, behind one of them.
    func closings(
        region: Region, month: Month, after place: OverviewDesk.ClosingPlace?, limit: Int
    ) throws -> [Closing]
    /// The month that was closed for an account before another one.
    func lastClosed(_ account: AccountID, in region: Region, before month: Month) throws -> Month?
    /// What the documents of a month make for an account, one of each package counted.
    func documentedSum(of account: AccountID, in region: Region, month: Month) throws -> Int64
    /// What the books of an account's projects, none of which ever passed, handed to the documents of a month.
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
        case conserved
        /// Something was used while it was conserved.
        case disputed
        /// Whatever the state, something is owed.
        case owing
    }

    /// A part of a PID, an account's id, e-mail, name or tax id; empty = all of them.
    package let text: String
    /// Nil = whatever the state.
    package let state: State?
    /// Nil = those of all regions.
    package let region: Region?
    /// Nothing outside of it is found.
    package let scope: ProjectScope

    package init(
        text: String = "", state: State? = nil, region: Region? = nil, scope: ProjectScope = .all
    ) {
        self.text = text
        self.state = state
        self.region = region
        self.scope = scope
    }
}

/// A project with the customer it belongs to.
package struct ProjectRow: Hashable, Sendable {
    package let project: ProjectRecord
    package let name: ProjectName?
    package let account: Account
    package let bonuses: Int64

    package init(project: ProjectRecord, name: ProjectName?, account: Account, bonuses: Int64) {
        self.project = project
        self.name = name
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

/// What one resource cost in a month, minor units.
package struct ResourceCost: Hashable, Sendable {
    package let service: ServiceName
    package let resource: ResourceID
    package let days: Int
    package let amount: Int64

    package init(service: ServiceName, resource: ResourceID, days: Int, amount: Int64) {
        self.service = service
        self.resource = resource
        self.days = days
        self.amount = amount
    }
}

/// Which of a project's documents are looked for; nil = whatever the kind, or the year.
package struct DocumentSearch: Hashable, Sendable {
    package let kind: DocumentKind?
    package let year: Int?

    package init(kind: DocumentKind? = nil, year: Int? = nil) {
        self.kind = kind
        self.year = year
    }
}

/// Whose documents are listed.
package struct DocumentOwner: Hashable, Sendable {
    package let account: AccountID
    /// Projects that passed from it to other accounts: documents that name no others are listed too.
    package let passed: [PID]
}

/// Where a document stands among its region's.
package struct DocumentPlace: Hashable, Sendable {
    package let month: Month
    package let position: Int64

    package init(month: Month, position: Int64) {
        self.month = month
        self.position = position
    }

    /// "2026-09.17", as a page's address says it.
    package var text: String { "\(month).\(position)" }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let month = Month(parts[0]), let position = Int64(parts[1]) else {
            return nil
        }
        self.init(month: month, position: position)
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
