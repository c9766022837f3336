import Basics
import Ledger
import UseCases

extension SQLRecords {
    /// Whoever asks for the head is about to append to it: until it has, nobody else does.
    package func head(of chain: Chain) throws -> ChainHead {
        try lock(.chain("journal/\(chain.text)"))
        let last = try row(
            "SELECT sequence, at, hash FROM journal WHERE chain = ? ORDER BY sequence DESC LIMIT 1",
            [chain.text])
        guard let last else { return ChainHead(empty: chain) }
        return ChainHead(
            chain: chain, sequence: last["sequence"], at: last.moment("at"), hash: last.bytes("hash"))
    }

    package func append(_ transaction: Transaction) throws {
        let chain = transaction.chain.text
        try run(
            "INSERT INTO journal (chain, sequence, at, cause, payload, hash) VALUES (?, ?, ?, ?, ?, ?)",
            [
                chain, transaction.sequence, transaction.at.microseconds, transaction.cause,
                transaction.payload.joined(separator: "\n"), transaction.hash,
            ])
        for entry in transaction.posting.entries {
            try run(
                "INSERT INTO journal_entries (chain, sequence, account, amount) VALUES (?, ?, ?, ?)",
                [chain, transaction.sequence, entry.account.text, entry.amount])
            try run(
                """
                INSERT INTO journal_balances (chain, account, balance) VALUES (?, ?, ?)
                ON CONFLICT (chain, account) DO UPDATE SET balance = journal_balances.balance + excluded.balance
                """, [chain, entry.account.text, entry.amount])
        }
    }

    package func turnovers(
        of chain: Chain, prefix: String
    ) throws -> [(account: AccountCode, credited: Int64)] {
        try rows(
            """
            SELECT account, -SUM(amount) AS credited FROM journal_entries
            WHERE chain = ? AND account >= ? AND account < ?
            GROUP BY account ORDER BY account
            """, [chain.text, prefix, prefix + "\u{10FFFF}"]
        ).map { (account: AccountCode($0.text("account")), credited: $0["credited"]) }
    }

    package func balances(of chain: Chain) throws -> [Entry] {
        try rows(
            "SELECT account, balance FROM journal_balances WHERE chain = ? ORDER BY account", [chain.text]
        ).map { Entry(AccountCode($0.text("account")), debit: $0["balance"]) }
    }
}
