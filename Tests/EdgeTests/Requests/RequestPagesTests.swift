import Access
import Basics
import Foundation
import HTTPTypes
import Requests
import Support
import Testing
import UseCases

@testable import kontragent

extension Town {
    /// Request № 1 of the first customer, with a file.
    func ask() throws {
        let pid = try project("mcs0000000001")
        try app.requests.make(
            .freezeDelay, ["project": pid.text],
            RequestWords(
                "Платёж ушёл вчера",
                files: [RequestFile(field: .proof, named: "платёжка.pdf", RequestPagesTests.pdf)],
                key: "first"), in: pid, by: app.requests.person("owner@example.com"))
    }

    /// A letter that waits, with one file.
    @discardableResult
    func write(
        _ subject: String = "Где деньги?", from sender: String = "wife@example.com",
        _ text: String = "Помогите"
    ) throws
        -> ReceivedLetter?
    {
        let pdf = Data(RequestPagesTests.pdf).base64EncodedString()
        return try app.mailbox.take(
            Array(
                """
                From: <\(sender)>
                Subject: \(subject)
                Message-ID: <\(UUID().uuidString)@example.com>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain; charset=utf-8

                \(text)
                --b
                Content-Type: application/pdf; name="a.pdf"
                Content-Transfer-Encoding: base64

                \(pdf)
                --b--

                """.replacing("\n", with: "\r\n").utf8), from: "docs@provider.example/INBOX")
    }
}

extension Visitor {
    struct File {
        let field: String
        let name: String
        let bytes: [UInt8]
    }

    /// Sends a form with files as a page of the site would.
    func send(_ path: String, _ fields: [(String, String)], _ files: [File] = []) throws -> Answer {
        let line = "----visitor"
        var body: [UInt8] = []
        for (name, value) in fields + [("form", try formToken())] {
            body += Array(
                "--\(line)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            let head =
                "--\(line)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n\r\n"
            body += Array(head.utf8) + file.bytes + Array("\r\n".utf8)
        }
        var headers: HTTPFields = [:]
        headers[.origin] = "http://\(host)"
        headers[.contentType] = "multipart/form-data; boundary=\(line)"
        if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
        return try ask(.post, path, headers, body + Array("--\(line)--\r\n".utf8))
    }

    func hidden(_ name: String, _ page: String, from start: String = "") -> String {
        let text = start.isEmpty ? page[...] : page.range(of: start).map { page[$0.upperBound...] } ?? ""
        guard let place = text.range(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(text[place.upperBound...].prefix { $0 != "\"" })
    }
}

/// The pages of requests, as both sides use them.
@Suite struct RequestPagesTests {
    static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)
    private static let own = "/projects/mcs0000000001/requests"

    /// What is typed into a kind's form where nothing is wrong.
    private func typed(_ kind: RequestKind) -> [(String, String)] {
        kind.terms.fields.flatMap { asked -> [(String, String)] in
            let name = "ask-\(asked.field.rawValue)"
            switch asked.field.shape {
            case .line: return [(name, "Иванова Анна Петровна")]
            case .text: return [(name, "ООО «Ромашка»\r\nИНН 7707083893")]
            case .email: return [(name, "anna@example.com")]
            case .phone: return [(name, "+7 (495) 123-45-67")]
            case .day: return [(name, "2026-09-30")]
            case .period: return [("\(name)-from", "2026-07-01"), ("\(name)-until", "2026-09-30")]
            case .amount: return [(name, "1 500,50")]
            case .digits(let count): return [(name, String(repeating: "4", count: count))]
            case .choice(let words): return [(name, words[0])]
            case .flag: return [(name, "yes")]
            case .project, .file: return []
            }
        }
    }

    private func files(_ kind: RequestKind) -> [Visitor.File] {
        kind.terms.fields.filter { $0.field.shape == .file }.map {
            Visitor.File(field: "ask-\($0.field.rawValue)", name: "скан.pdf", bytes: RequestPagesTests.pdf)
        }
    }

    private static let world = Result { try Town.peopled() }

    @Test(arguments: RequestKind.allCases)
    func `every kind is asked for through its form`(_ kind: RequestKind) throws {
        let town = try RequestPagesTests.world.get()
        let browser = Visitor(town)
        try browser.signIn("owner@example.com")
        let form = try browser.get("\(RequestPagesTests.own)/new?kind=\(kind.rawValue)")
        #expect(form.status == 200)
        for asked in kind.terms.fields where asked.field.shape != .period {
            #expect(form.text.contains("name=\"ask-\(asked.field.rawValue)\""), "\(asked.field)")
        }
        let fields = [("kind", kind.rawValue), ("key", browser.hidden("key", form.text))] + typed(kind)
        // With something left out it is shown again, with what is missing beside the fields.
        if let needed = kind.terms.fields.first(where: { $0.isNeeded && $0.field.shape != .project }) {
            let name = "ask-\(needed.field.rawValue)"
            let less = try browser.send(
                "\(RequestPagesTests.own)/new", fields.filter { !$0.0.hasPrefix(name) },
                files(kind).filter { $0.field != name })
            #expect(less.status == 422 && less.text.contains("aria-invalid"), "\(less.text)")
        }
        let made = try browser.send("\(RequestPagesTests.own)/new", fields, files(kind))
        #expect(made.status == 303, "\(made.text)")
        let page = try browser.get(try #require(made.location))
        #expect(page.status == 200 && page.text.contains("class=\"thread\""))
        // The same form again leads to the same request.
        #expect(
            try browser.send("\(RequestPagesTests.own)/new", fields, files(kind)).location == made.location)
    }

    @Test func `hostile files and names are refused, or kept as nothing but files`() throws {
        let town = try Town.peopled()
        try town.ask()
        let browser = Visitor(town)
        try browser.signIn("owner@example.com")
        let place = "\(RequestPagesTests.own)/1"
        for (name, bytes) in [
            ("proof.pdf", Array("<html><script>alert(1)</script>".utf8)), ("proof.pdf", Array("MZ".utf8)),
            ("proof.svg", Array("<svg onload=\"alert(1)\"/>".utf8)),
        ] {
            let answer = try browser.send(
                "\(place)/replies", [("key", "k"), ("text", "вот")],
                [Visitor.File(field: "attachment", name: name, bytes: bytes)])
            #expect(answer.status == 422 && answer.text.contains("neither PDF nor PNG nor JPEG"))
        }
        let kept = try browser.send(
            "\(place)/replies", [("key", "k2"), ("text", "<script>alert(1)</script>")],
            [
                Visitor.File(
                    field: "attachment", name: "../..\\<img src=x onerror=alert(1)>\u{202E}fdp.exe",
                    bytes: RequestPagesTests.pdf)
            ])
        #expect(kept.status == 303)
        let page = try browser.get(place)
        #expect(
            !page.text.contains("<script>alert") && !page.text.contains("<img")
                && !page.text.contains("\u{202E}"))
        let file = try browser.get("\(place)/files/2.1")
        #expect(file.bytes == RequestPagesTests.pdf && file.fields[.contentType] == "application/pdf")
        #expect(file.fields[.contentDisposition] == "attachment; filename=\"request-1-2-1.pdf\"")
        for wrong in ["2.2", "3.1", "2", "a.b", "2.1.1", "-1.1"] {
            #expect(try browser.get("\(place)/files/\(wrong)").status == 404, "\(wrong)")
        }
        let stranger = Visitor(town)
        #expect(try stranger.get("\(place)/files/2.1").isSentToSignIn)
    }

    @Test func `a member of staff takes, asks back and closes, and the customer sees it`() throws {
        let town = try Town.peopled()
        try town.ask()
        let staff = Visitor(town, host: "office.localhost")
        try staff.signIn("support@office.example")
        let queue = try staff.get("/requests")
        #expect(queue.status == 200 && queue.text.contains("href=\"/requests/1\""))
        var page = try staff.get("/requests/1").text
        func mark(_ form: String) -> [(String, String)] {
            [
                ("key", staff.hidden("key", page, from: "id=\"\(form)\"")),
                ("version", staff.hidden("version", page, from: "id=\"\(form)\"")),
            ]
        }
        #expect(try staff.post("/requests/1/taking", mark("take")).status == 303)
        // Another one of the staff has the page of before.
        let other = Visitor(town, host: "office.localhost")
        try other.signIn("administrator@office.example")
        let lost = try other.post("/requests/1/refusal", [("key", "o"), ("version", "1"), ("text", "нет")])
        #expect(lost.status == 422 && lost.text.contains("Somebody else has just worked"))
        page = try staff.get("/requests/1").text
        let empty = try staff.send("/requests/1/answers", mark("answer") + [("text", "")])
        #expect(empty.status == 422 && empty.text.contains("Nothing is said"))
        #expect(
            try staff.send(
                "/requests/1/answers", mark("answer") + [("canned", "proof-needed"), ("asks", "yes")]
            ).status == 303)
        let browser = Visitor(town)
        try browser.signIn("owner@example.com")
        let seen = try browser.get("\(RequestPagesTests.own)/1").text
        #expect(seen.contains("waits for the customer") && seen.contains("payment order"))
        #expect(!seen.contains("support@office.example"))
        page = try staff.get("/requests/1").text
        let wrong = try staff.send(
            "/requests/1/closing", mark("finish") + [("result", "refund"), ("text", "")])
        #expect(wrong.status == 422 && wrong.text.contains("is no result"))
        #expect(
            try staff.send(
                "/requests/1/closing", mark("finish") + [("result", "deferral"), ("text", "Готово")]
            ).status
                == 303)
        #expect(try browser.get(RequestPagesTests.own).text.contains("done"))
        #expect(try staff.get("/requests?part=closed").text.contains("href=\"/requests/1\""))
        #expect(try staff.get("/requests?part=nonsense").status == 400)
    }
}
