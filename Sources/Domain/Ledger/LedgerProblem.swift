package import Basics

/// What the ledger refuses.
package enum LedgerProblem: Problem, Equatable {
    case unbalanced(Int128)

    package var code: String { "ledger.unbalanced" }
    package var kind: ProblemKind { .invalid }
}
