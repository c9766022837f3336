package import Basics
import Counterparties
import Notices
package import Regions
package import UseCases
import Wording

/// A month: the documents of each region, who got none, and the same sum found three ways.
package struct MonthPage {
    private let visit: Visit
    private let month: Month
    private let places: [Region: OverviewDesk.MonthPlace]
    private let regions: [OverviewDesk.MonthOfRegion]

    package init(
        _ month: Month, from places: [Region: OverviewDesk.MonthPlace] = [:],
        _ regions: [OverviewDesk.MonthOfRegion], _ visit: Visit
    ) {
        self.month = month
        self.places = places
        self.regions = regions
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.month(month)
        let path = "/months/\(month)"
        // An empty month leads nowhere, or who follows links would never come to an end.
        let around: Markup? =
            regions.isEmpty
            ? nil
            : """
            <nav class="pager" aria-label="\(visit.words("Other months", "Другие месяцы"))">
            <a class="btn btn-outline-secondary btn-sm" href="\(visit.link("/months/\(month.previous)"))">← \(visit.month(month.previous))</a>
            <a class="btn btn-outline-secondary btn-sm" href="\(visit.link("/months/\(month.next)"))">\(visit.month(month.next)) →</a>
            </nav>
            """
        return Frame(
            visit: visit, title: title, path: path,
            trail: [(visit.words("Months", "Месяцы"), visit.link("/months"))]
        ).page(
            """
            <h1>\(title)</h1>
            \(around)
            \(regions.isEmpty ? none : nil)\(regions.map(section))
            """)
    }

    private var none: Markup {
        empty(
            visit.words(
                "Nothing was issued in this month, and it is not closed.",
                "В этом месяце ничего не выпущено, и он не закрыт."),
            closingWay(visit, month))
    }

    /// Where the list goes on: the other lists stay where they are.
    private func onward(_ region: Region, _ list: String, _ place: String?, of name: String) -> Markup? {
        let asked = Region.allCases.flatMap { region -> [(String, String)] in
            let place = places[region] ?? OverviewDesk.MonthPlace()
            return [
                ("documents-\(region.rawValue)", place.document == 0 ? "" : String(place.document)),
                ("customers-\(region.rawValue)", place.closing?.text ?? ""),
            ]
        }
        let own = "\(list)-\(region.rawValue)"
        return visit.onward(
            "/months/\(month)", asked.filter { $0.0 != own }, own, place,
            isFirst: asked.contains { $0.0 == own && $0.1.isEmpty }, of: name)
    }

    private func section(_ region: OverviewDesk.MonthOfRegion) -> Markup {
        let number = visit.count(region.count)
        let count = "\(visit.words("Documents", "Документы")), \(visit.region(region.region)): \(number)"
        let table: Markup? =
            region.documents.isEmpty ? nil : documentTable(region.documents, count, visit)
        return """
            <div class="part"><h2>\(visit.region(region.region))</h2></div>
            \(table)\(onward(region.region, "documents", region.nextDocument.map { String($0) }, of: count))\(tieOut(region))\(skipped(region))\(onward(region.region, "customers", region.nextClosing?.text, of: visit.words("Customers", "Клиенты") + ", " + visit.region(region.region)))
            """
    }

    private func tieOut(_ region: OverviewDesk.MonthOfRegion) -> Markup? {
        guard !region.tieOuts.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Tie-out, ", "Сверка, ") + visit.region(region.region)
                + visit.words(": the same sum three ways", ": одна сумма тремя путями"),
            columns: [
                .init(visit.words("Counterparty", "Контрагент"), isName: true),
                .init(visit.words("Portions", "По частям оплат"), isSum: true),
                .init(visit.words("Documents", "По документам"), isSum: true),
                .init(visit.words("Ledger", "По книгам"), isSum: true),
                .init(visit.words("Agree", "Сходятся")),
            ])
        table.rows = region.tieOuts.map { account, sums in
            let good: Markup = "<span class=\"tag good\">\(visit.words("yes", "да"))</span>"
            let why = visit.explain(
                ExplanationAddress.tieOut(region.region, month, account.id).text)
            let bad: Markup = "<span class=\"tag bad\">\(visit.words("no", "нет"))</span>"
            return [
                name(account.counterparty.shortName ?? account.counterparty.name),
                anchor(why, visit.sum(sums.portions.minor, region.region)),
                anchor(why, visit.sum(sums.documents.minor, region.region)),
                anchor(why, visit.sum(sums.ledger.minor, region.region)), sums.agrees ? good : bad,
            ]
        }
        return "<div id=\"tie-out-\(region.region.rawValue)\">\(table.markup)</div>"
    }

    private func skipped(_ region: OverviewDesk.MonthOfRegion) -> Markup? {
        guard !region.skipped.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Closed without documents, ", "Закрыто без документов, ")
                + visit.region(region.region),
            columns: [
                .init(visit.words("Counterparty", "Контрагент"), isName: true),
                .init(visit.words("Why", "Почему"), isName: true),
            ])
        table.rows = region.skipped.map { account, project, reason in
            let party = account.counterparty.shortName ?? account.counterparty.name
            return [
                name(party + (project.map { ", \($0)" } ?? "")),
                "\(StateWords.skipped(reason).text(visit.language))",
            ]
        }
        return table.markup
    }
}
