import Access
import Basics
import Contracts
import Regions
import Support
import Testing
import UseCases

@testable import kontragent

/// The staff's page of official rates, and what a contract in euro looks like from its terms to the invoice.
@Suite struct RatesPagesTests {
    private static let daily =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><ValCurs Date=\"28.11.2026\" name=\"Foreign Currency Market\">"
        + "<Valute><CharCode>EUR</CharCode><Nominal>1</Nominal><Value>98,7654</Value></Valute>"
        + "<Valute><CharCode>JPY</CharCode><Nominal>100</Nominal><Value>52,1234</Value></Valute></ValCurs>"

    private func staff(_ town: Town, _ email: String, _ roles: Set<StaffRole>) throws -> Visitor {
        try town.user(email, .staff(roles))
        let visitor = Visitor(town, host: "office.localhost")
        try visitor.signIn(email)
        return visitor
    }

    @Test func `the bank's file is loaded once, and what is no file of rates says so beside the field`()
        throws
    {
        let town = try Town(opened: "2026-11-28")
        let anna = try staff(town, "anna@office.example", [.accountant])
        #expect(try anna.get("/").text.contains("href=\"/rates/moscow\""))
        #expect(try anna.get("/rates/moscow?lang=ru").text.contains("Курсов пока нет"))
        for _ in 1...2 {
            let answer = try anna.upload("/rates/moscow/files", "daily.xml", Array(Self.daily.utf8))
            #expect(answer.status == 303 && answer.location == "/rates/moscow", "\(answer.text)")
        }
        let page = try anna.get("/rates/moscow?lang=ru").text
        #expect(page.contains("98,7654") && page.contains("52,1234") && page.contains("anna@office.example"))
        let other = Self.daily.replacing("98,7654", with: "98,7655")
        for (text, words) in [
            (other, "Курсы не меняются"), ("<html/>", "не файл курсов"), ("", "XML"),
            (
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>\(Self.daily.dropFirst(38))",
                "DOCTYPE"
            ),
        ] {
            let answer = try anna.upload("/rates/moscow/files?lang=ru", "daily.xml", Array(text.utf8))
            #expect(answer.status == 422 && answer.text.contains(words), "\(words): \(answer.text)")
            #expect(answer.text.contains("id=\"file-problem\""))
        }
        let trail = try town.app.audit.entries(AuditSearch(object: "rates/moscow"), limit: 9, for: .house)
        #expect(trail.map(\.who) == ["anna@office.example"])
    }

    @Test func `one rate by hand takes a reason, and what was typed stays where it is wrong`() throws {
        let town = try Town(opened: "2026-11-28")
        let anna = try staff(town, "anna@office.example", [.accountant])
        func type(
            _ price: String, day: String = "2026-11-28", units: String = "1", reason: String = "сайт лежит"
        )
            throws -> Visitor.Answer
        {
            try anna.post(
                "/rates/moscow?lang=ru",
                [
                    ("currency", "CNY"), ("day", day), ("units", units), ("price", price), ("reason", reason),
                ])
        }
        #expect(try type("12,9", reason: " ").status == 422)
        for (price, units) in [("дорого", "1"), ("12,9", "0"), ("-1", "1"), ("12,9", "x")] {
            let answer = try type(price, units: units)
            #expect(answer.status == 422 && answer.text.contains("не курс"), "\(price) \(units)")
            #expect(
                answer.text.contains("value=\"\(price)\"") && answer.text.contains("value=\"CNY\" selected"))
        }
        #expect(try type("12,9", day: "2026-12-09").text.contains("не дальше чем на завтра"))
        #expect(try town.app.rates.rates(in: .moscow, limit: 1, for: .house).isEmpty)
        #expect(try type("12,9").location == "/rates/moscow?lang=ru")
        let kept = try #require(try town.app.rates.rates(in: .moscow, limit: 1, for: .house).first)
        #expect(kept.rate.rate.price == "12.9000" && kept.rate.currency.letters == "CNY")
    }

    @Test func `to whoever closes no months it is as if the page were not there, as is another region's`()
        throws
    {
        let town = try Town(opened: "2026-11-28")
        let manager = try staff(town, "m@office.example", [.salesManager])
        #expect(try manager.get("/rates/moscow").status == 404)
        #expect(
            try manager.upload("/rates/moscow/files", "daily.xml", Array(Self.daily.utf8)).status == 404)
        let anna = try staff(town, "anna@office.example", [.accountant])
        for path in ["/rates/kazakhstan", "/rates/paris"] { #expect(try anna.get(path).status == 404) }
        #expect(try anna.upload("/rates/kazakhstan/files", "x.xml", Array(Self.daily.utf8)).status == 404)
    }

    @Test func `a company of Hamburg agrees euro with its contract, and is asked for euro`() throws {
        let town = try Town(opened: "2026-11-28")
        try town.completeSuppliers()
        try town.register(Make.sidorov(account: "kamille", pids: ["mcs0000000008"]))
        let olga = try staff(town, "olga@office.example", [.documentSpecialist])
        #expect(try olga.get("/contracts/kamille?lang=ru").text.contains("Валюта платежей"))
        var form = [
            ("verb", "draft"), ("region", "moscow"), ("number", "ВК-77/2026"), ("date", "2026-11-27"),
            ("from", "2026-11-29"), ("scheme", "prepaid"), ("packages", "all"), ("vat", "none"),
            ("party-kind", "legalEntity"), ("party-residency", "DE"), ("party-name", "Kamille GmbH"),
            ("party-number", "DE136695976"), ("party-address", "20095 Hamburg, Mönckebergstraße 7"),
        ]
        let unknown = try olga.post("/contracts/kamille?lang=ru", form + [("currency", "XDR")])
        #expect(unknown.status == 422 && unknown.text.contains("XDR"))
        form.append(("currency", "EUR"))
        #expect(try olga.post("/contracts/kamille?lang=ru", form).status == 303)
        let dossier = try olga.get("/contracts/kamille?lang=ru").text
        #expect(dossier.contains("EUR по официальному курсу") && dossier.contains("value=\"EUR\" selected"))
        let manager = Viewer.staff(UserID("m"), [.salesManager])
        let mark = try town.app.contracts.dossier(of: AccountID("kamille"), in: .moscow, for: manager).mark
        try town.app.contracts.sign(
            mark, file: ("scan.pdf", Array("%PDF-1.7 signed".utf8)), of: AccountID("kamille"), in: .moscow,
            for: manager, as: .operatorAtMachine)

        try town.go(to: "2026-11-30T09:00:00Z")
        try olga.signIn("olga@office.example")
        let path = "/projects/mcs0000000008/top-up?lang=ru"
        #expect(try olga.get(path).text.contains("официальный курс на 30.11.2026 не загружен"))
        try town.rate("EUR", "98.7654", on: "2026-11-28")
        #expect(
            try olga.post(path, [("amount", "12345,67"), ("reason", "запрос 1")]).status == 303)
        let invoices = try olga.get(path).text
        #expect(invoices.contains("125,00\u{A0}EUR") && invoices.contains("28.11.2026: 1 EUR = 98,7654"))

        // The customer reads it in the cabinet, and nobody lets it choose.
        try town.user("kamille@example.com", .member(town.project("mcs0000000008"), [.owner]))
        let kamille = Visitor(town)
        try kamille.signIn("kamille@example.com")
        let contract = try kamille.get("/projects/mcs0000000008/contract?lang=ru").text
        #expect(contract.contains("EUR по официальному курсу") && !contract.contains("<select"))

        // A resident has no such field.
        try town.register(Make.romashka())
        #expect(
            try !olga.get("/contracts/\(Make.romashka().account)?lang=ru").text.contains("name=\"currency\""))
    }
}
