package import Access
package import Basics
package import Documents
package import Regions

/// Acts of reconciliation, their numbers, and what they are drawn up from.
package protocol ReconciliationRecords {
    /// The next number of a region's acts of reconciliation in a year, taken for good if the transaction commits.
    func nextReconciliationNumber(in region: Region, year: Int) throws -> Int
    func insert(_ act: ReconciliationRecord, by user: UserID?) throws
    func reconciliation(_ region: Region, year: Int, number: Int) throws -> ReconciliationRecord?
    /// An account's acts about a party, the newest first.
    func reconciliations(
        of account: AccountID, in region: Region, about taxID: TaxID, limit: Int
    ) throws -> [ReconciliationRecord]
    /// All transfers to a project that came from a party or were assigned to it, and when one was taken back.
    func transfers(to project: PID, of party: TaxID) throws -> [KeptCredit]
    /// All documents of an account in a region, in the order they were numbered.
    func documents(of account: AccountID, in region: Region) throws -> [DocumentRecord]
    /// Those of some months.
    func documents(
        of account: AccountID, in region: Region, from: Month, through: Month
    ) throws -> [DocumentRecord]
}

/// An act of reconciliation with the number it keeps for ever.
package struct ReconciliationRecord: Hashable, Sendable {
    package let region: Region
    package let account: AccountID
    /// Whom it is about: the account may have been another party's before.
    package let taxID: TaxID
    package let supplier: TaxID
    package let number: Int
    package let date: Day
    package let period: ReconciledPeriod
    package let madeAt: Moment
    /// The frozen content and its digest.
    package let frozen: [UInt8]
    package let sha256: [UInt8]

    package init(
        region: Region, account: AccountID, taxID: TaxID, supplier: TaxID, number: Int, date: Day,
        period: ReconciledPeriod, madeAt: Moment, frozen: [UInt8], sha256: [UInt8]
    ) {
        self.region = region
        self.account = account
        self.taxID = taxID
        self.supplier = supplier
        self.number = number
        self.date = date
        self.period = period
        self.madeAt = madeAt
        self.frozen = frozen
        self.sha256 = sha256
    }
}
