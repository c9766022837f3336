import Access
import Basics
import Requests
import UseCases

extension Play {
    /// A handful of requests in various states, in the last week of the play.
    func requests(of people: [DemoUser]) throws {
        let (owner, clerk) = ("owner@moscow.example", "support@office.example")
        let specialist = "document-specialist@office.example"
        guard let pid = project(of: owner, people),
            let other = project(of: "owner@kazakhstan.example", people)
        else {
            preconditionFailure("the demo's owners are gone")
        }
        let details = "ООО «Ромашка»\nИНН 7707083893, Москва, ул. Вавилова, 19"
        let contact = ["contact-name": "Иванова Анна Петровна", "contact-phone": "+7 495 123-45-67"]
        try at("2026-09-24T07:00:00Z")
        let contract = try make(
            .individualContract, ["organisation": details].merging(contact) { a, _ in a }, in: pid, by: owner)
        try at("2026-09-24T11:30:00Z")
        let asked = try app.requests.answer(
            contract.number, canned: .moreDetails, asks: true, seen: contract.version, words("contract-1"),
            by: user(specialist))
        try at("2026-09-25T06:10:00Z")
        let replied = try app.requests.reply(
            asked.number, in: pid, words("contract-2", "Хотим постоплату с ноября, до 300 000 ₽ в месяц."),
            by: user(owner))
        try app.requests.answer(
            replied.number, canned: nil, asks: false, seen: replied.version,
            words("contract-3", "Спасибо, передали менеджеру: он позвонит сегодня."), by: user(specialist))

        try at("2026-09-28T08:00:00Z")
        let scans = try make(
            .scans,
            [
                "organisation": details, "document-list": "УПД за август 2026", "email": owner,
                "every-month": "no",
            ], in: pid, by: owner)
        try at("2026-09-28T12:00:00Z")
        try app.requests.finish(
            scans.number, .papers, canned: .documentsSent, seen: scans.version,
            RequestWords(
                "", files: [try RequestFile(named: "УПД за август.pdf", Play.pagePDF)], key: "scans-1"),
            by: user(specialist))

        try at("2026-09-29T09:00:00Z")
        let refund = try make(
            .companyRefund,
            [
                "project": pid.text, "amount": "12000.00", "paid-on": "2026-09-10",
                "reason": "Ошиблись суммой.",
            ],
            files: [try RequestFile(field: .application, named: "заявление.pdf", Play.pagePDF)], in: pid,
            by: owner)
        try app.requests.answer(
            refund.number, canned: .conserveFirst, asks: true, seen: refund.version, words("refund-1"),
            by: user(clerk))

        try at("2026-09-30T10:00:00Z")
        let edm = try make(
            .documents,
            [
                "organisation": "ТОО, БИН 971240001315", "document-list": "Акты за квартал", "form": "pdf",
                "email": "owner@kazakhstan.example",
            ],
            in: other, by: "owner@kazakhstan.example")
        try app.requests.take(edm.number, seen: edm.version, words("documents-1"), by: user(specialist))

        try at("2026-10-01T07:30:00Z")
        let thaw = try make(.thaw, ["project": pid.text], in: pid, by: owner)
        try app.requests.refuse(
            thaw.number, canned: .thawTime, seen: thaw.version,
            words("thaw-1", "Проект не заморожен."), by: user(clerk))

        try at("2026-10-02T09:00:00Z")
        try make(
            .paymentTrace, ["project": pid.text, "amount": "5000.00", "paid-on": "2026-09-30"],
            files: [try RequestFile(field: .proof, named: "платёжка.pdf", Play.pagePDF)], in: pid, by: owner)
        try at("2026-10-02T14:00:00Z")
        try make(
            .missingBonus, ["project": other.text], in: other, by: "owner@kazakhstan.example")
        try letters(to: pid)
        clock.move(to: Play.morning(of: Play.last))
    }

    /// Letters to the departments, as their mailboxes would bring them: one becomes a request, one is asked for more, one
    /// is from somebody nobody knows.
    private func letters(to pid: PID) throws {
        try at("2026-10-03T08:20:00Z")
        try letter(
            from: "owner@moscow.example", about: "Акт сверки",
            """
            Добрый день!

            Организация и её реквизиты: ООО «Ромашка», ИНН 7707083893
            Период: 01.07.2026 – 30.09.2026
            Проект (PID): \(pid)

            Анна Иванова
            """)
        try at("2026-10-03T09:05:00Z")
        try letter(
            from: "owner@kazakhstan.example", about: "Сканы документов за сентябрь",
            "Здравствуйте, пришлите, пожалуйста, сканы за прошлый месяц.")
        try at("2026-10-03T10:40:00Z")
        try letter(
            from: "buh@vasilek.example", about: "Где закрывающие документы?",
            "Мы оплатили счёт в августе, а документов всё нет. Кому писать?")
    }

    private func letter(from sender: String, about subject: String, _ text: String) throws {
        let lines = [
            "From: <\(sender)>", "Subject: \(subject)", "Message-ID: <\(clock.clock.now())@mail.example>",
            "Content-Type: text/plain; charset=utf-8", "", text, "",
        ]
        _ = try app.mailbox.take(
            Array(lines.joined(separator: "\r\n").utf8), from: "docs@provider.example/INBOX")
    }

    private func at(_ text: String) throws { clock.move(to: Play.moment(text)) }

    private func project(of email: String, _ people: [DemoUser]) -> PID? {
        guard case .member(let pid, _)? = people.first(where: { $0.email == email })?.standing else {
            return nil
        }
        return pid
    }

    private func user(_ email: String) throws -> User { try app.requests.person(email) }

    private func words(_ key: String, _ text: String = "") throws -> RequestWords {
        try RequestWords(text, key: key)
    }

    @discardableResult
    private func make(
        _ kind: RequestKind, _ values: [String: String], files: [RequestFile] = [], in pid: PID,
        by email: String
    ) throws -> CustomerRequest {
        let key = "\(kind.rawValue)/\(clock.clock.now())"
        return try app.requests.make(
            kind, values, RequestWords("", files: files, key: key), in: pid, by: user(email))
    }

    /// The smallest page there is: what people attach is scans.
    private static let pagePDF = Array(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """.utf8)
}
