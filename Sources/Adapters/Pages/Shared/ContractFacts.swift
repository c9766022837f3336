import Basics
import Contracts
import Notices
import Regions
import Wording

/// An individual contract as the office and its customer read it.
struct ContractFacts {
    let contract: Contract
    let visit: Visit

    var markup: Markup {
        let rows: [(String, String)] =
            [
                (visit.words("Contract", "Договор"), "№ \(contract.number), \(Dates.short(contract.date))"),
                (visit.words("In force from", "Действует с"), Dates.short(contract.from)),
                (ContractFacts.name(.term, visit), says(.term)),
                (ContractFacts.name(.scheme, visit), says(.scheme)),
                (ContractFacts.name(.documents, visit), says(.documents)),
                (ContractFacts.name(.packages, visit), says(.packages)),
                (ContractFacts.name(.vat, visit), says(.vat)),
                (ContractFacts.name(.currency, visit), says(.currency)),
            ] + credit
        let facts = rows.map { "<dt>\($0.0)</dt><dd>\(Pages.name($0.1))</dd>\n" as Markup }
        return """
            <div class="panel"><div class="inside"><dl class="facts">\(facts)</dl></div></div>
            \(prices)
            """
    }

    /// Who pays in advance has neither.
    private var credit: [(String, String)] {
        guard contract.scheme == .postpaid else { return [] }
        return [Term.due, .credit].map { (ContractFacts.name($0, visit), says($0)) }
    }

    /// The terms that can be told apart.
    enum Term {
        case scheme, documents, packages, vat, currency, due, credit, term
    }

    static func name(_ term: Term, _ visit: Visit) -> String {
        switch term {
        case .scheme: visit.words("Scheme", "Схема")
        case .documents: visit.words("Documents", "Документы")
        case .packages: visit.words("Packages", "Комплекты")
        case .vat: visit.words("VAT", "НДС")
        case .currency: visit.words("Currency of payments", "Валюта платежей")
        case .due: visit.words("Days to pay", "Срок оплаты")
        case .credit: visit.words("Credit limit", "Кредитный лимит")
        case .term: visit.words("Term", "Срок")
        }
    }

    func says(_ term: Term) -> String {
        switch term {
        case .scheme:
            return contract.scheme == .prepaid
                ? visit.words("paid in advance", "предоплата") : visit.words("paid afterwards", "постоплата")
        case .documents:
            let kinds = contract.region.profile.package.kinds(
                chosen: contract.documents, scheme: contract.scheme)
            return kinds.map { $0.phrase.text(visit.language) }.joined(separator: ", ")
        case .packages:
            return contract.perProject
                ? visit.words("one for each project", "по каждому проекту")
                : visit.words("one for all projects", "один на все проекты")
        case .vat:
            return contract.vat == .charged
                ? visit.words("charged", "начисляется") : visit.words("not charged", "не начисляется")
        case .currency:
            let own = contract.region.profile.currency.rawValue
            return contract.currency.map {
                visit.words(
                    "\($0), at the official rate of the invoice's day; the account is kept in \(own)",
                    "\($0) по официальному курсу на дату счёта; учёт ведётся в \(own)")
            } ?? own
        case .due:
            return contract.dueDays.map { days in
                visit.words(
                    days == 1 ? "1 day from the invoice's date" : "\(days) days from the invoice's date",
                    "\(Plural.days.counted(days)) с даты счёта")
            } ?? visit.words("not agreed", "не согласован")
        case .credit:
            let currency = contract.region.profile.currency
            return contract.creditLimit.map { limit in
                let sum =
                    "\(Sums.text(Money(minor: limit, currency), visit.language)) \(currency.rawValue)"
                return visit.words(
                    "\(sum) owed in all projects of the region; nothing is stopped above it",
                    "\(sum) долга по всем проектам региона; при превышении ничего не останавливается")
            } ?? visit.words("none", "нет")
        case .term:
            switch contract.term {
            case .open: return visit.words("open", "бессрочный")
            case .renews(let day):
                return visit.words(
                    "through \(Dates.short(day)), then from year to year",
                    "по \(Dates.short(day)), затем ежегодно продлевается")
            case .ends(let day): return visit.words("ends \(Dates.short(day))", "по \(Dates.short(day))")
            }
        }
    }

    private var prices: Markup? {
        guard !contract.prices.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Own prices", "Свои цены"),
            columns: [
                .init("SKU"), .init(visit.words("Price", "Цена"), isSum: true),
                .init(visit.words("From", "С")),
            ])
        table.rows = contract.prices.map {
            [Pages.name($0.sku.text), "\(visit.price($0.price))", "\(Dates.short($0.validFrom))"]
        }
        return table.markup
    }
}
