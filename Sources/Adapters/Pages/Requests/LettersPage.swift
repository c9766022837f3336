import Access
import Basics
import Notices
import Regions
import Requests
package import UseCases
import Wording

/// Letters that came to the departments: those that wait for a person first, the others by what became of them.
package struct ReceivedLettersPage {
    private let visit: Visit
    private let list: MailboxDesk.List
    private let before: String

    package init(_ list: MailboxDesk.List, before: String, _ visit: Visit) {
        self.list = list
        self.before = before
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("Letters", "Письма")
        let query = [("state", list.state == .waiting ? "" : list.state.rawValue)]
        return Frame(
            visit: visit, title: title, path: "/letters", query: query + [("after", before)],
            trail: [(visit.words("Requests", "Запросы"), visit.link("/requests"))],
            keys: [("]", visit.words("further", "дальше"))]
        ).page(
            """
            <h1>\(title)</h1>
            \(filter)\(table)\
            \(visit.onward("/letters", query, "after", list.next.map { String($0) }, isFirst: before.isEmpty))
            """)
    }

    private var filter: Markup {
        let options = LetterState.allCases.map { state -> Markup in
            let isChosen: Markup? = state == list.state ? " selected=\"selected\"" : nil
            return
                "<option value=\"\(state.rawValue)\"\(isChosen)>\(state.phrase.text(visit.language))</option>"
        }
        return """
            <form class="bar" action="/letters" method="get">
            <label for="state">\(visit.words("State", "Состояние"))</label><select class="form-select" id="state" name="state">\(options)</select>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>
            </form>

            """
    }

    private var table: Markup {
        guard !list.letters.isEmpty else {
            return empty(
                visit.words("No such letter.", "Таких писем нет."),
                "\(visit.words("Letters that fit a kind of request become requests by themselves; choose another state to see them.", "Письма, понятные без сотрудника, сами становятся запросами; выберите другое состояние, чтобы увидеть их."))"
            )
        }
        var table = Table(
            caption: visit.words("Letters, the latest first", "Письма, последние сверху"),
            columns: [
                .init("№"), .init(visit.words("Came", "Получено")),
                .init(visit.words("From", "От кого"), isName: true),
                .init(visit.words("Subject", "Тема"), isName: true),
                .init(visit.words("Why it is here", "Почему здесь"), isName: true),
                .init(visit.words("Mailbox", "Ящик"), isName: true),
            ])
        table.rows = list.letters.map { letter in
            [
                anchor(visit.link("/letters/\(letter.number)"), "\(letter.number)"),
                "<span class=\"nobr\">\(visit.moment(letter.receivedAt, .moscow))</span>",
                name(letter.sender.isEmpty ? "—" : letter.sender),
                name(letter.subject.isEmpty ? "—" : letter.subject), visit.fate(letter),
                name(letter.mailbox),
            ]
        }
        return table.markup
    }
}

extension Visit {
    /// What became of a letter, and why.
    func fate(_ letter: ReceivedLetter) -> Markup {
        if let request = letter.request {
            return anchor(
                link("/requests/\(request)"), words("request № \(request)", "запрос № \(request)"))
        }
        if let wait = letter.wait { return "\(wait.phrase.text(language))" }
        if letter.state == .aside { return name(letter.about) }
        return tag(letter.state.phrase.text(language))
    }
}

/// One letter: who wrote it, what it says as text, its files, and what can be made of it.
package struct ReceivedLetterPage {
    private let visit: Visit
    private let view: MailboxDesk.View
    private let typed: [String: String]
    private let key: String
    private let failure: FormFailure?

    package init(
        _ view: MailboxDesk.View, typed: [String: String] = [:], key: String, failure: FormFailure? = nil,
        _ visit: Visit
    ) {
        self.view = view
        self.typed = typed
        self.key = key
        self.failure = failure
        self.visit = visit
    }

    private var letter: ReceivedLetter { view.letter }
    private var path: String { "/letters/\(letter.number)" }

    package var markup: Markup {
        let title = visit.words("Letter № \(letter.number)", "Письмо № \(letter.number)")
        let work: Markup? =
            letter.state.isOpen
            ? """
            <section aria-labelledby="work"><h2 id="work">\(visit.words("What to do", "Что сделать"))</h2>
            \(make)\(attach)\(aside)</section>
            """ : nil
        return Frame(
            visit: visit, title: title, path: path,
            trail: [
                (visit.words("Requests", "Запросы"), visit.link("/requests")),
                (visit.words("Letters", "Письма"), visit.link("/letters")),
            ]
        ).page(
            """
            <h1>\(title)</h1>
            <p class="lead"><strong>\(name(letter.subject.isEmpty ? "—" : letter.subject))</strong> \(visit.tag(letter.state.phrase.text(visit.language), letter.state == .waiting ? "warn" : "")) \(visit.fate(letter))</p>
            \(lost)<div class="sides"><section aria-labelledby="said"><h2 id="said">\(visit.words("What it says", "Что в письме"))</h2>
            \(facts)\(text)\(files)</section>
            \(work)</div>
            \(trail)
            """)
    }

    /// Somebody else was quicker: there is no form left to say it beside.
    private var lost: Markup? {
        guard let failure, !letter.state.isOpen else { return nil }
        return "<div class=\"alert alert-danger\" role=\"alert\">\(visit.sentence(failure.problem))</div>\n"
    }

    private var facts: Markup {
        let user: Markup =
            view.user.map { name("\($0.name), \($0.email)") }
            ?? "\(visit.words("nobody who signs in", "не пользователь кабинета"))"
        let projects: Markup? =
            view.projects.isEmpty
            ? nil
            : "<dt>\(visit.words("May speak for", "Вправе обращаться по"))</dt><dd>\(view.projects.prefix(20).map { pid -> Markup in "\(visit.project(pid)) " })</dd>"
        let written: Markup? = letter.writtenAt.map {
            "<dt>\(visit.words("Written", "Написано"))</dt><dd>\(visit.moment($0, .moscow))</dd>"
        }
        let bounced: Markup? = view.bounced.map {
            "<dt>\(visit.words("Our letter that came back", "Наше письмо, которое вернулось"))</dt><dd>\(name($0.subject)) → \(name($0.to.text))</dd>"
        }
        let answers: Markup? = letter.answers.map {
            "<dt>\(visit.words("Answers", "Ответ на"))</dt><dd>\(anchor(visit.link("/letters/\($0)"), visit.words("letter № \($0)", "письмо № \($0)")))</dd>"
        }
        return """
            <div class="panel"><div class="inside"><dl class="facts">
            <dt>\(visit.words("It says it is from", "Отправителем указан"))</dt><dd>\(name(letter.sender.isEmpty ? "—" : letter.sender)) \(name(letter.senderName))</dd>
            <dt>\(visit.words("Whose address that is", "Чей это адрес"))</dt><dd>\(user)</dd>
            \(projects)<dt>\(visit.words("Mailbox", "Ящик"))</dt><dd>\(name(letter.mailbox))</dd>
            <dt>\(visit.words("Came", "Получено"))</dt><dd>\(visit.moment(letter.receivedAt, .moscow))</dd>
            \(written)\(bounced)\(answers)
            </dl></div></div>

            """
    }

    private var text: Markup {
        letter.text.isEmpty
            ? "<p class=\"dim\">\(visit.words("There is no text in it.", "Текста в письме нет."))</p>\n"
            : "<div class=\"panel\"><div class=\"inside\"><p>\(visit.said(letter.text))</p></div></div>\n"
    }

    private var files: Markup? {
        let links = view.files.map { file -> Markup in
            let size = visit.count(max(1, file.size >> 10))
            return
                "<li><a href=\"\(visit.link("\(path)/files/\(file.place)"))\">\(name(file.name))</a> <span class=\"dim\">\(file.type.ending.uppercased()), \(size) \(visit.words("KB", "КБ"))</span></li>"
        }
        let list: Markup? = links.isEmpty ? nil : "<ul class=\"plain\">\(links)</ul>\n"
        let left: Markup? =
            letter.leftOut.isEmpty
            ? nil
            : "<p class=\"dim\">\(visit.words("Not kept, for they are no scans or too many; they are in the mailbox", "Не сохранены, так как это не сканы или их слишком много; они есть в ящике")): \(name(letter.leftOut.joined(separator: ", ")))</p>\n"
        return list == nil && left == nil ? nil : "\(list)\(left)"
    }

    private func form(_ id: String, _ noun: String, _ fields: [Form.Field], _ button: String) -> Markup {
        """
        <h3>\(button)</h3>
        \(Form(
            visit: visit, id: id, action: "\(path)/\(noun)",
            fields: [RequestForm.key("\(key)-\(id)")] + fields, button: button, failure: failure).markup)
        """
    }

    /// First the kind and the project, then the form with what the letter says filled in.
    private var make: Markup {
        let kinds = RequestKind.allCases.map { kind -> Markup in
            let isChosen: Markup? = kind == letter.kind ? " selected=\"selected\"" : nil
            return
                "<option value=\"\(kind.rawValue)\"\(isChosen)>\(kind.phrase.text(visit.language).capitalizedFirst)</option>"
        }
        let project = letter.project ?? (view.projects.count == 1 ? view.projects.first : nil)
        let title = visit.words("Make a request of it", "Сделать запросом")
        return """
            <h3>\(title)</h3>
            <form class="kt-form" action="\(path)/request" method="get" id="make">
            <div class="mb-3"><label class="form-label" for="make-kind">\(visit.words("What it is about", "О чём запрос"))</label>
            <select class="form-select" id="make-kind" name="kind">\(kinds)</select></div>
            <div class="mb-3"><label class="form-label" for="make-project">\(visit.words("Project (PID)", "Проект (PID)"))</label>
            <input class="form-control" id="make-project" name="project" value="\(project?.text ?? "")" required="required" autocomplete="off" spellcheck="false"/></div>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Go on", "Дальше"))</button>
            </form>

            """
    }

    private var attach: Markup {
        form(
            "attach", "attaching",
            [
                .init(
                    name: "request", label: visit.words("Number of the request", "Номер запроса"),
                    kind: .figures, value: typed["request"] ?? "")
            ], visit.words("Add it to a request", "Добавить к запросу"))
    }

    private var aside: Markup {
        form("aside", "aside", [visit.reason()], visit.words("Set it aside", "Отложить"))
    }

    private var trail: Markup? {
        guard !view.audit.isEmpty else { return nil }
        return """
            <div class="part"><h2>\(visit.words("What staff did with it", "Что с ним делали сотрудники"))</h2></div>
            \(AuditTable(view.audit, visit).markup)
            """
    }
}

/// The form of a request that is made of a letter.
package struct LetterRequestPage {
    private let visit: Visit
    private let draft: MailboxDesk.Draft
    private let typed: [String: String]
    private let key: String
    private let failures: [FormFailure]

    package init(
        _ draft: MailboxDesk.Draft, typed: [String: String] = [:], key: String,
        failures: [FormFailure] = [], _ visit: Visit
    ) {
        self.draft = draft
        self.typed = typed
        self.key = key
        self.failures = failures
        self.visit = visit
    }

    package var markup: Markup {
        let letter = draft.view.letter
        let path = "/letters/\(letter.number)"
        let title = draft.kind.phrase.text(visit.language).capitalizedFirst
        // Files come from the letter itself.
        let asked = draft.kind.terms.fields.filter { $0.field.shape != .file }
        let fields =
            [
                RequestForm.key(key),
                Form.Field(name: "kind", label: "", kind: .hidden, value: draft.kind.rawValue),
                Form.Field(name: "project", label: "", kind: .hidden, value: draft.head.pid.text),
            ] + asked.flatMap { Form.Field.all($0, typed: shown, known: draft.values, visit) }
        return Frame(
            visit: visit, title: title, path: "\(path)/request",
            query: [("kind", draft.kind.rawValue), ("project", draft.head.pid.text)],
            trail: [
                (visit.words("Letters", "Письма"), visit.link("/letters")),
                (visit.words("Letter № \(letter.number)", "Письмо № \(letter.number)"), visit.link(path)),
            ]
        ).page(
            """
            <h1>\(title)</h1>
            <p class="lead">\(visit.project(draft.head.pid)) \(visit.region(draft.head.region)). \
            \(visit.words("Made for, and answers go to", "От имени; ответы получит")): \(name(draft.customer.email.text))</p>
            <div class="sides"><section aria-labelledby="said"><h2 id="said">\(visit.words("What the letter says", "Что в письме"))</h2>
            <div class="panel"><div class="inside"><p>\(visit.said(letter.text))</p></div></div></section>
            <section aria-labelledby="form"><h2 id="form">\(visit.words("The request", "Запрос"))</h2>
            \(Form(visit: visit, id: "request", action: "\(path)/request", fields: fields, button: visit.words("Make the request", "Создать запрос"), more: failures).markup)</section></div>
            """)
    }

    /// A period has two inputs of its own.
    private var shown: [String: String] {
        guard typed.isEmpty else { return typed }
        var shown: [String: String] = [:]
        for (field, value) in draft.values {
            guard let days = RequestField.days(of: value), field.shape == .period else { continue }
            shown["\(RequestInput.name(of: field))-from"] = days.lowerBound.description
            shown["\(RequestInput.name(of: field))-until"] = days.upperBound.description
        }
        return shown
    }
}
