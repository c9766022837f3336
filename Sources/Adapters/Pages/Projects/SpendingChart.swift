import Basics
import Metering
import Regions
import UseCases
import Wording

/// Spending by day or month as bars, a colour for each service, drawn as SVG. The colours are told apart by the
/// colour-blind too (Okabe and Ito); what goes beyond them is drawn together.
struct SpendingChart {
    static let colours = 8

    /// A bar's place: what stands under it, what it is called, where it leads.
    struct Slot {
        let number: Int32
        let label: String
        let name: String
        let link: String
    }

    private let title: String
    private let slots: [Slot]
    /// The services from the bottom up, those that cost most first; nil = all others.
    let services: [ServiceName?]
    private let head: ProjectHead
    private let sums: [Int32: [Int64]]
    private let visit: Visit

    /// A month's days.
    init(_ spending: [ServiceDay], _ month: Month, _ head: ProjectHead, _ visit: Visit) {
        let title = visit.words(
            "Spending by day, \(visit.month(month))", "Расход по дням, \(visit.month(month))")
        let days = (month.firstDay.number...month.lastDay.number).map { Day(number: $0) }
        let slots = days.enumerated().map { place, day in
            Slot(
                number: day.number, label: place == 0 || (place + 1) % 5 == 0 ? "\(place + 1)" : "",
                name: Dates.short(day), link: DayCostsPage.link(head.pid, day, visit))
        }
        self.init(
            spending.map { ($0.day.number, $0.service, $0.amount) }, slots, titled: title, head, visit)
    }

    /// A year's months.
    init(_ year: CostsDesk.Year, _ visit: Visit) {
        let title = visit.words(
            "Spending by month, \(visit.month(year.first)) to \(visit.month(year.month))",
            "Расход по месяцам, \(visit.month(year.first)) — \(visit.month(year.month))")
        let slots = (year.first.index...year.month.index).map(Month.init(index:)).map { month in
            Slot(
                number: month.index, label: PulseView.label(month), name: visit.month(month),
                link: YearCostsPage.link(to: month, of: year.head.pid, visit))
        }
        self.init(
            year.spending.map { ($0.month.index, $0.service, $0.amount) }, slots, titled: title, year.head,
            visit)
    }

    private init(
        _ spending: [(slot: Int32, service: ServiceName, amount: Int64)], _ slots: [Slot],
        titled title: String, _ head: ProjectHead, _ visit: Visit
    ) {
        self.title = title
        self.slots = slots
        var totals: [ServiceName: Int64] = [:]
        for part in spending { totals[part.service, default: 0] += part.amount }
        let order = totals.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
        let isMany = order.count > SpendingChart.colours
        let shown = isMany ? Array(order.prefix(SpendingChart.colours - 1)) : order
        var sums: [Int32: [Int64]] = [:]
        for part in spending {
            let place = shown.firstIndex(of: part.service) ?? shown.count
            let width = shown.count + (isMany ? 1 : 0)
            sums[part.slot, default: Array(repeating: 0, count: width)][place] += part.amount
        }
        services = shown + (isMany ? [nil] : [])
        self.sums = sums
        self.head = head
        self.visit = visit
    }

    private var region: Region { head.region }
    var names: [String] { services.map { $0?.text ?? visit.words("all others", "все прочие") } }

    var days: [Day] { sums.keys.sorted().map(Day.init(number:)) }

    var months: [Month] { sums.keys.sorted().map(Month.init(index:)) }

    func parts(of day: Day) -> [Int64] { parts(at: day.number) }

    func parts(of month: Month) -> [Int64] { parts(at: month.index) }

    private func parts(at slot: Int32) -> [Int64] {
        sums[slot] ?? Array(repeating: 0, count: services.count)
    }

    private var highest: Int64 { sums.values.map { $0.reduce(0, +) }.max() ?? 0 }

    /// 1, 2 or 5 with zeros behind, in whole roubles, so that four or five of them reach the highest bar.
    static func step(for highest: Int64) -> Int64 {
        var unit: Int64 = 100
        while true {
            for times in [1, 2, 5] as [Int64] where unit * times * 5 >= highest { return unit * times }
            guard unit < 1_000_000_000_000_000_000 else { return unit }
            unit *= 10
        }
    }

    private static let (left, top, width, height) = (96.0, 12.0, 856.0, 250.0)

    var markup: Markup {
        guard highest > 0 else { return "" }
        let step = SpendingChart.step(for: highest)
        let steps = Int((highest + step - 1) / step)
        let scale = SpendingChart.height / (Double(step) * Double(steps))
        let grid = (0...steps).map { place -> Markup in
            let y = SpendingChart.top + SpendingChart.height - Double(step) * Double(place) * scale
            let whole = Money(minor: step * Int64(place), region.profile.currency)
            let label = visit.count(Int(whole.minor / 100))
            let sign = Sums.sign(region.profile.currency)
            let text = visit.language == .en ? sign + label : label + Sums.gap + sign
            return """
                <line class="grid" x1="\(at(SpendingChart.left))" x2="\(at(SpendingChart.left + SpendingChart.width))" y1="\(at(y))" y2="\(at(y))"/>\
                <text x="\(at(SpendingChart.left - 8))" y="\(at(y + 4))" text-anchor="end">\(text)</text>

                """
        }
        let slot = SpendingChart.width / Double(slots.count)
        let bars = slots.enumerated().map { bar($1, $0, slot, scale) }
        let legend = names.enumerated().map { place, service -> Markup in
            "<li><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><rect class=\"s\(place)\" width=\"14\" height=\"14\"/></svg>\(name(service))</li>"
        }
        return """
            <figure class="panel"><div class="inside"><div class="scroll" tabindex="0" role="region" aria-label="\(title)">
            <svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 292" role="group" aria-label="\(title)">
            \(grid)\(bars)</svg></div>
            <figcaption><ul class="legend">\(legend)</ul></figcaption></div></figure>
            """
    }

    private func bar(_ of: Slot, _ place: Int, _ slot: Double, _ scale: Double) -> Markup {
        let x = SpendingChart.left + slot * Double(place)
        var floor = SpendingChart.top + SpendingChart.height
        var pieces: [Markup] = []
        let names = names
        for (service, amount) in parts(at: of.number).enumerated() where amount > 0 {
            let size = Double(amount) * scale
            floor -= size
            let said = "\(of.name), \(names[service]): \(visit.sum(amount, region))"
            pieces.append(
                """
                <rect class="s\(service)" x="\(at(x + slot * 0.12))" y="\(at(floor))" width="\(at(slot * 0.76))" height="\(at(size))"><title>\(said)</title></rect>
                """)
        }
        let label: Markup? =
            of.label.isEmpty
            ? nil : "<text x=\"\(at(x + slot / 2))\" y=\"282\" text-anchor=\"middle\">\(of.label)</text>"
        guard !pieces.isEmpty else { return "\(label)\n" }
        // The table beneath has the same links for whoever goes by keys.
        let said = "\(of.name): \(visit.sum(parts(at: of.number).reduce(0, +), region))"
        return """
            <a href="\(of.link)" tabindex="-1" aria-label="\(said)">\
            <rect class="slot" x="\(at(x))" y="\(at(SpendingChart.top))" width="\(at(slot))" height="\(at(SpendingChart.height))"/>\(pieces)</a>\(label)

            """
    }

    /// A place in the drawing, to a tenth.
    private func at(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
