import Access
import Basics
import Formats
import Foundation
import Gateways
import Regions
import Requests
import Support
import Testing
import UseCases
import Wording

/// Letters to the departments, and what becomes of them.
struct MailTown {
    let requests: RequestTown
    var town: Town { requests.town }

    init() throws { requests = try RequestTown() }

    static let pdf = Data(RequestTown.pdf).base64EncodedString()

    /// A letter's bytes; `head` holds more lines of its head.
    func letter(
        _ subject: String, _ text: String, from: String = "owner@romashka.example", head: [String] = [],
        files: [(name: String, base64: String)] = []
    ) -> [UInt8] {
        let parts =
            ["Content-Type: text/plain; charset=utf-8\n\n\(text)\n"]
            + files.map {
                "Content-Type: application/octet-stream; name=\"\($0.name)\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n\($0.base64)\n"
            }
        let lines =
            [
                "From: <\(from)>", "Subject: \(subject)", "Message-ID: <\(UUID().uuidString)@mail.example>",
                "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"b\"",
            ] + head
        return Array(
            (lines.joined(separator: "\n") + "\n\n" + parts.map { "--b\n\($0)" }.joined() + "--b--\n")
                .replacing("\n", with: "\r\n").utf8)
    }

    @discardableResult
    func take(_ bytes: [UInt8], in region: Region? = nil) throws -> ReceivedLetter {
        try #require(try town.app.mailbox.take(bytes, from: "docs", in: region))
    }

    func request(_ letter: ReceivedLetter) throws -> RequestsDesk.View {
        try town.app.requests.view(try #require(letter.request), for: .house).view
    }

    static let act = """
        Добрый день!

        Организация и её реквизиты: ООО «Ромашка»
        ИНН 7707083893
        Период: 01.07.2026 – 30.09.2026

        С уважением, Иван
        """
}

@Suite struct MailboxDeskTests {
    @Test func `a letter whose subject tells a kind and whose text fills it in becomes a request`() throws {
        let mail = try MailTown()
        let taken = try mail.take(mail.letter("Акт сверки за квартал", MailTown.act))
        #expect(taken.state == .taken && taken.kind == .reconciliationAct, "\(taken)")
        let view = try mail.request(taken)
        #expect(view.values["organisation"] == "ООО «Ромашка»\nИНН 7707083893")
        #expect(view.values["period"] == "2026-07-01/2026-09-30")
        #expect(view.request.project == mail.requests.pid)
        #expect(view.events.first?.text.contains("С уважением, Иван") == true)
        let told = try mail.requests.letters("request-made")
        #expect(told.map(\.to.text) == ["owner@romashka.example"])
        #expect(told.first?.subject.hasSuffix("[#mcs0000000001-1]") == true, "\(told)")
        #expect(try mail.town.app.verification.verify().findings.isEmpty)
    }

    @Test func `the same letter by another road is taken once`() throws {
        let mail = try MailTown()
        let bytes = mail.letter("Акт сверки", MailTown.act)
        try mail.take(bytes)
        let relayed = Array("Received: from other.example\r\n".utf8) + bytes
        #expect(try mail.town.app.mailbox.take(relayed, from: "support") == nil)
        #expect(try mail.requests.letters("request-made").count == 1)
    }

    @Test func `a file of the letter fills the field that is a file, in the order they came`() throws {
        let mail = try MailTown()
        let taken = try mail.take(
            mail.letter(
                "Отсрочка заморозки", "Проект (PID): mcs0000000001\nПлатёж ушёл вчера",
                files: [("платёжка.pdf", MailTown.pdf), ("virus.exe", "TVqQAAMAAAAEAAAA")]))
        #expect(taken.state == .taken && taken.leftOut == ["virus.exe"], "\(taken)")
        let view = try mail.request(taken)
        #expect(view.events.first?.files.map(\.field) == [.proof])
        let own = try mail.town.app.requests.file(1, in: mail.requests.pid, step: 1, place: 1, for: .house)
        #expect(own?.bytes == RequestTown.pdf)
    }

    @Test
    func `what is missing is asked for once, by a letter to the address on record; the answer completes it`()
        throws
    {
        let mail = try MailTown()
        let first = try mail.take(mail.letter("Акт сверки", "Пришлите, пожалуйста."))
        #expect(first.state == .asked && first.kind == .reconciliationAct && first.request == nil)
        let ask = try #require(try mail.requests.letters("letter-incomplete").first)
        #expect(ask.to.text == "owner@romashka.example" && ask.subject.hasSuffix("[#1]"))
        #expect(ask.body.contains("период: (напишите два дня так"), "\(ask.body)")
        let answer = try mail.take(
            mail.letter(
                "Re: \(ask.subject)", "период: 01.07.2026 - 30.09.2026\n\nИван\n\n> период: (напишите)",
                head: ["In-Reply-To: <\(ask.messageWord)@provider.example>"]))
        #expect(answer.state == .taken && answer.answers == 1, "\(answer)")
        #expect(try mail.request(answer).values["period"] == "2026-07-01/2026-09-30")
        let before = try mail.town.app.mailbox.view(1, for: .house).letter
        #expect(before.state == .taken && before.request == answer.request)
    }

    @Test func `who answers and still leaves something out is not asked again: a person looks`() throws {
        let mail = try MailTown()
        try mail.take(mail.letter("Акт сверки", "Пришлите."))
        let again = try mail.take(mail.letter("Re: Не хватает данных [#1]", "А зачем?"))
        #expect(again.state == .waiting && again.wait == .incomplete && again.answers == 1)
        #expect(try mail.requests.letters("letter-incomplete").count == 1)
    }

    @Test(arguments: ["reference", "subject"])
    func `an answer to a letter about a request is a reply in it`(by way: String) throws {
        let mail = try MailTown()
        let request = try mail.requests.make(.reconciliationAct)
        let told = try #require(try mail.requests.letters("request-made").first)
        let bytes =
            way == "reference"
            ? mail.letter(
                "Re: что-то", "Вот ответ",
                head: ["References: <x@y.example>\n <\(told.messageWord)@p.example>"])
            : mail.letter("RE: FW: \(told.subject)", "Вот ответ", files: [("scan.pdf", MailTown.pdf)])
        let taken = try mail.take(bytes)
        #expect(taken.state == .taken && taken.request == request.number, "\(taken)")
        let events = try mail.requests.view(request).events
        #expect(events.map(\.step) == [.made, .replied] && events.last?.text == "Вот ответ")
        #expect(events.last?.files.count == (way == "subject" ? 1 : 0))
    }

    @Test func `nobody speaks for a project that is not theirs, by whatever name`() throws {
        let mail = try MailTown()
        let request = try mail.requests.make(.reconciliationAct)
        for (bytes, wait) in [
            (
                mail.letter("Акт сверки", MailTown.act, from: "stranger@evil.example"),
                LetterWait.unknownSender
            ),
            (mail.letter("Акт сверки mcs0000000001", MailTown.act, from: "owner@petrov.example"), .foreign),
            (
                mail.letter("[#mcs0000000001-\(request.number)]", "Дайте", from: "owner@petrov.example"),
                .foreign
            ),
            (
                mail.letter("[#mcs0000000001-\(request.number)]", "x", from: "viewer@romashka.example"),
                .foreign
            ),
            (mail.letter("[#mcs0000000001-99]", "x"), .refused),
            (
                mail.letter(
                    "Удаление: удалить проект mcs0000000001", "x",
                    from: "billing-administrator@romashka.example"), .foreign
            ),
            (mail.letter("Привет", "Как дела?"), .noKind),
            (mail.letter("Акт сверки и сканы", "x"), .severalKinds),
            (mail.letter("Акт сверки", "x", from: "support@office.example"), .unknownSender),
        ] {
            let taken = try mail.take(bytes)
            #expect(taken.state == .waiting && taken.wait == wait, "\(taken)")
        }
        #expect(try mail.requests.view(request).events.count == 1)
        let sent = try mail.town.app.letters.list()
        #expect(
            sent.map(\.kind) == ["request-made"], "nobody is written to because a letter says so: \(sent)")
    }

    @Test func `where a mail server is trusted, its word on the sender is needed, and nobody else's counts`()
        throws
    {
        let mail = try MailTown()
        let box = mail.town.desks(trusting: "mx.provider.example").mailbox
        func wait(_ results: String...) throws -> LetterWait? {
            let letter = try box.take(
                mail.letter("Привет", "x", head: results.map { "Authentication-Results: \($0)" }),
                from: "docs")
            return try #require(letter).wait
        }
        #expect(try wait() == .unprovenSender)
        #expect(
            try wait("mx.provider.example; dmarc=pass header.from=romashka.example") == .noKind)
        #expect(try wait("MX.provider.example; dkim=pass header.d=romashka.example") == .noKind)
        #expect(try wait("mx.evil.example; dmarc=pass header.from=romashka.example") == .unprovenSender)
        #expect(
            try wait(
                "mx.provider.example; dmarc=fail header.from=romashka.example",
                "mx.provider.example; dmarc=pass header.from=romashka.example") == .unprovenSender)
        #expect(try wait("mx.provider.example; spf=pass smtp.mailfrom=evil.example") == .unprovenSender)
    }

    @Test(arguments: ["Auto-Submitted: auto-replied", "Precedence: bulk", "X-Kontragent-Kind: request-made"])
    func `a program's letter causes none of ours`(head: String) throws {
        let mail = try MailTown()
        let taken = try mail.take(mail.letter("Акт сверки", MailTown.act, head: [head]))
        #expect(taken.state == .automatic && taken.request == nil)
        #expect(try mail.town.app.letters.list().isEmpty)
    }

    @Test func `programs that answer each other without saying so soon come to an end`() throws {
        let mail = try MailTown()
        for _ in 0..<MailboxDesk.mostPerDay { try mail.take(mail.letter("Акт сверки", "x")) }
        #expect(try mail.requests.letters("letter-incomplete").count == MailboxDesk.mostAsked)
        let over = try mail.take(mail.letter("Акт сверки", MailTown.act))
        #expect(over.wait == .tooMany)
        try mail.town.go(to: "2026-10-07T09:00:00Z")
        #expect(try mail.take(mail.letter("Акт сверки", MailTown.act)).state == .taken)
    }

    @Test func `a letter of ours that came back is known as such, and only that one`() throws {
        let mail = try MailTown()
        try mail.requests.make(.reconciliationAct)
        let told = try #require(try mail.requests.letters("request-made").first)
        func bounce(to: String, _ id: String) -> [UInt8] {
            Array(
                """
                From: <MAILER-DAEMON@mx.example>
                Subject: Undelivered
                Message-ID: <\(UUID().uuidString)@mx.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; \(to)
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <\(id)@provider.example>
                --b--

                """.utf8)
        }
        let strange = try mail.take(bounce(to: "other@romashka.example", told.messageWord))
        #expect(strange.state == .bounce && strange.about.isEmpty)
        #expect(try mail.requests.letters("request-made").first?.delivery == .waiting(trouble: nil))
        let real = try mail.take(bounce(to: told.to.text, told.messageWord))
        #expect(real.about == told.id)
        guard case .bounced(_, let why)? = try mail.requests.letters("request-made").first?.delivery else {
            Issue.record("it is not known to have come back")
            return
        }
        #expect(why.contains("5.1.1"))
        let shown = try mail.town.app.mailbox.view(real.number, for: .house)
        #expect(shown.bounced?.id == told.id)
    }

    @Test func `a person makes a request of a letter, for the project's owner where a stranger wrote it`()
        throws
    {
        let mail = try MailTown()
        let letter = try mail.take(
            mail.letter(
                "Помогите", "Где деньги?", from: "wife@romashka.example", files: [("a.pdf", MailTown.pdf)]))
        let desk = mail.town.app.mailbox
        let clerk = try mail.requests.clerk
        let done = try desk.makeRequest(
            of: letter.number, .paymentTrace, ["project": "mcs0000000001"], in: mail.requests.pid, key: "one",
            by: clerk)
        #expect(done.state == .taken && done.request == 1)
        let view = try mail.request(done)
        #expect(view.maker?.email.text == "owner@romashka.example")
        #expect(view.events.first?.text.hasPrefix("wife@romashka.example:") == true)
        #expect(view.events.first?.files.first?.field == .proof)
        // The same form once more; then somebody else's.
        #expect(
            try desk.makeRequest(
                of: letter.number, .paymentTrace, ["project": "mcs0000000001"], in: mail.requests.pid,
                key: "one", by: clerk
            ).request == 1)
        #expect(throws: RequestsProblem.letterDone(letter.number)) {
            try desk.setAside(letter.number, reason: "спам", key: "two", by: try mail.requests.specialist)
        }
        let trail = try mail.town.app.audit.entries(
            AuditSearch(object: "letters/\(letter.number)"), limit: 5, for: .house)
        #expect(trail.map(\.action) == [.settleLetter] && trail.first?.detail == "requests/1")
        #expect(try mail.town.app.verification.verify().findings.isEmpty)
    }

    @Test func `a letter is added to a request or set aside with a reason, by who answers requests`() throws {
        let mail = try MailTown()
        let request = try mail.requests.make(.reconciliationAct)
        let (one, two) = (
            try mail.take(mail.letter("Вот", "Ещё")), try mail.take(mail.letter("Реклама", "x"))
        )
        let desk = mail.town.app.mailbox
        let clerk = try mail.requests.clerk
        #expect(try desk.attach(one.number, to: request.number, key: "a", by: clerk).request == 1)
        #expect(try mail.requests.view(request).events.last?.step == .replied)
        #expect(throws: AccessProblem.noReason) {
            try desk.setAside(two.number, reason: " ", key: "b", by: clerk)
        }
        #expect(try desk.setAside(two.number, reason: "реклама", key: "c", by: clerk).about == "реклама")
        for user in [try mail.requests.owner, try mail.requests.person("accountant@office.example")] {
            #expect(throws: AccessProblem.notAllowed) {
                try desk.setAside(two.number, reason: "x", key: "d", by: user)
            }
        }
        let owner = Viewer.customer(try mail.requests.owner.id, [mail.requests.pid: [.owner]])
        #expect(throws: AccessProblem.notAllowed) { try desk.list(.waiting, for: owner) }
        #expect(throws: AccessProblem.notAllowed) { try desk.view(one.number, for: owner) }
        #expect(throws: RequestsProblem.unknownLetter("99")) { try desk.view(99, for: .house) }
    }

    @Test func `the refund of a company and of a person have one heading; the payer says which it is`() throws
    {
        let mail = try MailTown()
        let taken = try mail.take(
            mail.letter(
                "VK Cloud: возврат денежных средств",
                "Проект (PID): mcs0000000001\nСумма: 1 500,50 руб.\nДата платежа: 30.09.2026\nПричина: переплата",
                files: [("заявление.pdf", MailTown.pdf)]))
        #expect(taken.kind == .companyRefund && taken.state == .taken, "\(taken)")
        #expect(try mail.request(taken).values["amount"] == "1500.50")
        #expect(try mail.request(taken).values["paid-on"] == "2026-09-30")
    }

    @Test func `every kind's own name and every heading of the source documents tells one kind`() {
        for kind in RequestKind.allCases where kind.rawValue.contains("-") {
            #expect(RequestKind.meant(by: "Fwd: \(kind.rawValue)") == [kind])
        }
        for (subject, kind) in [
            ("Индивидуальный договор", RequestKind.individualContract), ("Документооборот", .documentFlow),
            ("Акт сверки", .reconciliationAct), ("Сканы документов", .scans),
            ("Переоформление проекта на другое юридическое лицо", .reRegistration),
            ("Учредительные документы", .foundingDocuments), ("Условия договора", .contractTerms),
            ("Копия договора", .contractCopy), ("Смена владельца", .ownerChange),
            ("Не поступил платёж", .paymentTrace), ("Подключить ЭДО", .edm),
            ("Получение отчётных документов", .documents),
        ] { #expect(RequestKind.meant(by: subject) == [kind], "\(subject)") }
        #expect(RequestKind.meant(by: "").isEmpty && RequestKind.meant(by: "Re: hello").isEmpty)
    }
}
