import Access
import Basics
import Contracts
import Counterparties
import Payments
import Regions
package import UseCases
import Wording

/// Charts of the staff's first page, each with the same figures in a table.
package struct PulseView {
    private let visit: Visit
    private let pulse: OfficeDesk.Pulse

    package init(_ pulse: OfficeDesk.Pulse, _ visit: Visit) {
        self.pulse = pulse
        self.visit = visit
    }

    package var markup: Markup { "\(choice)\(pulse.regions.map(region))" }

    /// Which time the charts are of, as the page's address says it.
    package static func query(_ span: OfficeDesk.Span) -> [(String, String)] {
        switch span {
        case .latest: []
        case .month(let month): [("month", month.description)]
        case .year(let months): [("month", months.upperBound.description), ("span", "year")]
        }
    }

    private var isYear: Bool { if case .year = pulse.span { true } else { false } }

    private var choice: Markup {
        let chosen: Month? =
            switch pulse.span {
            case .latest: nil
            case .month(let month): month
            case .year(let months): months.upperBound
            }
        let known =
            pulse.months.contains { $0 == chosen } ? pulse.months : (chosen.map { [$0] } ?? []) + pulse.months
        let months = known.map { month -> Markup in
            let here: Markup? = month == chosen ? " selected=\"selected\"" : nil
            return "<option value=\"\(month.description)\"\(here)>\(visit.month(month))</option>"
        }
        let year: Markup? = isYear ? " selected=\"selected\"" : nil
        return """
            <form class="bar" action="/#time" method="get" id="time">
            <label for="time-month">\(visit.words("Charts of", "Графики за"))</label>
            <select class="form-select" id="time-month" name="month"><option value="">\(visit.words("the last days", "последние дни"))</option>\(months)</select>
            <label for="time-span">\(visit.words("as", "показать"))</label>
            <select class="form-select" id="time-span" name="span"><option value="">\(visit.words("one month", "один месяц"))</option><option value="year"\(year)>\(visit.words("twelve months to it", "двенадцать месяцев по него"))</option></select>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>
            </form>

            """
    }

    private func region(_ of: OfficeDesk.Pulse.OfRegion) -> Markup {
        """
        <div class="part"><h2>\(visit.region(of.region))\(visit.words(": at a glance", ": кратко"))</h2></div>
        <div class="charts">\(money(of))\(debts(of))\(documents(of))</div>\(above(of))

        """
    }

    private func money(_ of: OfficeDesk.Pulse.OfRegion) -> Markup? {
        guard !of.turnovers.isEmpty else { return nil }
        let title = visit.words(
            "Money in and out, \(Dates.short(of.first)) to \(Dates.short(of.last))",
            "Деньги: приход и расход, \(Dates.short(of.first)) — \(Dates.short(of.last))")
        let days = Dictionary(of.turnovers.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
        let slots =
            isYear
            ? (of.first.month.index...of.last.month.index).map { Month(index: $0).firstDay }
            : (of.first.number...of.last.number).map { Day(number: $0) }
        let chart = BarChart(
            title: title,
            bars: slots.map { day in
                BarChart.Slot(
                    label: isYear
                        ? PulseView.label(day.month)
                        : day.number % 5 == 0 ? String(day.description.suffix(5)) : "",
                    name: isYear ? visit.month(day.month) : Dates.short(day),
                    values: [days[day]?.received ?? 0, days[day]?.spent ?? 0])
            }, series: [visit.words("in", "приход"), visit.words("out", "расход")], region: of.region,
            isMoney: true, visit: visit)
        var table = table(
            of, title,
            [
                isYear ? visit.words("Month", "Месяц") : visit.words("Day", "День"),
                visit.words("In", "Приход"), visit.words("Out", "Расход"),
            ])
        table.rows = of.turnovers.map {
            [
                isYear ? "\(visit.month($0.day.month))" : "\(Dates.short($0.day))",
                anchor(lines($0, .incoming), visit.sum($0.received, of.region)),
                anchor(lines($0, .outgoing), visit.sum($0.spent, of.region)),
            ]
        }
        return card(title, chart.markup, table)
    }

    /// "09.26", short enough to stand under a bar.
    static func label(_ month: Month) -> String {
        "\(String(month.description.suffix(2))).\(String(month.description.prefix(4).suffix(2)))"
    }

    /// A day's bank lines, for those who see them; a month's days.
    private func lines(_ turnover: BankTurnover, _ direction: PaymentDirection) -> String? {
        if isYear { return visit.link("/", PulseView.query(.month(turnover.day.month)), to: "time") }
        guard visit.office.contains(.matching) else { return nil }
        return visit.link(
            "/bank",
            [
                ("day", turnover.day.description), ("region", turnover.region.rawValue),
                ("way", direction.rawValue),
            ])
    }

    private func debts(_ of: OfficeDesk.Pulse.OfRegion) -> Markup? {
        guard !of.debts.isEmpty else { return nil }
        let title =
            of.isByDueDay
            ? visit.words(
                "What is owed, by age since the day it was due, or of the service",
                "Задолженность по давности срока оплаты или услуг")
            : visit.words("What is owed, by age of the service", "Задолженность по давности услуг")
        let names = of.debts.map { age($0.age) }
        let chart = BarChart(
            title: title,
            bars: zip(names, of.debts).map { .init(label: $0, name: $0, values: [$1.amount]) },
            series: [visit.words("owed", "долг")], region: of.region, isMoney: true, visit: visit)
        var table = table(of, title, [visit.words("Age", "Давность"), visit.words("Owed", "Долг")])
        let owing = visit.link(
            "/", [("state", ProjectSearch.State.owing.rawValue), ("region", of.region.rawValue)],
            to: "projects")
        table.rows = zip(names, of.debts).map {
            ["\($0)", anchor(owing, visit.sum($1.amount, of.region))]
        }
        return card(title, chart.markup, table)
    }

    private func age(_ age: OfficeDesk.Pulse.Age) -> String {
        switch age {
        case .notDue: visit.words("not due yet", "срок не наступил")
        case .thisMonth: visit.words("this month", "этот месяц")
        case .oneMonth: visit.words("last month", "прошлый")
        case .twoMonths: visit.words("two months", "два месяца")
        case .older: visit.words("older", "старше")
        }
    }

    /// Customers who owe more than the limit of their contract (O19).
    private func above(_ of: OfficeDesk.Pulse.OfRegion) -> Markup? {
        guard !of.above.isEmpty else { return nil }
        let shown = of.above.count
        let count =
            shown < of.aboveCount
            ? visit.words(", \(shown) of \(of.aboveCount)", ", \(shown) из \(of.aboveCount)") : ""
        var table = Table(
            caption: visit.words(
                "Above the credit limit, \(visit.region(of.region))\(count)",
                "Выше кредитного лимита, \(visit.region(of.region))\(count)"),
            columns: [
                .init(visit.words("Customer", "Клиент"), isName: true),
                .init(visit.words("Contract", "Договор"), isName: true),
                .init(visit.words("Owed", "Долг"), isSum: true),
                .init(visit.words("Limit", "Лимит"), isSum: true),
                .init(visit.words("Above by", "Превышение"), isSum: true),
            ])
        table.rows = of.above.map { debtor in
            let (id, use) = (debtor.account.id, debtor.use)
            let story = visit.accountLink(id)
            let contract = visit.link(
                "/contracts/\(Visit.segment(id.text))", [("region", of.region.rawValue)])
            return [
                visit.account(id, debtor.account.counterparty.name),
                "<a href=\"\(contract)\">\(name("№ \(use.contract.number)"))</a>",
                anchor(story, visit.sum(use.owed, of.region)),
                anchor(contract, visit.sum(use.limit, of.region)),
                "<span class=\"bad\">\(anchor(story, visit.sum(use.owed - use.limit, of.region)))</span>",
            ]
        }
        return table.markup
    }

    private func documents(_ of: OfficeDesk.Pulse.OfRegion) -> Markup? {
        if isYear { return documentsByMonth(of) }
        guard let (month, funnel) = of.documents.first else { return nil }
        let title = visit.words("Documents of \(visit.month(month))", "Документы, \(visit.month(month))")
        let steps = [
            (visit.words("numbered", "с номером"), funnel.issued),
            (visit.words("printed", "напечатано"), funnel.printed),
            (visit.words("letters sent", "писем отправлено"), funnel.told),
            (visit.words("letters waiting", "писем ждёт"), funnel.waiting),
        ]
        let chart = BarChart(
            title: title, bars: steps.map { .init(label: $0.0, name: $0.0, values: [Int64($0.1)]) },
            series: [visit.words("documents", "документы")], region: of.region, isMoney: false, visit: visit)
        var table = table(of, title, [visit.words("State", "Состояние"), visit.words("How many", "Сколько")])
        table.rows = steps.map { ["\($0.0)", "\(visit.count($0.1))"] }
        return card(title, chart.markup, table)
    }

    private func documentsByMonth(_ of: OfficeDesk.Pulse.OfRegion) -> Markup? {
        guard !of.documents.isEmpty else { return nil }
        let title = visit.words(
            "Documents, \(visit.month(of.first.month)) to \(visit.month(of.last.month))",
            "Документы, \(visit.month(of.first.month)) — \(visit.month(of.last.month))")
        let names = [
            visit.words("numbered", "с номером"), visit.words("printed", "напечатано"),
            visit.words("letters sent", "писем отправлено"), visit.words("letters waiting", "писем ждёт"),
        ]
        func figures(_ funnel: PaperFunnel?) -> [Int] {
            [funnel?.issued ?? 0, funnel?.printed ?? 0, funnel?.told ?? 0, funnel?.waiting ?? 0]
        }
        let known = Dictionary(of.documents, uniquingKeysWith: { first, _ in first })
        let chart = BarChart(
            title: title,
            bars: (of.first.month.index...of.last.month.index).map { Month(index: $0) }.map { month in
                .init(
                    label: PulseView.label(month), name: visit.month(month),
                    values: figures(known[month]).map(Int64.init))
            }, series: names, region: of.region, isMoney: false, visit: visit)
        var table = table(of, title, [visit.words("Month", "Месяц")] + names)
        table.rows = of.documents.map { month, funnel in
            [anchor(visit.link("/", PulseView.query(.month(month)), to: "time"), visit.month(month))]
                + figures(funnel).map { "\(visit.count($0))" }
        }
        return card(title, chart.markup, table)
    }

    private func table(
        _ of: OfficeDesk.Pulse.OfRegion, _ title: String, _ names: [String]
    ) -> Table {
        Table(
            caption: "\(title), \(visit.region(of.region))",
            columns: names.enumerated().map { .init($1, isSum: $0 > 0) }, isInside: true)
    }

    private func card(_ title: String, _ chart: Markup, _ table: Table) -> Markup {
        """
        <figure class="panel"><div class="inside"><figcaption><strong>\(title)</strong></figcaption>
        \(chart)</div>
        <details><summary>\(visit.words("The same as a table", "То же таблицей"))</summary>\(table.markup)</details></figure>

        """
    }
}

/// Bars beside each other, drawn as SVG; every bar says its figure.
struct BarChart {
    struct Slot {
        let label: String
        let name: String
        let values: [Int64]
    }

    let title: String
    let bars: [Slot]
    let series: [String]
    let region: Region
    let isMoney: Bool
    let visit: Visit

    private static let (left, top, width, height) = (92.0, 10.0, 520.0, 180.0)

    var markup: Markup {
        let highest = max(bars.flatMap(\.values).max() ?? 0, isMoney ? 100 : 1)
        let step = isMoney ? SpendingChart.step(for: highest) : max(1, (highest + 3) / 4)
        let steps = Int((highest + step - 1) / step)
        let scale = BarChart.height / (Double(step) * Double(steps))
        let floor = BarChart.top + BarChart.height
        let grid = (0...steps).map { place -> Markup in
            let y = floor - Double(step) * Double(place) * scale
            let amount = step * Int64(place)
            let label = isMoney ? visit.count(Int(amount / 100)) : visit.count(Int(amount))
            return """
                <line class="grid" x1="\(at(BarChart.left))" x2="\(at(BarChart.left + BarChart.width))" y1="\(at(y))" y2="\(at(y))"/>\
                <text x="\(at(BarChart.left - 8))" y="\(at(y + 4))" text-anchor="end">\(label)</text>

                """
        }
        let slot = BarChart.width / Double(max(1, bars.count))
        let drawn = bars.enumerated().map { place, bar -> Markup in
            let x = BarChart.left + slot * Double(place)
            let wide = slot * 0.8 / Double(max(1, series.count))
            let pieces = bar.values.enumerated().map { index, value -> Markup in
                guard value > 0 else { return "" }
                let size = Double(value) * scale
                let figure = isMoney ? visit.sum(value, region) : visit.count(Int(value))
                return """
                    <rect class="s\(index)" x="\(at(x + slot * 0.1 + wide * Double(index)))" y="\(at(floor - size))" width="\(at(wide))" height="\(at(size))"><title>\(bar.name), \(series[index]): \(figure)</title></rect>
                    """
            }
            let label: Markup? =
                bar.label.isEmpty
                ? nil : "<text x=\"\(at(x + slot / 2))\" y=\"212\" text-anchor=\"middle\">\(bar.label)</text>"
            return "\(pieces)\(label)\n"
        }
        let legend: Markup? =
            series.count > 1
            ? "<ul class=\"legend\">\(series.enumerated().map { place, name -> Markup in "<li><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><rect class=\"s\(place)\" width=\"14\" height=\"14\"/></svg>\(name)</li>" })</ul>"
            : nil
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(title), \(visit.region(region)), \(visit.words("chart", "график"))"><svg class="chart small" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 220" role="img" aria-label="\(title), \(visit.region(region))">
            \(grid)\(drawn)</svg></div>\(legend)

            """
    }

    /// A place in the drawing, to a tenth.
    private func at(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
