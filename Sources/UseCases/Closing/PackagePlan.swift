import Basics
import Books
import Contracts
import Counterparties
import Documents
import Ledger
import Regions

/// One customer's month, drafted and checked, waiting for its numbers. All packages of a customer are
/// issued together or not at all.
struct CustomerPlan {
    let account: Account
    let taxID: TaxID
    let packages: [PackagePlan]
    let tieOut: ClosingReport.TieOut
    /// The settlement runs the drafts rest on; another run in between makes them stale.
    let basis: [PID: Int64]
    let shares: [BookShare]
    /// What was asked for when it was drafted; something else since makes it stale too.
    let flows: DocumentFlows
    /// The official rate that it was drafted by; another one that came meanwhile makes it stale.
    let rate: OfficialRate?

    func sendsCopies(of month: Month) -> Bool {
        flows.inForce(for: month, of: taxID)?.sendsCopies(of: month) ?? false
    }
}

/// One package: its draft, or nothing to report.
struct PackagePlan {
    let project: PID?
    let draft: PackageDraft?
    let skipped: String?
}

/// A sum that moves from «to document» to «documented» in a project's book.
struct BookShare {
    let project: PID
    let account: AccountCode
    let amount: Int64
}
