package import Basics

/// Who looks, and so what there is: every list and every page is fetched through it. What it may not see is
/// to it as if it were not there.
package enum Viewer: Hashable, Sendable {
    /// Whoever looks after the machine: commands, and pages opened to all on purpose. It looks and does not act.
    case house
    case customer(UserID, [PID: Set<CustomerRole>])
    case staff(UserID, Set<StaffRole>)

    package var user: UserID? {
        switch self {
        case .house: nil
        case .customer(let user, _), .staff(let user, _): user
        }
    }

    /// Whether the right is held in a project.
    package func may(_ right: Right, in project: PID) -> Bool {
        switch self {
        case .house: true
        case .customer(_, let projects): projects[project].map(right.isHeld) ?? false
        case .staff(_, let roles): right.isHeld(by: roles)
        }
    }

    /// Whether it is held in all there is, in no single project.
    package func mayEverywhere(_ right: Right) -> Bool {
        switch self {
        case .house: true
        case .customer: false
        case .staff(_, let roles): right.isHeld(by: roles)
        }
    }

    /// Whether what concerns several projects may be seen: all of them, or none of it.
    package func may(_ right: Right, inAllOf projects: [PID]) -> Bool {
        if mayEverywhere(right) { return true }
        return !projects.isEmpty && projects.allSatisfy { may(right, in: $0) }
    }

    /// Where the right is held: what a query is bound by.
    package func projects(with right: Right) -> ProjectScope {
        if mayEverywhere(right) { return .all }
        guard case .customer(_, let projects) = self else { return .these([]) }
        return .these(projects.filter { right.isHeld(by: $0.value) }.keys.sorted())
    }

    /// All rights held in a project.
    package func rights(in project: PID) -> Set<Right> { Set(Right.allCases.filter { may($0, in: project) }) }
}

/// Which projects a question is about.
package enum ProjectScope: Hashable, Sendable {
    case all
    case these([PID])
}

extension Subject {
    /// What a user's key names; never instantiated.
    package enum User: Sendable {}
}

/// Somebody who signs in.
package typealias UserID = Key<Subject.User>
