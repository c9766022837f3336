import Basics
import Funding
import Payments

/// Which of the quoted invoices a project's share of a transfer pays, so that later transfers know.
enum QuotedInvoices {
    /// What one invoice still asks of one project.
    struct Open {
        let invoice: InvoiceReference
        let project: PID
        let amount: Int64
    }

    /// In the order of writing, each up to what it asks; what is left pays none.
    static func split(_ share: MatchShare, credit: CreditID, over open: [Open]) -> [BankShare] {
        var rest = share.amount
        var parts: [BankShare] = []
        for asked in open where asked.project == share.project && rest > 0 && asked.amount > 0 {
            let part = min(rest, asked.amount)
            parts.append(
                BankShare(project: share.project, amount: part, credit: credit, invoice: asked.invoice))
            rest -= part
        }
        if rest > 0 {
            parts.append(BankShare(project: share.project, amount: rest, credit: credit, invoice: nil))
        }
        return parts
    }
}
