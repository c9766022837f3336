import Access
import Basics
import Documents
import Foundation
import HTTPTypes
import Hashing
import Regions
import Support
import Testing
import UseCases

@testable import API
@testable import kontragent

/// Signing in as a browser does.
@Suite struct SignInPagesTests {
    private func town() throws -> Town {
        let town = try Town()
        _ = try town.register(Make.romashka())
        try town.user("anna@example.com", .member(try town.project("mcs0000000001"), [.owner]))
        try town.user("staff@example.com", .staff([.administrator]))
        return town
    }

    private func link(_ town: Town, to email: String, _ kind: String) throws -> String {
        let letters = try town.app.letters.list().filter { $0.to.text == email && $0.kind == kind }
        let body = try #require(letters.first?.body)
        let start = try #require(body.range(of: "http://cabinet.localhost"))
        return String(body[start.upperBound...].prefix { !$0.isWhitespace })
    }

    @Test func `who signs in lands on the own projects, and who signs out is out`() throws {
        let town = try town()
        let browser = Visitor(town)
        #expect(try browser.get("/").isSentToSignIn)
        let entered = try browser.signIn("anna@example.com")
        #expect(entered.status == 303 && entered.location == "/")
        let home = try browser.get("/")
        #expect(home.status == 200 && home.text.contains("mcs0000000001") && home.text.contains("Sign out"))
        #expect(home.fields[.cacheControl] == "no-store")
        let thief = Visitor(town)
        thief.cookies = browser.cookies
        #expect(try browser.post("/sign-out", []).isSentToSignIn)
        #expect(try browser.get("/").isSentToSignIn)
        #expect(try thief.get("/").isSentToSignIn, "the old token opens nothing")
    }

    @Test func `a token planted before is not the one after signing in`() throws {
        let browser = Visitor(try town())
        let planted = String(repeating: "a", count: 64)
        browser.cookies["kontragent-cabinet-session"] = planted
        browser.cookies["kontragent-cabinet-visit"] = planted
        _ = try browser.signIn("anna@example.com")
        let token = try #require(browser.sessionCookie)
        #expect(token != planted && token.utf8.count == 64)
    }

    @Test func `cookies are for this host over TLS alone, unless the demo says so aloud`() throws {
        let town = try town()
        let browser = Visitor(town, isPlain: false)
        let form = try browser.formToken()
        let answer = try browser.post(
            "/sign-in", [("email", "anna@example.com"), ("password", Visitor.password)], token: form,
            origin: "https://cabinet.localhost")
        let cookies = answer.fields[values: .setCookie]
        #expect(cookies.contains { $0.hasPrefix("__Host-kontragent-cabinet-session=") })
        for cookie in cookies where !cookie.contains("Max-Age=0") {
            #expect(
                cookie.hasPrefix("__Host-") && cookie.contains("; Secure") && cookie.contains("; HttpOnly")
                    && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"), "\(cookie)")
        }
        #expect(try Visitor(town, isPlain: false).get("/dev/mail").status == 404)
    }

    @Test func `outside of the demo staff set up the second step before anything else opens`() throws {
        let town = try town()
        let browser = Visitor(town, host: "office.localhost", isPlain: false)
        func send(_ path: String, _ form: [(String, String)]) throws -> Visitor.Answer {
            let page = try browser.get(path == "/sign-in" ? path : "/security").text
            let start = try #require(page.range(of: "name=\"form\" value=\"")).upperBound
            return try browser.post(
                path, form, token: String(page[start...].prefix(64)), origin: "https://office.localhost")
        }
        let (email, password) = ("staff@example.com", Visitor.password)
        #expect(try send("/sign-in", [("email", email), ("password", password)]).location == "/")
        for path in ["/", "/months", "/explain?address=mcs0000000001", "/projects/mcs0000000001"] {
            #expect(try browser.get(path).location == "/security", "\(path)")
        }
        #expect(try browser.get("/security").text.contains("second step"))
        #expect(try send("/security/second-step", [("password", password)]).status == 303)
        #expect(try browser.get("/").location == "/security", "begun is not done")
        let user = try town.app.users.list(by: .house).first { $0.user.email.text == email }?.user
        guard case .begun(let kept)? = user?.secondStep, let user,
            let secret = try? Town.secrets.read(kept, of: user.id).secret
        else {
            Issue.record("the second step was not begun")
            return
        }
        let code = OneTimePassword(secret: secret).code(
            step: OneTimePassword.step(at: town.now), LibCrypto.hmacSHA1)
        #expect(try send("/security/second-step/confirmation", [("code", code)]).status == 303)
        #expect(try browser.get("/").status == 200)
        #expect(try browser.get("/months").status == 200)
    }

    @Test func `each door lets in its own people, with the same answer to all others`() throws {
        let town = try town()
        func refusal(_ host: String, _ email: String, _ password: String = Visitor.password) throws -> String
        {
            let browser = Visitor(town, host: host)
            let token = try browser.formToken()
            let answer = try browser.post(
                "/sign-in", [("email", email), ("password", password)], token: token)
            #expect(answer.status == 422 && browser.sessionCookie == nil, "\(email) at \(host)")
            return answer.text.replacing(email, with: "").replacing(token, with: "")
        }
        let wrong = try refusal("cabinet.localhost", "anna@example.com", "not the right password")
        #expect(try refusal("cabinet.localhost", "nobody@example.com") == wrong)
        #expect(try refusal("cabinet.localhost", "staff@example.com") == wrong)
        let office = try refusal("office.localhost", "staff@example.com", "not the right password")
        #expect(try refusal("office.localhost", "anna@example.com") == office)
        let browser = Visitor(town, host: "office.localhost")
        #expect(try browser.signIn("staff@example.com").location == "/")
        #expect(browser.cookies.keys.contains("kontragent-office-session"))
        // A cookie of the one door is nothing at the other.
        let other = Visitor(town)
        other.cookies["kontragent-cabinet-session"] = browser.sessionCookie
        #expect(try other.get("/").isSentToSignIn)
    }

    @Test func `a form from elsewhere is refused on every route, and changes nothing`() throws {
        let town = try town()
        let browser = Visitor(town)
        _ = try browser.signIn("anna@example.com")
        let token = try browser.formToken()
        for row in PageRoutes.rows where row.method == .post && row.sides.contains(.cabinet) {
            let path = row.path.replacing("{pid}", with: "mcs0000000001")
            let foreign = try browser.post(path, [], token: token, origin: "https://evil.example")
            let cross = try browser.post(path, [], token: token, fetchSite: "cross-site")
            let sibling = try browser.post(path, [], token: token, fetchSite: "same-site")
            let bare = try browser.post(path, [], token: "")
            let guessed = try browser.post(path, [], token: String(repeating: "0", count: 64))
            for answer in [foreign, cross, sibling, bare, guessed] {
                #expect(answer.status == 403, "\(path)")
            }
        }
        #expect(try browser.get("/").status == 200, "nobody was signed out")
        let other = Visitor(town)
        #expect(
            try other.post(
                "/sign-in", [("email", "anna@example.com"), ("password", Visitor.password)], token: token
            )
            .status == 403, "a token belongs to one browser")
    }

    @Test
    func
        `a role taken away holds at once, under another token, and who is let in no more is asked to sign in`()
        throws
    {
        let town = try town()
        let pid = try town.project("mcs0000000001")
        try town.user("boris@example.com", .member(pid, [.superadministrator]))
        let boris = Visitor(town)
        _ = try boris.signIn("boris@example.com")
        let anna = Visitor(town)
        _ = try anna.signIn("anna@example.com")
        #expect(try boris.get("/projects/\(pid)/members").status == 200)
        let page = try anna.get("/projects/\(pid)/members").text
        let start = try #require(page.range(of: "name=\"user\" value=\""))
        let user = String(page[start.upperBound...].prefix { $0 != "\"" })
        let given = try anna.post("/projects/\(pid)/members/roles", [("user", user), ("role", "viewer")])
        #expect(given.status == 303)
        let before = boris.sessionCookie
        #expect(try boris.get("/projects/\(pid)").status == 200)
        #expect(boris.sessionCookie != before)
        #expect(try boris.get("/projects/\(pid)/members").status == 404)
        try town.app.users.disable("boris@example.com", on: .cabinet, isDisabled: true, by: .house)
        #expect(try boris.get("/").isSentToSignIn)
    }

    @Test func `who signs up, confirms by the letter, creates a project, invites and changes the password`()
        throws
    {
        let town = try Town()
        let browser = Visitor(town)
        let wrong = try browser.post(
            "/sign-up",
            [("email", "new@example.com"), ("password", "short"), ("name", "Новый"), ("kind", "individual")])
        #expect(
            wrong.status == 422 && wrong.text.contains("aria-invalid")
                && !wrong.text.contains("value=\"short\""))
        let made = try browser.post(
            "/sign-up",
            [
                ("email", "new@example.com"), ("password", Visitor.password), ("name", "Новый"),
                ("kind", "individual"),
            ])
        #expect(made.status == 303 && made.location == "/letter-sent", "\(made.text)")
        let confirmation = try link(town, to: "new@example.com", "confirmation")
        #expect(try browser.get(confirmation).status == 200)
        let code = String(confirmation.suffix(64))
        #expect(
            try browser.post("/confirmation", [("code", code), ("password", Visitor.password)]).location
                == "/done")
        _ = try browser.signIn("new@example.com")
        let first = browser.sessionCookie
        let created = try browser.post("/new-project", [])
        #expect(created.status == 303 && browser.sessionCookie != first)
        let project = try #require(created.location)
        #expect(try browser.get(project).status == 200)
        let invited = try browser.post(
            "\(project)/members/invitations", [("email", "guest@example.com"), ("role", "accountant")])
        #expect(invited.status == 303)
        let guest = Visitor(town)
        let invitation = try link(town, to: "guest@example.com", "invitation")
        #expect(try guest.get(invitation).text.contains("accountant"))
        let accepted = try guest.post(
            "/invitation",
            [("code", String(invitation.suffix(64))), ("name", "Гость"), ("password", Visitor.password)])
        #expect(accepted.location == "/done", "\(accepted.text)")
        _ = try guest.signIn("guest@example.com")
        #expect(try guest.get(project).status == 200)
        #expect(try guest.get("\(project)/members").status == 404)
        let changed = try browser.post(
            "/security/password", [("old", Visitor.password), ("new", "другая лампа у двери")])
        #expect(changed.status == 303)
        #expect(try browser.get("/security").status == 200)
        #expect(try browser.post("/new-password", [("code", "nothing"), ("password", "x")]).status == 404)
    }

    @Test func `a customer learns nothing of another's documents, nor by a search of what is not shown`()
        throws
    {
        let town = try Town.peopled()
        #expect(try !town.app.closing.documents(#require(Month("2026-09")), region: .moscow).isEmpty)
        try town.user("stranger@example.com", .member(try town.project("mcs0000000004"), [.owner]))
        let stranger = Visitor(town)
        #expect(try stranger.signIn("stranger@example.com").location == "/")
        func answer(_ number: Int, _ line: String) throws -> String {
            let page = try stranger.get("/explain?address=moscow/upd/2026/\(number)\(line)")
            #expect(page.status == 404)
            // However the page writes the address that was asked for, it ends in the number.
            return page.text.replacing("2026/17", with: "an example of the words")
                .replacing("2026/\(number)", with: "").replacing("2026%2F\(number)", with: "")
                .replacing("2026%2f\(number)", with: "").replacing("2026%252F\(number)", with: "")
        }
        for line in ["", "%231", "%23999"] {
            let (there, absent) = (try answer(1, line), try answer(777, line))
            let first = zip(there, absent).enumerated().first { $1.0 != $1.1 }?.offset
            #expect(
                there == absent,
                "\(line): \(first.map { there.dropFirst(max(0, $0 - 60)).prefix(120) } ?? "")")
        }
        let all = try stranger.get("/").text.contains("mcs0000000004")
        for asked in ["q=nothing-like-it", "state=owing", "state=frozen"] {
            #expect(try stranger.get("/?\(asked)").text.contains("mcs0000000004") == all, "\(asked)")
        }
    }

    @Test func `what the office shows is not open to whoever reaches the port`() throws {
        let visitor = Visitor(try town(), host: "127.0.0.1", isOpen: true)
        for row in PageRoutes.rows where !row.sides.contains(.cabinet) && row.method == .get {
            #expect(try visitor.get(row.path).status == 404, "\(row.path)")
        }
        #expect(try visitor.get("/").status == 200)
    }

    @Test func `pages open to all go on as they were, to look at and not to act`() throws {
        let town = try town()
        let open = Visitor(town, host: "localhost:8080", isOpen: true)
        #expect(try open.get("/").text.contains("mcs0000000001"))
        #expect(try open.get("/months").status == 200)
        for path in ["/sign-in", "/security", "/projects/mcs0000000001/members", "/dev/mail"] {
            #expect(try open.get(path).status == 404, "\(path)")
        }
        #expect(try open.post("/new-project", [], token: "x").status == 404)
        #expect(try Visitor(town, host: "evil.example", isOpen: true).get("/").status == 404)
        #expect(try Visitor(town, host: "localhost").get("/").status == 404)
    }

    @Test func `who asks for more pages than anybody looks at is told to wait, and nobody else is`() throws {
        let town = try town()
        try town.user("boris@example.com", .member(town.project("mcs0000000001"), [.viewer]))
        let (anna, page) = (Visitor(town, perSecond: 10), "/projects/mcs0000000001")
        _ = try anna.signIn("anna@example.com")
        // A file is as much work as twenty pages, and twice a second's worth may come at once.
        #expect(try anna.get("\(page)/costs.csv").status == 200)
        let slowed = try anna.get("\(page)/costs.csv")
        #expect(slowed.status == 429 && slowed.text.contains("<h1>") && slowed.fields[.retryAfter] == "1")
        let session = anna.cookies
        anna.cookies = [:]
        #expect(try anna.signIn("boris@example.com").location == "/")
        #expect(try anna.get(page).status == 200, "another session")
        anna.cookies = session
        #expect(try (0..<40).contains { _ in try anna.get(page).status == 429 })
        #expect(try anna.get("/supplier").status == 429, "whatever it asks for")
        anna.cookies = [:]
        #expect(try anna.get("/supplier").status == 200, "without a session")
    }

    @Test func `a form is read within bounds, and what is no text is refused`() throws {
        let form = try FormBody(Array("a=1+2&b=%D0%B6&a=3&c".utf8))
        #expect(form("a") == "1 2" && form("b") == "ж" && form.all("a") == ["1 2", "3"] && form("c").isEmpty)
        for text in ["a=%", "a=%4", "a=%zz", "a=%ff", "a=%00"] {
            #expect(throws: (any Error).self) { try FormBody(Array(text.utf8)) }
        }
        let many = (0...64).map { "a\($0)=1" }.joined(separator: "&")
        #expect(throws: (any Error).self) { try FormBody(Array(many.utf8)) }
        #expect(throws: (any Error).self) { try FormBody([UInt8](repeating: 97, count: FormBody.limit + 1)) }
    }

    @Test func `who gets another token with a page that fails stays signed in`() throws {
        struct Jam: Error {}
        let town = try Town(
            printer: Printer(places: 1, print: { _, _ in throw Jam() }, trouble: { "\($0)" }))
        _ = try town.register(Make.romashka())
        try town.completeSuppliers()
        let pid = try town.project("mcs0000000001")
        try town.user("boris@example.com", .member(pid, [.viewer]))
        let invoice = try town.app.invoices.makeOnce(for: pid, amount: 500_00).content
        let boris = Visitor(town)
        try boris.signIn("boris@example.com")
        let id = try #require(
            try town.app.users.list(by: .house).first { $0.user.email.text == "boris@example.com" }
        ).user.id
        try town.store.transaction { records in
            try records.keep(
                Membership(user: id, roles: [.billingAdministrator]), in: pid, at: town.now)
            try records.markSessionsStale(of: id)
        }
        let path = "/projects/\(pid)/top-up/\(invoice.date.year)/\(invoice.number).pdf"
        let failure = try #require(
            #expect(throws: FailureWithFields.self) { try boris.get(path) })
        let cookie = try #require(failure.fields[.setCookie])
        #expect(try boris.get("/").isSentToSignIn, "the token before is dead")
        let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
        boris.cookies[pair[0]] = pair[1]
        #expect(try boris.get("/").status == 200)
    }

    @Test func `whose roles somebody changes goes on working, and the old cookie opens nothing`() throws {
        let town = try town()
        let pid = try town.project("mcs0000000001")
        try town.user("boris@example.com", .member(pid, [.billingAdministrator]))
        let (anna, boris) = (Visitor(town), Visitor(town))
        _ = try anna.signIn("anna@example.com")
        _ = try boris.signIn("boris@example.com")
        let id = try #require(
            try town.app.users.list(by: .house).first { $0.user.email.text == "boris@example.com" }
        ).user.id
        func give(_ role: CustomerRole) throws {
            let answer = try anna.post(
                "/projects/\(pid)/members/roles", [("user", id.text), ("role", role.rawValue)])
            #expect(answer.status == 303)
        }
        // A page, what is not there any more, and a form that was open meanwhile: each brings the other cookie.
        for (path, role, status) in [
            ("/projects/\(pid)", CustomerRole.viewer, 200),
            ("/projects/\(pid)/members", .billingAdministrator, 404), ("/projects/\(pid)", .viewer, 200),
        ] {
            let thief = Visitor(town)
            thief.cookies = boris.cookies
            let before = boris.sessionCookie
            try give(role)
            #expect(try boris.get(path).status == status)
            #expect(boris.sessionCookie != before)
            #expect(try thief.get("/").isSentToSignIn)
            #expect(try boris.get("/").status == 200)
        }
        let form = try boris.formToken()
        let before = boris.sessionCookie
        try give(.accountant)
        #expect(try boris.post("/security/other-sessions", [], token: form).location == "/security")
        #expect(boris.sessionCookie != before)
        try give(.viewer)
        let late = try boris.formToken()
        try give(.accountant)
        #expect(try boris.post("/sign-out", [], token: late).isSentToSignIn)
        #expect(try boris.get("/").isSentToSignIn, "who signs out is out, whatever was changed meanwhile")
    }
}
