import Access
import Basics
import Contracts
import Glibc
import Hashing
import Regions
import Storage
import Support
import Testing
import UseCases
import Wording

@testable import Gateways
@testable import kontragent

/// Copies of documents on their way to a real mail server, and the office's list that has them sent.
@Suite(.enabled(if: MailServer.python != nil, "skipped: scripts/setup could not fetch aiosmtpd"))
struct CopiesSendingTests {
    private static let from = ["--mail-from", "billing@provider.example"]
    private static let october = Month(index: 2026 * 12 + 9)

    /// A town whose October is closed for a customer that wants copies; nothing of it is printed.
    private func town() throws -> Town {
        let town = try Town.peopled()
        try town.app.flow.ask(of: town.project("mcs0000000001"), seen: 0, for: .house) { region, open in
            Make.flow(
                region, from: open, copies: .monthly(["buh@romashka.example", "boss@romashka.example"]))
        }
        try town.use("vm", in: "mcs0000000001", until: "2026-10-05T12:00:00Z")
        try town.close("2026-10")
        return town
    }

    private func copies(_ mail: MailServer) throws -> [JSON] {
        try mail.letters().filter { $0.field("X-Kontragent-Kind") == "copies" }
    }

    private func wait(_ what: String, _ isSo: () throws -> Bool) throws {
        for _ in 0..<600 {
            if try isSo() { return }
            usleep(50_000)
        }
        Issue.record("waited in vain: \(what)")
    }

    @Test func `what customers get is the paper as it was printed, byte for byte, once for each address`()
        throws
    {
        let town = try town()
        let folder = try TestFolder.quick()
        let queue = try town.app.flow.queue(.moscow, Self.october, .copies, for: .house)
        let key = try #require(queue.packages.first?.documents.first?.key)
        try town.file().backup(to: folder.file("kontragent.db"))
        let printed = try folder.kontragent("print", key.text, "--out", "own.pdf")
        #expect(printed.status == 0, "\(printed.err)")
        let paper = try #require(try Folder.bytes(folder.file("own.pdf")))
        let mail = try MailServer()
        for _ in 1...2 {
            let server = try Server(folder, ["--smtp", mail.url] + Self.from)
            try wait("both letters") { try copies(mail).count >= 2 }
            try wait("both are noted") {
                try JSON.read(try folder.kontragent("letters", "--json").out).list
                    .filter { $0["kind"].text == "copies" }.map { $0["state"].text } == ["sent", "sent"]
            }
            #expect(server.end().status == 0)
        }
        let letters = try copies(mail)
        #expect(
            letters.flatMap { $0["to"].list.compactMap(\.text) }.sorted()
                == ["boss@romashka.example", "buh@romashka.example"])
        for letter in letters {
            let files = letter["files"].list
            #expect(
                files.map { $0["name"].text } == ["\(key.text.replacing("/", with: "-")).pdf"], "\(letter)")
            #expect(files.map { $0["type"].text } == ["application/pdf"])
            #expect(files.map { $0["sha256"].text } == [Hex.text(Sodium.sha256(paper))])
            #expect(paper.starts(with: "%PDF".utf8) && paper.count > 10_000)
            #expect(letter.field("Subject") == "Копии закрывающих документов: октябрь 2026 г.", "\(letter)")
            #expect(letter["defects"].list.isEmpty && letter["isAscii"] == .bool(true))
            #expect((letter["longest"].int ?? .max) <= 998)
        }
        let noted = try folder.run(
            "/usr/bin/sqlite3", ["kontragent.db", "SELECT step, COUNT(*), by_user IS NULL FROM dispatches"])
        #expect(noted.out == "copied|1|1\n")
        #expect(try folder.kontragent("verify").status == 0)
    }

    @Test func `files come whole and under their names, whatever those are, and a megabyte of them too`()
        throws
    {
        let mail = try MailServer()
        let names = [
            "moscow-upd-2026-17.pdf",
            "УПД № 17 от 30.09.2026, ООО «Ромашка» и ещё очень длинное название.pdf",
            "quote\"back\\slash; name=x\r\nBcc: x@y.example.pdf", "",
        ]
        var random = SystemRandomNumberGenerator()
        let files = names.enumerated().map { index, name in
            let size = [1_300_000, 57, 1, 0][index]
            return Enclosure(
                name: name, bytes: (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
        let letter = Letter(
            id: "copies/1", kind: "copies", to: try EmailAddress("buh@romashka.example"), language: .ru,
            subject: "Копии", body: "Копии\nдокументов",
            createdAt: try #require(Moment("2026-10-02T10:00:00Z")))
        try SMTPMailer(.init(server: mail.url, from: "billing@provider.example")).mailer.send(letter, files)
        let taken = try #require(try mail.letters(1).first)
        #expect(
            taken["files"].list.map { $0["sha256"].text } == files.map { Hex.text(Sodium.sha256($0.bytes)) })
        #expect(
            taken["files"].list.dropLast().map { $0["name"].text } == names.dropLast().map { $0 },
            "\(taken["files"])")
        #expect(taken["body"].text?.contains("документов") == true)
        #expect(taken["to"].list.map(\.text) == ["buh@romashka.example"], "no name adds an address")
        #expect(taken["defects"].list.isEmpty && taken["isAscii"] == .bool(true))
        #expect((taken["longest"].int ?? .max) <= 998)
    }

    @Test func `the office sees what waits, and has the copies mailed with a reason, once`() throws {
        let town = try town()
        let clerk = Visitor(town, host: "office.localhost")
        try clerk.signIn("document-specialist@office.example")
        let path = "/sending/moscow/2026-10"
        #expect(try clerk.get("\(path)?way=copies&lang=ru").text.contains("ещё не напечатаны"))
        for key in try town.app.papers.due(limit: 100) { _ = try town.app.papers.paper(key) }
        let list = try clerk.get("\(path)?way=copies&lang=ru").text
        #expect(list.contains("Отправить копии письмом") && !list.contains("ещё не напечатаны"))
        func mail(_ package: String = "romashka|", reason: String = "просят сейчас") throws -> Visitor.Answer
        {
            try clerk.post("\(path)/mail", [("package", package), ("way", "copies"), ("reason", reason)])
        }
        #expect(try mail(reason: " ").status == 422)
        #expect(try mail("nobody|").status == 422)
        #expect(try town.app.letters.list().allSatisfy { $0.kind != "copies" })
        for _ in 1...2 {
            let answer = try mail()
            #expect(answer.status == 303 && answer.location == "\(path)?way=copies", "\(answer.text)")
        }
        _ = try town.app.notices.write()
        #expect(try town.app.letters.list().filter { $0.kind == "copies" }.count == 2)
        let waiting = try clerk.get("\(path)?way=copies&lang=ru").text
        #expect(waiting.contains("письма ждут отправки") && !waiting.contains("Отправить копии письмом"))
        let trail = try town.app.audit.entries(AuditSearch(action: .mailCopies), limit: 9, for: .house)
        #expect(trail.map(\.reason) == ["просят сейчас"])
        let support = Visitor(town, host: "office.localhost")
        try support.signIn("support@office.example")
        let answer = try support.post(
            "\(path)/mail", [("package", "romashka|"), ("way", "copies"), ("reason", "x")])
        #expect(answer.status == 404)
        // The demo shows the letter with its files.
        #expect(try Visitor(town).get("/dev/mail").text.contains("moscow-upd-2026-2.pdf"))
    }
}
