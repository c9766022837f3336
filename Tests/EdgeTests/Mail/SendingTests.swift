import Foundation
import Glibc
import Testing
import UseCases

/// Letters on their way to a real mail server.
@Suite(.enabled(if: MailServer.python != nil, "skipped: scripts/setup could not fetch aiosmtpd"))
struct SendingTests {
    private static let from = ["--mail-from", "billing@provider.example", "--mail-name", "Облако «ВК»"]

    /// A project that is frozen by usage of today and thawed by money of today.
    private func live(_ server: Server, _ tokens: [String: String]) throws {
        let now = Int(Date().timeIntervalSince1970)
        let event = Dataset.event(
            "now", quantity: "1000", start: WorkTests.instant(now - 120), end: WorkTests.instant(now - 60))
        let used = try server.wire().ask(
            "POST", DoorTests.events, token: tokens["usage"], type: DoorTests.batch,
            body: Array("[\(event)]".utf8))
        #expect(used.status == 200, "\(used.text)")
    }

    private func states(_ folder: TestFolder) throws -> [String?] {
        try JSON.read(try folder.kontragent("letters", "--json").out).list.map { $0["state"].text }
    }

    private func wait(_ what: String, _ isSo: () throws -> Bool) throws {
        for _ in 0..<600 {
            if try isSo() { return }
            usleep(50_000)
        }
        Issue.record("waited in vain: \(what)")
    }

    @Test
    func `a customer is told of freezing and of thawing, once each, in words any reader of mail understands`()
        throws
    {
        let mail = try MailServer()
        let (folder, tokens) = try Server.stocked()
        let server = try Server(
            folder,
            ["--watermark-seconds", "0", "--smtp", mail.url, "--cabinet-address", "https://cabinet.example"]
                + SendingTests.from)
        try live(server, tokens)
        let frozen = try #require(try mail.letters(1).first)
        #expect(frozen["to"].list.map(\.text) == ["sidorov@example.test"], "\(frozen)")
        #expect(frozen["from"].text == "billing@provider.example")
        #expect(frozen.field("Subject")?.contains("mcs0000000001 заморожен") == true, "\(frozen)")
        #expect(frozen.field("From")?.contains("Облако «ВК»") == true)
        #expect(frozen.field("Auto-Submitted") == "auto-generated")
        #expect(
            frozen["body"].text?.contains("https://cabinet.example/projects/mcs0000000001/top-up") == true)
        #expect(frozen["defects"].list.isEmpty && frozen["isAscii"] == .bool(true))
        #expect((frozen["longest"].int ?? .max) <= 998)
        let paid = try server.wire().ask(
            "POST", "/v1/credits", token: tokens["money"], type: RoutesTests.json,
            body: Array(
                Dataset.credit(
                    "thaw", amount: "90000.00", at: WorkTests.instant(Int(Date().timeIntervalSince1970))
                )
                .utf8))
        #expect(paid.status == 201, "\(paid.text)")
        let both = try mail.letters(2)
        #expect(both.last?.field("Subject")?.contains("снова работает") == true, "\(both)")
        try wait("both are known to be sent") { try states(folder) == ["sent", "sent"] }
        #expect(try server.metric(#"letters_total{outcome="sent"}"#) == 2)
        let ended = server.end()
        #expect(
            ended.status == 0 && !ended.err.contains("sidorov@example.test"), "no address stands in the log")
        // A server that comes later sends nothing twice.
        let next = try Server(folder, ["--watermark-seconds", "0", "--smtp", mail.url] + SendingTests.from)
        usleep(5_000_000)
        #expect(next.end().status == 0)
        #expect(try mail.letters().count == 2)
        #expect(Set(try mail.letters().compactMap { $0.field("Message-ID") }).count == 2)
        #expect(try folder.kontragent("verify").status == 0)
    }

    @Test(arguments: [
        ("later=sidorov@example.test", "waiting"), ("never=sidorov@example.test", "failed"),
        ("silent", "waiting"),
        ("broken", "waiting"), ("locked=billing:right", "waiting"),
    ])
    func `a letter that is not taken waits, or is told to have failed, and nothing else stops`(
        fault: String, state: String
    ) throws {
        let mail = try MailServer(fault)
        let (folder, tokens) = try Server.stocked()
        let server = try Server(
            folder,
            ["--watermark-seconds", "0", "--smtp", mail.url, "--smtp-seconds", "2"] + SendingTests.from)
        try live(server, tokens)
        try wait("the letter is tried") {
            try JSON.read(try folder.kontragent("letters", "--json").out).list.first?["trouble"].text != nil
        }
        let letter = try #require(JSON.read(try folder.kontragent("letters", "--json").out).list.first)
        #expect(letter["state"].text == state, "\(letter)")
        #expect(try mail.letters().isEmpty)
        #expect(try server.wire().ask("GET", DoorTests.project, token: tokens["read"]).status == 200)
        #expect(server.end().status == 0)
        guard state == "waiting" else { return }
        // Its turn comes again: half a minute later, here at once.
        _ = try folder.run("/usr/bin/sqlite3", ["kontragent.db", "UPDATE letters SET due_at = 0"])
        let sound = try MailServer()
        let next = try Server(folder, ["--smtp", sound.url] + SendingTests.from)
        #expect(try sound.letters(1).count == 1)
        #expect(next.end().status == 0)
        #expect(try states(folder) == ["sent"])
    }

    @Test func `a mail server that is set late gets no letters whose time is over`() throws {
        let mail = try MailServer()
        let (folder, tokens) = try Server.stocked()
        let silent = try Server(folder, ["--watermark-seconds", "0"])
        try live(silent, tokens)
        try wait("the letter is written") { try states(folder) == ["waiting"] }
        #expect(silent.end().status == 0)
        let age = LettersDesk.patienceSeconds + 3_600
        _ = try folder.run(
            "/usr/bin/sqlite3",
            ["kontragent.db", "UPDATE letters SET created_at = created_at - \(age)000000"])
        let server = try Server(folder, ["--smtp", mail.url] + SendingTests.from)
        try wait("it is given up") { try states(folder) == ["failed"] }
        #expect(server.end().status == 0)
        #expect(try mail.letters().isEmpty)
    }

    @Test func `a server that asks who one is hears it; the password stands in no list of processes`() throws
    {
        let mail = try MailServer("locked=billing:right")
        let (folder, tokens) = try Server.stocked()
        let server = try Server(
            folder,
            ["--watermark-seconds", "0", "--smtp", mail.url, "--smtp-user", "billing"] + SendingTests.from,
            environment: ["KONTRAGENT_SMTP_PASSWORD=right"])
        try live(server, tokens)
        #expect(try mail.letters(1).first?["user"].text == "billing")
        #expect(server.end().status == 0)
    }

    @Test func `a mail server without TLS is this machine's alone, and a setting that is none is refused`()
        throws
    {
        let folder = try TestFolder.quick()
        for words in [
            ["--smtp", "http://127.0.0.1:25", "--mail-from", "a@b.example"],
            ["--smtp", "smtp://127.0.0.1:25"],
            ["--smtp", "smtp://user:password@127.0.0.1:25", "--mail-from", "a@b.example"],
            ["--smtp", "smtp://127.0.0.1:25", "--mail-from", "a@b.example>\r\nBcc: c@d.example"],
        ] {
            #expect(try folder.run(Tool.path, ["serve"] + words).status == 64, "\(words)")
        }
    }
}
