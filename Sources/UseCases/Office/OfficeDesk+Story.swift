package import Access
package import Basics
import Projects

extension OfficeDesk {
    /// An account with all it has and a page of what happened to it.
    package struct Story: Sendable {
        package let account: Account
        package let projects: [(project: ProjectRecord, bonuses: Int64)]
        /// Who signs in, by project.
        package let members: [(name: String, email: String, roles: [PID: Set<CustomerRole>])]
        package let happenings: [Happening]
        package let next: HappeningPlace?
        package let rights: Set<Right>
    }

    static let mostProjects = 200
    package static let happeningsPerPage = 50

    package func story(
        of id: AccountID, before place: HappeningPlace?, for viewer: Viewer
    ) throws -> Story {
        try hold(viewer, .project)
        return try store.read { records in
            guard let account = try records.account(id) else { throw ProjectsProblem.unknownAccount(id) }
            var projects: [(project: ProjectRecord, bonuses: Int64)] = []
            var members: [String: (name: String, roles: [PID: Set<CustomerRole>])] = [:]
            for project in account.projects.prefix(OfficeDesk.mostProjects) {
                projects.append(
                    (try records.knownProject(project.pid), try records.bonusTotal(in: project.pid)))
                for (user, membership) in try records.members(of: project.pid) {
                    members[user.email.text, default: (user.name, [:])].roles[project.pid] = membership.roles
                }
            }
            let most = OfficeDesk.happeningsPerPage
            // What only some of the staff may see stays away from the others.
            let kinds = Happening.Kind.allCases.filter {
                switch $0 {
                case .audit: viewer.mayEverywhere(.audit)
                case .request, .letter: viewer.mayEverywhere(.requests)
                default: true
                }
            }
            let found = try kinds.flatMap {
                try records.happenings($0, of: id, before: place, limit: most + 1)
            }.sorted { $1.place < $0.place }
            return Story(
                account: account, projects: projects,
                members: members.sorted { $0.key < $1.key }.map {
                    (name: $0.value.name, email: $0.key, roles: $0.value.roles)
                }, happenings: Array(found.prefix(most)),
                next: found.count > most ? found[most - 1].place : nil,
                rights: Set(Right.allCases.filter { viewer.mayEverywhere($0) }))
        }
    }
}
