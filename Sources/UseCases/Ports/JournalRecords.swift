import Basics
package import Ledger

/// The journal: append-only, a chain for each book.
package protocol JournalRecords {
    func head(of chain: Chain) throws -> ChainHead
    /// Appends and keeps the balances; a cause seen before is refused by its unique key.
    func append(_ transaction: Transaction) throws
    /// What the accounts that begin with a prefix were credited less debited, from the entries themselves.
    func turnovers(of chain: Chain, prefix: String) throws -> [(account: AccountCode, credited: Int64)]
    /// The kept balances of a chain, debit positive.
    func balances(of chain: Chain) throws -> [Entry]
}
