import Access
import Basics
import Notices
import Requests
package import UseCases
import Wording

/// The one queue of the staff: what is due first stands first, of what is closed the latest.
package struct RequestQueuePage {
    private let visit: Visit
    private let queue: RequestsDesk.Queue
    private let isMine: Bool
    private let after: String

    package init(_ queue: RequestsDesk.Queue, isMine: Bool, after: String, _ visit: Visit) {
        self.queue = queue
        self.isMine = isMine
        self.after = after
        self.visit = visit
    }

    private var query: [(String, String)] {
        [
            ("part", queue.search.part == .active ? "" : queue.search.part.rawValue),
            ("department", queue.search.department?.rawValue ?? ""), ("mine", isMine ? "yes" : ""),
        ]
    }

    package var markup: Markup {
        let title = visit.words("Requests", "Запросы")
        return Frame(
            visit: visit, title: title, path: "/requests", query: query + [("after", after)],
            keys: [("]", visit.words("further", "дальше"))]
        ).page(
            """
            <h1>\(title)</h1>
            <p>\(anchor(visit.link("/letters"), visit.words("Letters that wait for a person", "Письма, которые ждут сотрудника")))</p>
            \(filter)\(list)\
            \(visit.onward("/requests", query, "after", queue.next?.text, isFirst: after.isEmpty))
            """)
    }

    private var filter: Markup {
        func options(_ all: [(String, String)], _ chosen: String) -> [Markup] {
            all.map { value, name in
                let isChosen: Markup? = value == chosen ? " selected=\"selected\"" : nil
                return "<option value=\"\(value)\"\(isChosen)>\(name)</option>"
            }
        }
        let parts = options(
            RequestSearch.Part.allCases.map { ($0.rawValue, RequestQueuePage.words($0, visit)) },
            queue.search.part.rawValue)
        let departments = options(
            [("", visit.words("all departments", "все отделы"))]
                + Department.allCases.map { ($0.rawValue, $0.phrase.text(visit.language)) },
            queue.search.department?.rawValue ?? "")
        let whose = options(
            [
                ("", visit.words("whoever works on it", "любой исполнитель")),
                ("yes", visit.words("mine", "мои")),
            ],
            isMine ? "yes" : "")
        return """
            <form class="bar" action="/requests" method="get">
            <label for="part">\(visit.words("State", "Состояние"))</label><select class="form-select" id="part" name="part">\(parts)</select>
            <label for="department">\(visit.words("Department", "Отдел"))</label><select class="form-select" id="department" name="department">\(departments)</select>
            <label for="mine">\(visit.words("Whose", "Чьи"))</label><select class="form-select" id="mine" name="mine">\(whose)</select>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>
            </form>

            """
    }

    private static func words(_ part: RequestSearch.Part, _ visit: Visit) -> String {
        switch part {
        case .active: visit.words("not closed", "не закрытые")
        case .open: visit.words("new", "новые")
        case .assigned: visit.words("in work", "в работе")
        case .waiting: visit.words("waiting for the customer", "ждут клиента")
        case .closed: visit.words("closed", "закрытые")
        }
    }

    private var list: Markup {
        guard !queue.requests.isEmpty else {
            return empty(
                visit.words("No such request waits.", "Таких запросов нет."),
                "\(visit.words("Choose another state or department.", "Выберите другое состояние или отдел."))"
            )
        }
        var table = Table(
            caption: visit.words("Requests", "Запросы"),
            columns: [
                .init("№"), .init(visit.words("What", "О чём"), isName: true),
                .init(visit.words("Customer", "Клиент"), isName: true),
                .init(visit.words("Project", "Проект")),
                .init(visit.words("State", "Состояние")),
                .init(visit.words("Deadline", "Срок"), isName: true),
                .init(visit.words("Who works on it", "Исполнитель"), isName: true),
            ])
        table.rows = queue.requests.map { listed in
            let request = listed.request
            return [
                anchor(visit.link("/requests/\(request.number)"), "\(request.number)"),
                name(request.kind.phrase.text(visit.language)),
                visit.account(request.account, listed.customer), visit.project(request.project),
                visit.tag(request.standing.state), visit.deadline(request, at: queue.now),
                name(listed.assignee ?? "—"),
            ]
        }
        return table.markup
    }
}
