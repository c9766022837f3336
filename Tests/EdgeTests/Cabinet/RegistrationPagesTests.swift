import Access
import Basics
import Counterparties
import Support
import Testing
import UseCases

@testable import kontragent

/// The two steps of an additional registration and a contract's way, through the real routes.
@Suite(.serialized) struct RegistrationPagesTests {
    private let project = "/projects/mcs0000000004"
    private let path = "/projects/mcs0000000004/registration"

    private func person() throws -> Visitor {
        let town = try Town.peopled()
        var lamp = Make.romashka().counterparty
        (lamp.inn, lamp.shortName) = ("7704123450", "ООО «Лампа»")
        var branch = lamp
        branch.kpp = "784143001"
        branch.inn = "7710112230"
        var head = branch
        head.kpp = "771001001"
        try town.app.registry.keep(
            [
                RegisteredParty(draft: lamp, state: .liquidating, head: "Директор <b>Лампова</b>"),
                RegisteredParty(draft: branch, isBranch: true), RegisteredParty(draft: head),
            ], [])
        try town.user("sidorov@example.com", .member(try town.project("mcs0000000004"), [.owner]))
        let visitor = Visitor(town)
        try visitor.signIn("sidorov@example.com")
        return visitor
    }

    @Test func `a tax id fills the first step, the address the second, and what was saved is shown`() throws {
        let browser = try person()
        #expect(try browser.get("\(project)/settings").text.contains("href=\"\(path)\""))
        #expect(try browser.get("\(project)/top-up").text.contains("href=\"\(path)\""))
        let found = try browser.post(path, [("step", "number"), ("inn", "7704123450")])
        #expect(found.status == 200 && found.text.contains("value=\"7704123450\""))
        #expect(found.text.contains("is being liquidated") && found.text.contains("&lt;b&gt;Лампова"))
        var form = [
            ("kind", "legalEntity"), ("inn", "7704123450"), ("name", "ООО «Лампа»"), ("kpp", "773601001"),
            ("region", "77"), ("city", "Москва"), ("street", "ул. Вавилова"), ("house", "19"),
        ]
        let second = try browser.post(path, [("step", "party")] + form)
        #expect(
            second.status == 200 && second.text.contains("Step 2 of 2")
                && second.text.contains("ул. Вавилова"))
        #expect(!second.text.contains("stays the former party"), "nobody was there before")
        let saved = try browser.post(path, [("step", "address")] + form)
        #expect(saved.status == 303 && saved.location == "\(project)/settings")
        #expect(try browser.get("\(project)/settings").text.contains("7704123450"))
        // Sent twice, it is the same.
        #expect(try browser.post(path, [("step", "address")] + form).status == 303)
        // Another tax id is another party: what becomes of money is said before it is saved.
        form[1] = ("inn", Make.romashkaINN)
        let other = try browser.post(path, [("step", "party")] + form)
        #expect(other.status == 200 && other.text.contains("stays the former party"), "\(other.text)")
        form[1] = ("inn", "7704123451")
        let wrong = try browser.post(path, [("step", "party")] + form)
        #expect(wrong.status == 422 && wrong.text.contains("value=\"7704123451\""))
        let without = try browser.post(
            path, [("step", "address"), ("kind", "legalEntity"), ("inn", "7704123450"), ("name", "x")])
        #expect(without.status == 422)
    }

    @Test func `branches are offered, who is not found goes on by hand, too many look-ups wait`() throws {
        let browser = try person()
        let two = try browser.post(path, [("step", "number"), ("inn", "7710112230")]).text
        #expect(two.contains("771001001") && two.contains("784143001") && two.contains("branch"))
        let one = try browser.post(path, [("step", "number"), ("inn", "7710112230"), ("kpp", "784143001")])
            .text
        #expect(one.contains("value=\"784143001\"") && one.contains("Next step"))
        let none = try browser.post(path, [("step", "number"), ("inn", Make.romashkaINN)])
        #expect(none.status == 200 && none.text.contains("does not know this number"))
        var last = none
        for _ in 0..<25 where last.status != 429 {
            last = try browser.post(path, [("step", "number"), ("inn", Make.romashkaINN)])
        }
        #expect(last.status == 429)
        #expect(try browser.get("\(path)?by=hand").status == 200)
    }

    @Test func `Kazakhstan is refused with the way, whatever is posted`() throws {
        let town = try Town.peopled()
        try town.register(Make.altyn())
        try town.user("altyn@example.com", .member(try town.project("mcs0000000003"), [.owner]))
        let browser = Visitor(town, host: "kz.localhost")
        try browser.signIn("altyn@example.com")
        let page = try browser.get("/projects/mcs0000000003/registration")
        #expect(
            page.status == 200 && page.text.contains("accountvk@qazcloud.kz")
                && !page.text.contains("<form class=\"kt-form\""))
        for step in ["number", "party", "address"] {
            let answer = try browser.post(
                "/projects/mcs0000000003/registration",
                [
                    ("step", step), ("inn", "7704123450"), ("name", "x"), ("kind", "legalEntity"),
                    ("city", "x"),
                ])
            #expect(answer.text.contains("accountvk@qazcloud.kz") && answer.status == 422, "\(step)")
        }
        #expect(try browser.get("/individuals-and-companies").text.contains("accountvk@qazcloud.kz"))
    }
}
