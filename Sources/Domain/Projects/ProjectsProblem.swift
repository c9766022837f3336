package import Basics

/// What can be wrong with an account and its projects.
package enum ProjectsProblem: Problem, Equatable {
    case missing(String)
    case badMoment(String, String)
    case badPID(String)
    case unknownRegion(String)
    case twoProjects(PID)
    case otherBody(AccountID)
    case projectTaken(PID, AccountID)
    case otherProject(PID)
    case createdInClosedMonth(PID, Month)
    case unknownAccount(AccountID)
    case unknownProject(String)
    case unknownSupplierField(String)
    /// A monthly limit that is no whole sum within the region's bounds.
    case badLimit(String, least: Int64, most: Int64)
    /// What is no name of a project (R19).
    case badName(String)
    /// More rows than a download holds.
    case tooManyRows(Int)
    /// The customer's details stand in a contract.
    case contractData(String)
    /// Something of the month is still to be documented for the party as it is.
    case openMonth(Month)
    /// Conservation that is to begin, and has.
    case conservedAlready(PID)
    /// Conservation that is to end, and has.
    case notConserved(PID)
    /// Money went back while it was conserved: only staff let it be spent from again.
    case refundedMeanwhile(PID)
    /// It was conserved and woken too often in a day.
    case turnedTooOften(PID, most: Int)
    /// The other account is the same party: there is nothing to re-register.
    case passToSameParty(PID, AccountID)
    /// Another account of the other one's party has had the project before.
    case passToFormerParty(PID, AccountID)
    /// The other account gets no documents in the region.
    case passWithoutDocuments(AccountID)
    /// The account has a month before this one to close.
    case passOpenMonth(Month)
    /// The account is another party from a later month on, and that one has paid for the project.
    case passComingParty(PID, Month)
    /// An account pays afterwards in the month: who owes what cannot be told apart.
    case passPostpaid(AccountID, Month)
    /// Post-paid charges of the project are not documented or not paid.
    case passPostpaidOpen(PID)

    package var code: String {
        switch self {
        case .missing: "projects.missing-field"
        case .badMoment: "projects.bad-moment"
        case .badPID: "projects.bad-pid"
        case .unknownRegion: "projects.unknown-region"
        case .twoProjects: "projects.two-projects"
        case .otherBody: "projects.other-body"
        case .projectTaken: "projects.project-taken"
        case .otherProject: "projects.other-project"
        case .createdInClosedMonth: "projects.created-in-closed-month"
        case .unknownAccount: "projects.unknown-account"
        case .unknownProject: "projects.unknown-project"
        case .unknownSupplierField: "projects.unknown-supplier-field"
        case .badLimit: "projects.bad-limit"
        case .badName: "projects.bad-name"
        case .tooManyRows: "projects.too-many-rows"
        case .contractData: "projects.contract-data"
        case .openMonth: "projects.open-month"
        case .conservedAlready: "projects.conserved-already"
        case .notConserved: "projects.not-conserved"
        case .refundedMeanwhile: "projects.refunded-meanwhile"
        case .turnedTooOften: "projects.turned-too-often"
        case .passToSameParty: "projects.pass-to-same-party"
        case .passToFormerParty: "projects.pass-to-former-party"
        case .passWithoutDocuments: "projects.pass-without-documents"
        case .passOpenMonth: "projects.pass-open-month"
        case .passComingParty: "projects.pass-coming-party"
        case .passPostpaid: "projects.pass-postpaid"
        case .passPostpaidOpen: "projects.pass-postpaid-open"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .missing, .unknownProject, .unknownAccount: .missing
        case .contractData: .forbidden
        case .otherBody, .otherProject, .createdInClosedMonth, .projectTaken, .twoProjects, .openMonth,
            .conservedAlready, .notConserved, .refundedMeanwhile, .turnedTooOften, .passToSameParty,
            .passToFormerParty, .passWithoutDocuments, .passOpenMonth, .passComingParty, .passPostpaid,
            .passPostpaidOpen:
            .conflict
        default: .invalid
        }
    }
}
