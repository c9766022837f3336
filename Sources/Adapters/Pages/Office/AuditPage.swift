import Basics
import Notices
import Regions
package import UseCases

/// What staff did: who, when, what, on what, why.
package struct AuditPage {
    /// What the reader narrowed the list to, as typed.
    package struct Filter: Sendable {
        package let who: String
        package let action: String
        package let object: String
        package let from: String
        package let until: String

        package init(who: String, action: String, object: String, from: String, until: String) {
            self.who = who
            self.action = action
            self.object = object
            self.from = from
            self.until = until
        }

        var query: [(String, String)] {
            [("who", who), ("action", action), ("object", object), ("from", from), ("until", until)]
        }
    }

    private let visit: Visit
    private let filter: Filter
    private let entries: [AuditEntry]
    private let next: AuditPlace?
    private let isFirst: Bool

    package init(
        _ entries: [AuditEntry], next: AuditPlace?, isFirst: Bool, _ filter: Filter, _ visit: Visit
    ) {
        self.entries = entries
        self.next = next
        self.isFirst = isFirst
        self.filter = filter
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("What staff did", "Действия сотрудников")
        let isNarrow = filter.query.contains { !$0.1.isEmpty }
        let list: Markup =
            !entries.isEmpty
            ? AuditTable(entries, visit).markup
            : isNarrow
                ? empty(
                    visit.words("Nothing was done that is like that.", "Таких действий не было."),
                    anchor(visit.link("/audit"), visit.words("Show all", "Показать все")))
                : empty(
                    visit.words("Nobody has done anything yet.", "Пока никто ничего не делал."),
                    "\(visit.words("Matching a transfer, closing a month and the like will stand here, with reasons.", "Здесь будут разбор переводов, закрытия месяцев и прочее — с причинами."))"
                )
        return Frame(visit: visit, title: title, path: "/audit", query: filter.query).page(
            """
            <h1>\(title)</h1>
            \(form)\(list)
            \(visit.onward("/audit", filter.query, "before", next?.text, isFirst: isFirst))
            """)
    }

    private var form: Markup {
        let actions = StaffAction.allCases.map { action -> Markup in
            let chosen: Markup? = action.rawValue == filter.action ? " selected=\"selected\"" : nil
            return
                "<option value=\"\(action.rawValue)\"\(chosen)>\(action.phrase.text(visit.language))</option>"
        }
        return """
            <form class="bar" action="/audit" method="get">
            <label for="who">\(visit.words("Who", "Кто"))</label>
            <input class="form-control" id="who" name="who" value="\(filter.who)" placeholder="name@office.example"/>
            <label for="action">\(visit.words("What", "Что"))</label>
            <select class="form-select" id="action" name="action"><option value="">\(visit.words("anything", "всё"))</option>\(actions)</select>
            <label for="object">\(visit.words("On what", "Над чем"))</label>
            <input class="form-control" id="object" name="object" value="\(filter.object)" placeholder="bank/17"/>
            <span class="pair"><label for="from">\(visit.words("From", "С"))</label>
            <input class="form-control day" id="from" name="from" type="date" value="\(filter.from)"/></span>
            <span class="pair"><label for="until">\(visit.words("through", "по"))</label>
            <input class="form-control day" id="until" name="until" type="date" value="\(filter.until)"/></span>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>
            </form>

            """
    }
}

/// Entries of the audit trail in a table.
struct AuditTable {
    private let entries: [AuditEntry]
    private let visit: Visit

    init(_ entries: [AuditEntry], _ visit: Visit) {
        self.entries = entries
        self.visit = visit
    }

    var markup: Markup {
        var table = Table(
            caption: visit.words("The latest first", "Последние сверху"),
            columns: [
                .init(visit.words("When", "Когда")), .init(visit.words("Who", "Кто"), isName: true),
                .init(visit.words("What", "Что")), .init(visit.words("On what", "Над чем")),
                .init(visit.words("Besides", "Подробность"), isName: true),
                .init(visit.words("Why", "Почему"), isName: true),
            ])
        table.rows = entries.map { entry in
            [
                "\(visit.moment(entry.at, .moscow))", name(entry.who),
                "\(entry.action.phrase.text(visit.language))", object(entry.object), name(entry.detail),
                name(entry.reason),
            ]
        }
        return table.markup
    }

    /// Where what was done can be looked at.
    private func object(_ text: String) -> Markup {
        if text.hasPrefix("bank/statements/") {
            let digest = String(text.dropFirst("bank/statements/".count))
            return anchor(visit.link("/bank/files/\(digest)"), visit.words("bank file", "выписка"))
        }
        if text.hasPrefix("bank/"), let number = Int64(text.dropFirst(5)) { return visit.bankLine(number) }
        if text.hasPrefix("requests/") || text.hasPrefix("letters/") {
            return anchor(visit.link("/\(text)"), text)
        }
        if text.hasPrefix("closing/") {
            return anchor(visit.link("/closings/\(text.dropFirst(8))"), String(text.dropFirst(8)))
        }
        return name(text)
    }
}
