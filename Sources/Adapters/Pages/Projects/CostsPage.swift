import Access
import Basics
import Metering
import Regions
package import UseCases
import Wording

/// What a project's month went on: by day as a picture and as figures, by service, resource and day line.
package struct CostsPage {
    private let visit: Visit
    private let costs: CostsDesk.Costs
    private let groups: [Group]
    private let spots: [Spot: String]
    private var head: ProjectHead { costs.head }
    private var region: Region { head.region }
    private var pid: PID { head.pid }
    private var frame: ProjectFrame {
        ProjectFrame(
            head: head, tab: .costs, visit: visit,
            query: [("month", costs.month.description)]
                + (costs.asked.map { [("service", $0.service.text), ("resource", $0.resource.text)] } ?? []))
    }

    package init(_ costs: CostsDesk.Costs, _ visit: Visit) {
        self.costs = costs
        groups = CostsPage.groups(costs)
        spots = CostsPage.spots(costs, groups)
        self.visit = visit
    }

    package var markup: Markup {
        let month = visit.month(costs.month)
        let chart = SpendingChart(costs.spending, costs.month, head, visit)
        let total = costs.spending.reduce(0) { $0 + $1.amount }
        let sum: Markup? =
            costs.spending.isEmpty
            ? nil : " <span class=\"sum\">\(anchor("#services", visit.sum(total, region)))</span>"
        return frame.page(
            """
            <div class="part first"><h2>\(visit.words("Spent in \(month)", "Расход, \(month)"))\(sum)</h2>\(picker)</div>
            \(costs.spending.isEmpty ? nothing : chart.markup)\(byDay(chart))\(costs.spending.isEmpty ? nil : services)
            """)
    }

    private var csv: Markup? {
        guard head.rights.contains(.reports), !costs.spending.isEmpty else { return nil }
        let address = visit.link("\(frame.path).csv", [("month", costs.month.description)])
        return "<a class=\"btn btn-outline-secondary\" href=\"\(address)\">CSV</a>"
    }

    private var picker: Markup? {
        CostsPicker(months: costs.months, month: costs.month, isYear: false, visit: visit).markup(
            frame.path, beside: csv)
    }

    private var nothing: Markup {
        let month = visit.month(costs.month)
        let next: Markup =
            costs.months.first.map { last in
                anchor(
                    visit.link(frame.path, [("month", last.description)]),
                    visit.words("The last month with charges", "Последний месяц с расходом"))
            }
            ?? "\(visit.words("Charges show here as soon as something is used.", "Расход появится, как только что-нибудь будет использовано."))"
        return empty(
            visit.words("Nothing was spent in \(month).", "За \(month) расхода нет."), next)
    }

    /// The picture's own figures.
    private func byDay(_ chart: SpendingChart) -> Markup? {
        guard !costs.spending.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("The same in figures", "То же в цифрах"),
            columns: [.init(visit.words("Day", "День"))]
                + chart.names.map { .init($0, isSum: true) }
                + [.init(visit.words("Total", "Всего"), isSum: true)], isInside: true)
        var totals = Array(repeating: Int64(0), count: chart.services.count)
        table.rows = chart.days.map { day in
            let parts = chart.parts(of: day)
            for (place, part) in parts.enumerated() { totals[place] += part }
            let cells = zip(chart.services, parts).map { service, part -> Markup in
                guard part != 0 else { return "—" }
                let here = service.flatMap { spots[Spot(service: $0, day: day)] }.map { "#\($0)" }
                return anchor(here ?? DayCostsPage.link(pid, day, of: service, visit), visit.bare(part))
            }
            return ["\(Dates.short(day))"] + cells + [
                anchor(DayCostsPage.link(pid, day, visit), visit.bare(parts.reduce(0, +)))
            ]
        }
        table.total =
            ["\(visit.words("Total", "Всего"))"] + totals.map { "\(visit.bare($0))" }
            + ["\(visit.sum(totals.reduce(0, +), region))"]
        return """
            <details class="panel"><summary>\(visit.words("The picture in figures", "График в цифрах"))</summary>\(table.markup)</details>
            """
    }

    private struct Group {
        let service: ServiceName
        let total: Int64
        let resources: [ResourceCost]
    }

    /// By name; the sums are of all resources, shown or not.
    private static func groups(_ costs: CostsDesk.Costs) -> [Group] {
        var totals: [ServiceName: Int64] = [:]
        for part in costs.spending { totals[part.service, default: 0] += part.amount }
        let shown = Dictionary(grouping: costs.resources, by: \.service)
        return totals.sorted { $0.key < $1.key }.map {
            Group(service: $0.key, total: $0.value, resources: shown[$0.key] ?? [])
        }
    }

    private struct Spot: Hashable {
        let service: ServiceName
        let day: Day
    }

    /// Where the lines of each service's days begin on the page.
    private static func spots(_ costs: CostsDesk.Costs, _ groups: [Group]) -> [Spot: String] {
        let numbers = Dictionary(
            groups.enumerated().map { ($1.service, $0) }, uniquingKeysWith: { first, _ in first })
        var spots: [Spot: String] = [:]
        for line in costs.lines {
            guard let number = numbers[line.service] else { continue }
            spots[Spot(service: line.service, day: line.key.day)] = "d\(number)-\(line.key.day)"
        }
        return spots
    }

    private var services: Markup {
        let lines = Dictionary(grouping: costs.lines) {
            CostsDesk.ResourceChoice(service: $0.service, resource: $0.key.resource)
        }
        let tables = groups.enumerated().map { number, group -> Markup in
            let isAsked = costs.asked?.service == group.service
            let open: Markup? = isAsked ? " open=\"open\"" : nil
            // The first line of a day on the page is where the table of days leads to.
            var seen: Set<Day> = []
            let resources = group.resources.map { cost -> Markup in
                let own =
                    lines[
                        CostsDesk.ResourceChoice(service: group.service, resource: cost.resource)] ?? []
                return resource(cost, own, number, &seen)
            }
            return """
                <details class="panel"\(open)><summary>\(name(group.service.text)) <span class="sum">\(visit.sum(group.total, region))</span></summary>
                \(resources)</details>

                """
        }
        let cut: Markup? =
            costs.isCut
            ? "<p class=\"dim\">\(visit.words("There are more resources; the sums of services are of them all, and the CSV has each line.", "Ресурсов больше; суммы сервисов — по всем, а в CSV есть каждая строка."))</p>"
            : nil
        return """
            <div class="part"><h2 id="services">\(visit.words("By service, resource and day", "По сервисам, ресурсам и дням"))</h2></div>
            \(tables)\(cut)
            """
    }

    private func resource(
        _ cost: ResourceCost, _ lines: [DayLine], _ number: Int, _ seen: inout Set<Day>
    ) -> Markup {
        let sum = visit.sum(cost.amount, region)
        guard !lines.isEmpty else {
            let address = visit.link(
                frame.path,
                [
                    ("month", costs.month.description), ("service", cost.service.text),
                    ("resource", cost.resource.text),
                ])
            return """
                <p class="row"><a href="\(address)">\(name(cost.resource.text))</a> <span class="dim">\(visit.words("days: \(cost.days)", "дней: \(cost.days)"))</span> <span class="sum"><a href="\(address)">\(sum)</a></span></p>

                """
        }
        var table = Table(
            caption: visit.words(
                "Days of \(cost.resource.text), \(cost.service.text)",
                "Дни: \(cost.resource.text), \(cost.service.text)"),
            columns: [
                .init(visit.words("Day", "День")), .init("SKU"),
                .init(visit.words("Quantity", "Количество"), isSum: true),
                .init(visit.words("Unit", "Единица")), .init(visit.words("Charged", "Списано"), isSum: true),
            ], isInside: true)
        table.rows = lines.map { line in
            let day = line.key.day
            let mark: Markup =
                seen.insert(day).inserted
                ? "<span id=\"d\(number)-\(day.description)\">\(Dates.short(day))</span>"
                : "\(Dates.short(day))"
            let address = ExplanationAddress.dayLine(pid, line.key).text
            return [
                mark, name(line.key.sku.text), "\(visit.quantity(line.quantity))", name(line.unit),
                anchor(visit.explain(address), visit.bare(line.posted)),
            ]
        }
        let open: Markup? = costs.asked == nil ? nil : " open=\"open\""
        return """
            <details class="inner-part"\(open)><summary>\(name(cost.resource.text)) <span class="sum">\(sum)</span></summary>\(table.markup)</details>

            """
    }
}
