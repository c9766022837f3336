import Access
import Basics
import Glibc
import HTTPTypes
import Regions
import Requests
import Support
import Testing
import UseCases

@testable import API
@testable import kontragent

/// What the provider's staff do in the office, by the real routes on a real database.
@Suite struct BackOfficeTests {
    private func staff(_ town: Town, _ role: StaffRole) throws -> Visitor {
        let visitor = Visitor(town, host: "office.localhost")
        try visitor.signIn("\(role.rawValue)@office.example")
        return visitor
    }

    /// A town with an unclear line, the second one.
    private func town(purpose: String = "за услуги") throws -> Town {
        let town = try Town.peopled()
        try town.transfer(
            [Make.Transfer("700.00", from: "7702070139", for: purpose, on: "2026-10-02", number: "8")],
            named: "second.txt")
        return town
    }

    @Test func `an unclear line is given to a project, taken back with a reason, and told of`() throws {
        let town = try town()
        let accountant = try staff(town, .accountant)
        #expect(try accountant.get("/bank").text.contains("bank/2"))
        #expect(try accountant.get("/bank/lines/2?ask=mcs0000000001").text.contains("found by search"))
        let given = try accountant.post(
            "/bank/lines/2/matching", [("project", "mcs0000000001"), ("reason", "found by search")])
        #expect(given.status == 303 && given.location == "/bank/lines/2")
        #expect(try accountant.get("/bank/lines/2").text.contains("matched"))
        // Not without a reason.
        let mute = try accountant.post("/bank/lines/2/undoing", [("reason", "  ")])
        #expect(mute.status == 422 && mute.text.contains("A reason is missing"))
        let back = try accountant.post("/bank/lines/2/undoing", [("reason", "another's <i>money</i>")])
        #expect(back.status == 303)
        let page = try accountant.get("/bank/lines/2").text
        #expect(page.contains("unclear") && page.contains("another&#39;s &lt;i&gt;money&lt;/i&gt;"))
        let trail = try accountant.get("/audit?who=accountant@office.example&action=undo-match").text
        #expect(trail.contains("mcs0000000001") && !trail.contains("found by search"))
        #expect(try accountant.get("/audit?object=bank/77").text.contains("Nothing was done"))
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `money that was spent stays, and the page says why`() throws {
        let town = try town()
        let accountant = try staff(town, .accountant)
        _ = try accountant.post("/bank/lines/2/matching", [("project", "mcs0000000004")])
        let refused = try accountant.post("/bank/lines/2/undoing", [("reason", "wrong")])
        // The project owed: some of it has paid.
        #expect(refused.status == 422 && refused.text.contains("has paid for services of mcs0000000004"))
        #expect(try accountant.get("/bank/lines/2").text.contains("matched"))
    }

    @Test func `a bank file is given by a form, once, and what is none is refused beside the field`() throws {
        let town = try town()
        let accountant = try staff(town, .accountant)
        let bytes = try Make.statement([
            Make.Transfer("12.00", for: "mcs0000000001", on: "2026-10-02", number: "9")
        ])
        let taken = try accountant.upload("/bank/files", "../x/<b>third</b>.txt", bytes)
        let place = try #require(taken.location)
        #expect(taken.status == 303 && place.hasPrefix("/bank/files/"))
        let page = try accountant.get(place).text
        #expect(page.contains("b&gt;.txt") && page.contains("12.00"))
        #expect(try town.balance("mcs0000000001").payment.minor > 0)
        let lines = try town.app.bank.lines().count
        #expect(try accountant.upload("/bank/files", "again.txt", bytes).location == place)
        #expect(try town.app.bank.lines().count == lines)
        let refused = try accountant.upload("/bank/files", "x.txt", Array("<script>".utf8))
        #expect(refused.status == 422 && refused.text.contains("upload-problem"))
        // Without the form's token nothing is even read.
        #expect(try accountant.upload("/bank/files", "x.txt", bytes, token: "no").status == 403)
        #expect(try staff(town, .support).upload("/bank/files", "x.txt", bytes).status == 404)
        #expect(
            try town.app.audit.entries(AuditSearch(action: .bookStatement), limit: 9, for: .house).count == 2)
    }

    @Test func `a held file says why, is turned away, and may be accepted after all`() throws {
        let town = try town()
        let accountant = try staff(town, .accountant)
        let bytes = try Make.statement(
            [Make.Transfer("50.00", for: "mcs0000000001", on: "2026-10-02", number: "10")], misstatedBy: 1)
        let place = try #require(try accountant.upload("/bank/files", "held.txt", bytes).location)
        let page = try accountant.get(place).text
        #expect(page.contains("Why it was held") && page.contains("do not tie"))
        #expect(try accountant.post("\(place)/refusal", [("reason", "")]).status == 422)
        #expect(try accountant.post("\(place)/refusal", [("reason", "a new one comes")]).status == 303)
        #expect(try accountant.get(place).text.contains("turned away"))
        #expect(try accountant.post("\(place)/acceptance", [("reason", "checked")]).status == 303)
        #expect(try accountant.get(place).text.contains("accepted by a person"))
        #expect(try accountant.post("\(place)/acceptance", [("reason", "again")]).status == 422)
    }

    @Test func `anything is found by what people know of it`() throws {
        let town = try town()
        let support = try staff(town, .support)
        for (text, finds) in [
            ("7707083893", "/accounts/"), ("ромашк", "/accounts/"), ("Общ ромаш", "/accounts/"),
            ("MCS0000000001", "/projects/mcs0000000001"), ("1", "/documents/moscow/upd/2026/1"),
            ("moscow/upd/2026/1", "/documents/moscow/upd/2026/1"), ("supplier/moscow#1", "supplier/moscow"),
            ("owner@example.com", "/accounts/"),
        ] {
            let page = try support.get("/search?q=\(Visitor.escaped(text))")
            #expect(page.status == 200 && page.text.contains(finds), "\(text)")
        }
        #expect(try support.get("/search?q=nobody").text.contains("Nothing is found"))
        // Bank lines are for those who match them.
        #expect(!(try support.get("/search?q=8").text.contains("bank/2")))
        #expect(try staff(town, .accountant).get("/search?q=8").text.contains("bank/2"))
        let hostile = try support.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%25_")
        #expect(hostile.status == 200 && !hostile.text.contains("<script>alert"))
    }

    @Test func `a customer's story is told page by page, each thing once, the latest first`() throws {
        let town = try town()
        // Many at one instant: a page ends among them.
        for number in 0..<70 {
            try town.credit("1.00", to: "mcs0000000001", at: "2026-09-20T10:00:00Z", id: "many/\(number)")
        }
        let account = AccountID(Make.romashka().account)
        var place: HappeningPlace?
        var seen: [HappeningPlace] = []
        var pages = 0
        repeat {
            let story = try town.app.office.story(of: account, before: place, for: .house)
            seen += story.happenings.map(\.place)
            place = story.next
            pages += 1
        } while place != nil && pages < 10
        #expect(pages >= 2 && seen.count >= 74)
        #expect(Set(seen).count == seen.count)
        #expect(seen == seen.sorted().reversed())
        let kinds = Set(seen.map(\.kind))
        #expect(kinds.isSuperset(of: [.credit, .document, .bankLine, .closing, .project]))
    }

    @Test func `an administrator lets somebody in by letter; the last one cannot go`() throws {
        let town = try town()
        let head = try staff(town, .administrator)
        let form = [("email", "new@office.example"), ("name", "Nina"), ("role", "support")]
        #expect(try head.post("/people", form + [("reason", "")]).status == 422)
        #expect(try head.post("/people", form + [("reason", "new here")]).status == 303)
        #expect(try head.post("/people", form + [("reason", "again")]).status == 422)
        let letter = try #require(try town.app.letters.list().first { $0.kind == "staff-invitation" })
        let code = try #require(letter.body.split(separator: "code=").last?.prefix { !$0.isWhitespace })
        let newcomer = Visitor(town, host: "office.localhost")
        #expect(try newcomer.signIn("new@office.example", "a lamp at the green window").status == 422)
        let set = try newcomer.post(
            "/new-password", [("code", String(code)), ("password", "a lamp at the green window")])
        #expect(set.location == "/done")
        #expect(try newcomer.signIn("new@office.example", "a lamp at the green window").location == "/")
        #expect(try newcomer.get("/running").status == 200)
        #expect(try newcomer.get("/bank").status == 404)

        let own = ("email", "administrator@office.example")
        let reason = ("reason", "leaving")
        let stays = try head.post("/people/ending", [own, reason])
        #expect(stays.status == 422 && stays.text.contains("the last administrator"))
        #expect(try head.post("/people/roles", [own, ("role", "support"), reason]).status == 422)
        // With another one there, it may.
        let other = [("email", "accountant@office.example"), ("role", "administrator"), reason]
        #expect(try head.post("/people/roles", other).status == 303)
        #expect(try head.post("/people/ending", [own, reason]).status == 303)
        #expect(try head.get("/people").isSentToSignIn)
        #expect(
            try town.app.audit.entries(AuditSearch(), limit: 3, for: .house).map(\.action)
                == [.endAccess, .giveRoles, .makeUser])
    }

    @Test
    func `the first page shows money in and out, what is owed and how far documents are, in figures too`()
        throws
    {
        let town = try town()
        let page = try staff(town, .salesManager).get("/").text
        for words in [
            "Moscow: at a glance", "Money in and out", "What is owed", "Documents of September 2026",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        // 500.00 came on 1 September; 10.50 is owed for September, a month ago.
        #expect(page.contains("₽10.50") && page.contains("last month"))
        #expect(!page.contains("Kazakhstan: at a glance"))
        let pulse = try town.app.office.pulse(for: .house)
        #expect(pulse.regions.count == 1)
        #expect(pulse.regions.first?.turnovers.last?.received == 700_00)
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.office.pulse(for: .customer(UserID("x"), [:]))
        }
    }

    @Test func `a month is tried dry and closed from the office, with a reason, and says what it did`() throws
    {
        let town = try town()
        try town.go(to: "2026-11-03T06:00:00Z")
        let specialist = try staff(town, .documentSpecialist)
        #expect(try specialist.get("/closings").text.contains("October 2026"))
        let month = "/closings/moscow/2026-10"
        #expect(try specialist.post("\(month)/dry-run", []).location == month)
        try wait(specialist, .moscow)
        let dry = try specialist.get(month).text
        #expect(dry.contains("nothing was written") && dry.contains(">open<"))
        #expect(try specialist.post("\(month)/closing", [("reason", " ")]).status == 422)
        #expect(try specialist.post("\(month)/closing", [("reason", "the third day")]).location == month)
        try wait(specialist, .moscow)
        #expect(try specialist.get(month).text.contains(">closed<"))
        let kept = try town.app.audit.entries(AuditSearch(action: .closeMonth), limit: 9, for: .house)
        #expect(kept.map(\.object) == ["closing/moscow/2026-10"] && kept.first?.reason == "the third day")
        // A month that is not over is not begun, and nothing is kept of it.
        let early = try specialist.post("/closings/moscow/2026-11/closing", [("reason", "early")])
        #expect(early.status == 422)
        #expect(
            try town.app.audit.entries(AuditSearch(action: .closeMonth), limit: 9, for: .house).count == 1)
    }

    /// Until what was begun has ended, on its own thread.
    private func wait(_ visitor: Visitor, _ region: Region) throws {
        let end = ContinuousClock.now + .seconds(60)
        while visitor.runs.closings.running(in: region) != nil {
            try #require(ContinuousClock.now < end, "the closing does not end")
            sched_yield()
        }
    }

    @Test func `a page of the office runs our own script alone, and tells every refusal the same way`() throws
    {
        let town = try town()
        let head = try staff(town, .administrator)
        for path in ["/", "/bank", "/nothing-here-0/x"] {
            guard let policy = try head.get(path).fields[.contentSecurityPolicy] else { continue }
            #expect(policy.contains("script-src 'self'") && policy.contains("default-src 'none'"), "\(path)")
        }
        let cabinet = Visitor(town)
        try cabinet.signIn("owner@example.com")
        let policy = try #require(try cabinet.get("/").fields[.contentSecurityPolicy])
        #expect(policy.contains("script-src 'none'"))
        #expect(!(try cabinet.get("/").text.contains("<script")))
    }

    @Test func `the charts of a month, and of twelve, say what those months had`() throws {
        let town = try town()
        let manager = try staff(town, .salesManager)
        let september = try manager.get("/?month=2026-09").text
        #expect(
            september.contains("01.09.2026 to 30.09.2026")
                && september.contains("Documents of September 2026"))
        let empty = try manager.get("/?month=2025-01").text
        #expect(!empty.contains("Money in and out") && empty.contains("January 2025"))
        let year = try manager.get("/?month=2026-10&span=year").text
        for words in ["November 2025 to October 2026", "href=\"/?month=2026-09#time\"", "twelve months"] {
            #expect(year.contains(words), "\(words)")
        }
        let october = try #require(Month("2026-10")?.yearToIt)
        let pulse = try #require(try town.app.office.pulse(.year(october), for: .house).regions.first)
        #expect(pulse.turnovers.map(\.received) == [500_00, 700_00])
        #expect(pulse.documents.map(\.month) == [Month("2026-09")])
        #expect(try manager.get("/?month=never").status == 400)
        // Twelve months that begin before the calendar does are asked for in vain, and by nobody else's harm.
        #expect(try manager.get("/?month=1900-05&span=year").status == 400)
        #expect(try manager.get("/?month=1900-12&span=year").status == 200)
        let owner = Visitor(town)
        try owner.signIn("owner@example.com")
        #expect(try owner.get("/projects/mcs0000000001/costs?month=1900-05&span=year").status == 400)
        #expect(try owner.get("/projects/mcs0000000001/costs?month=1900-12&span=year").status == 200)
    }

    @Test func `requests, letters and acts are found by staff, told in the story, and by nobody else`() throws
    {
        let town = try town()
        let pid = try town.project("mcs0000000001")
        let owner = try town.app.requests.person("owner@example.com")
        let request = try town.app.requests.make(
            .thaw, ["project": pid.text], RequestWords("", key: "first"), in: pid, by: owner)
        let letter = Array(
            "From: Anna <owner@example.com>\r\nSubject: Question about lamps\r\nMessage-ID: <1@x>\r\n\r\nHello\r\n"
                .utf8)
        let taken = try #require(try town.app.mailbox.take(letter, from: "docs", in: .moscow))
        let support = try staff(town, .support)
        for (text, finds) in [
            ("\(request.number)", "/requests/\(request.number)"),
            ("[#mcs0000000001-\(request.number)]", "/requests/\(request.number)"),
            ("lamps", "/letters/\(taken.number)"), ("quest lam", "/letters/\(taken.number)"),
            ("owner@exam", "/letters/\(taken.number)"), ("Anna", "/letters/\(taken.number)"),
            ("1", "/reconciliations/moscow/2026/1.pdf"),
            ("moscow/reconciliation/2026/1", "/reconciliations/moscow/2026/1.pdf"),
        ] {
            #expect(try support.get("/search?q=\(Visitor.escaped(text))").text.contains(finds), "\(text)")
        }
        let account = AccountID(Make.romashka().account)
        let kinds = Set(
            try town.app.office.story(of: account, before: nil, for: .house).happenings.map(\.kind))
        #expect(kinds.isSuperset(of: [.request, .letter, .reconciliation]))
        let page = try support.get("/accounts/\(account)").text
        #expect(page.contains("Question about lamps") && page.contains("/reconciliations/moscow/2026/1.pdf"))
        // Requests and letters are for those who answer them.
        let accountant = Viewer.staff(UserID("a"), [.accountant])
        let found = try town.app.office.search("lamps", for: accountant)
        #expect(found.letters.isEmpty && found.requests.isEmpty)
        let told = try town.app.office.story(of: account, before: nil, for: accountant).happenings
        #expect(!told.contains { $0.kind == .request || $0.kind == .letter })
        let customer = Viewer.customer(owner.id, [pid: [.owner]])
        #expect(throws: AccessProblem.notAllowed) { try town.app.office.search("lamps", for: customer) }
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.office.story(of: account, before: nil, for: customer)
        }
        let cabinet = Visitor(town)
        _ = try cabinet.signIn("owner@example.com")
        #expect(try cabinet.get("/search?q=lamps").status == 404)
    }
}
