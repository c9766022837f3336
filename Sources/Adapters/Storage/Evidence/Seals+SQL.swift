import Basics
import UseCases

extension SQLRecords {
    package func lastSeal() throws -> Seal? {
        try row("SELECT * FROM seals ORDER BY number DESC LIMIT 1").map(Seal.init)
    }

    package func seals() throws -> [Seal] {
        try rows("SELECT * FROM seals ORDER BY number").map(Seal.init)
    }

    package func heads() throws -> [SealedLink] { try heads(.facts) + heads(.journal) }

    /// Steps from chain to chain along the key: a head costs a look-up, however long its chain is.
    private func heads(_ book: SealedLink.Book) throws -> [SealedLink] {
        let table = book.rawValue
        return try rows(
            """
            WITH RECURSIVE chains (chain) AS (
                SELECT MIN(chain) FROM \(table)
                UNION ALL
                SELECT (SELECT MIN(t.chain) FROM \(table) t WHERE t.chain > chains.chain) FROM chains
                WHERE chains.chain IS NOT NULL
            )
            SELECT t.chain, t.sequence, t.hash FROM chains c JOIN \(table) t ON t.chain = c.chain
                AND t.sequence = (SELECT MAX(sequence) FROM \(table) WHERE chain = c.chain)
            ORDER BY t.chain
            """
        ).map { $0.link(book) }
    }

    package func links(of chain: String, after sequence: Int64) throws -> [SealedLink] {
        try rows(
            "SELECT chain, sequence, hash FROM journal WHERE chain = ? AND sequence > ? ORDER BY sequence",
            [chain, sequence]
        ).map { $0.link(.journal) }
    }

    package func sealedHeads() throws -> [SealedLink] {
        try SealedLink.Book.both.flatMap { book in
            try rows(
                """
                SELECT h.chain, h.sequence, t.hash
                FROM (SELECT chain, MAX(sequence) AS sequence FROM seal_heads WHERE book = ? GROUP BY chain) h
                    JOIN \(book.rawValue) t ON t.chain = h.chain AND t.sequence = h.sequence
                ORDER BY h.chain
                """, [book.rawValue]
            ).map { $0.link(book) }
        }
    }

    package func heads(grownAt seal: Int64) throws -> [SealedLink] {
        try SealedLink.Book.both.flatMap { book in
            try rows(
                """
                SELECT h.chain, h.sequence, t.hash FROM seal_heads h
                    LEFT JOIN \(book.rawValue) t ON t.chain = h.chain AND t.sequence = h.sequence
                WHERE h.seal = ? AND h.book = ? ORDER BY h.chain
                """, [seal, book.rawValue]
            ).map { $0.link(book) }
        }
    }

    package func insert(_ seal: Seal, grown: [SealedLink]) throws {
        try run(
            "INSERT INTO seals (number, at, leaves, root, hash) VALUES (?, ?, ?, ?, ?)",
            [
                seal.number, seal.at.microseconds, seal.leaves, seal.root, seal.hash,
            ])
        for link in grown {
            try run(
                "INSERT INTO seal_heads (seal, book, chain, sequence) VALUES (?, ?, ?, ?)",
                [seal.number, link.book.rawValue, link.chain, link.sequence])
        }
    }
}

extension SealedLink.Book {
    fileprivate static let both: [Self] = [.facts, .journal]
}

extension Row {
    fileprivate func link(_ book: SealedLink.Book) -> SealedLink {
        let hash: [UInt8]? = self["hash"]
        return SealedLink(book: book, chain: text("chain"), sequence: self["sequence"], hash: hash ?? [])
    }
}

extension Seal {
    fileprivate init(_ row: Row) {
        self.init(
            number: row["number"], at: row.moment("at"), leaves: row["leaves"], root: row.bytes("root"),
            hash: row.bytes("hash"))
    }
}
