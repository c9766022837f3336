import Access
import Basics
package import UseCases
import Wording

/// The months that have documents, region by region.
package struct MonthsPage {
    private let visit: Visit
    private let months: [DocumentMonth]

    package init(_ months: [DocumentMonth], _ visit: Visit) {
        self.months = months
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("Months", "Месяцы")
        return Frame(visit: visit, title: title, path: "/months").page(
            "<h1>\(title)</h1>\n\(months.isEmpty ? none : table)")
    }

    private var none: Markup {
        empty(visit.words("No month is closed yet.", "Ни один месяц ещё не закрыт."), closingWay(visit))
    }

    private var table: Markup {
        var table = Table(
            caption: visit.words("The latest first", "Сначала последние"),
            columns: [
                .init(visit.words("Month", "Месяц")), .init(visit.words("Region", "Регион")),
                .init(visit.words("Documents", "Документов"), isSum: true),
                .init(visit.words("Customers", "Клиентов"), isSum: true),
                .init(visit.words("Closed", "Закрыт")),
            ])
        table.rows = months.map { month in
            [
                anchor(visit.link("/months/\(month.month)"), visit.month(month.month)),
                "\(visit.region(month.region))", "\(visit.count(month.documents))",
                "\(visit.count(month.customers))",
                "\(month.closedAt.map { visit.moment($0, month.region) } ?? visit.words("open", "открыт"))",
            ]
        }
        return table.markup
    }
}

/// How a month comes to be closed: by the staff's page for whoever is there, else by a command.
func closingWay(_ visit: Visit, _ month: Month? = nil) -> Markup {
    guard visit.office.contains(.closing) else {
        let command: Markup = "<code>kontragent close\(month.map { " \($0)" } ?? "")</code>"
        return visit.language == .en
            ? "Months are closed in the office, or by \(command)."
            : "Месяцы закрывают в бэк-офисе или командой \(command)."
    }
    return anchor(visit.link("/closings"), visit.words("Close a month", "Закрыть месяц"))
}
