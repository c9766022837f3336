import Basics
import Payments
import Regions
import UseCases

extension SQLRecords {
    private static let listing = """
        SELECT digest, name, LENGTH(content) AS size, received_at, is_held, accepted_at, refused_at
        FROM bank_statements
        """

    package func statements(before place: StatementPlace?, limit: Int) throws -> [StatementListing] {
        guard let place else {
            return try rows(
                "\(SQLRecords.listing) ORDER BY received_at DESC, digest DESC LIMIT ?", [limit]
            ).map(listing)
        }
        return try rows(
            """
            \(SQLRecords.listing) WHERE (received_at, digest) < (?, ?)
            ORDER BY received_at DESC, digest DESC LIMIT ?
            """, [place.at.microseconds, place.digest, limit]
        ).map(listing)
    }

    package func statementListing(_ digest: [UInt8]) throws -> StatementListing? {
        try row("\(SQLRecords.listing) WHERE digest = ?", [digest]).map(listing)
    }

    private func listing(_ row: Row) throws -> StatementListing {
        let digest = row.bytes("digest")
        var lines: [BankLineRecord.State: Int] = [:]
        for row in try rows(
            "SELECT state, COUNT(*) AS lines FROM bank_lines WHERE statement = ? GROUP BY state", [digest])
        {
            lines[try row.word("state", BankLineRecord.State.self)] = row["lines"]
        }
        let (accepted, refused): (Int64?, Int64?) = (row["accepted_at"], row["refused_at"])
        return StatementListing(
            digest: digest, name: row["name"], size: row["size"], receivedAt: row.moment("received_at"),
            isHeld: row["is_held"], acceptedAt: accepted.map(Moment.init(microseconds:)),
            refusedAt: refused.map(Moment.init(microseconds:)), lines: lines)
    }

    package func bankLines(
        in state: BankLineRecord.State?, of statement: [UInt8]?, before number: Int64?, limit: Int
    ) throws -> [BankLineRecord] {
        var conditions: [String] = ["number < ?"]
        var arguments: Arguments = [number ?? Int64.max]
        if let statement {
            conditions.append("statement = ?")
            arguments += [statement]
        }
        if let state {
            conditions.append("state = ?")
            arguments += [state.rawValue]
        }
        return try bankLines(
            "WHERE \(conditions.joined(separator: " AND ")) ORDER BY number DESC LIMIT ?",
            arguments + [limit])
    }

    package func bankLines(
        of turnover: BankDay, before number: Int64?, limit: Int
    ) throws -> [BankLineRecord] {
        try bankLines(
            """
            WHERE direction = ? AND credited_day = ? AND region = ? AND number < ?
            ORDER BY number DESC LIMIT ?
            """,
            [
                turnover.direction.rawValue, turnover.day.number, turnover.region.rawValue,
                number ?? Int64.max, limit,
            ])
    }

    package func unclearCount(upTo most: Int) throws -> Int {
        Int(
            try number(
                """
                SELECT COUNT(*) FROM (SELECT number FROM bank_lines WHERE state = 'unclear' LIMIT ?) AS waiting
                """, [most]) ?? 0)
    }

    package func bankLines(documented number: String, limit: Int) throws -> [BankLineRecord] {
        try bankLines("WHERE document = ? ORDER BY number DESC LIMIT ?", [number, limit])
    }

    package func bankLines(fromPayer taxID: String, limit: Int) throws -> [BankLineRecord] {
        try bankLines("WHERE payer_tax_id = ? ORDER BY number DESC LIMIT ?", [taxID, limit])
    }

    package func latestBankDay() throws -> Day? {
        try number("SELECT MAX(credited_day) FROM bank_lines WHERE direction = 'incoming'")
            .flatMap { Int32(exactly: $0) }.map(Day.init(number:))
    }

    package func bankTurnovers(from first: Day, through last: Day) throws -> [BankTurnover] {
        try rows(
            """
            SELECT region, credited_day, SUM(CASE WHEN direction = 'incoming' THEN amount ELSE 0 END) AS received,
                SUM(CASE WHEN direction = 'outgoing' THEN amount ELSE 0 END) AS spent
            FROM bank_lines
            WHERE direction IN ('incoming', 'outgoing') AND credited_day >= ? AND credited_day <= ?
                AND region IS NOT NULL
            GROUP BY region, credited_day ORDER BY region, credited_day
            """, [first.number, last.number]
        ).map { row in
            BankTurnover(
                region: try row.word("region", Region.self), day: row.day("credited_day"),
                received: row["received"], spent: row["spent"])
        }
    }
}
