package import Basics

/// What can be wrong with a credit, or with one paying what another has paid.
package enum FundingProblem: Problem, Equatable {
    case unknownProject(CreditID, PID)
    case otherBody(CreditID)
    /// No money of this project, or its turn has not come.
    case unknownLot(CreditID, PID)
    /// Bank transfers are not changed for others.
    case notSubstitutable(CreditID)
    /// No transfer, or another's: what it pays the documents do not show.
    case notOwnTransfer(CreditID)
    case nothingSpent(CreditID)
    case transferSpent(CreditID)
    /// All it has paid stands in documents of closed months.
    case allReported(CreditID, through: Month)
    /// Since it was looked at a month was closed, or the money went elsewhere.
    case lessToSubstitute(CreditID, wanted: Int64, possible: Int64, reported: Int64)
    /// No money of this payer's transfers is left in the project.
    case nothingToAssign(TaxID, PID)
    /// An advance is assigned to the customer as it is now, which has no tax id.
    case noAssignee(PID)
    /// It was told apart from what is left now: something was spent or came meanwhile.
    case otherAdvance(TaxID, seen: Int64, left: Int64)

    package var code: String {
        switch self {
        case .unknownProject: "funding.unknown-project"
        case .otherBody: "funding.other-body"
        case .unknownLot: "funding.unknown-lot"
        case .notSubstitutable: "funding.not-substitutable"
        case .notOwnTransfer: "funding.not-own-transfer"
        case .nothingSpent: "funding.nothing-spent"
        case .transferSpent: "funding.transfer-spent"
        case .allReported: "funding.all-reported"
        case .lessToSubstitute: "funding.less-to-substitute"
        case .nothingToAssign: "funding.nothing-to-assign"
        case .noAssignee: "funding.no-assignee"
        case .otherAdvance: "funding.other-advance"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknownProject, .unknownLot: .missing
        case .notSubstitutable, .notOwnTransfer: .invalid
        case .otherBody, .nothingSpent, .transferSpent, .allReported, .lessToSubstitute, .nothingToAssign,
            .noAssignee, .otherAdvance:
            .conflict
        }
    }
}
