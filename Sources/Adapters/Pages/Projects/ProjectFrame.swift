import Basics
import Counterparties
import Notices
import Projects
import UseCases
import Wording

/// What every page of a project has: whose it is and how it stands, the way to another project, its other pages.
struct ProjectFrame {
    let head: ProjectHead
    let tab: ProjectTab
    let visit: Visit
    var query: [(String, String)] = []
    /// Of a page below the tab's own: its name, and what its address has behind the tab's.
    var below: (title: String, path: String)?

    private var pid: String { head.pid.text }
    var path: String { "/projects/\(pid)\(tab.path)\(below?.path ?? "")" }

    func page(_ body: Markup) -> Markup {
        let title = below?.title ?? tab.title(visit)
        return Frame(
            visit: visit, title: "\(title) · \(pid)", path: path, query: query, asked: pid,
            trail: [(visit.words("Projects", "Проекты"), visit.link("/"))]
        ).page(
            """
            \(whose)
            <nav class="tabs" aria-label="\(visit.words("Pages of the project", "Страницы проекта"))">
            \(tabs)</nav>
            <h1>\(title)</h1>
            \(body)
            """)
    }

    /// The way to documents for who works as an individual.
    var becoming: Markup {
        ProjectTab.settings.isThere(head.rights, for: visit.person)
            ? anchor(
                visit.link("/projects/\(head.pid)/settings"),
                visit.words("Work as a company or a sole proprietor", "Работать как компания или ИП"))
            : "\(visit.words("The project's owner can change that in the settings.", "Это может изменить владелец проекта в настройках."))"
    }

    private var whose: Markup {
        let party = head.account.counterparty
        let tag = visit.tag(
            StateWords.name(head.record.state).text(visit.language), head.record.state.tone)
        return """
            <div class="whose"><p class="whose-name">\(name(party.shortName ?? party.name))</p>\(switcher)\
            <span>\(visit.region(head.region))</span>\(tag)</div>
            """
    }

    /// The project by its PID and what it is called; where there are others, a list that unfolds without a script.
    private var switcher: Markup {
        let own: Markup = "<code>\(pid)</code>\(called(head.pid))"
        guard head.projects.count > 1 else { return own }
        let items = head.projects.map { other -> Markup in
            let here: Markup? = other == head.pid ? " aria-current=\"true\"" : nil
            return
                "<li><a href=\"\(visit.link("/projects/\(other)"))\"\(here)>\(other.text)\(called(other))</a></li>\n"
        }
        return """
            <details class="switch"><summary><span class="visually-hidden">\(visit.words("Project, choose another:", "Проект, выбрать другой:"))</span> \
            \(own)</summary>
            <ul>\(items)</ul></details>
            """
    }

    private func called(_ pid: PID) -> Markup? {
        head.names[pid].map { " <span class=\"called\">\($0.text)</span>" }
    }

    private var tabs: [Markup] {
        ProjectTab.allCases.filter { $0.parent == $0 && $0.isThere(head.rights, for: visit.person) }.map {
            tab in
            let isHere = tab == self.tab && below == nil
            let here: Markup? = tab == self.tab.parent ? " aria-current=\"\(isHere ? "page" : "true")\"" : nil
            return "<a href=\"\(visit.link("/projects/\(pid)\(tab.path)"))\"\(here)>\(tab.title(visit))</a>\n"
        }
    }
}

/// The way to the rows behind these; nothing where these were the last.
func onward(_ visit: Visit, _ path: String, _ query: [(String, String)], after place: String?) -> Markup? {
    let isFirst = !query.contains { $0.0 == "after" && !$0.1.isEmpty }
    let rest = query.filter { $0.0 != "after" }
    guard place != nil || !isFirst else { return nil }
    let back: Markup? =
        isFirst
        ? nil
        : "<a class=\"btn btn-outline-secondary btn-sm\" href=\"\(visit.link(path, rest))\">\(visit.words("To the beginning", "В начало"))</a> "
    let next: Markup? = place.map { place in
        "<a class=\"btn btn-outline-secondary btn-sm\" href=\"\(visit.link(path, rest + [("after", place)]))\">\(visit.words("Further", "Дальше")) →</a>"
    }
    return """
        <nav class="pager" aria-label="\(visit.words("Pages of the list", "Страницы списка"))">\(back)\(next)</nav>

        """
}
