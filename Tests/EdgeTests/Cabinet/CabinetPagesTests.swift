import Access
import Archives
import Basics
import Foundation
import HTTPTypes
import Support
import Testing
import UseCases

@testable import kontragent

/// The cabinet's pages and files through the real routes.
@Suite(.serialized) struct CabinetPagesTests {
    private let project = "/projects/mcs0000000001"

    private func owner() throws -> Visitor {
        let visitor = Visitor(try Town.peopled())
        try visitor.signIn("owner@example.com")
        return visitor
    }

    @Test func `a project's pages are those that its viewer's rights allow`() throws {
        let town = try Town.peopled()
        let all = [
            "/detail", "/costs", "/documents", "/limits", "/prices", "/settings", "/members", "/top-up",
        ]
        for (role, there) in [
            ("owner", all), ("superadministrator", all),
            (
                "billing-administrator",
                ["/detail", "/costs", "/documents", "/prices", "/settings", "/top-up"]
            ),
            ("project-administrator", ["/detail", "/costs", "/prices"]), ("viewer", ["/prices"]),
            ("accountant", ["/documents"]), ("iam-administrator", []),
        ] {
            let browser = Visitor(town)
            try browser.signIn("\(role)@example.com")
            let page = try browser.get(project).text
            for path in all {
                let isLinked = page.contains("href=\"\(project)\(path)\"")
                #expect(isLinked == there.contains(path), "\(role) \(path)")
                #expect(
                    (try browser.get(project + path).status == 200) == there.contains(path), "\(role) \(path)"
                )
            }
        }
    }

    @Test func `movements and costs are downloaded as spreadsheets of the reader's language`() throws {
        let browser = try owner()
        let english = try browser.get("\(project)/costs.csv?month=2026-09")
        #expect(english.fields[.contentType]?.hasPrefix("text/csv") == true)
        #expect(
            english.fields[.contentDisposition] == "attachment; filename=\"costs-mcs0000000001-2026-09.csv\"")
        #expect(english.text.contains("2026-09-02,mcs0000000001,Облачные вычисления,vm,vm-1,ед.,40,60.00,"))
        let russian = try browser.get("\(project)/costs.csv?month=2026-09&lang=ru")
        #expect(russian.text.hasPrefix("\u{FEFF}day;pid;"))
        #expect(russian.text.contains(";40;60,00;"))
        let moves = try browser.get("\(project)/detail.csv?lang=ru&kind=credits")
        #expect(moves.text.contains(";500,00;RUB;credit/") && !moves.text.contains("-60,00"))
        let accountant = Visitor(browser.town)
        try accountant.signIn("accountant@example.com")
        #expect(try accountant.get("\(project)/detail.csv").status == 200)
        #expect(try accountant.get("\(project)/detail").status == 404)
    }

    @Test func `what a name hides is no formula in a spreadsheet`() throws {
        let town = try Town(opened: "2026-09-01")
        _ = try town.register(Make.romashka())
        try town.price("vm", "1")
        try town.use(
            "vm", in: "mcs0000000001", until: "2026-09-02T12:00:00Z",
            resource: "=HYPERLINK(\"http://x\";\"y\")")
        try town.settle()
        try town.user("owner@example.com", .member(try town.project("mcs0000000001"), [.owner]))
        let browser = Visitor(town)
        try browser.signIn("owner@example.com")
        let file = try browser.get("\(project)/costs.csv?lang=ru").text
        #expect(file.contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\""), "\(file)")
    }

    @Test func `chosen documents come in one archive, the same bytes each time`() throws {
        let browser = try owner()
        let first = try browser.bytes("\(project)/documents.zip?document=moscow/upd/2026/1")
        #expect(first.starts(with: Array("PK\u{3}\u{4}".utf8)))
        let second = try browser.bytes(
            "\(project)/documents.zip?document=moscow/upd/2026/1&document=moscow/upd/2026/1")
        #expect(first == second)
        let text = String(decoding: first, as: UTF8.self)
        #expect(text.contains("2026-09/upd-2026-1.pdf") && text.contains("2026-09/ON_NSCHFDOPPR_"))
    }

    @Test func `an archive of nothing, of too much or of another's is refused in words`() throws {
        let browser = try owner()
        let none = try browser.get("\(project)/documents.zip")
        #expect(none.status == 422 && none.text.contains("Tick those"))
        let many = (1...51).map { "document=moscow/upd/2026/\($0)" }.joined(separator: "&")
        #expect(try browser.get("\(project)/documents.zip?\(many)").status == 422)
        #expect(try browser.get("\(project)/documents.zip?document=moscow/upd/2026/9").status == 404)
        #expect(try browser.get("\(project)/documents.zip?document=x").status == 404)
    }

    @Test func `a limit is set by a form, and a wrong one comes back with what was typed`() throws {
        let browser = try owner()
        let wrong = try browser.post("\(project)/limits", [("limit", "1.5"), ("notifies", "yes")])
        #expect(
            wrong.status == 422 && wrong.text.contains("value=\"1.5\"") && wrong.text.contains("is-invalid"))
        let set = try browser.post("\(project)/limits", [("limit", "1 000"), ("notifies", "yes")])
        #expect(set.status == 303)
        #expect(try browser.get("\(project)/limits").text.contains("₽1,000.00"))
        #expect(
            try browser.post("\(project)/limits", [("limit", "5")], origin: "http://evil.example").status
                == 403)
    }

    @Test func `settings lead to what can be changed, and the supplier's details are there for whoever asks`()
        throws
    {
        let browser = try owner()
        let settings = try browser.get("\(project)/settings").text
        #expect(
            settings.contains("href=\"\(project)/registration\"") && settings.contains("General information"))
        let stranger = Visitor(browser.town)
        let details = try stranger.get("/supplier")
        #expect(details.status == 200 && details.text.contains("7743001840"))
        let kazakh = try Visitor(browser.town, host: "kz.localhost").get("/supplier")
        #expect(kazakh.text.contains("QazCloud") && kazakh.text.contains("050141000631"))
        #expect(try Visitor(browser.town, host: "office.localhost").get("/supplier").status == 404)
    }

    @Test func `pages that are open to all change nothing and hide what can be changed`() throws {
        let open = Visitor(try Town.peopled(), host: "127.0.0.1", isOpen: true)
        let page = try open.get(project)
        #expect(page.status == 200 && page.text.contains("\(project)/costs"))
        for path in ["/limits", "/settings", "/members", "/top-up"] {
            #expect(!page.text.contains("href=\"\(project)\(path)\""), "\(path)")
            #expect(try open.get(project + path).status == 404, "\(path)")
        }
    }
}
