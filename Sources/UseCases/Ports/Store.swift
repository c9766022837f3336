package import Access
package import Basics
package import Regions

/// Where everything is kept. A transaction is all or nothing and durable when it returns; a closure
/// that throws leaves nothing behind. No gateway is called inside.
package protocol Store: Sendable {
    func read<Result>(_ body: (any Records) throws -> Result) throws -> Result
    func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result
    /// Whether it is certain that no other process writes here while this one lives.
    var isExclusive: Bool { get }
}

extension Store {
    package var isExclusive: Bool { false }
}

/// The records of every room, as one transaction sees them.
package protocol Records: AccountRecords, PriceRecords, UsageRecords, FundingRecords, JournalRecords,
    BankRecords, DocumentRecords, EvidenceRecords, SealRecords,
    PaymentInvoiceRecords, OutboxRecords, PaperRecords, ExplanationRecords, TokenRecords, MovementRecords,
    OverviewRecords, NodeRecords, AccessRecords, AuditRecords, OfficeRecords, LimitRecords, RequestRecords,
    MailboxRecords, FlowRecords, NameRecords,
    ReconciliationRecords, FoundingRecords, RateRecords, RegistryRecords, ContractRecords,
    ConservationRecords,
    Locks
{}

/// What a transaction waits for before it reads what it is about to change. A transaction that changes
/// projects locks them first, all at once; names come after. Where one process writes, nobody waits.
package protocol Locks {
    /// Nobody else writes these projects until the transaction ends.
    func lock(_ projects: [PID]) throws
    /// The same for what has no row of its own.
    func lock(_ name: LockName) throws
    /// Nobody locks it until the transaction ends; others may share it too.
    func share(_ name: LockName) throws
}

/// What can be locked besides projects.
package enum LockName: Hashable, Sendable {
    /// Bank files and their lines.
    case bank
    /// The next seal.
    case seals
    /// The closings of a region.
    case closing(Region)
    /// An account's record.
    case account(AccountID)
    /// The price list of a region.
    case prices(Region)
    /// A user, by the address, who may not be there yet.
    case user(EmailAddress)
    /// Who of the staff may what.
    case staff
    /// What is counted under a name.
    case tries(String)
    /// The founding documents of a region.
    case founding(Region)
    /// The next number of a request.
    case requests
    /// Letters that come: their numbers, and which were taken.
    case mailboxes
    /// The end of a chain of facts or of transactions.
    case chain(String)

    package var text: String {
        switch self {
        case .bank: "bank"
        case .seals: "seals"
        case .closing(let region): "closing/\(region.rawValue)"
        case .account(let account): "account/\(account)"
        case .prices(let region): "prices/\(region.rawValue)"
        case .user(let email): "user/\(email)"
        case .staff: "staff"
        case .tries(let name): "tries/\(name)"
        case .founding(let region): "founding/\(region.rawValue)"
        case .requests: "requests"
        case .mailboxes: "mailboxes"
        case .chain(let chain): "chain/\(chain)"
        }
    }
}
