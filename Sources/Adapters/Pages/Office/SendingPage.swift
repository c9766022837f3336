import Basics
import Contracts
import Counterparties
import Documents
import Notices
import Regions
package import UseCases
import Wording

/// A month's packages by the way they go: by EDM, on paper, as copies by mail, or to nobody but the cabinet.
package struct SendingPage {
    private let visit: Visit
    private let queue: FlowDesk.Queue
    /// Where the list begins; nil = at the first.
    private let after: PackageName?
    private let failure: FormFailure?
    private var path: String { "/sending/\(queue.region.rawValue)/\(queue.month)" }

    package init(
        _ queue: FlowDesk.Queue, after: PackageName?, failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.queue = queue
        self.after = after
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("Documents to send", "Отправка документов")
        return Frame(
            visit: visit, title: title, path: path, query: [("way", queue.way.rawValue)],
            trail: [(visit.words("Closing", "Закрытие"), visit.link("/closings"))]
        ).page(
            """
            <h1>\(title)</h1>
            <p class="lead"><span>\(visit.region(queue.region))</span><span>\(visit.month(queue.month))</span></p>
            \(ways)\(queue.packages.isEmpty ? nothing : table)\(export)\(allByMail)\(all)
            \(visit.onward(path, [("way", queue.way.rawValue)], "after", queue.next.map(SendingPage.place), isFirst: after == nil))
            """)
    }

    /// Those of this page that have not gone.
    private var left: [FlowDesk.Going] { queue.packages.filter { !isDone($0) } }

    /// The page's files for the operator: a part of the month, as large as a page.
    private var export: Markup? {
        let lacking = queue.unaddressed.count
        let warning: Markup? =
            lacking == 0
            ? nil
            : "<p class=\"alert alert-warning\">\(visit.words("Documents that no operator takes: \(visit.count(lacking)). The customer or we had no EDM id when they were issued. Send them by hand on the operator's own site, by tax id, or agree on paper with the customer; have the id filled in for the next month.", "Документов, которые оператор не примет: \(visit.count(lacking)). Когда их выставили, у клиента или у нас не было идентификатора ЭДО. Отправьте их вручную на сайте оператора по ИНН и КПП или договоритесь с клиентом о бумаге; идентификатор пусть заполнят к следующему месяцу."))</p>\n"
        guard !queue.files.isEmpty else { return warning }
        let link = visit.link("\(path)/edm.zip", after.map { [("after", SendingPage.place($0))] } ?? [])
        let text = visit.words(
            "Files for the operator: \(visit.count(queue.files.count)), of the packages above that have not gone, as ZIP",
            "Файлы для оператора: \(visit.count(queue.files.count)), из неотправленных комплектов выше, одним ZIP"
        )
        return
            "\(warning)<p class=\"btns\"><a class=\"btn btn-outline-primary\" href=\"\(link)\">\(text)</a></p>\n"
    }

    /// One form for them all; paper goes piece by piece.
    private var all: Markup? {
        guard queue.way == .edm || queue.way == .copies, left.count > 1 else { return nil }
        return """
            <details class="panel"\(failure?.form == "sent-all" ? " open=\"open\"" as Markup : nil)><summary>\(visit.words("All of these went out", "Все эти комплекты отправлены"))</summary>
            \(form("sent-all", left))</details>

            """
    }

    /// The same for letters of the program.
    private var allByMail: Markup? {
        let packages = queue.packages.filter(\.isToMail)
        guard packages.count > 1 else { return nil }
        return """
            <details class="panel"\(failure?.form == "mail-all" ? " open=\"open\"" as Markup : nil)><summary>\(visit.words("Mail all of these copies", "Отправить все эти копии письмами"))</summary>
            \(mailForm("mail-all", packages))</details>

            """
    }

    private func mailForm(_ id: String, _ packages: [FlowDesk.Going]) -> Markup {
        let fields: [Form.Field] =
            packages.map {
                .init(name: "package", label: "", kind: .hidden, value: SendingPage.place($0.name))
            } + [
                .init(name: "way", label: "", kind: .hidden, value: queue.way.rawValue),
                .init(name: "reason", label: visit.words("Why", "Почему")),
            ]
        return Form(
            visit: visit, id: id, action: "\(path)/mail", fields: fields,
            button: visit.words("Mail the copies", "Отправить копии письмом"), failure: failure
        ).markup
    }

    private func form(_ id: String, _ packages: [FlowDesk.Going]) -> Markup {
        let fields: [Form.Field] =
            packages.map {
                .init(name: "package", label: "", kind: .hidden, value: SendingPage.place($0.name))
            } + [
                .init(name: "way", label: "", kind: .hidden, value: queue.way.rawValue),
                .init(
                    name: "reason",
                    label: visit.words("How: a number or a note", "Чем: номер отправления или пометка")),
            ]
        return Form(
            visit: visit, id: id, action: "\(path)/sent", fields: fields,
            button: visit.words("It went out", "Отправлено"), failure: failure
        ).markup
    }

    /// Where a list goes on, as an address says it.
    package static func place(_ name: PackageName) -> String { "\(name.account)|\(name.project?.text ?? "")" }

    private func title(_ way: FlowDesk.Way) -> String {
        switch way {
        case .edm: visit.words("by EDM", "по ЭДО")
        case .paper: visit.words("on paper", "на бумаге")
        case .copies: visit.words("copies by mail", "копии на почту")
        case .cabinet: visit.words("only in the cabinet", "только в кабинете")
        }
    }

    private var ways: Markup {
        let items = FlowDesk.Way.allCases.map { way -> Markup in
            let here: Markup? = way == queue.way ? " aria-current=\"true\"" : nil
            return
                "<li><a href=\"\(visit.link(path, [("way", way.rawValue)]))\"\(here)>\(title(way))</a></li>\n"
        }
        return """
            <nav class="mb-3" aria-label="\(visit.words("Packages by their way", "Комплекты по способу"))"><ul class="choice">\(items)</ul></nav>

            """
    }

    private var nothing: Markup {
        empty(
            queue.next == nil
                ? visit.words(
                    "No package of this month goes this way.", "Таких комплектов за этот месяц нет.")
                : visit.words("None among the first looked at.", "Среди первых просмотренных таких нет."),
            anchor(visit.link("/closings"), visit.words("To the closing of months", "К закрытию месяцев")))
    }

    private var table: Markup {
        var table = Table(
            caption: "\(visit.words("Packages", "Комплекты")): \(title(queue.way))",
            columns: [
                .init(visit.words("Customer", "Клиент"), isName: true),
                .init(visit.words("Documents", "Документы"), isName: true),
                .init(visit.words("Where to", "Куда"), isName: true),
                .init(visit.words("State", "Состояние")),
                .init(visit.words("Done", "Готово"), isForScreen: true),
            ])
        table.rows = queue.packages.map { going in
            let documents = going.documents.map { document -> Markup in
                let content = document.content
                let title = "\(content.kind.phrase.text(visit.language)) № \(content.number)"
                return "\(anchor(visit.link("/documents/\(document.key.text)"), title))<br/>"
            }
            return [
                visit.account(going.name.account, whose(going)), "<span class=\"many\">\(documents)</span>",
                name(destination(going)), state(going), done(going),
            ]
        }
        return table.markup
    }

    /// The customer, and the project where it has a package of its own.
    private func whose(_ going: FlowDesk.Going) -> String {
        (going.party.shortName ?? going.party.name) + (going.name.project.map { ", \($0)" } ?? "")
    }

    private func destination(_ going: FlowDesk.Going) -> String {
        guard let flow = going.flow else { return visit.words("nowhere was asked for", "не просили") }
        switch queue.way {
        case .copies: return flow.copies.addresses.joined(separator: ", ")
        case .edm:
            return going.party.edmID
                ?? visit.words("no EDM id is known", "идентификатор ЭДО неизвестен")
        case .paper:
            let way = FlowPage.way(flow, visit)
            guard let address = going.state.address else { return way }
            return going.state.isLegal
                ? visit.words("\(way); legal address: \(address)", "\(way); юридический адрес: \(address)")
                : "\(way); \(address)"
        case .cabinet: return ""
        }
    }

    private func state(_ going: FlowDesk.Going) -> Markup {
        let words = visit.words
        let moment = queue.way == .copies ? going.state.copiedAt : going.state.sentAt
        if let moment {
            let text = "\(words("sent", "отправлен")) \(visit.moment(moment, queue.region))"
            return "\(visit.tag(text, "good"))\(trouble(going))"
        }
        if let copies = going.copies, !copies.waiting.isEmpty {
            return "\(visit.tag(words("letters wait to be sent", "письма ждут отправки")))\(trouble(going))"
        }
        switch queue.way {
        case .cabinet: return visit.tag(words("in the cabinet", "в кабинете"))
        case .paper where going.state.address == nil:
            return visit.tag(words("waits for an address", "ждёт адреса"), "warn")
        case .edm: return visit.tag(words("to send by EDM", "отправить по ЭДО"), "warn")
        case .paper, .copies:
            return "\(visit.tag(words("to send", "отправить"), "warn"))\(trouble(going))"
        }
    }

    /// What keeps copies from coming.
    private func trouble(_ going: FlowDesk.Going) -> [Markup] {
        guard let copies = going.copies else { return [] }
        var lines: [String] = []
        if !copies.isPrinted { lines.append(visit.words("not printed yet", "ещё не напечатаны")) }
        lines += copies.tooLarge.map { copy in
            let name = "\(copy.document.kind.phrase.text(visit.language)) № \(copy.document.number)"
            return visit.words("too large for a letter: \(name)", "не помещается в письмо: \(name)")
        }
        if let why = copies.refusal {
            lines.append(visit.words("the letter did not arrive: \(why)", "письмо не дошло: \(why)"))
        } else if case .waiting(let why?)? = copies.waiting.first?.delivery {
            lines.append(visit.words("tried: \(why)", "не удалось пока: \(why)"))
        }
        return lines.map { "<br/>\(name($0))" }
    }

    private func isDone(_ going: FlowDesk.Going) -> Bool {
        queue.way == .copies ? going.state.isCopied : going.state.isSent
    }

    private func done(_ going: FlowDesk.Going) -> Markup {
        let isReady = queue.way != .paper || going.state.address != nil
        let byMail: Markup? = going.isToMail ? mail(going) : nil
        guard queue.way != .cabinet, !isDone(going), isReady else { return "\(byMail)" }
        let id = "sent-\(Visit.segment(SendingPage.place(going.name)))"
        let summary = visit.words("Sent", "Отправлен")
        let isOpen: Markup? = failure?.form == id ? " open=\"open\"" : nil
        return """
            \(byMail)<details\(isOpen)><summary aria-label="\(summary): \(whose(going))">\(summary)</summary>
            \(form(id, [going]))</details>
            """
    }

    /// The program sends the copies itself.
    private func mail(_ going: FlowDesk.Going) -> Markup {
        let id = "mail-\(Visit.segment(SendingPage.place(going.name)))"
        let summary = visit.words("Mail it", "Письмом")
        let isOpen: Markup? = failure?.form == id ? " open=\"open\"" : nil
        return """
            <details\(isOpen)><summary aria-label="\(summary): \(whose(going))">\(summary)</summary>
            \(mailForm(id, [going]))</details>

            """
    }
}
