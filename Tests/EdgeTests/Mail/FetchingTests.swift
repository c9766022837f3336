import Access
import Basics
import Foundation
import Gateways
import Glibc
import Requests
import Support
import Testing
import UseCases

/// Letters out of a real mailbox.
@Suite(.enabled(if: MailServer.python != nil, "skipped: scripts/setup could not fetch a mail server"))
struct FetchingTests {
    static func letter(
        _ number: Int, from: String = "owner@example.com", subject: String = "Вопрос",
        _ text: String = "Здравствуйте"
    ) -> String {
        """
        From: <\(from)>
        To: docs@provider.example
        Subject: \(subject)
        Message-ID: <\(number)@romashka.example>
        Date: Mon, 05 Oct 2026 10:00:00 +0300
        Content-Type: text/plain; charset=utf-8

        \(text) \(number)

        """
    }

    private func mailbox(
        _ server: MailboxServer, user: String = "docs", password: String = "right", scheme: String = "imap",
        silentSeconds: Int = 20
    ) throws -> Mailbox {
        var settings = IMAPMailbox.Settings(
            server: "\(scheme)://127.0.0.1:\(server.port)", user: user, password: password)
        settings.wholeSeconds = 60
        settings.silentSeconds = silentSeconds
        return try #require(IMAPMailbox(settings)).mailbox
    }

    @discardableResult
    private func fetch(_ town: Town, _ mailbox: Mailbox) throws -> [ReceivedLetter] {
        var taken: [ReceivedLetter] = []
        try town.app.mailbox.fetch(mailbox, taken: { taken.append($0) })
        return taken
    }

    @Test func `each letter is taken once, in its order, whenever it comes and however often one looks`()
        throws
    {
        let server = try MailboxServer([Self.letter(1), Self.letter(2)])
        let town = try Town.peopled()
        let mailbox = try mailbox(server)
        #expect(try fetch(town, mailbox).map(\.messageID) == ["1@romashka.example", "2@romashka.example"])
        #expect(try fetch(town, mailbox).isEmpty)
        try server.put(Self.letter(3))
        #expect(try fetch(town, mailbox).map(\.number) == [3])
        #expect(try fetch(town, mailbox).isEmpty)
        // The same letter once more, under another number of the mailbox.
        try server.put(Self.letter(3))
        #expect(try fetch(town, mailbox).isEmpty)
        try server.put(Self.letter(4))
        let four = try fetch(town, mailbox)
        #expect(four.map(\.number) == [4] && four.first?.mailbox == "docs@127.0.0.1/INBOX")
        #expect(four.first?.text == "Здравствуйте 4")
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `a mailbox that numbers its letters anew gives none twice`() throws {
        let town = try Town.peopled()
        do {
            let server = try MailboxServer([Self.letter(1), Self.letter(2)])
            #expect(try fetch(town, try mailbox(server)).count == 2)
        }
        let moved = try MailboxServer([Self.letter(1), Self.letter(2), Self.letter(3)])
        #expect(try fetch(town, try mailbox(moved)).map(\.messageID) == ["3@romashka.example"])
        try moved.put(Self.letter(4))
        #expect(try fetch(town, try mailbox(moved)).map(\.messageID) == ["4@romashka.example"])
    }

    @Test func `more letters than one look takes come with the next`() throws {
        let server = try MailboxServer((1...60).map { Self.letter($0) })
        let town = try Town.peopled()
        let mailbox = try mailbox(server)
        #expect(try fetch(town, mailbox).count == 50)
        #expect(try fetch(town, mailbox).count == 10)
    }

    @Test func `a letter of thirty megabytes is read by its head and waits for a person`() throws {
        let line = String(repeating: "A", count: 76) + "\n"
        let server = try MailboxServer([
            Self.letter(1) + String(repeating: line, count: 400_000), Self.letter(2),
        ])
        let town = try Town.peopled()
        let taken = try fetch(town, try mailbox(server))
        #expect(taken.map(\.messageID) == ["1@romashka.example", "2@romashka.example"])
        #expect(taken.first?.wait == .tooLarge && taken.first?.subject == "Вопрос")
        #expect(taken.last?.wait == .noKind)
    }

    @Test func `a server that hangs up in the middle loses nothing`() throws {
        let text = String(repeating: "Длинное письмо. ", count: 5000)
        let server = try MailboxServer(
            [Self.letter(1), Self.letter(2, text), Self.letter(3)], faults: ["cut=40000"])
        let town = try Town.peopled()
        let mailbox = try mailbox(server)
        #expect(throws: MailboxFault.self) { try fetch(town, mailbox) }
        let before = try town.app.mailbox.list(.waiting, for: .house).letters.count
        #expect(before == 1)
        let after = try fetch(town, mailbox)
        #expect(after.map(\.messageID) == ["2@romashka.example", "3@romashka.example"])
        #expect(after.first?.text.hasPrefix("Длинное письмо. Длинное") == true)
    }

    @Test(arguments: ["silent", "refuse", "password", "tls"])
    func `a mail server that cannot be spoken to is a fault in its words, and nothing is taken`(
        fault: String
    ) throws {
        let server = try MailboxServer([Self.letter(1)], faults: [fault])
        let town = try Town.peopled()
        let mailbox = try mailbox(
            server, password: fault == "password" ? "wrong" : "right",
            scheme: fault == "tls" ? "imaps" : "imap", silentSeconds: fault == "silent" ? 1 : 20)
        let told = #expect(throws: MailboxFault.self) { try fetch(town, mailbox) }
        #expect(told?.reason.isEmpty == false)
        #expect(told?.reason.contains("wrong") != true)
        #expect(try town.app.mailbox.list(.waiting, for: .house).letters.isEmpty)
    }

    @Test
    func `a mailbox is spoken to by TLS unless it is on this machine, and its address holds no password`() {
        func box(_ server: String) -> IMAPMailbox? {
            IMAPMailbox(IMAPMailbox.Settings(server: server, user: "docs", password: "x"))
        }
        for server in [
            "http://mail.example", "imaps://docs:x@mail.example", "mail.example", "", "imap://h/a\"b",
            "imap://h/a%0D%0Ab", "smtp://mail.example",
        ] { #expect(box(server) == nil, "\(server)") }
        #expect(box("imaps://mail.example/INBOX/%D0%94")?.mailbox.name == "docs@mail.example/INBOX/Д")
        #expect(box("imaps://mail.example:993/")?.mailbox.name == "docs@mail.example/INBOX")
    }

    @Test func `the work takes letters by itself; what fails is told once and tried again`() throws {
        let mail = try MailboxServer([Self.letter(1, from: "nobody@example.com")])
        let (folder, _) = try Server.stocked()
        let options = ["--imap", "moscow=\(mail.url)", "--imap-user", "docs", "--imap-every", "1"]
        let wrong = try Server(folder, options, environment: ["KONTRAGENT_IMAP_PASSWORD=wrong"])
        try wait("the fault is told") { log(wrong).contains("mailbox fails") }
        usleep(3_500_000)
        let told = wrong.end()
        #expect(told.err.components(separatedBy: "mailbox fails").count == 2, "\(told.err)")
        #expect(!told.err.contains("nobody@example.com"), "no address stands in the log")
        let server = try Server(folder, options, environment: ["KONTRAGENT_IMAP_PASSWORD=right"])
        func letters() throws -> [JSON] {
            try JSON.read(try folder.kontragent("mail", "list", "--json").out).list
        }
        try wait("the letter is taken") { try letters().count == 1 }
        try mail.put(Self.letter(2, from: "nobody@example.com"))
        try wait("the second is taken") { try letters().count == 2 }
        #expect(try letters().last?["wait"].text == "unknown-sender")
        #expect(try server.metric(#"letters_received_total{outcome="waiting"}"#) == 2)
        #expect(server.end().status == 0)
        #expect(try folder.kontragent("verify").status == 0)
    }

    private func log(_ server: Server) -> String {
        String(decoding: FileManager.default.contents(atPath: server.running.err) ?? Data(), as: UTF8.self)
    }

    private func wait(_ what: String, _ isSo: () throws -> Bool) throws {
        for _ in 0..<600 {
            if try isSo() { return }
            usleep(50_000)
        }
        Issue.record("waited in vain: \(what)")
    }

    @Test func `settings that name no mailbox are refused`() throws {
        let folder = try TestFolder.quick()
        for words in [
            ["--imap", "imaps://mail.example"], ["--imap", "http://mail.example", "--imap-user", "docs"],
            ["--imap", "siberia=imaps://mail.example", "--imap-user", "docs"],
            ["--imap", "imaps://mail.example", "--imap-user", "docs", "--imap-every", "0"],
            [
                "--imap", "imaps://mail.example", "--imap-user", "docs", "--imap", "imaps://mail.example",
                "--imap-user", "docs",
            ],
        ] { #expect(try folder.run(Tool.path, ["serve"] + words).status == 64, "\(words)") }
    }

    @Test func `a letter in a file is taken once; what comes again is told`() throws {
        let (folder, _) = try Server.stocked()
        try folder.write(Self.letter(1, from: "nobody@example.com"), to: "a.eml")
        let first = try folder.kontragent("mail", "take", "a.eml")
        #expect(first.status == 0 && first.out.contains("№ 1"), "\(first.out) \(first.err)")
        let again = try folder.kontragent("mail", "take", "a.eml", "--json")
        #expect(again.status == 0 && again.out.contains("null"), "\(again.out)")
        #expect(try folder.kontragent("mail", "take", "b.eml").status != 0)
        let list = try JSON.read(try folder.kontragent("mail", "list", "--json").out).list
        #expect(list.map { $0["sender"].text } == ["nobody@example.com"])
    }
}
