/// Where everything is kept. A transaction is all or nothing and durable when it returns; a closure
/// that throws leaves nothing behind. No gateway is called inside.
package protocol Store: Sendable {
    func read<Result>(_ body: (any Records) throws -> Result) throws -> Result
    func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result
}

/// The records of every room, as one transaction sees them.
package protocol Records: AccountRecords, PriceRecords, UsageRecords, FundingRecords, JournalRecords,
    BankRecords, DocumentRecords, EvidenceRecords, SealRecords,
    PaymentInvoiceRecords, OutboxRecords, PaperRecords, ExplanationRecords, TokenRecords, MovementRecords,
    OverviewRecords
{}
