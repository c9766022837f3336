import Basics
import HTTPTypes
import Requests
import Support
import Testing
import UseCases

@testable import kontragent

/// The pages of letters, as the staff use them.
@Suite struct LetterPagesTests {
    private func staff(_ town: Town, _ role: String = "support") throws -> Visitor {
        let browser = Visitor(town, host: "office.localhost")
        #expect(try browser.signIn("\(role)@office.example").status == 303)
        return browser
    }

    @Test func `a letter that waits becomes a request through its form, filled in from what it says`() throws
    {
        let town = try Town.peopled()
        try town.write(
            "Где деньги?", from: "wife@example.com", "Сумма: 1 500,50 руб.\nДата платежа: 30.09.2026")
        let staff = try staff(town)
        let list = try staff.get("/letters")
        #expect(list.status == 200 && list.text.contains("href=\"/letters/1\""))
        #expect(list.text.contains("wife@example.com"))
        let page = try staff.get("/letters/1").text
        #expect(page.contains("a.pdf") && page.contains("1 500,50"))
        let file = try staff.get("/letters/1/files/1")
        #expect(file.status == 200 && file.bytes == RequestPagesTests.pdf)
        #expect(file.fields[.contentDisposition]?.hasPrefix("attachment;") == true)
        #expect(try staff.get("/letters/1/request?kind=payment-trace&project=mcs0999999999").status == 422)
        #expect(try staff.get("/letters/1/request?kind=nonsense&project=mcs0000000001").status == 422)
        let form = try staff.get("/letters/1/request?kind=payment-trace&project=mcs0000000001").text
        #expect(
            form.contains("name=\"ask-amount\" type=\"text\" inputmode=\"decimal\" value=\"1500.50\""),
            "\(form)")
        #expect(form.contains("owner@example.com"), "the answers go to the owner")
        let fields = [
            ("key", staff.hidden("key", form, from: "id=\"request\"")), ("kind", "payment-trace"),
            ("project", "mcs0000000001"), ("ask-amount", "1500,50"), ("ask-paid-on", "2026-09-30"),
        ]
        let wrong = try staff.post("/letters/1/request", fields.dropLast(2) + [("ask-amount", "много")])
        #expect(wrong.status == 422 && wrong.text.contains("много"))
        let made = try staff.post("/letters/1/request", fields)
        #expect(made.status == 303 && made.location == "/requests/1", "\(made.text)")
        let again = try staff.post("/letters/1/request", fields)
        #expect(again.status == 303 && again.location == "/requests/1", "the same form does one thing")
        #expect(try staff.get("/requests/1").text.contains("wife@example.com"))
        #expect(try staff.get("/letters").text.contains("No such letter"))
        #expect(try staff.get("/letters?state=taken").text.contains("href=\"/requests/1\""))
    }

    @Test func `of two people one deals with a letter, the other is told`() throws {
        let town = try Town.peopled()
        try town.ask()
        try town.write()
        let (one, two) = (try staff(town), try staff(town, "administrator"))
        let (first, second) = (try one.get("/letters/1").text, try two.get("/letters/1").text)
        let done = try one.post(
            "/letters/1/attaching",
            [("key", one.hidden("key", first, from: "id=\"attach\"")), ("request", "1")])
        #expect(done.status == 303 && done.location == "/requests/1")
        let late = try two.post(
            "/letters/1/aside",
            [("key", two.hidden("key", second, from: "id=\"aside\"")), ("reason", "спам")])
        #expect(late.status == 422 && late.text.contains("has been dealt with already"))
        #expect(try one.get("/letters/1").text.contains("request № 1"))
        #expect(try one.get("/letters/77").status == 404)
        #expect(try one.get("/letters?state=nonsense").status == 400)
    }

    @Test func `what strangers write stands on the page as text and opens nothing`() throws {
        let town = try Town.peopled()
        let evil = "<script>alert(1)</script>\"><img src=x onerror=alert(1)> \u{202E}gnp.exe"
        try town.write(evil, from: "a@b.example", evil)
        let staff = try staff(town)
        for path in ["/letters", "/letters/1", "/letters/1/request?kind=thaw&project=mcs0000000001"] {
            let page = try staff.get(path)
            #expect(page.status == 200 && !page.text.contains("<script>alert"), "\(path)")
            #expect(!page.text.contains("<img") && !page.text.contains("\u{202E}"), "\(path)")
        }
        #expect(try staff.get("/letters/1").text.contains("&lt;script&gt;alert(1)"))
    }
}
