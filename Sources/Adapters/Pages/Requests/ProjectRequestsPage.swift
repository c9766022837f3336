import Basics
import Notices
import Regions
package import Requests
package import UseCases
import Wording

/// A project's requests, the latest first, with the way to a new one.
package struct ProjectRequestsPage {
    private let visit: Visit
    private let list: RequestsDesk.List
    private let before: String

    package init(_ list: RequestsDesk.List, before: String, _ visit: Visit) {
        self.list = list
        self.before = before
        self.visit = visit
    }

    package var markup: Markup {
        let frame = ProjectFrame(
            head: list.head, tab: .requests, visit: visit, query: [("after", before)])
        let path = frame.path
        let new: Markup? =
            visit.isStaff || list.kinds.isEmpty
            ? nil
            : "<p><a class=\"btn btn-primary\" href=\"\(visit.link("\(path)/new"))\">\(visit.words("New request", "Новый запрос"))</a></p>\n"
        guard !list.requests.isEmpty else {
            return frame.page(
                """
                \(new)\(empty(
                    visit.words("Nothing has been asked for yet.", "Запросов ещё не было."),
                    "\(visit.words("Contracts, documents, refunds, lost payments: the departments answer here, with a deadline.", "Договоры, документы, возвраты, потерянные платежи: отделы отвечают здесь, в указанный срок."))"
                ))
                """)
        }
        var table = Table(
            caption: visit.words("Requests, the latest first", "Запросы, последние сверху"),
            columns: [
                .init("№"), .init(visit.words("What", "О чём"), isName: true),
                .init(visit.words("Made", "Создан")), .init(visit.words("State", "Состояние")),
                .init(visit.words("To be done by", "Срок"), isName: true),
            ])
        table.rows = list.requests.map { request in
            let address = visit.isStaff ? "/requests/\(request.number)" : "\(path)/\(request.number)"
            return [
                anchor(visit.link(address), "\(request.number)"),
                name(request.kind.phrase.text(visit.language)),
                "<span class=\"nobr\">\(visit.moment(request.madeAt, request.region))</span>",
                visit.tag(request.standing.state), visit.deadline(request, at: list.now),
            ]
        }
        return frame.page(
            """
            \(new)\(table.markup)\
            \(onward(visit, path, [("after", before)], after: list.next.map(String.init)))
            """)
    }
}

/// What a new request may be about, or the form of one kind.
package struct NewRequestPage {
    private let visit: Visit
    private let list: RequestsDesk.List
    private let kind: RequestKind?
    private let known: [RequestField: String]
    private let typed: [String: String]
    private let key: String
    private let failures: [FormFailure]

    package init(
        _ list: RequestsDesk.List, _ kind: RequestKind?, known: [RequestField: String],
        typed: [String: String] = [:], key: String, failures: [FormFailure] = [], _ visit: Visit
    ) {
        self.list = list
        self.kind = kind
        self.known = known
        self.typed = typed
        self.key = key
        self.failures = failures
        self.visit = visit
    }

    package var markup: Markup {
        let title =
            kind?.phrase.text(visit.language).capitalizedFirst ?? visit.words("New request", "Новый запрос")
        let frame = ProjectFrame(
            head: list.head, tab: .requests, visit: visit, query: [("kind", kind?.rawValue ?? "")],
            below: (title, "/new"))
        guard let kind else { return frame.page("\(kinds(frame.path))") }
        let terms = kind.terms
        let due = terms.due(from: list.now, in: list.head.region)
        let fields =
            [
                RequestForm.key(key),
                Form.Field(name: "kind", label: "", kind: .hidden, value: kind.rawValue),
            ]
            + terms.fields.flatMap { Form.Field.all($0, typed: typed, known: known, visit) } + [
                RequestForm.text(
                    visit, visit.words("Anything else", "Комментарий"), value: typed["text"] ?? "",
                    isNeeded: false),
                RequestForm.attachment(visit),
            ]
        return frame.page(
            """
            <p class="lead">\(visit.words("Answers", "Отвечает")): \(terms.department.phrase.text(visit.language)), \
            \(terms.department.mailbox(in: list.head.region)). \(visit.words("To be done by", "Срок")): \(visit.moment(due, list.head.region)).</p>
            \(kind.isRefund ? ConservationPage.refund(list.head, visit) : nil)\
            \(Form(visit: visit, id: "request", action: frame.path, fields: fields, button: visit.words("Send", "Отправить"), more: failures).markup)
            """)
    }

    private func kinds(_ path: String) -> Markup {
        let parts = Department.allCases.compactMap { department -> Markup? in
            let own = list.kinds.filter { $0.terms.department == department }
            guard !own.isEmpty else { return nil }
            let items = own.map { kind -> Markup in
                "<li>\(anchor(visit.link(path, [("kind", kind.rawValue)]), kind.phrase.text(visit.language).capitalizedFirst))</li>\n"
            }
            return """
                <section><h2>\(department.phrase.text(visit.language).capitalizedFirst)</h2>
                <ul class="plain">\(items)</ul></section>

                """
        }
        return
            "<p>\(visit.words("What is it about?", "О чём запрос?"))</p>\n<div class=\"cards\">\(parts)</div>"
    }
}

/// A request as the customer sees it: where it stands, its history, and a reply.
package struct RequestPage {
    private let visit: Visit
    private let view: RequestsDesk.View
    private let typed: String
    private let key: String
    private let failure: FormFailure?

    package init(
        _ view: RequestsDesk.View, typed: String = "", key: String, failure: FormFailure? = nil,
        _ visit: Visit
    ) {
        self.view = view
        self.typed = typed
        self.key = key
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        let request = view.request
        let title = visit.words("Request № \(request.number)", "Запрос № \(request.number)")
        let frame = ProjectFrame(
            head: view.head, tab: .requests, visit: visit, below: (title, "/\(request.number)"))
        let thread = RequestThread(view: view, visit: visit, path: frame.path)
        return frame.page(
            """
            <p class="lead"><strong>\(request.kind.phrase.text(visit.language).capitalizedFirst)</strong> \(visit.tag(request.standing.state))</p>
            \(conserveFirst)\(thread.facts)\(thread.history)\(reply(frame.path))\(withdrawal(frame.path))
            """)
    }

    /// A refund waits for conservation (D13).
    private var conserveFirst: Markup? {
        guard view.request.kind.isRefund, !view.request.standing.state.isClosed else { return nil }
        return ConservationPage.refund(view.head, visit)
    }

    private func reply(_ path: String) -> Markup? {
        let state = view.request.standing.state
        guard state != .withdrawn else { return nil }
        let label =
            state.isClosed
            ? visit.words("A reply opens the request again", "Ответ откроет запрос снова")
            : visit.words("Reply", "Ответ")
        return Form(
            visit: visit, id: "reply", action: "\(path)/replies",
            fields: [
                RequestForm.key(key), RequestForm.text(visit, label, value: typed, isNeeded: false),
                RequestForm.attachment(visit),
            ], button: visit.words("Send", "Отправить"), failure: failure
        ).markup
    }

    private func withdrawal(_ path: String) -> Markup? {
        guard !view.request.standing.state.isClosed else { return nil }
        return Form(
            visit: visit, id: "withdraw", action: "\(path)/withdrawal", fields: [RequestForm.key(key + "-w")],
            button: visit.words("Withdraw the request", "Отозвать запрос"), isDangerous: true,
            failure: failure
        ).markup
    }
}
