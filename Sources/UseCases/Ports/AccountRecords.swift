package import Access
package import Basics
package import Projects
package import Regions

/// Accounts, projects and the suppliers' completed details.
package protocol AccountRecords {
    func account(_ id: AccountID) throws -> Account?
    /// The digest of the record an account was made from.
    func accountDigest(_ id: AccountID) throws -> [UInt8]?
    /// The record itself, with the projects added since.
    func accountDraft(_ id: AccountID) throws -> AccountDraft?
    /// Keeps another record of an account, which who changed it stands beside.
    func change(
        _ account: Account, draft: AccountDraft, digest: [UInt8], by user: UserID?, at moment: Moment
    ) throws
    /// Adds a project to its account, whose record names it by now.
    func add(_ project: Project, to draft: AccountDraft) throws
    /// What an account owes in a region, all projects together.
    func owed(by account: AccountID, in region: Region) throws -> Int64
    func insert(_ account: Account, draft: AccountDraft, digest: [UInt8]) throws
    /// Notes that the account was opened by whoever came: its tax id is a claim.
    func markClaimed(_ account: AccountID) throws
    /// Accounts with documents to receive and a project in the region, by tax id, then id.
    func companies(in region: Region) throws -> [Account]
    func project(_ pid: PID) throws -> ProjectRecord?
    func projects(of account: AccountID, in region: Region) throws -> [ProjectRecord]
    /// Projects of a region whose counterparty bears the tax id: who a transfer may be for.
    func projects(ofPayer taxID: TaxID, in region: Region) throws -> [PID]
    /// When a project passed from one account to another, in order.
    func passings(of project: PID) throws -> [Passing]
    /// Those by which an account's projects of a region came or went, by project, in order.
    func passings(of account: AccountID, in region: Region) throws -> [Passing]
    /// Keeps the next passing of a project, which is the other account's from here on.
    func insert(_ passing: Passing) throws
    func supplier(_ region: Region) throws -> SupplierDraft?
    /// How often a supplier's details have been completed: the number of the version now in force.
    func supplierVersion(_ region: Region) throws -> Int64
    func save(_ supplier: SupplierDraft, region: Region) throws
}
