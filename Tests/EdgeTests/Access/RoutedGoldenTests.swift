import Access
import Basics
import Contracts
import Documents
import Foundation
import Hashing
import Payments
import Projects
import Regions
import Requests
import Support
import Testing
import UseCases
import Wording

@testable import kontragent

/// Pages of signing in, of members, requests and the office as their routes answer them, read as golden files.
@Suite struct RoutedGoldenTests {
    private static let password = Visitor.password
    private static let pid = "mcs0000000001"
    private static let anna = "anna@romashka.example"

    /// ООО «Ромашка» and Иван Сидоров with a month behind them; two of the customer's people and two of the staff.
    private func town() throws -> Town {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "1.5", bonusType: "compute")
        try town.register(Make.romashka())
        try town.register(Make.sidorov())
        try town.transfer([
            Make.Transfer("500.00", for: "Пополнение \(RoutedGoldenTests.pid)", on: "2026-09-01")
        ])
        try town.use("vm", quantity: "40", in: RoutedGoldenTests.pid, until: "2026-09-02T12:00:00Z")
        try town.use("vm", quantity: "7", in: "mcs0000000004", until: "2026-09-07T12:00:00Z")
        try town.close("2026-09")
        let own = try town.project(RoutedGoldenTests.pid)
        let people: [(email: String, name: String, standing: UsersDesk.Standing)] = [
            (RoutedGoldenTests.anna, "Анна Петрова", .member(own, [.owner])),
            ("boris@romashka.example", "Борис Орлов", .member(own, [.accountant, .viewer])),
            ("olga@office.example", "Ольга Смирнова", .staff([.administrator])),
            ("ivan@office.example", "Иван Котов", .staff([.support])),
        ]
        for person in people {
            try town.app.users.create(
                email: person.email, name: person.name, password: RoutedGoldenTests.password, person.standing,
                in: .ru, by: .house)
        }
        return town
    }

    /// What chance decides, and what changes with the sheets, stands as a word.
    private func settled(_ page: String) -> [UInt8] {
        Array(
            page.replacing(#/[0-9a-f]{64}/#, with: "token")
                .replacing(#/\b[0-9a-f]{16}\b/#, with: "session")
                .replacing(#/\b[A-Z2-7]{32}\b/#, with: "SECRET")
                .replacing(#/\/assets\/([a-z]+)-[0-9a-f]+\./#) { "/assets/\($0.output.1)." }
                .utf8)
    }

    private func hold(_ name: String, _ answer: Visitor.Answer, _ status: Int = 200) {
        #expect(answer.status == status, "\(name)")
        let difference = Golden.difference(settled(answer.text), from: "Pages/\(name).html")
        #expect(difference == nil, "\(difference ?? "")")
    }

    private func link(_ town: Town, _ kind: String) throws -> String {
        let body = try #require(try town.app.letters.list().first { $0.kind == kind }?.body)
        let start = try #require(body.range(of: "?code="))
        return String(body[start.upperBound...].prefix(64))
    }

    @Test func `pages of signing in are what they were`() throws {
        let town = try town()
        let (stranger, anna) = (Visitor(town), Visitor(town))
        let code = String(repeating: "0", count: 64)
        for (name, path) in [
            ("sign-in", "/sign-in?lang=ru"), ("sign-up", "/sign-up?lang=ru"),
            ("sign-up-english", "/sign-up?lang=en"),
            ("letter-sent", "/letter-sent?lang=ru"), ("done", "/done?lang=ru"), ("reset", "/reset?lang=ru"),
            ("confirmation", "/confirmation?code=\(code)&lang=ru"),
            ("new-password", "/new-password?code=\(code)&lang=ru"),
            ("differences", "/individuals-and-companies?lang=ru"),
        ] { hold(name, try stranger.get(path)) }
        hold("sign-in-office", try Visitor(town, host: "office.localhost").get("/sign-in?lang=ru"))
        let wrong = [("email", RoutedGoldenTests.anna), ("password", "не тот пароль, что был")]
        hold("sign-in-wrong", try stranger.post("/sign-in?lang=ru", wrong), 422)

        #expect(try anna.signIn(RoutedGoldenTests.anna).location == "/")
        hold("security", try anna.get("/security?lang=ru"))
        hold("tokens-none", try anna.get("/tokens?lang=ru"))
        let made = try anna.post(
            "/tokens?lang=ru",
            [
                ("name", "accounting"), ("project", RoutedGoldenTests.pid), ("scope", "balance"),
                ("scope", "read"),
                ("days", "90"), ("password", RoutedGoldenTests.password),
            ])
        hold("tokens", made)
        hold("new-project", try anna.get("/new-project?lang=ru"))
        let invited = [("email", "guest@example.com"), ("role", "accountant")]
        #expect(
            try anna.post("/projects/\(RoutedGoldenTests.pid)/members/invitations", invited).status == 303)
        hold("members", try anna.get("/projects/\(RoutedGoldenTests.pid)/members?lang=ru"))
        hold("invitation", try stranger.get("/invitation?code=\(link(town, "invitation"))&lang=ru"))

        // The second step, begun, and asked for at the next sign-in.
        let password = [("password", RoutedGoldenTests.password)]
        #expect(try anna.post("/security/second-step", password).status == 303)
        hold("security-second-step", try anna.get("/security?lang=ru"))
        let user = try town.app.users.list(by: .house).first { $0.user.email.text == RoutedGoldenTests.anna }?
            .user
        guard case .begun(let kept)? = user?.secondStep, let user,
            let secret = try? Town.secrets.read(kept, of: user.id).secret
        else {
            Issue.record("the second step was not begun")
            return
        }
        let digits = OneTimePassword(secret: secret).code(
            step: OneTimePassword.step(at: town.now), LibCrypto.hmacSHA1)
        #expect(try anna.post("/security/second-step/confirmation", [("code", digits)]).status == 303)
        #expect(try stranger.signIn(RoutedGoldenTests.anna).location == "/second-step")
        hold("second-step", try stranger.get("/second-step?lang=ru"))
    }

    /// A request with its file, answered once; a letter that waits.
    private func write(_ town: Town) throws {
        let own = try town.project(RoutedGoldenTests.pid)
        let desk = town.app.requests
        let (anna, olga) = (try desk.person(RoutedGoldenTests.anna), try desk.person("olga@office.example"))
        _ = try desk.make(
            .freezeDelay, ["project": own.text],
            RequestWords(
                "Платёж ушёл вчера",
                files: [RequestFile(field: .proof, named: "платёжка.pdf", RequestPagesTests.pdf)],
                key: "first"),
            in: own, by: anna)
        _ = try desk.take(1, seen: 1, RequestWords("", key: "second"), by: olga)
        _ = try desk.answer(
            1, canned: nil, asks: true, seen: 2, RequestWords("Какого числа и на какую сумму?", key: "third"),
            by: olga)
        let letter = """
            From: =?utf-8?B?0JzQsNGA0LjRjw==?= <wife@example.com>
            Subject: =?utf-8?B?0JPQtNC1INC00LXQvdGM0LPQuD8=?=
            Message-ID: <one@example.com>
            Date: Sat, 3 Oct 2026 05:00:00 +0000
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Сумма: 1 500,50 руб.
            Дата платежа: 30.09.2026

            """
        _ = try town.app.mailbox.take(
            Array(letter.replacing("\n", with: "\r\n").utf8), from: "docs@provider.example/INBOX")
    }

    @Test func `pages of a project beside its sums are what they were`() throws {
        let town = try town()
        try write(town)
        _ = try town.app.invoices.makeOnce(for: town.project(RoutedGoldenTests.pid), amount: 1000_00)
        let (anna, project) = (Visitor(town), "/projects/\(RoutedGoldenTests.pid)")
        #expect(try anna.signIn(RoutedGoldenTests.anna).location == "/")
        for (name, path) in [
            ("top-up", "\(project)/top-up?lang=ru"), ("top-up-english", "\(project)/top-up?lang=en"),
            ("requests", "\(project)/requests?lang=ru"), ("request-kinds", "\(project)/requests/new?lang=ru"),
            ("request-form", "\(project)/requests/new?kind=payment-trace&lang=ru"),
            ("request", "\(project)/requests/1?lang=ru"), ("contract", "\(project)/contract?lang=ru"),
            ("registration", "\(project)/registration?lang=ru"),
            ("registration-by-hand", "\(project)/registration?by=hand&lang=ru"),
            ("explanation", "/explain?address=\(RoutedGoldenTests.pid)&lang=ru"),
            ("explanation-document", "/explain?address=moscow/upd/2026/1&lang=en"),
        ] { hold(name, try anna.get(path)) }
        let little = try anna.post("\(project)/top-up?lang=ru", [("amount", "5")])
        hold("top-up-too-small", little, 422)
    }

    @Test func `the page of a card payment shows what a transfer could pay instead, and then who pays`()
        throws
    {
        let town = try town()
        let own = try town.project(RoutedGoldenTests.pid)
        try town.credit("100.00", to: own.text, at: "2026-10-01T10:00:00Z", id: "card-1")
        try town.use("vm", quantity: "320", in: own.text, until: "2026-10-02T12:00:00Z")
        try town.transfer(
            [Make.Transfer("100.00", for: own.text, on: "2026-10-03", number: "17")], named: "october.txt")
        try town.settle()
        let asked: [RequestField: String] = [.project: own.text, .amount: "100.00", .paidOn: "2026-10-01"]
        _ = try town.app.requests.make(
            .cardIntoDocuments, Dictionary(uniqueKeysWithValues: asked.map { ($0.key.rawValue, $0.value) }),
            RequestWords("", key: "card"), in: own, by: town.app.requests.person(RoutedGoldenTests.anna))
        let (olga, anna) = (Visitor(town, host: "office.localhost"), Visitor(town))
        #expect(try olga.signIn("olga@office.example").location == "/")
        #expect(try anna.signIn(RoutedGoldenTests.anna).location == "/")
        let page = try olga.get("/requests/1?lang=ru")
        hold("office-substitution", page)
        let form = "id=\"act-substitution\""
        let common = [
            ("action", "substitution"), ("key", olga.hidden("key", page.text, from: form)),
            ("version", olga.hidden("version", page.text, from: form)), ("text", "Перевод пришёл"),
            ("payment", "card-1"), ("transfer", try #require(try line(town))),
        ]
        // More than the card has paid is refused beside the form, and what was typed stands there.
        let much = try olga.post("/requests/1/actions?lang=ru", common + [("amount", "40,01")])
        #expect(much.status == 422 && much.text.contains("только 40,00"), "\(much.text)")
        #expect(much.text.contains("value=\"40,01\""))
        let done = try olga.post("/requests/1/actions?lang=ru", common + [("amount", "40,00")])
        #expect(done.status == 303, "\(done.text)")
        hold("office-substituted", try olga.get("/requests/1?lang=ru"))
        hold("explanation-substituted", try anna.get("/explain?address=credit/card-1&lang=ru"))
        let read = try anna.get("/projects/\(own)/requests/1?lang=ru").text
        #expect(read.contains("войдёт в документы") && read.contains("/explain?address=credit"))
        #expect(try olga.get("/accounts/\(Make.romashka().account)?lang=ru").text.contains("card-1</a> →"))
        // Who only answers requests is offered nothing of it.
        let ivan = Visitor(town, host: "office.localhost")
        #expect(try ivan.signIn("ivan@office.example").location == "/")
        #expect(try !ivan.get("/requests/1?lang=ru").text.contains("act-substitution"))
    }

    @Test func `the page of a re-registration shows what the former payer has left, and hands it over`()
        throws
    {
        let town = try town()
        let own = try town.project(RoutedGoldenTests.pid)
        try town.transfer(
            [Make.Transfer("70.00", from: "7704123450", for: own.text, on: "2026-10-03", number: "17")],
            named: "october.txt")
        try town.settle()
        let asked: [RequestField: String] = [
            .formerOrganisation: "ООО «Лампа»", .newOrganisation: "ООО «Ромашка»",
        ]
        _ = try town.app.requests.make(
            .reRegistration, Dictionary(uniqueKeysWithValues: asked.map { ($0.key.rawValue, $0.value) }),
            RequestWords("", key: "re-registration"), in: own,
            by: town.app.requests.person(RoutedGoldenTests.anna))
        let (olga, anna) = (Visitor(town, host: "office.localhost"), Visitor(town))
        #expect(try olga.signIn("olga@office.example").location == "/")
        #expect(try anna.signIn(RoutedGoldenTests.anna).location == "/")
        let page = try olga.get("/requests/1?lang=ru")
        hold("office-assignment", page)
        let form = "id=\"act-assignment\""
        let common = [
            ("action", "assignment"), ("key", olga.hidden("key", page.text, from: form)),
            ("version", olga.hidden("version", page.text, from: form)), ("text", "Письмо 5"),
        ]
        let other = try olga.post(
            "/requests/1/actions?lang=ru", common + [("advance", "7704123450/60.00")])
        #expect(other.status == 422 && other.text.contains("осталось 70,00"), "\(other.text)")
        let broken = try olga.post("/requests/1/actions?lang=ru", common + [("advance", "7704123450")])
        #expect(broken.status == 422, "\(broken.text)")
        let done = try olga.post("/requests/1/actions?lang=ru", common + [("advance", "7704123450/70.00")])
        #expect(done.status == 303, "\(done.text)")
        hold("office-assigned", try olga.get("/requests/1?lang=ru"))
        let credit = try #require(try line(town))
        let why = try anna.get("/explain?address=credit/\(credit)&lang=ru")
        #expect(why.text.contains("перешёл от ИНН 7704123450"), "\(why.text)")
        let story = try olga.get("/accounts/\(Make.romashka().account)?lang=ru").text
        #expect(story.contains("Остаток перевода передан"))
        let ivan = Visitor(town, host: "office.localhost")
        #expect(try ivan.signIn("ivan@office.example").location == "/")
        #expect(try !ivan.get("/requests/1?lang=ru").text.contains("act-assignment"))
    }

    private func line(_ town: Town) throws -> String? {
        try town.app.bank.lines(in: .matched).first { $0.document == "17" }?.id.text
    }

    @Test func `pages of the staff beside the books are what they were`() throws {
        let town = try town()
        try write(town)
        let account = Make.romashka().account
        var terms = Make.contract(scheme: "postpaid", number: "ВК-99/2026", region: "moscow")
        (terms.date, terms.from, terms.until, terms.renews) = ("2026-10-03", "2026-10-15", "2027-10-14", true)
        terms.prices = [ContractPriceDraft(sku: "vm", price: "1.2", validFrom: "2026-10-15")]
        try town.app.contracts.draft(
            terms, of: AccountID(account), in: .moscow, for: .staff(UserID("m"), [.salesManager]),
            as: Author(user: nil, name: "olga@office.example", reason: ""))
        _ = try town.app.founding.add(
            Make.scan, named: "charter.pdf", title: "Устав", dated: try #require(Day("2020-02-28")),
            in: .moscow,
            for: .house, by: .operatorAtMachine)
        try town.rate("EUR", "98.7654", on: "2026-10-03")
        try town.rate("JPY", "52.1234", of: 100, on: "2026-10-03")
        try town.app.nodes.join(
            Node(id: NodeID("node-1"), host: "billing-1", process: 4242, program: "1.0", works: true))
        let olga = Visitor(town, host: "office.localhost")
        #expect(try olga.signIn("olga@office.example").location == "/")
        for (name, path) in [
            ("office-pulse", "/?lang=ru"), ("office-people", "/people?lang=ru"),
            ("office-running", "/running?lang=ru"),
            ("office-founding", "/founding?lang=ru"), ("office-rates", "/rates/moscow?lang=ru"),
            ("office-contract", "/contracts/\(account)?lang=ru"),
            ("office-requests", "/requests?lang=ru"), ("office-request", "/requests/1?lang=ru"),
            ("office-request-english", "/requests/1?lang=en"), ("office-letters", "/letters?lang=ru"),
            ("office-letter", "/letters/1?lang=ru"),
            (
                "office-letter-request",
                "/letters/1/request?kind=payment-trace&project=\(RoutedGoldenTests.pid)&lang=ru"
            ),
            ("office-members", "/projects/\(RoutedGoldenTests.pid)/members?lang=ru"),
        ] { hold(name, try olga.get(path)) }
    }
}
