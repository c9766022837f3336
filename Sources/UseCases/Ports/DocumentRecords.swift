package import Basics
package import Regions

/// Issued documents, their numbers, and which months are closed for whom.
package protocol DocumentRecords {
    /// The next number of a kind in a year, taken for good if the transaction commits (D17).
    func nextNumber(supplier: TaxID, kind: DocumentKind, year: Int) throws -> Int
    func insert(_ document: DocumentRecord) throws
    /// In the order they were numbered.
    func documents(region: Region, month: Month) throws -> [DocumentRecord]
    /// The same behind a place in that order, with their places.
    func documents(
        region: Region, month: Month, after place: Int64, limit: Int
    ) throws -> [(place: Int64, document: DocumentRecord)]
    func documentCount(region: Region, month: Month) throws -> Int
    func invoice(number: Int, date: Day, region: Region) throws -> DocumentRecord?
    /// Frozen invoices that ask something of a project, the latest first, and what of each it bears.
    func invoices(asking project: PID, of account: AccountID, limit: Int) throws -> [(
        frozen: [UInt8], share: Int64
    )]
    /// Keeps a closing, and as its fact the version of the supplier's details its documents name.
    func insert(_ closing: Closing, supplierVersion: Int64) throws
    func closings(region: Region, month: Month) throws -> [Closing]
    /// The last month closed for an account in a region.
    func lastClosed(_ account: AccountID, in region: Region) throws -> Month?
    /// The last month closed for a region as a whole.
    func lastClosed(_ region: Region) throws -> Month?
    func markClosed(_ region: Region, month: Month, at moment: Moment) throws
    /// The earliest month between two in which a region has charges.
    func firstActiveMonth(in region: Region, after: Month?, before: Month) throws -> Month?
    /// The same for the projects of a region that are an account's today.
    func firstActiveMonth(of account: AccountID, in region: Region, after: Month?, before: Month) throws
        -> Month?
    /// The same for one project.
    func firstActiveMonth(of project: PID, after: Month?, before: Month) throws -> Month?
}

/// A document with the number it keeps for ever.
package struct DocumentRecord: Hashable, Sendable {
    package let region: Region
    package let account: AccountID
    package let supplier: TaxID
    package let kind: DocumentKind
    package let number: Int
    package let date: Day
    package let month: Month
    package let issuedAt: Moment
    /// The frozen content and its digest.
    package let frozen: [UInt8]
    package let sha256: [UInt8]
    /// What of its gross each project bears, in PID order.
    package let shares: [DocumentShare]

    package init(
        region: Region, account: AccountID, supplier: TaxID, kind: DocumentKind, number: Int, date: Day,
        month: Month, issuedAt: Moment, frozen: [UInt8], sha256: [UInt8], shares: [DocumentShare]
    ) {
        self.region = region
        self.account = account
        self.supplier = supplier
        self.kind = kind
        self.number = number
        self.date = date
        self.month = month
        self.issuedAt = issuedAt
        self.frozen = frozen
        self.sha256 = sha256
        self.shares = shares
    }
}

/// One project's part of a document, minor units.
package struct DocumentShare: Hashable, Sendable {
    package let project: PID
    package let amount: Int64

    package init(project: PID, amount: Int64) {
        self.project = project
        self.amount = amount
    }
}

/// A month that is over for a customer, or for one of its projects, and why it has no documents if so.
package struct Closing: Hashable, Sendable {
    package let region: Region
    package let account: AccountID
    package let taxID: TaxID
    /// Nil = one package over all projects.
    package let project: PID?
    package let month: Month
    /// Nil = documents were issued.
    package let skipped: String?
    package let at: Moment

    package init(
        region: Region, account: AccountID, taxID: TaxID, project: PID?, month: Month, skipped: String?,
        at: Moment
    ) {
        self.region = region
        self.account = account
        self.taxID = taxID
        self.project = project
        self.month = month
        self.skipped = skipped
        self.at = at
    }
}
