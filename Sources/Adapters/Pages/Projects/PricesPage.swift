import Basics
import Contracts
import Metering
import Regions
package import UseCases
import Wording

/// The prices that hold for a project on a day, with where each comes from.
package struct PricesPage {
    private let visit: Visit
    private let prices: ProjectPrices
    private let after: String
    private let today: Bool
    private var frame: ProjectFrame {
        ProjectFrame(
            head: prices.head, tab: .prices, visit: visit,
            query: [
                ("q", prices.text), ("day", today ? "" : prices.day.description), ("after", after),
            ])
    }

    /// `isToday`: no day was asked for.
    package init(_ prices: ProjectPrices, after: String = "", isToday: Bool, _ visit: Visit) {
        self.prices = prices
        self.after = after
        today = isToday
        self.visit = visit
    }

    package var markup: Markup {
        frame.page(
            """
            \(form)
            \(prices.rows.isEmpty ? nothing : table)\(onward(visit, frame.path, frame.query, after: prices.next?.text))
            """)
    }

    private var form: Markup {
        """
        <form class="bar" action="\(frame.path)" method="get">
        <label for="q">\(visit.words("Find", "Найти"))</label>
        <input class="form-control" id="q" name="q" value="\(prices.text)" placeholder="\(visit.words("service, name, SKU", "услуга, название, SKU"))"/>
        <label for="day">\(visit.words("On", "На день"))</label>
        <input class="form-control day" type="date" id="day" name="day" value="\(prices.day.description)"/>
        \(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>
        </form>

        """
    }

    private var nothing: Markup {
        prices.text.isEmpty && after.isEmpty
            ? empty(
                visit.words(
                    "No prices hold on \(Dates.short(prices.day)).", "На \(Dates.short(prices.day)) цен нет."),
                anchor(visit.link(frame.path), visit.words("Prices of today", "Цены на сегодня")))
            : empty(
                visit.words("No price is named like that.", "Цен с таким названием нет."),
                anchor(visit.link(frame.path), visit.words("Show all prices", "Показать все цены")))
    }

    private var table: Markup {
        let region = prices.head.region
        let sign = Sums.sign(region.profile.currency)
        let day = Dates.long(prices.day, visit.language)
        var table = Table(
            caption: visit.words("Prices on \(day), VAT included", "Цены на \(day), с НДС"),
            columns: [
                .init(visit.words("Name", "Название"), isName: true),
                .init(visit.words("Service", "Услуга"), isName: true), .init("SKU"),
                .init(visit.words("Unit", "Единица")),
                .init(visit.words("Price, \(sign)", "Цена, \(sign)"), isSum: true),
                .init(visit.words("From", "Откуда"), isName: true),
                .init(visit.words("Since", "С какого дня")),
            ])
        table.rows = prices.rows.map { row in
            let listing = row.listing
            let price = row.own?.price ?? listing.price
            let list: Markup? =
                row.own == nil
                ? nil
                : " <span class=\"dim\">\(visit.words("list: \(visit.price(listing.price))", "в прайсе: \(visit.price(listing.price))"))</span>"
            let origin: Markup =
                row.own.map { own in
                    "<span class=\"tag good\">\(visit.words("contract", "договор"))</span> \(name("№ \(own.contract.number)"))\(list)"
                } ?? "\(visit.words("public list", "публичный прайс"))"
            return [
                name(listing.name), name(listing.service.text), name(listing.sku.text), name(listing.unit),
                "\(visit.price(price))", origin, "\(Dates.short(row.own?.from ?? listing.validFrom))",
            ]
        }
        return table.markup
    }
}
