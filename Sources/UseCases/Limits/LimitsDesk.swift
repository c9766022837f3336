package import Access
package import Basics
package import Projects
import Regions

/// Sets how much a month of a project may cost before its owner hears of it (R95).
package struct LimitsDesk: Sendable {
    let store: any Store
    let clock: Clock

    /// A project with its limit and what the running month has cost so far.
    package struct Watched: Sendable {
        package let project: ProjectRecord
        /// Nil = nobody has set one.
        package let limit: ExpenseLimit?
        package let spent: Int64
        /// Whether a letter went out this month.
        package let isTold: Bool
    }

    package struct List: Sendable {
        package let head: ProjectHead
        package let month: Month
        /// The page's own project.
        package let own: Watched
        /// All whose limits the viewer may set, the own one too.
        package let all: [Watched]
    }

    package func list(around pid: PID, for viewer: Viewer) throws -> List {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .limits, at: now, for: viewer)
            let others = try head.projects.filter { viewer.may(.limits, in: $0) }.compactMap {
                try records.project($0)
            }
            return List(
                head: head, month: head.region.profile.zone.day(of: now).month,
                own: try watched(head.record, at: now, records),
                all: try others.map { try watched($0, at: now, records) })
        }
    }

    /// Sets a project's limit. What was spent before counts from the next settlement on.
    /// `author`: who of staff does it for the customer, and why.
    package func set(
        _ text: String, notifies: Bool, of pid: PID, by viewer: Viewer, as author: Author? = nil
    ) throws {
        let now = clock.now()
        try store.transaction { records in
            try records.lock([pid])
            guard viewer.may(.limits, in: pid), let project = try records.project(pid) else {
                throw ProjectsProblem.unknownProject(pid.text)
            }
            let limit = try ExpenseLimit(
                typed: text, notifies: notifies, in: project.project.region.profile)
            guard try records.expenseLimit(of: pid) != limit else { return }
            try records.keep(limit, of: pid, by: viewer.user, at: now)
            if let author {
                try records.keep(
                    .setLimit, on: "projects/\(pid)", account: project.project.account,
                    detail: Money.text(minor: limit.amount), by: author, at: now)
            }
        }
    }

    private func watched(_ project: ProjectRecord, at now: Moment, _ records: any Records) throws -> Watched {
        let pid = project.project.pid
        let month = project.project.region.profile.zone.day(of: now).month
        return Watched(
            project: project, limit: try records.expenseLimit(of: pid),
            spent: try records.chargedSum(in: pid, from: month.firstDay, through: month.lastDay),
            isTold: try records.highestNotice(in: pid, month: month) != nil)
    }
}
