package import Basics
import Notices
package import Regions
package import UseCases
import Wording

/// The official rates of exchange that are kept, a way to load a day's file and to type one rate in.
package struct RatesPage {
    private let visit: Visit
    private let region: Region
    private let rates: [KeptRate]
    private let today: Day
    private let next: RatePlace?
    private let typed: Typed
    private let failure: FormFailure?

    /// One rate as somebody typed it.
    package struct Typed: Sendable {
        package let currency: String
        package let day: String
        package let units: String
        package let price: String

        package init(currency: String = "", day: String = "", units: String = "", price: String = "") {
            self.currency = currency
            self.day = day
            self.units = units
            self.price = price
        }
    }

    package init(
        _ rates: [KeptRate], in region: Region, today: Day, next: RatePlace?, typed: Typed = Typed(),
        failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.rates = rates
        self.region = region
        self.today = today
        self.next = next
        self.typed = typed
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("Official rates", "Официальные курсы")
        let after: Markup? = next.map {
            "<p>\(anchor(visit.link("/rates/\(region.rawValue)", [("after", $0.text)]), visit.words("Earlier ones", "Более ранние")))</p>\n"
        }
        return Frame(visit: visit, title: title, path: "/rates/\(region.rawValue)").page(
            """
            <h1>\(title), \(visit.region(region))</h1>
            <p class="dim">\(visit.words("By these the invoices of contracts in another currency are reckoned: by the rate of the invoice's day, or the last one set before it. A rate that is kept is never changed.", "По ним считаются счета по договорам в другой валюте: по курсу на дату счёта или последнему до неё. Сохранённый курс не меняется."))</p>
            \(rates.isEmpty ? nothing : table)\(after)
            <div class="part"><h2>\(visit.words("A day's file", "Файл за день"))</h2></div>
            \(upload)
            <div class="part"><h2>\(visit.words("One rate by hand", "Один курс вручную"))</h2></div>
            \(byHand)
            """)
    }

    private var nothing: Markup {
        empty(
            visit.words("No rates are kept yet.", "Курсов пока нет."),
            "\(visit.words("Load the file that the Bank of Russia gives for a day: cbr.ru/scripts/XML_daily.asp.", "Загрузите файл, который Банк России отдаёт за день: cbr.ru/scripts/XML_daily.asp."))"
        )
    }

    private var table: Markup {
        var table = Table(
            caption: visit.words("The latest first", "Сначала последние"),
            columns: [
                .init(visit.words("Day", "Дата")), .init(visit.words("Currency", "Валюта")),
                .init(visit.words("Units", "Единиц"), isSum: true),
                .init(
                    visit.words(
                        "Cost, \(region.profile.currency.rawValue)",
                        "Стоят, \(region.profile.currency.rawValue)"
                    ), isSum: true), .init(visit.words("Kept", "Сохранён")),
                .init(visit.words("By", "Кем"), isName: true),
            ])
        table.rows = rates.map { kept in
            let rate = kept.rate
            return [
                "<span class=\"nobr\">\(Dates.short(rate.day))</span>", "\(rate.currency.letters)",
                "\(Sums.grouped(rate.rate.units, visit.language))",
                "\(Sums.text(rate.rate, visit.language))",
                "<span class=\"nobr\">\(visit.moment(kept.addedAt, region))</span>", name(kept.addedBy),
            ]
        }
        return table.markup
    }

    private var upload: Markup {
        Form(
            visit: visit, id: "file", action: "/rates/\(region.rawValue)/files",
            fields: [
                .init(
                    name: "file",
                    label: visit.words("XML of the Bank of Russia", "XML Банка России"),
                    kind: .file(accept: ".xml"),
                    hint: visit.words(
                        "What cbr.ru/scripts/XML_daily.asp answers, as it is. The same file again changes nothing.",
                        "Ответ cbr.ru/scripts/XML_daily.asp как есть. Повторная загрузка ничего не меняет."))
            ], button: visit.words("Load", "Загрузить"), failure: failure
        ).markup
    }

    private var byHand: Markup {
        Form(
            visit: visit, id: "rate", action: "/rates/\(region.rawValue)",
            fields: [
                .init(
                    name: "currency", label: visit.words("Currency", "Валюта"),
                    kind: .choice(AgreedCurrency.all.map { ($0.letters, $0.letters) }),
                    value: typed.currency.isEmpty ? "EUR" : typed.currency),
                .init(
                    name: "day", label: visit.words("Day", "Дата"), kind: .day,
                    value: typed.day.isEmpty ? today.description : typed.day),
                .init(
                    name: "units", label: visit.words("Units", "Единиц"), kind: .figures,
                    value: typed.units.isEmpty ? "1" : typed.units,
                    hint: visit.words(
                        "For how many units the bank quotes it: 1, 10, 100.",
                        "За сколько единиц банк указывает курс: 1, 10, 100.")),
                .init(
                    name: "price",
                    label: visit.words(
                        "They cost, \(region.profile.currency.rawValue)",
                        "Стоят, \(region.profile.currency.rawValue)"), kind: .sum, value: typed.price),
                visit.reason(),
            ], button: visit.words("Keep", "Сохранить"), failure: failure
        ).markup
    }
}

extension Visit {
    /// «Курс на 28.11.2026: 1 EUR = 98,7654»
    func rate(_ rate: OfficialRate) -> String {
        let (day, units) = (Dates.short(rate.day), Sums.grouped(rate.rate.units, language))
        let sum = Sums.text(rate.rate, language)
        return words(
            "official rate of \(day): \(units) \(rate.currency) = \(sum)",
            "официальный курс на \(day): \(units) \(rate.currency) = \(sum)")
    }
}
