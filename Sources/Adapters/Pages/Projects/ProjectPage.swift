import Access
import Basics
import Counterparties
import Funding
import Metering
import Notices
import Projects
import Regions
package import UseCases
import Wording

/// A project: what it has, what it spends day by day, the money that came, its documents.
package struct ProjectPage {
    private let visit: Visit
    private let life: OverviewDesk.ProjectLife
    private var pid: String { life.row.project.project.pid.text }
    private var region: Region { life.row.project.project.region }

    package init(_ life: OverviewDesk.ProjectLife, _ visit: Visit) {
        self.life = life
        self.visit = visit
    }

    package var markup: Markup {
        let words = visit.words
        let party = life.row.account.counterparty
        let frame = Frame(
            visit: visit, title: pid, path: "/projects/\(pid)",
            query: [("month", life.month.description)], asked: pid,
            trail: [(words("Projects", "Проекты"), visit.link("/"))])
        return frame.page(
            """
            <h1>\(name(party.shortName ?? party.name))</h1>
            <div class="lead"><span>\(pid)</span><span>\(visit.region(region))</span>\(state(life.row.project.state, region, visit))\
            \(anchor(visit.explain(pid), words("why?", "почему?")))\(topUp)\(members)</div>
            \(may(.balance) ? cards : nil)\(may(.detail) ? detail : nil)\(may(.documents) ? documents : nil)
            """)
    }

    private func may(_ right: Right) -> Bool { life.rights.contains(right) }

    /// Where else in the project a user may go; pages open to all have nothing to go to.
    private var members: Markup? {
        guard case .user = visit.person, may(.members) else { return nil }
        return anchor(visit.link("/projects/\(pid)/members"), visit.words("Members", "Участники"))
    }

    private var topUp: Markup? {
        guard case .user = visit.person, may(.topUp) else { return nil }
        return anchor(visit.link("/projects/\(pid)/top-up"), visit.words("Top up", "Пополнить"))
    }

    private var detail: Markup {
        let words = visit.words
        let chart = SpendingChart(life.spending, life.month, region, visit)
        return """

            <div class="part"><h2>\(words("Spending in \(visit.month(life.month))", "Расход, \(visit.month(life.month))"))</h2>\(picker)</div>
            \(life.spending.isEmpty ? nothingSpent : chart.markup)
            \(byDay(chart))
            \(lines)
            <div class="part"><h2>\(words("Money and bonuses that came", "Поступления и бонусы"))</h2></div>
            \(movements)
            """
    }

    private var nothingSpent: Markup {
        visit.language == .en
            ? empty(
                "Nothing was spent in \(visit.month(life.month)).",
                "Choose another month, or send usage: <code>kontragent import DIR</code>, <code>POST /v1/usage/events</code>."
            )
            : empty(
                "За \(visit.month(life.month)) расхода нет.",
                "Выберите другой месяц или пришлите потребление: <code>kontragent import DIR</code>, <code>POST /v1/usage/events</code>."
            )
    }

    private var documents: Markup {
        """

        <div class="part"><h2>\(visit.words("Documents", "Документы"))</h2></div>
        \(documentList)
        """
    }

    private var documentList: Markup {
        guard life.documents.isEmpty else {
            return documentTable(
                life.documents, visit.words("The project's documents", "Документы проекта"), visit)
        }
        let command: Markup = "<code>kontragent close \(life.month.description)</code>"
        let month = anchor(
            visit.link("/months/\(life.month)"), visit.words("The month's page", "Страница месяца"))
        return visit.language == .en
            ? empty(
                "This project has no documents yet.",
                "They come when a month is closed: \(command). \(month) tells who got none, and why.")
            : empty(
                "Документов по этому проекту пока нет.",
                "Они появляются, когда закрывают месяц: \(command). \(month) скажет, кому их не выпустили и почему."
            )
    }

    private var cards: Markup {
        let project = life.row.project
        let bonuses = life.bonuses.map { "\($0.type) \(visit.sum($0.amount, region))" }
        let all: [(String, Int64, String)] = [
            (visit.words("Payment account", "Лицевой счёт"), project.lotTotal - project.debtTotal, ""),
            (
                visit.words("Bonuses", "Бонусы"), life.row.bonuses,
                bonuses.count > 1 ? bonuses.joined(separator: ", ") : ""
            ), (visit.words("Debt", "Долг"), project.debtTotal, ""),
        ]
        let items = all.map { title, sum, more -> Markup in
            """
            <li><h2>\(title)</h2><p class="big">\(anchor(visit.explain(pid), visit.sum(sum, region)))</p>
            \(more.isEmpty ? nil : "<p class=\"dim\">\(more)</p>")</li>

            """
        }
        return "<ul class=\"cards\">\(items)</ul>"
    }

    private var picker: Markup? {
        guard !life.months.isEmpty else { return nil }
        let options = life.months.map { month -> Markup in
            let chosen: Markup? = month == life.month ? " selected=\"selected\"" : nil
            return "<option value=\"\(month.description)\"\(chosen)>\(visit.month(month))</option>"
        }
        return """
            <form class="bar" action="\("/projects/\(pid)")" method="get">
            <label for="month">\(visit.words("Month", "Месяц"))</label>
            <select class="form-select" id="month" name="month">\(options)</select>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>
            </form>
            """
    }

    private func nothing(_ text: String) -> Markup { "<p class=\"dim\">\(text)</p>" }

    /// The picture's own figures; each leads to the day's lines.
    private func byDay(_ chart: SpendingChart) -> Markup? {
        guard !life.spending.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("The same in figures", "То же в цифрах"),
            columns: [.init(visit.words("Day", "День"))]
                + chart.services.map { .init($0, isSum: true) }
                + [.init(visit.words("Total", "Всего"), isSum: true)], isInside: true)
        var totals = Array(repeating: Int64(0), count: chart.services.count)
        table.rows = chart.days.map { day in
            let parts = chart.parts(of: day)
            for (place, part) in parts.enumerated() { totals[place] += part }
            let cells = zip(chart.services, parts).map { service, part -> Markup in
                let place = place(service, day)
                return part == 0
                    ? "—" : place.map { anchor("#\($0)", visit.bare(part)) } ?? "\(visit.bare(part))"
            }
            return ["\(Dates.short(day))"] + cells + ["\(visit.bare(parts.reduce(0, +)))"]
        }
        table.total =
            ["\(visit.words("Total", "Всего"))"] + totals.map { "\(visit.bare($0))" }
            + ["\(visit.sum(totals.reduce(0, +), region))"]
        return """
            <details class="panel"><summary>\(visit.words("The picture in figures", "График в цифрах"))</summary>\(table.markup)</details>
            """
    }

    private var groups: [(service: String, lines: [DayLine])] {
        Dictionary(grouping: life.lines, by: \.service).sorted { $0.key < $1.key }
            .map { ($0.key.text, $0.value) }
    }

    /// Where the day's first line of a service stands on the page.
    private func place(_ service: String, _ day: Day) -> String? {
        guard let group = groups.firstIndex(where: { $0.service == service }),
            groups[group].lines.contains(where: { $0.key.day == day })
        else { return nil }
        return "d\(group)-\(day)"
    }

    private var lines: Markup {
        let tables = groups.enumerated().map { number, group -> Markup in
            let total = group.lines.reduce(0) { $0 + $1.posted }
            var table = Table(
                caption: visit.words("Day lines of \(group.service)", "Строки дней: \(group.service)"),
                columns: [
                    .init(visit.words("Day", "День")),
                    .init(visit.words("Resource", "Ресурс"), isName: true), .init("SKU"),
                    .init(visit.words("Quantity", "Количество"), isSum: true),
                    .init(visit.words("Unit", "Единица")),
                    .init(visit.words("Charged", "Списано"), isSum: true),
                ], isInside: true)
            var last: Day?
            table.rows = group.lines.map { line in
                let day = line.key.day
                let mark: Markup =
                    day == last
                    ? "\(Dates.short(day))"
                    : "<span id=\"d\(number)-\(day.description)\">\(Dates.short(day))</span>"
                last = day
                let address = ExplanationAddress.dayLine(life.row.project.project.pid, line.key).text
                return [
                    mark, name(line.key.resource.text), name(line.key.sku.text),
                    "\(visit.quantity(line.quantity))", name(line.unit),
                    anchor(visit.explain(address), visit.bare(line.posted)),
                ]
            }
            return """
                <details class="panel"><summary>\(name(group.service)) <span class="sum">\(visit.sum(total, region))</span></summary>\(table.markup)</details>

                """
        }
        let cut: Markup? =
            life.isCut
            ? nothing(
                visit.words(
                    "There are more day lines: kontragent detail \(pid) --month \(life.month) tells them all.",
                    "Строк дней больше: все покажет kontragent detail \(pid) --month \(life.month).")) : nil
        return "\(tables)\(cut)"
    }

    private var movements: Markup {
        guard !life.movements.isEmpty else {
            let command: Markup = "<code>kontragent invoice \(pid) 5000.00</code>"
            return visit.language == .en
                ? empty("Nothing has come yet.", "Make a payment invoice for a top-up: \(command).")
                : empty("Поступлений пока не было.", "Выставьте счёт на пополнение: \(command).")
        }
        var table = Table(
            caption: visit.words("The latest first", "Сначала последние"),
            columns: [
                .init(visit.words("When", "Когда")), .init(visit.words("What", "Что"), isName: true),
                .init(visit.words("Credited", "Зачислено"), isSum: true),
                .init(visit.words("Left", "Осталось"), isSum: true),
            ])
        table.rows = life.movements.map { kept in
            let address = visit.explain(ExplanationAddress.credit(kept.credit.id).text)
            return [
                "\(visit.moment(kept.credit.at, region))", name(what(kept.credit.kind)),
                anchor(address, visit.sum(kept.credit.amount, region)),
                kept.remaining.map { anchor(address, visit.sum($0, region)) }
                    ?? "\(visit.words("waits", "ждёт расчёта"))",
            ]
        }
        return table.markup
    }

    private func what(_ kind: Credit.Kind) -> String {
        switch kind {
        case .money(let source): source.phrase.text(visit.language)
        case .bonus(let type, let expires):
            visit.words(
                "bonuses «\(type)», until \(visit.moment(expires, region))",
                "бонусы «\(type)», до \(visit.moment(expires, region))")
        }
    }
}
