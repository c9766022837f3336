import Access
import Basics
import Counterparties
import Notices
import Payments
import Projects
import Requests
package import UseCases
import Wording

/// A request as the staff see it: its history beside what can be done about it here and now.
package struct StaffRequestPage {
    private let visit: Visit
    private let staff: RequestsDesk.StaffView
    private let typed: [String: String]
    private let key: String
    private let failure: FormFailure?

    package init(
        _ staff: RequestsDesk.StaffView, typed: [String: String] = [:], key: String,
        failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.staff = staff
        self.typed = typed
        self.key = key
        self.failure = failure
        self.visit = visit
    }

    private var request: CustomerRequest { staff.view.request }
    private var path: String { "/requests/\(request.number)" }

    package var markup: Markup {
        let words = visit.words
        let title = words("Request № \(request.number)", "Запрос № \(request.number)")
        let thread = RequestThread(view: staff.view, visit: visit, path: path)
        let party = staff.view.head.account.counterparty
        return Frame(
            visit: visit, title: title, path: path,
            trail: [(words("Requests", "Запросы"), visit.link("/requests"))]
        ).page(
            """
            <h1>\(title)</h1>
            <p class="lead"><strong>\(request.kind.phrase.text(visit.language).capitalizedFirst)</strong> \(visit.tag(request.standing.state)) \
            \(visit.account(request.account, party.shortName ?? party.name)) \(visit.project(request.project)) \(visit.region(request.region))</p>
            \(lost)\(conserveFirst)<div class="sides"><section aria-labelledby="asked"><h2 id="asked">\(words("What is asked", "Что нужно"))</h2>
            \(thread.facts)\(thread.history)</section>
            <section aria-labelledby="work"><h2 id="work">\(words("What to do", "Что сделать"))</h2>
            \(work)</section></div>
            \(audit)
            """)
    }

    /// Somebody else was quicker: said above everything, for no form of before is the right one any more.
    private var lost: Markup? {
        guard let failure, failure.form == "request" else { return nil }
        return "<div class=\"alert alert-danger\" role=\"alert\">\(visit.sentence(failure.problem))</div>\n"
    }

    /// A refund waits for conservation (D13).
    private var conserveFirst: Markup? {
        guard request.kind.isRefund, !request.standing.state.isClosed else { return nil }
        return ConservationPage.refund(staff.view.head, visit)
    }

    private var work: Markup {
        guard !request.standing.state.isClosed else {
            return empty(
                visit.words("The request is closed.", "Запрос закрыт."),
                "\(visit.words("A reply of the customer within 30 days opens it again.", "Ответ клиента в течение 30 дней откроет его снова."))"
            )
        }
        let trace: Markup? =
            request.kind.actions.contains { $0.right == .matching && $0 != .assignment }
                && visit.office.contains(.matching)
            ? self.trace : nil
        let actions = request.kind.actions.filter { visit.office.contains($0.right) }.compactMap(action)
        return "\(take)\(answer)\(trace)\(actions)\(finish)\(refuse)\(assign)"
    }

    private func form(
        _ id: String, _ noun: String, _ fields: [Form.Field], _ button: String, isDangerous: Bool = false
    ) -> Markup {
        let common = [
            RequestForm.key("\(key)-\(id)"),
            Form.Field(name: "version", label: "", kind: .hidden, value: String(request.version)),
        ]
        let form = Form(
            visit: visit, id: id, action: "\(path)/\(noun)", fields: common + fields, button: button,
            isDangerous: isDangerous, failure: failure)
        let title: Markup? = fields.isEmpty ? nil : "<h3>\(button)</h3>\n"
        return "\(title)\(form.markup)"
    }

    private var canned: Form.Field {
        Form.Field(
            name: "canned", label: visit.words("A ready answer", "Готовый ответ"),
            kind: .choice(
                [(value: "", name: "—")]
                    + CannedAnswer.allCases.map { (value: $0.rawValue, name: $0.phrase.text(visit.language)) }
            ),
            value: typed["canned"] ?? "",
            hint: visit.words(
                "Sent in the customer's language, before what is typed below.",
                "Отправляется на языке клиента, перед текстом ниже."), isNeeded: false)
    }

    private func text(_ label: String, isNeeded: Bool = false) -> Form.Field {
        RequestForm.text(visit, label, value: typed["text"] ?? "", isNeeded: isNeeded)
    }

    private var take: Markup? {
        guard request.standing.state == .open else { return nil }
        return form("take", "taking", [], visit.words("Take it", "Взять в работу"))
    }

    private var answer: Markup {
        form(
            "answer", "answers",
            [
                canned, text(visit.words("Answer", "Ответ")), RequestForm.attachment(visit),
                .init(
                    name: "asks", label: visit.words("And then", "Затем"),
                    kind: .boxes([
                        (
                            value: "yes",
                            name: visit.words("wait for the customer's answer", "ждать ответа клиента")
                        )
                    ]), values: typed["asks"] == "yes" ? ["yes"] : [], isNeeded: false),
            ], visit.words("Answer", "Ответить"))
    }

    private var finish: Markup {
        form(
            "finish", "closing",
            [
                .init(
                    name: "result", label: visit.words("Result", "Результат"),
                    kind: .choice(
                        request.kind.results.map {
                            (value: $0.rawValue, name: $0.phrase.text(visit.language))
                        }),
                    value: typed["result"] ?? ""), canned,
                text(visit.words("What the customer reads", "Что прочтёт клиент")),
                RequestForm.attachment(visit),
            ], visit.words("Close with the result", "Закрыть с результатом"))
    }

    private var refuse: Markup {
        form(
            "refuse", "refusal", [canned, text(visit.words("Reason", "Причина"))],
            visit.words("Refuse", "Отказать"), isDangerous: true)
    }

    private var assign: Markup {
        form(
            "assign", "assigning",
            [
                .init(
                    name: "assignee", label: visit.words("Give it to", "Передать"),
                    kind: .choice(
                        staff.staff.map { (value: $0.email.text, name: "\($0.name), \($0.email)") }))
            ], visit.words("Give", "Передать"))
    }

    // MARK: Actions

    private func action(_ action: RequestAction) -> Markup? {
        let words = visit.words
        let id = "act-\(action.rawValue)"
        let which = Form.Field(name: "action", label: "", kind: .hidden, value: action.rawValue)
        let values = staff.view.values
        let asked = { (field: RequestField) in values[field.rawValue] ?? "" }
        func act(_ fields: [Form.Field], _ button: String, isDangerous: Bool = false) -> Markup {
            let why = text(
                words("Reason; the customer reads it too", "Причина; её прочтёт и клиент"), isNeeded: true)
            return form(id, "actions", [which] + fields + [why], button, isDangerous: isDangerous)
        }
        switch action {
        case .invoice:
            return act(
                [
                    .init(
                        name: "amount", label: words("Sum of the invoice", "Сумма счёта"), kind: .sum,
                        value: typed["amount"] ?? asked(.amount))
                ], words("Issue an invoice", "Выставить счёт"))
        case .documents:
            return act(
                [
                    .init(
                        name: "month", label: words("Month, as 2026-09", "Месяц, как 2026-09"),
                        value: typed["month"] ?? "")
                ], words("Send copies of its documents", "Отправить копии документов"))
        case .crediting, .moving: return lines(action, act)
        case .bonus:
            return act(
                [
                    .init(
                        name: "type", label: words("Bonus type", "Тип бонусов"),
                        kind: .choice(staff.bonusTypes.map { (value: $0.text, name: $0.text) })),
                    .init(
                        name: "amount", label: words("How much", "Сколько"), kind: .sum,
                        value: typed["amount"] ?? asked(.amount)),
                    .init(
                        name: "days", label: words("For how many days", "На сколько дней"), kind: .sum,
                        value: typed["days"] ?? "60"),
                ], words("Grant bonuses", "Начислить бонусы"))
        case .deferral:
            return act(
                [
                    .init(
                        name: "days", label: words("For how many days", "На сколько дней"),
                        kind: .choice(FreezeDeferral.days.map { (value: String($0), name: String($0)) }),
                        value: "3",
                        hint: words(
                            "A frozen project works again at once; after that time the balance decides.",
                            "Замороженный проект заработает сразу; потом снова решает баланс."))
                ], words("Put the freezing off", "Отложить блокировку"))
        case .ownerChange:
            return act(
                [
                    .init(
                        name: "email",
                        label: words("New owner, a member already", "Новый владелец, уже участник"),
                        kind: .email, value: typed["email"] ?? asked(.newOwnerEmail))
                ], words("Change the owner", "Сменить владельца"), isDangerous: true)
        case .conservation, .conservationEnd:
            // Whichever of the two its state leaves to do.
            guard staff.view.head.record.isConserved == (action == .conservationEnd) else { return nil }
            return action == .conservation
                ? act([], words("Conserve the project", "Законсервировать проект"), isDangerous: true)
                : act([], words("End the conservation", "Завершить консервацию"), isDangerous: true)
        case .phone:
            let bound = staff.phone.map { words("Bound now: \($0)", "Сейчас привязан: \($0)") } ?? ""
            return act(
                [
                    .init(
                        name: "phone", label: words("Phone", "Телефон"),
                        value: typed["phone"] ?? asked(.phone),
                        hint: bound)
                ], words("Bind the phone", "Привязать телефон"))
        case .assignment:
            guard let assignable = staff.assignable else { return nil }
            let form = AssignmentForm(
                assignable: assignable, region: request.region, typed: typed,
                failure: failure.flatMap { $0.form == id ? $0 : nil }, visit: visit)
            return form.markup { act($0, words("Assign the advance", "Передать аванс"), isDangerous: true) }
        case .substitution:
            guard let substitutes = staff.substitutes else { return nil }
            let form = SubstitutionForm(
                substitutes: substitutes, region: request.region, typed: typed,
                failure: failure.flatMap { $0.form == id ? $0 : nil }, visit: visit)
            let button = words("Substitute the funding", "Заменить финансирование")
            return form.markup { act($0, button, isDangerous: true) }
        case .passing:
            let form = PassingForm(previews: staff.passings, typed: typed, visit: visit)
            let button = words("Re-register the project", "Переоформить проект")
            return "\(form.markup)\(act([form.field], button, isDangerous: true))"
        }
    }

    /// The lines that were found, one of which is credited or moved.
    private func lines(
        _ action: RequestAction, _ act: ([Form.Field], String, Bool) -> Markup
    ) -> Markup? {
        guard let traced = staff.traced else { return nil }
        let fitting = traced.filter { line in
            action == .moving
                ? line.state == .matched && line.projects == [request.project] : line.state == .unclear
        }
        guard !fitting.isEmpty else { return nil }
        let choice = Form.Field(
            name: "line", label: visit.words("Bank line", "Строка выписки"),
            kind: .choice(
                fitting.map { line in
                    (
                        value: String(line.number),
                        name:
                            "bank/\(line.number): \(Dates.short(line.creditedOn)), \(visit.sum(line.amount, line.region)), \(line.payer.shown)"
                    )
                }))
        guard action == .moving else {
            return act(
                [choice], visit.words("Credit it to \(request.project)", "Зачислить на \(request.project)"),
                false)
        }
        return act(
            [
                choice,
                .init(
                    name: "project", label: visit.words("To the project", "На проект"),
                    value: typed["project"] ?? ""),
            ], visit.words("Move the money", "Перенести деньги"), true)
    }

    /// Looks for a payment by sum, day and payer (Q15).
    private var trace: Markup {
        let values = staff.view.values
        let found: Markup? = staff.traced.map { lines in
            lines.isEmpty
                ? "<p class=\"bad\">\(visit.words("No such transfer has come.", "Такой перевод не поступал."))</p>"
                : BankLineTable(lines, visit.words("What was found", "Что найдено"), visit).markup
        }
        let sum = typed["sum"] ?? values[RequestField.amount.rawValue] ?? ""
        let day = typed["day"] ?? values[RequestField.paidOn.rawValue] ?? ""
        return """
            <form class="bar" action="\(path)" method="get" role="search" aria-label="\(visit.words("Look for a payment", "Искать платёж"))">
            <label for="sum">\(visit.words("Sum", "Сумма"))</label><input class="form-control" id="sum" name="sum" value="\(sum)" inputmode="decimal"/>
            <label for="day">\(visit.words("Day", "День"))</label><input class="form-control day" id="day" name="day" type="date" value="\(day)"/>
            <label for="payer">\(visit.words("Payer's tax id", "ИНН плательщика"))</label><input class="form-control" id="payer" name="payer" value="\(typed["payer"] ?? "")" inputmode="numeric"/>
            \(visit.kept)<button class="btn btn-outline-primary">\(visit.words("Look for the payment", "Найти платёж"))</button>
            </form>
            \(found)
            """
    }

    private var audit: Markup? {
        guard !staff.audit.isEmpty else { return nil }
        return """
            <div class="part"><h2>\(visit.words("What staff did with it", "Что с ним делали сотрудники"))</h2></div>
            \(AuditTable(staff.audit, visit).markup)
            """
    }
}
