import Basics
import Documents
import Requisites
import Wording

/// What Kazakhstan's form Р-1 and its invoice say, in finished strings, Russian and Kazakh.
struct KazakhSheet: Encodable {
    let title: String
    let author: String
    let language = "ru"
    let heading: String
    let headingKazakh: String
    let number: String
    let date: String
    let basis: String
    let seller: Side
    let buyer: Side
    let bank: Bank
    let parties: [Row]
    let lines: [Line]
    let quantity: String
    let total: String
    /// VAT by rate, under the table of the act.
    let vat: [Row]
    /// The sums under the table of the invoice.
    let totals: [Row]
    let counted: String
    let words: String
    let wordsKazakh: String
    let signatory: Hand

    struct Side: Encodable {
        let says: String
        let number: String
        var post: String?
        var person: String?
    }

    struct Bank: Encodable {
        let payee: String
        let number: String
        let account: String
        let name: String
        let bik: String
        let kbe: String
        let knp: String
    }

    struct Line: Encodable {
        let place: String
        let name: String
        let dates: String
        let unit = "усл. ед."
        let quantity = "1"
        /// With VAT, which a row below the sums names.
        let price: String
        let sum: String
    }

    init(_ content: DocumentContent) {
        let figures = Figures(currency: content.currency)
        let supplier = content.supplier
        let buyer = content.counterparty
        let gross = figures.text(content.gross)
        let isAct = content.kind == .act
        let name = isAct ? "Акт выполненных работ (оказанных услуг)" : "Счет на оплату"
        title = "\(name) № \(content.number) от \(Dates.long(content.date, .ru))"
        heading = title
        headingKazakh = "Төлемге арналған шот № \(content.number), \(Dates.long(content.date, .kk))"
        author = supplier.shortName.printed
        number = String(content.number)
        date = Dates.short(content.date)
        basis = content.basis.line
        seller = Side(
            says: "\(supplier.name), \(supplier.address.line)".printed, number: supplier.taxID.text.printed,
            post: supplier.signatory.post.printed, person: supplier.signatory.initials.printed)
        self.buyer = Side(
            says: "\(buyer.name), \(buyer.address.line)".printed, number: buyer.taxID.text.printed)
        bank = Bank(
            payee: supplier.shortName.printed, number: supplier.taxID.text.printed,
            account: supplier.bank.account.printed, name: (supplier.bank.bank ?? "").printed,
            bik: supplier.bank.bik.printed, kbe: (supplier.bank.kbe ?? "--").printed,
            knp: (supplier.bank.knp ?? "--").printed)
        parties = [
            Row(
                "Поставщик (Жеткізуші):",
                "БИН / ИИН \(supplier.taxID), \(supplier.shortName), \(supplier.address.line)"),
            Row(
                "Покупатель (Сатып алушы):",
                "БИН / ИИН \(buyer.taxID), \(buyer.shortName ?? buyer.name), \(buyer.address.line)"),
            Row("Договор (Шарт):", content.basis.line),
            Row("Проекты (Жобалар):", content.projects.map(\.text).joined(separator: ", ")),
        ]
        lines = content.lines.enumerated().map { index, line in
            Line(
                place: String(index + 1), name: line.name(in: content.month),
                dates:
                    "\(Dates.short(line.serviceMonth.firstDay)) – \(Dates.short(line.serviceMonth.lastDay))",
                price: figures.text(line.gross), sum: figures.text(line.gross))
        }
        quantity = String(content.lines.count)
        total = gross
        let rates = Set(content.lines.map(\.vatRate)).sorted()
        vat = rates.map { rate in
            let sum = content.lines.filter { $0.vatRate == rate }.reduce(0) { $0 + $1.vat }
            return switch rate {
            case .none: Row("Без НДС / ҚҚС-сыз", "–")
            case .percent(let percent):
                Row("В том числе НДС \(percent)% / Оның ішінде ҚҚС \(percent)%", figures.text(sum))
            }
        }
        totals = [Row("Итого (Барлығы):", gross)] + vat + [Row("Всего к оплате (Төлеуге барлығы):", gross)]
        counted = "Всего наименований \(content.lines.count), на сумму \(gross) \(figures.abbreviation)"
        words = figures.words(content.gross)
        wordsKazakh = figures.words(content.gross, .kk)
        signatory = Hand(supplier.signatory)
    }
}
