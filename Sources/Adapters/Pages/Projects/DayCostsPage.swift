import Basics
import Metering
import Regions
package import UseCases
import Wording

/// What a day went on, line by line, each with its reason; of one service or of all.
package struct DayCostsPage {
    private let visit: Visit
    private let costs: CostsDesk.OfDay
    private let after: String
    private var region: Region { costs.head.region }
    private var pid: PID { costs.head.pid }

    package init(_ costs: CostsDesk.OfDay, after: String = "", _ visit: Visit) {
        self.costs = costs
        self.after = after
        self.visit = visit
    }

    /// A day's page, where a figure of that day leads.
    static func link(_ pid: PID, _ day: Day, of service: ServiceName? = nil, _ visit: Visit) -> String {
        visit.link(
            "/projects/\(pid)/costs", [("day", day.description), ("service", service?.text ?? "")])
    }

    package var markup: Markup {
        let day = Dates.long(costs.day, visit.language)
        let query = [
            ("day", costs.day.description), ("service", costs.service?.text ?? ""), ("after", after),
        ]
        let frame = ProjectFrame(
            head: costs.head, tab: .costs, visit: visit, query: query,
            below: (visit.words("Spent on \(day)", "Расход за \(day)"), ""))
        let month = anchor(
            visit.link(frame.path, [("month", costs.day.month.description)]), visit.month(costs.day.month))
        let nothing = empty(
            visit.words("Nothing was spent on \(day).", "За \(day) расхода нет."), month)
        guard !costs.spending.isEmpty else { return frame.page(nothing) }
        return frame.page(
            """
            <p class="lead">\(month)</p>
            \(services)\(lines)\(onward(visit, frame.path, query, after: costs.next?.text))
            """)
    }

    private var services: Markup {
        var table = Table(
            caption: visit.words("By service", "По сервисам"),
            columns: [
                .init(visit.words("Service", "Сервис"), isName: true),
                .init(visit.words("Charged", "Списано"), isSum: true),
            ])
        table.rows = costs.spending.map { part in
            [
                name(part.service.text),
                anchor(DayCostsPage.link(pid, costs.day, of: part.service, visit), visit.bare(part.amount)),
            ]
        }
        table.total = [
            "\(visit.words("Total", "Всего"))",
            anchor(
                DayCostsPage.link(pid, costs.day, visit),
                visit.sum(costs.spending.reduce(0) { $0 + $1.amount }, region)),
        ]
        return table.markup
    }

    private var lines: Markup {
        var table = Table(
            caption: costs.service.map { visit.words("Day lines, \($0)", "Строки дня, \($0)") }
                ?? visit.words("Day lines", "Строки дня"),
            columns: [
                .init(visit.words("Resource", "Ресурс"), isName: true), .init("SKU"),
                .init(visit.words("Quantity", "Количество"), isSum: true),
                .init(visit.words("Unit", "Единица")), .init(visit.words("Charged", "Списано"), isSum: true),
            ])
        table.rows = costs.lines.map { line in
            [
                name(line.key.resource.text), name(line.key.sku.text),
                "\(visit.quantity(line.quantity))", name(line.unit),
                anchor(
                    visit.explain(ExplanationAddress.dayLine(pid, line.key).text), visit.bare(line.posted)),
            ]
        }
        table.total = [
            "\(visit.words("On this page", "На этой странице"))", "", "", "",
            "\(visit.sum(costs.lines.reduce(0) { $0 + $1.posted }, region))",
        ]
        return table.markup
    }
}
