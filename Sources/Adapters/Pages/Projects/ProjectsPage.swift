import Access
package import Basics
import Counterparties
import Notices
import Projects
import Regions
package import UseCases
import Wording

/// The first page: what each region has in all, and the projects.
package struct ProjectsPage {
    private let visit: Visit
    private let list: OverviewDesk.ProjectList
    private let after: PID?
    private let pulse: Markup?
    private let time: [(String, String)]

    /// `pulse`: charts for staff; `time`: what they are of.
    package init(
        _ list: OverviewDesk.ProjectList, after: PID? = nil, pulse: Markup? = nil,
        time: [(String, String)] = [], _ visit: Visit
    ) {
        self.after = after
        self.pulse = pulse
        self.time = time
        self.list = list
        self.visit = visit
    }

    package var markup: Markup {
        let words = visit.words
        let query = [
            ("q", list.search.text), ("state", list.search.state?.rawValue ?? ""),
            ("region", list.search.region?.rawValue ?? ""),
        ]
        let frame = Frame(visit: visit, title: words("Projects", "Проекты"), path: "/", query: query + time)
        let regions = list.regions.map { region -> Markup in
            func sum(_ minor: Int64, _ state: ProjectSearch.State? = nil) -> Markup {
                anchor(projects(region.region, state), visit.sum(minor, region.region))
            }
            return """
                <li><h2>\(visit.region(region.region))\(words(": on payment accounts", ": на лицевых счетах"))</h2>
                <p class="big">\(sum(region.payment))</p>
                <dl class="small-facts">
                <div><dt>\(words("Projects", "Проектов"))</dt><dd>\(visit.count(region.projects))</dd></div>
                <div><dt>\(words("frozen", "заморожено"))</dt><dd>\(anchor(projects(region.region, .frozen), visit.count(region.frozen)))</dd></div>
                <div><dt>\(words("bonuses", "бонусы"))</dt><dd>\(sum(region.bonuses))</dd></div>
                <div><dt>\(words("debt", "долг"))</dt><dd>\(sum(region.debt, .owing))</dd></div>
                </dl></li>

                """
        }
        let cards: Markup? = regions.isEmpty ? nil : "<ul class=\"cards\">\(regions)</ul>"
        return frame.page(
            """
            <h1>\(words("Projects", "Проекты"))</h1>
            \(cards)\(create)\(list.regions.isEmpty ? nil : form)
            \(list.rows.isEmpty ? nothing : table)
            \(onward(visit, "/", query + [("after", after?.text ?? "")], after: list.next?.text))\(pulse)
            """)
    }

    /// The list of a region's projects, with their total beneath.
    private func projects(_ region: Region, _ state: ProjectSearch.State?) -> String {
        visit.link("/", [("state", state?.rawValue ?? ""), ("region", region.rawValue)], to: "projects")
    }

    /// A customer's way to another project.
    private var create: Markup? {
        guard case .customer = list.viewer else { return nil }
        return "<p>\(anchor(visit.link("/new-project"), visit.words("A new project", "Новый проект")))</p>\n"
    }

    private var form: Markup {
        let states: [(String, String)] = [
            ("", visit.words("any state", "любое состояние")), ("active", visit.words("active", "работает")),
            ("frozen", visit.words("frozen", "заморожен")),
            ("conserved", visit.words("conserved", "законсервирован")),
            ("disputed", visit.words("with disputed usage", "со спорным")),
            ("owing", visit.words("owing", "с долгом")),
        ]
        let options = states.map { value, text -> Markup in
            let chosen: Markup? =
                value == (list.search.state?.rawValue ?? "") ? " selected=\"selected\"" : nil
            return "<option value=\"\(value)\"\(chosen)>\(text)</option>"
        }
        let regions = list.regions.map { of -> Markup in
            let chosen: Markup? = of.region == list.search.region ? " selected=\"selected\"" : nil
            return "<option value=\"\(of.region.rawValue)\"\(chosen)>\(visit.region(of.region))</option>"
        }
        let region: Markup? =
            list.regions.count < 2
            ? nil
            : """
            <label for="region">\(visit.words("Region", "Регион"))</label>
            <select class="form-select" id="region" name="region"><option value="">\(visit.words("all regions", "все регионы"))</option>\(regions)</select>

            """
        return """
            <form class="bar" action="/" method="get" id="projects">
            <label for="q">\(visit.words("Find", "Найти"))</label>
            <input class="form-control" id="q" name="q" value="\(list.search.text)" placeholder="\(visit.words("PID, name, tax id", "PID, имя, ИНН"))"/>
            <label for="state">\(visit.words("State", "Состояние"))</label>
            <select class="form-select" id="state" name="state">\(options)</select>
            \(region)\(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>
            </form>
            """
    }

    private var nothing: Markup {
        guard list.regions.isEmpty else {
            return empty(
                visit.words("No project is like that.", "Таких проектов нет."),
                anchor(visit.link("/"), visit.words("Show all projects", "Показать все проекты")))
        }
        if case .customer = list.viewer {
            return empty(
                visit.words("You have no projects yet.", "У вас пока нет проектов."),
                anchor(visit.link("/new-project"), visit.words("Create the first one", "Создайте первый")))
        }
        guard visit.isStaff else {
            // Whoever looks in without signing in sits at the machine.
            let command: Markup = "<code>kontragent import DIR</code>"
            return visit.language == .en
                ? empty(
                    "There are no projects yet.", "Load a dataset: \(command). Then come back to this page.")
                : empty(
                    "Проектов пока нет.",
                    "Загрузите набор данных: \(command). Потом вернитесь на эту страницу.")
        }
        return empty(
            visit.words("There are no projects yet.", "Проектов пока нет."),
            "\(visit.words("They appear here when customers sign up, or when accounts are imported.", "Они появятся здесь, когда клиенты зарегистрируются или будут загружены учётные записи."))"
        )
    }

    private var table: Markup {
        var table = Table(
            caption: visit.words("Projects: \(list.count)", "Проектов: \(list.count)"),
            columns: [
                .init("PID"), .init(visit.words("Customer", "Клиент"), isName: true),
                .init(visit.words("Region", "Регион")),
                .init(visit.words("Payment account", "Лицевой счёт"), isSum: true),
                .init(visit.words("Bonuses", "Бонусы"), isSum: true),
                .init(visit.words("Debt", "Долг"), isSum: true),
                .init(visit.words("State", "Состояние"), isName: true),
            ])
        table.rows = list.rows.map { row in
            let project = row.project
            let pid = project.project.pid.text
            let region = project.project.region
            let party = row.account.counterparty
            let why = visit.explain(pid)
            let isSeen = list.viewer.may(.balance, in: project.project.pid)
            func sum(_ minor: Int64) -> Markup { isSeen ? anchor(why, visit.sum(minor, region)) : "—" }
            return [
                "\(anchor(visit.link("/projects/\(pid)"), pid))\(row.name.map { " <span class=\"called\">\($0.text)</span>" })",
                name(party.shortName ?? party.name),
                "\(visit.region(region))",
                sum(project.lotTotal - project.debtTotal),
                sum(row.bonuses),
                sum(project.debtTotal),
                state(project.state, region, visit),
            ]
        }
        table.total = list.found.map { found in
            [
                "\(visit.words("All that are found", "Все найденные"))", "", "",
                "\(visit.sum(found.payment, found.region))", "\(visit.sum(found.bonuses, found.region))",
                "\(visit.sum(found.debt, found.region))", "",
            ]
        }
        return table.markup
    }
}

/// A state in words; a frozen one stands out.
func state(_ state: ProjectState, _ region: Region, _ visit: Visit) -> Markup {
    let text = StateWords.phrase(state, in: region).text(visit.language)
    return visit.tag(text, state == .active ? state.tone : "long \(state.tone)")
}

extension ProjectState {
    /// Its colour.
    var tone: String {
        switch self {
        case .active: "good"
        case .frozen: "bad"
        case .conserved: "warn"
        }
    }
}
