/// Who is what in a project, and how that may be changed (R20, R22).
package struct Membership: Hashable, Sendable {
    package let user: UserID
    package let roles: Set<CustomerRole>

    package init(user: UserID, roles: Set<CustomerRole>) {
        self.user = user
        self.roles = roles
    }

    /// Roles that may be given: some, and never the owner's, which is handed over by the provider alone.
    package static func check(given roles: Set<CustomerRole>) throws(AccessProblem) {
        guard !roles.isEmpty else { throw .noRole }
        guard !roles.contains(.owner) else { throw .ownerIsGiven }
    }

    /// The member with other roles; the owner stays what they are.
    package func changed(to roles: Set<CustomerRole>) throws(AccessProblem) -> Membership {
        guard !self.roles.contains(.owner) else { throw .ownerStays }
        try Membership.check(given: roles)
        return Membership(user: user, roles: roles)
    }

    /// Holds that the member may be removed.
    package func checkRemovable() throws(AccessProblem) {
        guard !roles.contains(.owner) else { throw .ownerStays }
    }
}
