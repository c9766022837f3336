import Basics
import Counterparties
import Requests
import UseCases

extension SQLRecords {
    /// Makes an account findable by the words of its name.
    func index(_ account: Account) throws {
        for word in NameWords.of(account.counterparty.name, account.counterparty.shortName) {
            try run(
                "INSERT INTO name_words (word, account) VALUES (?, ?) ON CONFLICT (word, account) DO NOTHING",
                [word, account.id.text])
        }
    }

    package func indexNames(after account: AccountID, limit: Int) throws -> AccountID? {
        let found = try rows(
            """
            SELECT id, record FROM accounts a
            WHERE id > ? AND NOT EXISTS (SELECT 1 FROM name_words w WHERE w.account = a.id)
            ORDER BY id LIMIT ?
            """, [account.text, limit])
        for row in found { try index(try AccountDraft.read(row["record"]).checked()) }
        return found.last.map { AccountID($0.text("id")) }
    }

    package func accounts(named beginnings: [String], limit: Int) throws -> [AccountID] {
        guard let first = beginnings.first else { return [] }
        // The longest word finds fewest; the others are looked up beside each account found by it.
        let others = beginnings.dropFirst().map { _ in
            """
            AND EXISTS (SELECT 1 FROM name_words o WHERE o.account = w.account AND o.word >= ? AND o.word < ?)
            """
        }.joined(separator: " ")
        let arguments = ([first] + beginnings.dropFirst()).reduce(into: [] as Arguments) {
            $0 += [$1, $1 + "\u{10FFFF}"]
        }
        return try rows(
            """
            SELECT w.account FROM name_words w WHERE w.word >= ? AND w.word < ? \(others)
            ORDER BY w.word, w.account LIMIT ?
            """, arguments + [limit * 2]
        ).reduce(into: [] as [AccountID]) { found, row in
            let id = AccountID(row.text("account"))
            if found.count < limit, !found.contains(id) { found.append(id) }
        }
    }

    package func accounts(taxID: String, limit: Int) throws -> [AccountID] {
        try rows("SELECT id FROM accounts WHERE tax_id = ? ORDER BY id LIMIT ?", [taxID, limit])
            .map { AccountID($0.text("id")) }
    }

    package func accounts(emailBeginning text: String, limit: Int) throws -> [AccountID] {
        try rows(
            "SELECT id FROM accounts WHERE email >= ? AND email < ? ORDER BY email, id LIMIT ?",
            [text, text + "\u{10FFFF}", limit]
        ).map { AccountID($0.text("id")) }
    }

    package func accounts(ofMember email: String, limit: Int) throws -> [AccountID] {
        try rows(
            """
            SELECT DISTINCT p.account FROM users u JOIN members m ON m.user_id = u.id
                JOIN projects p ON p.pid = m.project
            WHERE u.side = 'cabinet' AND u.email = ? ORDER BY p.account LIMIT ?
            """, [email, limit]
        ).map { AccountID($0.text("account")) }
    }

    /// Makes a letter findable by the words of its subject and its sender's name.
    func index(letter number: Int64, _ subject: String, from sender: String) throws {
        for word in NameWords.of(subject, sender) {
            try run(
                "INSERT INTO letter_words (word, letter) VALUES (?, ?) ON CONFLICT (word, letter) DO NOTHING",
                [word, number])
        }
    }

    package func indexLetters(after number: Int64, limit: Int) throws -> Int64? {
        let found = try rows(
            """
            SELECT number, subject, sender_name FROM received_letters l
            WHERE number > ? AND NOT EXISTS (SELECT 1 FROM letter_words w WHERE w.letter = l.number)
            ORDER BY number LIMIT ?
            """, [number, limit])
        for row in found {
            try index(letter: row["number"], row.text("subject"), from: row.text("sender_name"))
        }
        return found.last?["number"]
    }

    package func receivedLetters(worded beginnings: [String], limit: Int) throws -> [ReceivedLetter] {
        guard let first = beginnings.first else { return [] }
        let others = beginnings.dropFirst().map { _ in
            """
            AND EXISTS (SELECT 1 FROM letter_words o WHERE o.letter = w.letter AND o.word >= ? AND o.word < ?)
            """
        }.joined(separator: " ")
        let arguments = ([first] + beginnings.dropFirst()).reduce(into: [] as Arguments) {
            $0 += [$1, $1 + "\u{10FFFF}"]
        }
        // A word in many letters is read so far and no further.
        let numbers = try rows(
            """
            SELECT w.letter FROM letter_words w WHERE w.word >= ? AND w.word < ? \(others)
            ORDER BY w.word DESC, w.letter DESC LIMIT ?
            """, arguments + [limit * 4]
        ).map { row -> Int64 in row["letter"] }
        return try Set(numbers).sorted(by: >).prefix(limit).compactMap { try receivedLetter($0) }
    }

    package func receivedLetters(senderBeginning text: String, limit: Int) throws -> [ReceivedLetter] {
        try rows(
            """
            SELECT number FROM received_letters WHERE sender >= ? AND sender < ?
            ORDER BY sender, number DESC LIMIT ?
            """, [text, text + "\u{10FFFF}", limit]
        ).compactMap { try receivedLetter($0["number"]) }
    }

    package func requests(of kind: RequestKind, limit: Int) throws -> [CustomerRequest] {
        try rows(
            "SELECT * FROM requests WHERE kind = ? ORDER BY number DESC LIMIT ?", [kind.rawValue, limit]
        )
        .map { try SQLRecords.request($0) }
    }

    package func reconciliations(numbered number: Int, limit: Int) throws -> [ReconciliationRecord] {
        try rows(
            "SELECT * FROM reconciliation_acts WHERE number = ? ORDER BY year DESC, region LIMIT ?",
            [number, limit]
        ).map(reconciliation)
    }

    package func documents(numbered number: Int, limit: Int) throws -> [DocumentRecord] {
        try rows(
            "SELECT * FROM documents WHERE number = ? ORDER BY year DESC LIMIT ?",
            [number, limit]
        ).map(document)
    }
}

/// The words of a name as they are looked for.
enum NameWords {
    private static let most = 12

    static func of(_ names: String?...) -> [String] {
        var words: [String] = []
        for word in names.compactMap({ $0 }).flatMap(SearchText.words) where !words.contains(word) {
            words.append(word)
        }
        // Every account has a word, so that none is taken for one that was not looked at.
        return words.isEmpty ? ["-"] : Array(words.prefix(most))
    }
}
