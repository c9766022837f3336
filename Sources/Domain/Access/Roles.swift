/// What somebody is to a project (R22, D25). Rights of several roles add up.
package enum CustomerRole: String, CaseIterable, Comparable, Hashable, Sendable {
    case owner
    /// The owner's rights but for refunds, change of owner, deletion.
    case superadministrator
    /// The services, not the people nor the money.
    case projectAdministrator = "project-administrator"
    /// The people alone.
    case iamAdministrator = "iam-administrator"
    /// The money, not the services nor the people.
    case billingAdministrator = "billing-administrator"
    case viewer
    /// Documents and reports only.
    case accountant

    package static func < (a: Self, b: Self) -> Bool { a.place < b.place }

    private var place: Int { CustomerRole.allCases.firstIndex(of: self) ?? 0 }
}

/// What somebody does for the provider (D25).
package enum StaffRole: String, CaseIterable, Comparable, Hashable, Sendable {
    case documentSpecialist = "document-specialist"
    case support
    case salesManager = "sales-manager"
    case accountant
    case administrator

    package static func < (a: Self, b: Self) -> Bool { a.place < b.place }

    private var place: Int { StaffRole.allCases.firstIndex(of: self) ?? 0 }
}
