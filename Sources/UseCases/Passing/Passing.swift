package import Basics
package import Contracts
import Projects
package import Regions

/// A project passed from one account to another: until the instant it was the one's, from then on it is the other's (R130).
package struct Passing: Hashable, Sendable {
    package let project: PID
    /// From 1, in their order.
    package let number: Int
    package let from: AccountID
    package let to: AccountID
    package let region: Region
    package let at: Moment
    /// The last settlement run that the former account's agreements ruled.
    package let run: Int64

    package init(
        project: PID, number: Int, from: AccountID, to: AccountID, region: Region, at: Moment, run: Int64
    ) {
        self.project = project
        self.number = number
        self.from = from
        self.to = to
        self.region = region
        self.at = at
        self.run = run
    }

    /// A day has one price: that of its passing is the former account's to its end.
    package var day: Day { region.profile.zone.day(of: at) }
    /// Both accounts document this month, each what its own transfers have paid.
    package var month: Month { day.month }
}

/// The months in which an account documents what a project was charged.
struct Holding: Hashable, Sendable {
    let project: PID
    /// Nil = from the beginning.
    private(set) var first: Month?
    /// Nil = it is the account's still.
    private(set) var last: Month?

    /// A project's months of an account, by the project's passings.
    static func all(_ project: PID, _ account: AccountID, _ passings: [Passing]) -> [Holding] {
        var holdings: [Holding] = []
        var isOpen = passings.first.map { $0.from == account } ?? true
        if isOpen { holdings.append(Holding(project: project)) }
        for passing in passings {
            if passing.from == account, isOpen {
                holdings[holdings.count - 1].last = passing.month
                isOpen = false
            }
            guard passing.to == account else { continue }
            isOpen = true
            // Back in the month in which it went: that month is one.
            if let last = holdings.last?.last, last >= passing.month {
                holdings[holdings.count - 1].last = nil
            } else {
                holdings.append(Holding(project: project, first: passing.month))
            }
        }
        return holdings
    }

    private init(project: PID, first: Month? = nil) {
        self.project = project
        self.first = first
    }

    /// The months of a package that are among these: after one and through another; nil = none is.
    func span(after closed: Month?, through month: Month) -> (after: Month?, through: Month)? {
        let after = [closed, first?.previous].compactMap(\.self).max()
        let through = min(month, last ?? month)
        if let after, through <= after { return nil }
        return (after, through)
    }
}

/// What an account's agreements say of a project's days: those of the former accounts' time, too.
package struct ProjectAgreements: Hashable, Sendable {
    package let present: Agreements
    private let former: [Former]

    private struct Former: Hashable {
        let through: Day
        let agreements: Agreements
    }

    package init(_ present: Agreements, former: [(through: Day, agreements: Agreements)] = []) {
        self.present = present
        self.former = former.map { Former(through: $0.through, agreements: $0.agreements) }
    }

    /// What says the prices of a day.
    package func ruling(_ day: Day) -> Agreements {
        former.first { day <= $0.through }?.agreements ?? present
    }

    /// What comes late for a former account's day is paid in advance, whatever that account had agreed: whoever has the
    /// project now owes it.
    package func scheme(on day: Day, in region: Region) -> PaymentScheme {
        former.last.map { day <= $0.through } ?? false ? .prepaid : present.scheme(on: day, in: region)
    }

    func schemeSwitches(in region: Region) -> [Day] {
        present.schemeSwitches(in: region).filter { day in former.last.map { $0.through < day } ?? true }
    }
}

extension Records {
    /// The months of a region in which an account documents projects, by project: its own, and those that passed on.
    func holdings(of account: Account, in region: Region) throws -> [Holding] {
        let passings = Dictionary(grouping: try passings(of: account.id, in: region), by: \.project)
        let own = account.projects.filter { $0.region == region }.map(\.pid)
        return Set(own).union(passings.keys).sorted().flatMap {
            Holding.all($0, account.id, passings[$0] ?? [])
        }
    }

    /// The earliest month between two in which the projects were charged something while they were the account's to
    /// document.
    func firstActiveMonth(
        of account: Account, in region: Region, after closed: Month?, before month: Month
    ) throws -> Month? {
        guard try !passings(of: account.id, in: region).isEmpty else {
            return try firstActiveMonth(of: account.id, in: region, after: closed, before: month)
        }
        return try holdings(of: account, in: region).compactMap { holding in
            guard let span = holding.span(after: closed, through: month.previous) else { return nil }
            return try firstActiveMonth(of: holding.project, after: span.after, before: span.through.next)
        }.min()
    }

    /// What of some months an account's package reports, all its projects together.
    func reportedSum(
        of account: Account, payer: TaxID, after closed: Month?, through month: Month, in region: Region
    ) throws -> Int64 {
        try holdings(of: account, in: region).reduce(0) { sum, holding in
            guard let span = holding.span(after: closed, through: month) else { return sum }
            return try Money.sum(
                sum,
                reportedSum(
                    in: holding.project, payer: payer, after: span.after, through: span.through))
        }
    }

    /// What rules a project's days.
    func agreements(of project: ProjectRecord, _ account: Account) throws -> ProjectAgreements {
        guard project.passings > 0 else { return ProjectAgreements(account.agreements) }
        return ProjectAgreements(
            account.agreements,
            former: try passings(of: project.project.pid).map { passing in
                guard let former = try self.account(passing.from) else {
                    throw ProjectsProblem.unknownAccount(passing.from)
                }
                return (passing.day, former.agreements)
            })
    }

    /// The first month that may report what a project is charged now; nil = none is closed. Never one before the last
    /// passing, nor one that either party has closed.
    func openMonth(of project: ProjectRecord) throws -> Month? {
        let (pid, region) = (project.project.pid, project.project.region)
        var open = try lastClosed(project.project.account, in: region)?.next
        guard project.passings > 0 else { return open }
        for passing in try passings(of: pid) {
            let isClosed = try lastClosed(passing.from, in: region).map { $0 >= passing.month } ?? false
            open = max(open ?? passing.month, isClosed ? passing.month.next : passing.month)
        }
        return open
    }

    /// Whose a project was at an instant.
    func account(of project: ProjectRecord, at moment: Moment) throws -> AccountID {
        guard project.passings > 0 else { return project.project.account }
        return try passings(of: project.project.pid).first { moment < $0.at }?.from ?? project.project.account
    }

    /// Whether an instant is of the time of whoever has a project now.
    func isOwn(_ moment: Moment, of project: ProjectRecord) throws -> Bool {
        try account(of: project, at: moment) == project.project.account
    }
}
