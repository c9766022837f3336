import Basics
import Contracts
import Documents
import Notices
import Regions
import Requisites
import Wording

/// What an individual contract says, in finished strings.
struct ContractSheet: Encodable {
    let title: String
    let author: String
    let language = "ru"
    let heading: String
    let place: String
    let date: String
    let preamble: String
    let sections: [Section]
    let prices: [Price]
    let supplier: Side
    let customer: Side

    struct Section: Encodable {
        let title: String
        let clauses: [String]

        init(_ title: String, _ clauses: [String]) {
            self.title = title
            self.clauses = clauses.map(\.printed)
        }
    }

    struct Price: Encodable {
        let sku: String
        let price: String
        let from: String
    }

    /// One of the two: what it is called, its details line by line, who signs.
    struct Side: Encodable {
        let role: String
        let name: String
        let lines: [String]
        let post: String
        let person: String?
    }

    init(_ paper: ContractPaper) {
        let contract = paper.contract
        title = "Договор № \(contract.number) от \(Dates.long(contract.date, .ru))".printed
        author = paper.supplier.shortName.printed
        heading = "Договор № \(contract.number) об оказании услуг облачной платформы".printed
        place =
            if case .parts(let parts) = paper.supplier.address, let city = parts.city {
                "г. \(city)".printed
            } else { "" }
        date = Dates.long(contract.date, .ru)
        let signatory = paper.supplier.signatory
        preamble =
            ("\(paper.supplier.name), именуемое в дальнейшем «Исполнитель», в лице "
            + "(\(signatory.post) \(signatory.initials), основание: \(signatory.basis)), с одной стороны, и "
            + "\(paper.customer.name), именуемое в дальнейшем «Заказчик», с другой стороны, заключили договор о "
            + "нижеследующем.").printed
        sections = ContractSheet.sections(contract)
        prices = contract.prices.map {
            Price(
                sku: $0.sku.text.printed, price: Sums.text($0.price, .ru), from: Dates.short($0.validFrom))
        }
        supplier = Side(
            role: "Исполнитель", name: paper.supplier.shortName.printed,
            lines: [
                paper.supplier.line,
                "р/с \(paper.supplier.bank.account) в \(paper.supplier.bank.bank ?? ""), БИК \(paper.supplier.bank.bik)"
                    .printed,
            ], post: signatory.post.printed, person: signatory.initials.printed)
        customer = Side(
            role: "Заказчик", name: paper.customer.printedName, lines: [paper.customer.line], post: "\u{A0}",
            person: nil)
    }

    private static func sections(_ contract: Contract) -> [Section] {
        let profile = contract.region.profile
        let kinds = profile.package.kinds(chosen: contract.documents, scheme: contract.scheme)
            .map(\.phrase.ru).joined(separator: ", ")
        var payment = [
            contract.scheme == .prepaid
                ? "Услуги оплачиваются авансом: Заказчик пополняет баланс проекта, с которого списывается их стоимость."
                : "Услуги оплачиваются после месяца, в котором они оказаны, по счёту Исполнителя (постоплата). Проекты Заказчика не замораживаются."
        ]
        payment.append(
            contract.vat == .charged
                ? "Стоимость услуг включает НДС по ставке, действующей в день оказания услуги."
                : "Стоимость услуг НДС не облагается.")
        payment.append(
            contract.currency.map { currency in
                "Валюта платежей — \(currency). Стоимость услуг учитывается в \(profile.currency.rawValue); в счёте "
                    + "указываются сумма в \(currency), официальный курс на дату счёта, а если в этот день он не "
                    + "установлен — последний установленный до неё, и дата курса. Неиспользованный аванс возвращается "
                    + "в \(profile.currency.rawValue)."
            } ?? "Валюта расчётов — \(profile.currency.rawValue).")
        if let days = contract.dueDays {
            payment.append(
                "Счёт за месяц оплачивается не позднее чем через \(Plural.calendarDays.counted(days)) с даты счёта."
            )
        }
        if let limit = contract.creditLimit {
            let sum = Sums.text(Money(minor: limit, profile.currency), .ru)
            payment.append(
                "Кредитный лимит — \(sum) \(profile.currency.rawValue). Если задолженность Заказчика по всем проектам "
                    + "региона превысит его, Исполнитель сообщит об этом Заказчику; оказание услуг не останавливается."
            )
        }
        let price =
            contract.prices.isEmpty
            ? "Стоимость услуг определяется действующим прайс-листом Исполнителя."
            : "Стоимость услуг, названных в приложении, определяется приложением, остальных — действующим прайс-листом Исполнителя."
        let term =
            switch contract.term {
            case .open:
                "Договор действует с \(Dates.long(contract.from, .ru)) и заключён на неопределённый срок."
            case .renews(let last):
                "Договор действует с \(Dates.long(contract.from, .ru)) по \(Dates.long(last, .ru)) и каждый раз продлевается на год, если ни одна из сторон не возразит письменно не позднее чем за 30 календарных дней до конца срока."
            case .ends(let last):
                "Договор действует с \(Dates.long(contract.from, .ru)) по \(Dates.long(last, .ru))."
            }
        return [
            Section(
                "Предмет договора",
                [
                    "Исполнитель оказывает Заказчику услуги облачной платформы, а Заказчик оплачивает их.",
                    price,
                ]),
            Section("Расчёты", payment),
            Section(
                "Отчётные документы",
                [
                    "Отчётный период — календарный месяц. За месяц Исполнитель передаёт Заказчику: \(kinds).",
                    contract.perProject
                        ? "Комплект документов составляется по каждому проекту Заказчика."
                        : "Комплект документов составляется один на все проекты Заказчика.",
                ]),
            Section(
                "Срок и изменение договора",
                [
                    term,
                    "Неиспользованный аванс при прекращении договора засчитывается в счёт других договоров сторон, если стороны письменно не договорятся иначе; бонусы аннулируются.",
                ]),
        ]
    }
}
