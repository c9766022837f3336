import Basics
import Metering
import Regions
package import UseCases
import Wording

/// What a project's twelve months went on: by month and service, as a picture and as figures.
package struct YearCostsPage {
    private let visit: Visit
    private let year: CostsDesk.Year
    private var frame: ProjectFrame {
        ProjectFrame(
            head: year.head, tab: .costs, visit: visit,
            query: [("month", year.month.description), ("span", "year")])
    }

    package init(_ year: CostsDesk.Year, _ visit: Visit) {
        self.year = year
        self.visit = visit
    }

    static func link(to month: Month, of pid: PID, _ visit: Visit) -> String {
        visit.link("/projects/\(pid)\(ProjectTab.costs.path)", [("month", month.description)])
    }

    package var markup: Markup {
        let chart = SpendingChart(year, visit)
        let total = year.spending.reduce(0) { $0 + $1.amount }
        let sum: Markup? =
            year.spending.isEmpty
            ? nil : " <span class=\"sum\">\(anchor("#months", visit.sum(total, year.head.region)))</span>"
        let title = visit.words(
            "Spent from \(visit.month(year.first)) to \(visit.month(year.month))",
            "Расход, \(visit.month(year.first)) — \(visit.month(year.month))")
        let picker = CostsPicker(months: year.months, month: year.month, isYear: true, visit: visit)
        return frame.page(
            """
            <div class="part first"><h2>\(title)\(sum)</h2>\(picker.markup(frame.path))</div>
            \(year.spending.isEmpty ? nothing : "\(chart.markup)\(table(chart))" as Markup)
            """)
    }

    private var nothing: Markup {
        empty(
            visit.words("Nothing was spent in these months.", "За эти месяцы расхода нет."),
            anchor(
                visit.link(frame.path),
                visit.words("The last month with charges", "Последний месяц с расходом")))
    }

    /// The picture's own figures, each month leading to its days.
    private func table(_ chart: SpendingChart) -> Markup {
        var table = Table(
            caption: visit.words("By month and service", "По месяцам и сервисам"),
            columns: [.init(visit.words("Month", "Месяц"))]
                + chart.names.map { .init($0, isSum: true) }
                + [.init(visit.words("Total", "Всего"), isSum: true)])
        var totals = Array(repeating: Int64(0), count: chart.services.count)
        table.rows = chart.months.map { month in
            let parts = chart.parts(of: month)
            for (place, part) in parts.enumerated() { totals[place] += part }
            let address = YearCostsPage.link(to: month, of: year.head.pid, visit)
            return [anchor(address, visit.month(month))]
                + parts.map { $0 == 0 ? "—" : anchor(address, visit.bare($0)) }
                + [anchor(address, visit.bare(parts.reduce(0, +)))]
        }
        table.total =
            ["\(visit.words("Total", "Всего"))"] + totals.map { "\(visit.bare($0))" }
            + ["\(visit.sum(totals.reduce(0, +), year.head.region))"]
        return "<div id=\"months\">\(table.markup)</div>\n"
    }
}
