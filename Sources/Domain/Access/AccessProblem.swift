package import Basics

/// What can be wrong with signing in and with who may do what.
package enum AccessProblem: Problem, Equatable {
    case badEmail(String)
    case shortPassword(Int)
    case longPassword(Int)
    case passwordIsEmail
    case commonPassword
    /// Whatever was wrong: nobody learns who is known here.
    case wrongSignIn
    case wrongPassword
    case wrongCode
    case tooManyTries(seconds: Int64)
    case deadLink
    case notSignedIn
    case notAsked
    case noRole
    case tooManyInvitations(Int)
    case unknownRole(String)
    case ownerIsGiven
    case ownerStays
    case memberAlready(EmailAddress)
    case noMember
    case emailTaken(EmailAddress)
    case noUser(String)
    case noName
    case quota(Int)
    case noAccount
    case notAllowed
    case elsewhere
    case noReason
    case lastAdministrator
    /// The key that second steps are locked by was not given to this process.
    case noSecretKey
    /// Another was given.
    case otherSecretKey
    /// A node lives that locks and opens by the key before.
    case secretKeyInUse(host: String, process: Int64)

    package var code: String {
        switch self {
        case .badEmail: "access.bad-email"
        case .shortPassword: "access.short-password"
        case .longPassword: "access.long-password"
        case .passwordIsEmail: "access.password-is-email"
        case .commonPassword: "access.common-password"
        case .wrongSignIn: "access.wrong-sign-in"
        case .wrongPassword: "access.wrong-password"
        case .wrongCode: "access.wrong-code"
        case .tooManyTries: "access.too-many-tries"
        case .deadLink: "access.dead-link"
        case .notSignedIn: "access.not-signed-in"
        case .notAsked: "access.not-asked"
        case .noRole: "access.no-role"
        case .tooManyInvitations: "access.too-many-invitations"
        case .unknownRole: "access.unknown-role"
        case .ownerIsGiven: "access.owner-is-given"
        case .ownerStays: "access.owner-stays"
        case .memberAlready: "access.member-already"
        case .noMember: "access.no-member"
        case .emailTaken: "access.email-taken"
        case .noUser: "access.no-user"
        case .noName: "access.no-name"
        case .quota: "access.quota"
        case .noAccount: "access.no-account"
        case .notAllowed: "access.not-allowed"
        case .elsewhere: "access.elsewhere"
        case .noReason: "access.no-reason"
        case .lastAdministrator: "access.last-administrator"
        case .noSecretKey: "access.no-secret-key"
        case .otherSecretKey: "access.other-secret-key"
        case .secretKeyInUse: "access.secret-key-in-use"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .wrongSignIn, .wrongPassword, .wrongCode, .notSignedIn, .notAllowed, .elsewhere, .quota:
            .forbidden
        case .tooManyTries, .noSecretKey, .otherSecretKey: .unavailable
        case .deadLink, .noMember, .noUser: .missing
        case .ownerStays, .memberAlready, .emailTaken, .notAsked, .noAccount, .lastAdministrator,
            .secretKeyInUse:
            .conflict
        default: .invalid
        }
    }
}
