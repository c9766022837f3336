package import Basics

/// Where a bank line's money goes, with the reasons a person may read (D14).
package enum MatchDecision: Hashable, Sendable {
    /// The shares add up to the line's amount.
    case matched([MatchShare], [MatchReason])
    case unclear([MatchReason])
    /// Kept, not matched.
    case outgoing

    package var reasons: [MatchReason] {
        switch self {
        case .matched(_, let reasons), .unclear(let reasons): reasons
        case .outgoing: [.outgoing]
        }
    }
}

/// A part of a transfer that one project gets, in minor units.
package struct MatchShare: Hashable, Sendable {
    package let project: PID
    package let amount: Int64

    package init(project: PID, amount: Int64) {
        self.project = project
        self.amount = amount
    }
}
