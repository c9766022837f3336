/// What may be done, and by whom: the one table of rights (R23 as O31 settles it, D25). A page, a verb and a
/// route name a right; nobody compares roles.
package enum Right: String, CaseIterable, Hashable, Sendable {
    /// That the project is there, and its state.
    case project
    case balance
    /// Day lines and movements.
    case detail
    /// Downloads of what was spent.
    case reports
    case limits
    /// What the project is called (R19).
    case name
    case topUp = "top-up"
    case requisites
    case documents
    /// Requests to the document department.
    case requests
    case members
    /// Tokens of one's own that see the project.
    case tokens
    case refunds
    case ownerChange = "owner-change"
    case deletion
    /// To have nothing charged any more, and to begin again (D13, R124).
    case conservation
    /// Closing months and what hangs on it.
    case closing
    /// Whose an unclear transfer is.
    case matching
    /// Making something good for a customer: bonuses, and freezing put off.
    case goodwill
    /// The provider's own people.
    case staff
    /// What staff did, and why.
    case audit
    /// Terms of individual contracts: what a customer is charged, and when it pays.
    case contracts
    /// Looking for whatever there is.
    case search
    /// The books, posting by posting.
    case journal
    /// What the program itself does: nodes, jobs, letters.
    case running

    /// Who has it: for customers in a project of theirs, for staff in all of them.
    package var holders: (customers: Set<CustomerRole>, staff: Set<StaffRole>) {
        let heads: Set<CustomerRole> = [.owner, .superadministrator]
        let billing: Set<CustomerRole> = [.owner, .superadministrator, .billingAdministrator]
        let house = Set(StaffRole.allCases)
        let papers: Set<StaffRole> = [.documentSpecialist, .accountant, .administrator]
        return switch self {
        case .project: (Set(CustomerRole.allCases), house)
        case .balance: (billing.union([.projectAdministrator, .viewer]), house)
        case .detail: (billing.union([.projectAdministrator]), house)
        case .reports: (heads.union([.accountant]), house)
        case .limits: (heads, [.support, .salesManager, .administrator])
        case .name: (heads, [])
        case .topUp: (billing, papers)
        case .requisites: (billing, [.documentSpecialist, .administrator])
        case .documents: (billing.union([.accountant]), house)
        case .requests: (billing, [.documentSpecialist, .support, .salesManager, .administrator])
        case .members: (heads, [.support, .administrator])
        case .tokens: (heads.union([.projectAdministrator]), [])
        case .refunds: ([.owner], [])
        case .ownerChange: ([.owner], [])
        case .deletion: ([.owner], [])
        case .conservation: ([.owner], [.support, .administrator])
        case .closing: ([], papers)
        case .matching: ([], papers)
        case .goodwill: ([], [.documentSpecialist, .support, .administrator])
        case .staff: ([], [.administrator])
        case .audit: ([], [.accountant, .administrator])
        case .contracts: ([], [.documentSpecialist, .salesManager, .administrator])
        case .search: ([], house)
        case .journal: ([], [.support, .accountant, .administrator])
        case .running: ([], [.support, .administrator])
        }
    }

    package func isHeld(by roles: Set<CustomerRole>) -> Bool { !holders.customers.isDisjoint(with: roles) }
    package func isHeld(by roles: Set<StaffRole>) -> Bool { !holders.staff.isDisjoint(with: roles) }
}
