import Basics
import Documents
import Metering
import Notices
import Regions
import UseCases
import Wording

/// Documents and day lines.
extension ExplanationText {
    func document(_ value: DocumentExplanation) {
        head(value)
        if let agreed = value.content.agreed {
            facts([
                (
                    words("to pay", "к оплате"),
                    "\(agreed.text) \(agreed.currency) = \(bare(value.content.gross)) × \(agreed.rate.rate.units) / "
                        + "\(agreed.rate.rate.price), "
                        + words(
                            "the official rate of \(Dates.short(agreed.rate.day)), half up",
                            "официальный курс на \(Dates.short(agreed.rate.day)), половина вверх")
                )
            ])
        }
        for line in value.lines {
            terminal.say()
            terminal.say("\(line.address)  \(title(line))")
            facts([
                (
                    words("gross", "всего"),
                    "\(sum(line.line.gross, value.content.currency)) = \(counted(line))"
                ), (words("VAT", "НДС"), vat(line.line)),
            ])
            figures(
                line.money.map {
                    (sum($0.amount, value.content.currency), paid($0.source, value.key.region))
                })
        }
    }

    func documentLine(_ value: DocumentExplanation) {
        head(value)
        for line in value.lines { documentLine(line, value.content.currency, value.key.region) }
    }

    private func documentLine(_ value: DocumentLineExplanation, _ currency: Currency, _ region: Region) {
        terminal.say()
        terminal.say("\(value.address)  \(title(value))")
        facts([
            (words("gross", "всего"), "\(sum(value.line.gross, currency)) = \(counted(value))"),
            (words("VAT", "НДС"), vat(value.line)),
            (words("net", "без НДС"), sum(value.line.net, currency)),
        ])
        heading("By SKU", "По SKU")
        terminal.table(
            ["SKU", words("day lines", "строк дней"), words("sum", "сумма")],
            value.skus.map {
                [$0.sku.text, Sums.grouped($0.dayLines, language), bare($0.amount)]
            } + [[words("total", "итого"), "", bare(value.skus.reduce(0) { $0 + $1.amount })]],
            right: [1, 2])
        heading("Paid by", "Чем оплачено")
        terminal.table(
            [words("address", "адрес"), words("money", "деньги"), words("sum", "сумма")],
            value.money.map { source($0.source, region) + [bare($0.amount)] }
                + [[words("total", "итого"), "", bare(value.money.reduce(0) { $0 + $1.amount })]], right: [2])
        heading("Day lines", "Строки дней")
        table(
            value.days,
            [
                words("address", "адрес"), words("quantity", "количество"), words("price", "цена"),
                words("price of", "чья цена"), words("exact", "точно"), words("charged", "списано"),
                words("here", "здесь"),
            ], right: [1, 2, 4, 5, 6]
        ) { share in
            [
                share.address, "\(Sums.text(share.line.quantity, language)) \(share.line.unit)",
                share.price.map { Sums.text($0.price, language) } ?? "—", share.price.map(origin) ?? "—",
                Sums.text(share.line.accrued, language), bare(share.line.posted), bare(share.amount),
            ]
        }
    }

    func dayLine(_ value: DayLineExplanation) {
        let line = value.line
        let currency = value.region.profile.currency
        terminal.say(value.address)
        let service = "\(line.service), \(line.key.resource), \(line.key.sku), \(Dates.short(line.key.day))"
        let exact = value.price.map {
            "\(Sums.text(line.quantity, language)) × \(Sums.text($0.price, language)) = "
                + Sums.text(line.accrued, language)
        }
        facts([
            (words("what", "что"), service),
            (
                words("used", "использовано"),
                "\(Sums.text(line.quantity, language)) \(line.unit), \(events(value.events.count))"
            ), (words("price", "цена"), value.price.map { price($0, line.unit, currency) } ?? "—"),
            (words("exact cost", "точная сумма"), exact ?? Sums.text(line.accrued, language)),
            (
                words("charged", "списано"),
                "\(sum(line.posted, currency)), \(rounding(value.rounding))"
            ), (words("scheme", "схема"), terminal.words(value.scheme.phrase)),
        ])
        if value.waiting > 0 {
            terminal.say(
                words(
                    "  \(events(value.waiting)) more wait for settlement",
                    "  ещё ждут расчёта: \(events(value.waiting))"))
        }
        if value.disputed > 0 {
            terminal.say(
                words(
                    "  disputed, not charged: \(events(value.disputed)) of the time when the project was conserved",
                    "  спорное, не списано: \(events(value.disputed)) за время консервации проекта"))
        }
        if !value.funding.isEmpty {
            heading("Paid by", "Чем оплачено")
            terminal.table(
                [
                    words("address", "адрес"), words("money", "деньги"), words("month", "месяц"),
                    words("sum", "сумма"),
                ],
                value.funding.map { part in
                    var cells = source(part.source, value.region)
                    if part.isLater { cells[1] += words(", paid later", ", оплачено позже") }
                    return cells + [part.recognised.description, bare(part.amount)]
                } + [[words("total", "итого"), "", "", bare(value.funding.reduce(0) { $0 + $1.amount })]],
                right: [3])
        }
        reports(value.reports, currency)
        heading("Events in the order of time", "События по порядку времени")
        table(
            value.events,
            [
                words("until", "до"), words("event", "событие"), words("quantity", "количество"),
                words("exact", "точно"), words("so far", "накоплено"), words("rounded", "округлено"),
                words("charged", "списано"),
            ], right: [2, 3, 4, 5, 6]
        ) { event in
            [
                moment(event.end, value.region), "\(event.source)/\(event.id)",
                Sums.text(event.quantity, language), Sums.text(event.cost, language),
                Sums.text(event.accrued, language), bare(event.rounded), bare(event.posted),
            ]
        }
    }

    private func head(_ value: DocumentExplanation) {
        let content = value.content
        let party = content.counterparty.shortName ?? content.counterparty.name
        terminal.say(
            "\(value.key.text)  \(content.kind.phrase.text(language)) № \(content.number), "
                + "\(Dates.short(content.date)), \(party), \(sum(content.gross, content.currency))")
    }

    private func title(_ value: DocumentLineExplanation) -> String {
        let line = value.line
        return "\(line.service), \(Dates.month(line.serviceMonth, language)), "
            + line.vatRate.phrase.text(language)
    }

    private func counted(_ value: DocumentLineExplanation) -> String {
        let count = value.days.count
        return words(
            "the sum of \(Sums.grouped(count, .en)) day line\(count == 1 ? "" : "s")",
            "сумма по строкам дней, их \(Sums.grouped(count, .ru))")
    }

    /// How the VAT comes out of the gross.
    private func vat(_ line: DocumentLine) -> String {
        switch line.vatRate {
        case .none: words("none by the contract", "нет по договору")
        case .percent(let rate):
            "\(bare(line.gross)) × \(rate) / \(100 + rate) = \(bare(line.vat)), "
                + words("half up to the kopeck", "до копейки, половина вверх")
        }
    }

    private func paid(_ source: FundingFact, _ region: Region) -> String {
        self.source(source, region).joined(separator: "  ")
    }

    func events(_ count: Int) -> String {
        words(
            "\(Sums.grouped(count, .en)) event\(count == 1 ? "" : "s")",
            Plural(one: "событие", few: "события", many: "событий").counted(count))
    }

    private func price(_ price: PriceFact, _ unit: String, _ currency: Currency) -> String {
        let value =
            "\(Sums.text(price.price, language)) \(Sums.sign(currency)) "
            + words("per \(unit)", "за \(unit)")
        let list = Sums.text(price.listPrice, language)
        switch price.origin {
        case .list: return "\(value), \(origin(price))"
        case .contract:
            return "\(value), \(origin(price)); "
                + words("the list asks \(list)", "в прайс-листе \(list)")
        }
    }

    /// Whose price it is and since when.
    private func origin(_ price: PriceFact) -> String {
        let from = Dates.short(price.validFrom)
        switch price.origin {
        case .list: return words("list, from \(from)", "прайс-лист с \(from)")
        case .contract(let number, let date):
            return words(
                "contract \(number) of \(Dates.short(date)), from \(from)",
                "договор \(number) от \(Dates.short(date)), с \(from)")
        }
    }

    private func rounding(_ rounding: RoundingFact) -> String {
        switch rounding {
        case .exact: words("nothing to round", "округлять нечего")
        case .leastKopeck:
            words("less than a kopeck counts as one", "меньше копейки считается копейкой")
        case .up: words("rounded up, half up to the kopeck", "округлено вверх до копейки")
        case .down: words("rounded down, half up to the kopeck", "округлено вниз до копейки")
        }
    }
}
