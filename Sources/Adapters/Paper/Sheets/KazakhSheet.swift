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

        init(says: String, number: String) { (self.says, self.number) = (says, number) }

        init(_ supplier: SupplierParty) {
            says = "\(supplier.name), \(supplier.address.line)".printed
            number = supplier.taxID.text.printed
            post = supplier.signatory.post.printed
            person = supplier.signatory.initials.printed
        }
    }

    struct Bank: Encodable {
        let payee: String
        let number: String
        let account: String
        let name: String
        let bik: String
        let kbe: String
        let knp: String

        init(_ supplier: SupplierParty) {
            payee = supplier.shortName.printed
            number = supplier.taxID.text.printed
            account = supplier.bank.account.printed
            name = (supplier.bank.bank ?? "").printed
            bik = supplier.bank.bik.printed
            kbe = (supplier.bank.kbe ?? "--").printed
            knp = (supplier.bank.knp ?? "--").printed
        }
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
        headingKazakh = KazakhSheet.heading(content.number, content.date)
        author = supplier.shortName.printed
        number = String(content.number)
        date = Dates.short(content.date)
        basis = content.basis.line
        seller = Side(supplier)
        self.buyer = Side(
            says: "\(buyer.name), \(buyer.address.line)".printed, number: buyer.taxID.text.printed)
        bank = Bank(supplier)
        parties =
            [
                KazakhSheet.row(supplier), KazakhSheet.row(buyer),
                Row("Договор (Шарт):", content.basis.line),
                Row("Проекты (Жобалар):", content.projects.map(\.text).joined(separator: ", ")),
            ]
            + (content.due.map {
                [
                    Row(
                        "Срок оплаты (Төлеу мерзімі):",
                        "до \(Dates.long($0, .ru)) включительно (\(Dates.long($0, .kk)) дейін, қоса алғанда)")
                ]
            } ?? [])
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
            return KazakhSheet.row(rate, figures.text(sum))
        }
        totals = [Row("Итого (Барлығы):", gross)] + vat + [Row("Всего к оплате (Төлеуге барлығы):", gross)]
        counted = "Всего наименований \(content.lines.count), на сумму \(gross) \(figures.abbreviation)"
        words = figures.words(content.gross)
        wordsKazakh = figures.words(content.gross, .kk)
        signatory = Hand(supplier.signatory)
    }

    /// A customer's invoice to top a project up, short without registration data (R85).
    init(_ content: PaymentInvoiceContent) {
        let figures = Figures(currency: content.currency)
        let sum = figures.text(content.amount)
        let supplier = content.supplier
        title = "Счет на оплату № \(content.number) от \(Dates.long(content.date, .ru))"
        heading = title
        headingKazakh = KazakhSheet.heading(content.number, content.date)
        author = supplier.shortName.printed
        number = String(content.number)
        date = Dates.short(content.date)
        basis = content.basis?.line ?? "--"
        seller = Side(supplier)
        buyer =
            content.payer.map {
                Side(says: "\($0.name), \($0.address.line)".printed, number: $0.taxID.text.printed)
            } ?? Side(says: "--", number: "--")
        bank = Bank(supplier)
        parties =
            [KazakhSheet.row(supplier)] + (content.payer.map { [KazakhSheet.row($0)] } ?? [])
            + (content.basis.map { [Row("Договор (Шарт):", $0.line)] } ?? [])
            + [
                Row("Проект (Жоба):", content.project.text),
                Row("Назначение платежа (Төлем мақсаты):", content.purpose),
            ]
        lines = [
            Line(
                place: "1", name: "Пополнение баланса проекта \(content.project), облачные услуги", dates: "",
                price: sum,
                sum: sum)
        ]
        quantity = "1"
        total = sum
        vat = [KazakhSheet.row(content.vatRate, figures.text(content.vat))]
        totals = [Row("Итого (Барлығы):", sum)] + vat + [Row("Всего к оплате (Төлеуге барлығы):", sum)]
        counted = "Всего наименований 1, на сумму \(sum) \(figures.abbreviation)"
        words = figures.words(content.amount)
        wordsKazakh = figures.words(content.amount, .kk)
        signatory = Hand(supplier.signatory)
    }

    private static func heading(_ number: Int, _ date: Day) -> String {
        "Төлемге арналған шот № \(number), \(Dates.long(date, .kk))"
    }

    private static func row(_ supplier: SupplierParty) -> Row {
        Row(
            "Поставщик (Жеткізуші):",
            "БИН / ИИН \(supplier.taxID), \(supplier.shortName), \(supplier.address.line)")
    }

    private static func row(_ buyer: BuyerParty) -> Row {
        Row(
            "Покупатель (Сатып алушы):",
            "БИН / ИИН \(buyer.taxID), \(buyer.shortName ?? buyer.name), \(buyer.address.line)")
    }

    private static func row(_ rate: VATRate, _ sum: String) -> Row {
        switch rate {
        case .none: Row("Без НДС / ҚҚС-сыз", "–")
        case .percent(let percent):
            Row("В том числе НДС \(percent)% / Оның ішінде ҚҚС \(percent)%", sum)
        }
    }
}
