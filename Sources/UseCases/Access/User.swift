package import Access
package import Basics
package import Wording

/// A person who signs in: a customer's, to the cabinet, or the provider's own, to the office.
package struct User: Hashable, Sendable {
    package let id: UserID
    package let side: AccessSide
    package let email: EmailAddress
    package let name: String
    package let language: Language
    /// As `Passwords` gave it.
    package var password: String
    package var secondStep: SecondStep
    /// Of staff; empty with customers, whose roles are in projects.
    package var staffRoles: Set<StaffRole>
    /// The account that was opened with the user; nil for staff and for guests of other people's projects.
    package let account: AccountID?
    /// How many projects the user may own; nil = as many as everybody.
    package let projects: Int?
    package let createdAt: Moment
    package var confirmedAt: Moment?
    package var disabledAt: Moment?

    package init(
        id: UserID, side: AccessSide, email: EmailAddress, name: String, language: Language, password: String,
        secondStep: SecondStep = .off, staffRoles: Set<StaffRole> = [], account: AccountID? = nil,
        projects: Int? = nil, createdAt: Moment, confirmedAt: Moment?, disabledAt: Moment? = nil
    ) {
        self.id = id
        self.side = side
        self.email = email
        self.name = name
        self.language = language
        self.password = password
        self.secondStep = secondStep
        self.staffRoles = staffRoles
        self.account = account
        self.projects = projects
        self.createdAt = createdAt
        self.confirmedAt = confirmedAt
        self.disabledAt = disabledAt
    }

    /// Whether there is anything to sign in to.
    var maySignIn: Bool { confirmedAt != nil && disabledAt == nil }
}

/// Whether a user shows a code besides the password.
package enum SecondStep: Hashable, Sendable {
    case off
    /// The secret was shown; a first code has not come yet.
    case begun(secret: KeptSecret)
    /// On, and the half minute whose code was used last.
    case on(secret: KeptSecret, last: Int64?)

    package var secret: KeptSecret? {
        switch self {
        case .off: nil
        case .begun(let secret), .on(let secret, _): secret
        }
    }

    /// The same step, its secret kept otherwise.
    func keeping(_ other: KeptSecret) -> SecondStep {
        switch self {
        case .off: .off
        case .begun: .begun(secret: other)
        case .on(_, let last): .on(secret: other, last: last)
        }
    }
}
