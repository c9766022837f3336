package import Access
package import Basics
import Contracts
package import Projects
package import Regions

/// What every page of a project begins with: whose it is, how it stands, and where its viewer may go.
package struct ProjectHead: Sendable {
    package let record: ProjectRecord
    package let account: Account
    /// Of today.
    package let scheme: PaymentScheme
    package let rights: Set<Right>
    /// The projects to choose among, this one too, by PID.
    package let projects: [PID]
    /// Of those that have one.
    package let names: [PID: ProjectName]

    package var pid: PID { record.project.pid }
    package var region: Region { record.project.region }

    /// More of them are not offered; the list of projects has them all.
    static let mostProjects = 100
}

extension Records {
    /// A project for a viewer who holds a right in it; to all others it is as if it were not there.
    func head(_ pid: PID, _ right: Right, at now: Moment, for viewer: Viewer) throws -> ProjectHead {
        guard viewer.may(right, in: pid), let record = try project(pid),
            let account = try account(record.project.account)
        else { throw ProjectsProblem.unknownProject(pid.text) }
        let region = record.project.region
        let all: [PID] =
            switch viewer.projects(with: .project) {
            // Who sees all projects goes from one to another of the same customer.
            case .all: account.projects.map(\.pid).sorted()
            case .these(let pids): pids
            }
        let offered = Array(all.prefix(ProjectHead.mostProjects))
        return ProjectHead(
            record: record, account: account,
            scheme: account.agreements.scheme(on: region.profile.zone.day(of: now), in: region),
            rights: viewer.rights(in: pid), projects: offered,
            names: try names(of: offered.contains(pid) ? offered : offered + [pid]))
    }

    /// The projects of one region that a viewer holds a right in, among those a head offers.
    func projects(_ head: ProjectHead, with right: Right, for viewer: Viewer) throws -> [ProjectRecord] {
        try head.projects.filter { viewer.may(right, in: $0) }.compactMap { try project($0) }
            .filter { $0.project.region == head.region }
    }
}

extension OverviewDesk {
    /// What a page of a project begins with, for whoever holds the right that the page is behind.
    package func head(_ pid: PID, _ right: Right, for viewer: Viewer) throws -> ProjectHead {
        let now = clock.now()
        return try store.read { try $0.head(pid, right, at: now, for: viewer) }
    }
}
