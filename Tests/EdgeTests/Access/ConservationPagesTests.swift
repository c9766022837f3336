import Access
import Basics
import Formats
import Projects
import Requests
import Support
import Testing
import UseCases

@testable import kontragent

/// The owner's way to have nothing charged any more, and what others see of it (D13, R61).
@Suite(.serialized) struct ConservationPagesTests {
    private let home = "/projects/mcs0000000001"
    private var path: String { "\(home)/conservation" }

    private func visitor(_ town: Town, _ email: String, host: String = "cabinet.localhost") throws -> Visitor
    {
        let visitor = Visitor(town, host: host)
        #expect(try visitor.signIn(email).status == 303)
        return visitor
    }

    @Test func `an owner reads what is charged, conserves the project and ends it again`() throws {
        let town = try Town.peopled()
        let owner = try visitor(town, "owner@example.com")
        #expect(try owner.get(home).text.contains(path))
        let before = try owner.get(path)
        #expect(before.status == 200 && before.text.contains("Conserve the project"))
        #expect(try owner.post(path, []).location == path)
        let after = try owner.get(path)
        #expect(after.text.contains("The project is conserved since"))
        #expect(after.text.contains("End the conservation") && after.text.contains("owner@example.com"))
        #expect(try owner.get(home).text.contains("tag warn\">conserved"))
        // Sent twice, the second is told so.
        let again = try owner.post(path, [])
        #expect(again.status == 422 && again.text.contains("conserved already"))
        try town.use("vm", in: "mcs0000000001", until: "2026-10-03T12:00:00Z")
        try town.go(to: "2026-10-03T13:00:00Z")
        _ = try town.app.settlement.settle()
        #expect(try owner.get(home).text.contains("1 event</a> of the time of conservation"))
        #expect(try owner.get(path).text.contains("₽1.50"))
        #expect(try owner.post("\(path)/ending", []).location == path)
        #expect(try owner.get(home).text.contains("tag good\">active"))
        #expect(try owner.post("\(path)/ending", []).status == 422)
    }

    @Test func `others of the project see it and turn nothing; staff do it from a refund`() throws {
        let town = try Town.peopled()
        for role in ["superadministrator", "billing-administrator"] {
            let other = try visitor(town, "\(role)@example.com")
            let page = try other.get(path)
            #expect(page.status == 200 && !page.text.contains("Conserve the project</button>"), "\(role)")
            #expect(try other.post(path, []).status == 404, "\(role)")
        }
        #expect(try visitor(town, "accountant@example.com").get(path).status == 404)
        let owner = try visitor(town, "owner@example.com")
        #expect(try owner.get("\(home)/requests/new?kind=company-refund").text.contains(path))
        let own = try town.project("mcs0000000001")
        let made = try town.app.requests.make(
            .companyRefund,
            ["project": own.text, "amount": "100.00", "paid-on": "2026-09-01", "reason": "mistake"],
            RequestWords(
                "", files: [RequestFile(field: .application, named: "a.pdf", RequestPagesTests.pdf)],
                key: "refund"), in: own, by: town.app.requests.person("owner@example.com"))
        #expect(try owner.get("\(home)/requests/\(made.number)").text.contains("Money goes back only"))
        let support = try visitor(town, "support@office.example", host: "office.localhost")
        let request = "/requests/\(made.number)"
        let page = try support.get(request)
        #expect(page.text.contains("Money goes back only") && page.text.contains("act-conservation"))
        #expect(!page.text.contains("act-conservation-end"))
        let done = try support.post(
            "\(request)/actions",
            [
                ("action", "conservation"), ("version", "1"), ("key", "k1"), ("text", "the owner asked"),
            ])
        #expect(done.status == 303)
        let after = try support.get(request)
        #expect(after.text.contains("act-conservation-end") && !after.text.contains("Money goes back only"))
        #expect(try support.get(path).text.contains("support@office.example"))
        #expect(try support.post(path, []).status == 404)
        let seen = try owner.get(path).text
        #expect(!seen.contains("support@office.example") && seen.contains("The project is conserved since"))
    }

    @Test func `programs read the state as conserved, with nothing to be deleted`() throws {
        let town = try Town.peopled()
        let owed = try town.project("mcs0000000004")
        #expect(try town.app.balances.balance(of: owed).state.word == "frozen")
        try town.app.conservation.take(.begun, of: owed, by: .house)
        let told = JSONWriter.text(BalanceJSON.value(try town.app.balances.balance(of: owed)))
        #expect(told.contains("\"state\":\"conserved\"") && told.contains("\"deletionDue\":null"))
    }
}
