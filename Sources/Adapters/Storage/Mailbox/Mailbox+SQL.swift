import Access
import Basics
import Requests
import UseCases

extension SQLRecords {
    package func place(of mailbox: String) throws -> (place: MailboxPlace, lookedAt: Moment)? {
        try row("SELECT * FROM mailboxes WHERE name = ?", [mailbox]).map {
            (MailboxPlace(validity: $0["validity"], uid: $0["uid"]), $0.moment("looked_at"))
        }
    }

    package func keep(_ place: MailboxPlace, of mailbox: String, at moment: Moment) throws {
        try run(
            """
            INSERT INTO mailboxes (name, validity, uid, looked_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET validity = excluded.validity, uid = excluded.uid,
                looked_at = excluded.looked_at
            """, [mailbox, place.validity, place.uid, moment.microseconds])
    }

    package func receivedLetter(_ number: Int64) throws -> ReceivedLetter? {
        try row("SELECT * FROM received_letters WHERE number = ?", [number]).map {
            try SQLRecords.received($0)
        }
    }

    package func receivedLetter(marked mark: [UInt8]) throws -> ReceivedLetter? {
        try row("SELECT * FROM received_letters WHERE mark = ?", [mark]).map { try SQLRecords.received($0) }
    }

    package func receivedLetters(
        _ state: LetterState, before number: Int64?, limit: Int
    ) throws -> [ReceivedLetter] {
        try rows(
            "SELECT * FROM received_letters WHERE state = ? AND number < ? ORDER BY number DESC LIMIT ?",
            [state.rawValue, number ?? .max, limit]
        ).map { try SQLRecords.received($0) }
    }

    package func receivedLetters(
        from user: UserID, since: Moment, onlyAsked: Bool, upTo most: Int
    ) throws -> Int {
        let asked = onlyAsked ? "AND asked_at IS NOT NULL" : ""
        return Int(
            try number(
                """
                SELECT COUNT(*) FROM (
                    SELECT number FROM received_letters WHERE user_id = ? AND received_at >= ? \(asked)
                    LIMIT ?) AS latest
                """, [user.text, since.microseconds, most]) ?? 0)
    }

    package func nextLetterNumber() throws -> Int64 {
        try number("SELECT COALESCE(MAX(number), 0) + 1 FROM received_letters") ?? 1
    }

    package func insert(_ letter: ReceivedLetter, _ files: [RequestFile]) throws {
        try run(
            """
            INSERT INTO received_letters (mark, number, mailbox, received_at, message_id, sender, sender_name,
                user_id, subject, said, written_at, left_out, answers, state, wait, kind, project, request, about,
                asked_at, form_key, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                letter.mark, letter.number, letter.mailbox, letter.receivedAt.microseconds, letter.messageID,
                letter.sender, letter.senderName, letter.user?.text, letter.subject, letter.text,
                letter.writtenAt?.microseconds, letter.leftOut.joined(separator: "\n"), letter.answers,
                letter.state.rawValue, letter.wait?.rawValue, letter.kind?.rawValue, letter.project?.text,
                letter.request, letter.about, letter.askedAt?.microseconds, letter.formKey, letter.version,
            ])
        try index(letter: letter.number, letter.subject, from: letter.senderName)
        for (place, file) in files.enumerated() {
            let sha256 = try keep(attachment: file.bytes)
            try run(
                """
                INSERT INTO received_files (letter, place, name, type, size, sha256) VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    letter.number, place + 1, file.name, file.type.rawValue, file.bytes.count, sha256,
                ])
            try witness(
                "received_files", ["letter": letter.number, "place": place + 1], in: "mailboxes")
        }
        try witness("received_letters", ["mark": letter.mark], in: "mailboxes")
    }

    package func save(_ letter: ReceivedLetter) throws {
        try run(
            """
            UPDATE received_letters SET state = ?, wait = ?, kind = ?, project = ?, request = ?, about = ?,
                form_key = ?, version = ? WHERE mark = ?
            """,
            [
                letter.state.rawValue, letter.wait?.rawValue, letter.kind?.rawValue, letter.project?.text,
                letter.request, letter.about, letter.formKey, letter.version, letter.mark,
            ])
        try witness("received_letters", ["mark": letter.mark], in: "mailboxes")
    }

    package func files(of letter: ReceivedLetter) throws -> [ReceivedLetter.Attached] {
        try rows("SELECT * FROM received_files WHERE letter = ? ORDER BY place", [letter.number]).map {
            ReceivedLetter.Attached(
                place: $0["place"], name: $0.text("name"), type: try $0.word("type", ScanType.self),
                size: $0["size"], sha256: $0.bytes("sha256"))
        }
    }

    private static func received(_ row: Row) throws -> ReceivedLetter {
        let (user, written, asked): (String?, Int64?, Int64?) = (
            row["user_id"], row["written_at"], row["asked_at"]
        )
        let (wait, kind, project): (String?, String?, String?) = (row["wait"], row["kind"], row["project"])
        var letter = ReceivedLetter(
            number: row["number"], mark: row.bytes("mark"), mailbox: row.text("mailbox"),
            receivedAt: row.moment("received_at"), messageID: row.text("message_id"),
            sender: row.text("sender"), senderName: row.text("sender_name"), user: user.map { UserID($0) },
            subject: row.text("subject"), text: row.text("said"),
            writtenAt: written.map(Moment.init(microseconds:)),
            leftOut: row.text("left_out").split(separator: "\n").map(String.init), answers: row["answers"],
            state: try row.word("state", LetterState.self),
            wait: wait == nil ? nil : try row.word("wait", LetterWait.self),
            kind: kind == nil ? nil : try row.word("kind", RequestKind.self),
            project: project == nil ? nil : try row.pid("project"), request: row["request"],
            about: row.text("about"), askedAt: asked.map(Moment.init(microseconds:)))
        letter.formKey = row.text("form_key")
        letter.version = row["version"]
        return letter
    }
}
