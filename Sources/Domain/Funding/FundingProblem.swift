package import Basics

/// What can be wrong with a credit.
package enum FundingProblem: Problem, Equatable {
    case unknownProject(CreditID, PID)
    case otherBody(CreditID)

    package var code: String {
        switch self {
        case .unknownProject: "funding.unknown-project"
        case .otherBody: "funding.other-body"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknownProject: .missing
        case .otherBody: .conflict
        }
    }
}
