package import Basics
package import Regions

/// Whether a project's resources work (D12).
package enum ProjectState: Hashable, Sendable {
    case active
    case frozen(since: Moment, deletionDue: Moment)
    /// Nothing is charged, whatever it owes (D13).
    case conserved(since: Moment)

    package var word: String {
        switch self {
        case .active: "active"
        case .frozen: "frozen"
        case .conserved: "conserved"
        }
    }

    package var deletionDue: Moment? {
        switch self {
        case .active, .conserved: nil
        case .frozen(_, let due): due
        }
    }

    /// The state after a posting at an instant. `balance` is the payment account's, lots less debt;
    /// at exactly zero the state stays as it was; post-paid projects are never frozen, nor are conserved ones,
    /// and a term of deletion begins anew once conservation ends.
    package func after(
        balance: Int64, at instant: Moment, scheme: PaymentScheme, everPaid: Bool, terms: DeletionTerms,
        conservedSince: Moment? = nil
    ) -> ProjectState {
        if let conservedSince { return .conserved(since: conservedSince) }
        guard scheme == .prepaid else { return .active }
        switch self {
        case .active, .conserved:
            guard balance < 0 else { return .active }
            return .frozen(since: instant, deletionDue: ProjectState.due(instant, everPaid, terms))
        case .frozen(let since, _):
            guard balance <= 0 else { return .active }
            // The first real money that does not thaw still wins the longer term, from the freezing.
            return .frozen(since: since, deletionDue: ProjectState.due(since, everPaid, terms))
        }
    }

    private static func due(_ since: Moment, _ everPaid: Bool, _ terms: DeletionTerms) -> Moment {
        since.adding(seconds: everPaid ? terms.paidSeconds : terms.neverPaidSeconds)
    }
}
