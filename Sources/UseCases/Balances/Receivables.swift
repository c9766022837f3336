import Basics
package import Contracts
import Counterparties
import Documents
import Projects
import Regions

extension Records {
    /// Which invoices ask for what a project owes; nil where it owes nothing.
    func receivable(
        of record: ProjectRecord, _ account: Account, at now: Moment, _ papers: Papers
    ) throws -> Receivable? {
        let owed = record.debtTotal
        guard owed > 0 else { return nil }
        let (pid, region) = (record.project.pid, record.project.region)
        let month = region.profile.zone.day(of: now).month
        let closed = try openMonth(of: record)?.previous
        let charged =
            try account.counterparty(in: month, of: region).taxID.map {
                try reportedSum(in: pid, payer: $0, after: closed, through: month)
            } ?? 0
        var invoices: [Receivable.Invoice] = []
        var left = owed - max(0, charged)
        // Those before are paid: they are not read.
        for (frozen, share) in left > 0 ? try self.invoices(asking: pid, of: account.id, limit: 120) : []
        where left > 0 {
            let content = try papers.thaw(frozen)
            invoices.append(
                Receivable.Invoice(
                    number: content.number, date: content.date, due: content.due, share: share))
            left -= max(0, share)
        }
        return Receivable(owed: owed, charged: charged, invoices: invoices)
    }

    /// How the limit of the contract in force stands; nil where it has none.
    func creditUse(of account: Account, in region: Region, on day: Day) throws -> CreditUse? {
        guard let contract = account.agreements.contract(on: day, in: region),
            let limit = contract.creditLimit
        else { return nil }
        return CreditUse(contract: contract, limit: limit, owed: try owed(by: account.id, in: region))
    }
}

/// A contract's credit limit and what is owed under it, in all projects of its region.
package struct CreditUse: Hashable, Sendable {
    package let contract: Contract
    package let limit: Int64
    package let owed: Int64

    package var isAbove: Bool { owed > limit }
}
