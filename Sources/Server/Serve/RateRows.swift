import API
import Access
import Basics
import Documents
import Formats
import HTTPTypes
import Pages
import Regions
import UseCases

/// Official rates of exchange: what is kept, a day's file, one rate by hand.
enum RateRows {
    static let all: [PageRow] = [
        PageRow(.get, path, .house(.closing), "Official rates of a region.", sides: [.office]) { app, page in
            page.page(try shown(app, page))
        },
        PageRow(
            .post, "\(path)/files", .house(.closing), "Load a day's rates.", sides: [.office], isUpload: true
        ) { app, page in
            let region = try region(page)
            return try page.tried("file") {
                guard let file = page.form.file else { throw RatesProblem.noFile }
                try app.rates.take(
                    try BankOfRussiaRates.read(file.bytes), in: region, for: page.viewer, by: page.author)
                return page.go("/rates/\(region.rawValue)")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
        PageRow(.post, path, .house(.closing), "Keep a rate by hand.", sides: [.office]) { app, page in
            let region = try region(page)
            return try page.tried("rate") {
                try app.rates.add(
                    try rate(page.form), in: region, for: page.viewer, by: try page.author.withReason())
                return page.go("/rates/\(region.rawValue)")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
    ]

    private static let path = "/rates/{region}"
    private static let most = 100

    private static func shown(_ app: App, _ page: PageCall, failure: FormFailure? = nil) throws -> Markup {
        let region = try region(page)
        let after = try page.call.query("after") { RatePlace($0) }
        let found = try app.rates.rates(in: region, after: after, limit: most + 1, for: page.viewer)
        let isTyped = failure?.form == "rate"
        return RatesPage(
            Array(found.prefix(most)), in: region,
            today: region.profile.zone.day(of: app.clock.now()),
            next: found.count > most ? RatePlace(found[most - 1]) : nil,
            typed: isTyped
                ? RatesPage.Typed(
                    currency: page.form("currency"), day: page.form("day"), units: page.form.line("units"),
                    price: page.form.line("price")) : RatesPage.Typed(), failure: failure, page.visit
        ).markup
    }

    private static func region(_ page: PageCall) throws -> Region {
        guard let region = Region(rawValue: page.call.name("region")), RatesDesk.regions.contains(region)
        else { throw APIProblem.noRoute }
        return region
    }

    /// «98,7654» as people write it.
    private static func rate(_ form: FormBody) throws -> OfficialRate {
        guard let currency = AgreedCurrency(form("currency")) else {
            throw DocumentsProblem.unknownCurrency(String(form("currency").prefix(40)))
        }
        guard let day = Day(form("day")) else {
            throw APIProblem.badParameter("day", String(form("day").prefix(40)))
        }
        let price = form.line("price")
        guard let units = DecimalText.parse(form.line("units").utf8, fractionDigits: 0),
            let rate = ExchangeRate(
                units: units, price.filter { !$0.isWhitespace }.replacing(",", with: "."))
        else { throw DocumentsProblem.unreadableRate(String(price.prefix(40))) }
        return OfficialRate(currency, on: day, rate)
    }
}
