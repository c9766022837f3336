import Basics
import Ledger
import Regions
import UseCases

extension SQLRecords {
    package func books(after chain: String, limit: Int) throws -> [BookListing] {
        // From book to book along the key: one that has grown long costs no more.
        var found: [BookListing] = []
        var last = chain
        while found.count < limit,
            let row = try row(
                "SELECT chain FROM journal WHERE chain > ? ORDER BY chain LIMIT 1", [last])
        {
            last = row.text("chain")
            guard
                let end = try self.row(
                    "SELECT sequence, at FROM journal WHERE chain = ? ORDER BY sequence DESC LIMIT 1", [last])
            else { break }
            found.append(BookListing(chain: last, transactions: end["sequence"], lastAt: end.moment("at")))
        }
        return found
    }

    package func transactions(
        of chain: String, _ search: JournalSearch, before sequence: Int64?, limit: Int
    ) throws -> [TransactionRecord] {
        var conditions = ["chain = ?", "sequence < ?"]
        var arguments: Arguments = [chain, sequence ?? Int64.max]
        if !search.cause.isEmpty {
            conditions.append("cause >= ? AND cause < ?")
            arguments += [search.cause, search.cause + "\u{10FFFF}"]
        }
        if !search.account.isEmpty {
            conditions.append(
                """
                sequence IN (SELECT sequence FROM journal_entries WHERE chain = ? AND (account = ?
                    OR (account >= ? AND account < ?)))
                """)
            arguments += [
                chain, search.account, search.account + ".", search.account + ".\u{10FFFF}",
            ]
        }
        return try rows(
            """
            SELECT * FROM journal WHERE \(conditions.joined(separator: " AND "))
            ORDER BY sequence DESC LIMIT ?
            """, arguments + [limit]
        ).map(transaction)
    }

    package func transaction(_ sequence: Int64, of chain: String) throws -> TransactionRecord? {
        try row("SELECT * FROM journal WHERE chain = ? AND sequence = ?", [chain, sequence]).map(transaction)
    }

    private func transaction(_ row: Row) throws -> TransactionRecord {
        let (chain, sequence): (String, Int64) = (row["chain"], row["sequence"])
        let payload = row.text("payload")
        return TransactionRecord(
            chain: chain, sequence: sequence, at: row.moment("at"), cause: row["cause"],
            payload: payload.isEmpty ? [] : payload.split(separator: "\n").map(String.init),
            hash: row.bytes("hash"),
            entries: try rows(
                "SELECT account, amount FROM journal_entries WHERE chain = ? AND sequence = ? ORDER BY account",
                [chain, sequence]
            ).map { Entry(AccountCode($0.text("account")), debit: $0["amount"]) })
    }

    package func debtsByMonth(limit: Int) throws -> [DebtOfMonth] {
        // A month of service is cut by days: 31 numbers at the most to each.
        let sums = try rows(
            """
            SELECT p.region, d.day, SUM(d.amount) AS amount FROM projects p JOIN debts d ON d.project = p.pid
            WHERE p.debt_total > 0 GROUP BY p.region, d.day ORDER BY p.region, d.day LIMIT ?
            """, [limit * 31])
        var found: [DebtOfMonth] = []
        for row in sums {
            let (region, month) = (try row.word("region", Region.self), row.day("day").month)
            let amount: Int64 = row["amount"]
            if let last = found.last, last.region == region, last.month == month {
                found[found.count - 1] = DebtOfMonth(
                    region: region, month: month, amount: last.amount + amount)
            } else {
                found.append(DebtOfMonth(region: region, month: month, amount: amount))
            }
        }
        return found
    }

    package func debtsByMonth(of project: PID) throws -> [(month: Month, amount: Int64)] {
        var found: [(month: Month, amount: Int64)] = []
        for row in try rows(
            "SELECT day, SUM(amount) AS amount FROM debts WHERE project = ? GROUP BY day ORDER BY day",
            [project.text])
        {
            let (month, amount): (Month, Int64) = (row.day("day").month, row["amount"])
            if let last = found.last, last.month == month {
                found[found.count - 1].amount = last.amount + amount
            } else {
                found.append((month, amount))
            }
        }
        return found
    }

    package func debtorsOnTerms(limit: Int) throws -> [(account: AccountID, region: Region)] {
        // A name within a record has its quotation marks behind strokes, so none looks like a member.
        try rows(
            """
            SELECT DISTINCT p.account, p.region FROM projects p JOIN accounts a ON a.id = p.account
            WHERE p.debt_total > 0 AND p.has_contract = 1
                AND (a.record LIKE '%"dueDays":%' OR a.record LIKE '%"creditLimit":%')
            ORDER BY p.account, p.region LIMIT ?
            """, [limit]
        ).map { (account: AccountID($0.text("account")), region: try $0.word("region", Region.self)) }
    }

    package func paperFunnel(_ region: Region, month: Month) throws -> PaperFunnel {
        let documents = try row(
            """
            SELECT COUNT(*) AS issued, COUNT(p.subject) AS printed FROM documents d
                LEFT JOIN papers p ON p.account = d.account
                    AND p.subject = d.region || '/' || d.kind || '/' || d.year || '/' || d.number
            WHERE d.region = ? AND d.month = ?
            """, [region.rawValue, month.index])
        let letters = try row(
            """
            SELECT COUNT(o.done_at) AS told, COUNT(*) - COUNT(o.done_at) AS waiting FROM closings c
                JOIN outbox o ON o.account = c.account AND o.topic = 'notice' AND o.subject = ?
            WHERE c.region = ? AND c.month = ? AND c.skipped IS NULL
            """, ["package/\(region.rawValue)/\(month)", region.rawValue, month.index])
        return PaperFunnel(
            issued: documents?["issued"] ?? 0, printed: documents?["printed"] ?? 0,
            told: letters?["told"] ?? 0, waiting: letters?["waiting"] ?? 0)
    }

    package func hasten(_ message: OutboxMessage, at moment: Moment) throws -> Bool {
        try session.change(
            """
            UPDATE outbox SET due_at = ? WHERE account = ? AND topic = ? AND subject = ? AND done_at IS NULL
            """,
            [moment.microseconds, message.account.text, message.topic.rawValue, message.subject]) == 1
    }
}
