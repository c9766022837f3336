import Basics
import Documents
import Requisites
import Wording

/// What an invoice or an act of Moscow says, in finished strings.
struct BillSheet: Encodable {
    let title: String
    let author: String
    let language = "ru"
    let heading: String
    var notice: String?
    var bank: Bank?
    var hasCode = false
    let parties: [Row]
    let lines: [Line]
    private(set) var totals: [Row]
    private(set) var counted: String
    private(set) var words: String
    var purpose: String?
    var director: String?
    var bookkeeper: String?
    var seller: Side?
    var buyer: Side?
    var attachment: Attachment?

    struct Bank: Encodable {
        let name: String
        let bik: String
        let correspondent: String
        let inn: String
        let kpp: String
        let account: String
        let payee: String

        init(_ supplier: SupplierParty) {
            name = (supplier.bank.bank ?? "").printed
            bik = supplier.bank.bik.printed
            correspondent = (supplier.bank.correspondent ?? "--").printed
            inn = supplier.taxID.text.printed
            kpp = (supplier.kpp ?? "--").printed
            account = supplier.bank.account.printed
            payee = supplier.shortName.printed
        }
    }

    struct Line: Encodable {
        let place: String
        let name: String
        let quantity = "1"
        let unit = "усл. ед."
        /// With VAT, as the totals below say «в том числе».
        let price: String
        let sum: String

        init(_ place: Int, _ name: String, _ sum: String) {
            self.place = String(place)
            self.name = name
            price = sum
            self.sum = sum
        }
    }

    /// One of the two who sign an act.
    struct Side: Encodable {
        let name: String
        let post: String
        let person: String?
    }

    /// The invoice of a post-paid package.
    static func invoice(_ content: DocumentContent) -> BillSheet {
        let supplier = content.supplier
        let purpose = PaymentPurpose.text(
            number: content.number, date: content.date, projects: content.projects, vat: vat(content))
        var sheet = BillSheet(
            content, name: "Счет на оплату",
            parties: [
                Row("Поставщик (Исполнитель):", supplier.line),
                Row("Покупатель (Заказчик):", content.counterparty.line),
                Row("Основание:", content.basis.line),
            ] + (content.due.map { [Row("Срок оплаты:", "до \(Dates.long($0, .ru)) включительно")] } ?? []),
            due: "Всего к оплате:")
        sheet.notice = "В назначении платежа обязательно укажите номер и дату счета."
        sheet.pay(supplier, purpose)
        content.agreed.map { sheet.agree($0) }
        return sheet
    }

    static func act(_ content: DocumentContent) -> BillSheet {
        let supplier = content.supplier
        let buyer = content.counterparty
        var sheet = BillSheet(
            content, name: "Акт",
            parties: [
                Row(
                    "Исполнитель:",
                    "\(supplier.line), р/с \(supplier.bank.account) в \(supplier.bank.bank ?? ""), БИК "
                        + "\(supplier.bank.bik), к/с \(supplier.bank.correspondent ?? "--")"),
                Row("Заказчик:", buyer.line), Row("Основание:", content.basis.line),
                Row(
                    "Период:",
                    "с \(Dates.short(content.month.firstDay)) по \(Dates.short(content.month.lastDay)), проекты: "
                        + content.projects.map(\.text).joined(separator: ", ")),
            ], due: "Всего:")
        let signatory = supplier.signatory
        sheet.seller = Side(
            name: supplier.shortName.printed, post: signatory.post.printed, person: signatory.initials.printed
        )
        sheet.buyer = Side(name: buyer.printedName, post: "\u{A0}", person: nil)
        sheet.attachment = content.file.map {
            Attachment(name: "\($0.name).xml", describes: "Титул исполнителя, формат 5.03")
        }
        return sheet
    }

    /// A customer's own invoice, short without registration data (R85).
    static func payment(_ content: PaymentInvoiceContent) -> BillSheet {
        let figures = Figures(currency: content.currency)
        let sum = figures.text(content.amount)
        let supplier = content.supplier
        var parties = [Row("Поставщик (Исполнитель):", supplier.line)]
        if let payer = content.payer { parties.append(Row("Плательщик (Заказчик):", payer.line)) }
        if let basis = content.basis { parties.append(Row("Основание:", basis.line)) }
        var sheet = BillSheet(
            title: "Счет на оплату № \(content.number) от \(Dates.long(content.date, .ru))",
            author: supplier.shortName.printed, parties: parties,
            lines: [Line(1, "Пополнение баланса проекта \(content.project), облачные услуги", sum)],
            totals: [
                Row("Итого:", sum), vatRow(content.vatRate, figures.text(content.vat)),
                Row("Всего к оплате:", sum),
            ], counted: counted(1, content.amount, figures), words: figures.words(content.amount))
        sheet.notice =
            "В назначении платежа обязательно укажите номер счета и ID проекта (PID): \(content.project)."
        sheet.pay(supplier, content.purpose)
        content.agreed.map { sheet.agree($0) }
        return sheet
    }

    private init(
        title: String, author: String, parties: [Row], lines: [Line], totals: [Row], counted: String,
        words: String
    ) {
        self.title = title
        self.author = author
        heading = title
        self.parties = parties
        self.lines = lines
        self.totals = totals
        self.counted = counted
        self.words = words
    }

    private init(_ content: DocumentContent, name: String, parties: [Row], due: String) {
        let figures = Figures(currency: content.currency)
        let rates = Set(content.lines.map(\.vatRate)).sorted()
        let gross = figures.text(content.gross)
        self.init(
            title: "\(name) № \(content.number) от \(Dates.long(content.date, .ru))",
            author: content.supplier.shortName.printed, parties: parties,
            lines: content.lines.enumerated().map { index, line in
                Line(index + 1, line.name(in: content.month), figures.text(line.gross))
            },
            totals: [Row("Итого:", gross)]
                + rates.map { rate in
                    let vat = content.lines.filter { $0.vatRate == rate }.reduce(0) { $0 + $1.vat }
                    return BillSheet.vatRow(rate, figures.text(vat))
                } + [Row(due, gross)],
            counted: content.kind == .act
                ? "Всего оказано услуг \(content.lines.count), на сумму \(gross) \(figures.abbreviation)"
                : BillSheet.counted(content.lines.count, content.gross, figures),
            words: figures.words(content.gross))
    }

    private mutating func pay(_ supplier: SupplierParty, _ purpose: String) {
        bank = Bank(supplier)
        self.purpose = purpose.printed
        let signatory = supplier.signatory
        director = signatory.isBookkeeper ? nil : signatory.initials.printed
        bookkeeper = signatory.isBookkeeper ? signatory.initials.printed : nil
    }

    /// A contract in another currency: that is what is to be paid, and the roubles are what is credited (R14, O39).
    private mutating func agree(_ sum: AgreedSum) {
        let rate = sum.rate
        let asked = Sums.text(sum, .ru)
        let units = "\(Sums.grouped(rate.rate.units, .ru)) \(sum.currency)"
        totals =
            totals.dropLast() + [
                Row("Зачисляется на баланс, руб.:", totals.last?.says ?? ""),
                Row(
                    "Курс Банка России на \(Dates.short(rate.day)), руб. за \(units):",
                    Sums.text(rate.rate, .ru)),
                Row("Всего к оплате:", asked),
            ]
        counted += ", к оплате \(asked) (код валюты \(sum.currency.digits))"
        words = "Зачисляется: \(words.prefix(1).lowercased())\(words.dropFirst())"
    }

    static func vat(_ content: DocumentContent) -> PaymentPurpose.VAT {
        PaymentPurpose.VAT(rates: Set(content.lines.map(\.vatRate)), minor: content.vat)
    }

    private static func vatRow(_ rate: VATRate, _ sum: String) -> Row {
        switch rate {
        case .none: Row("Без налога (НДС):", "–")
        case .percent(let rate): Row("В том числе НДС (\(rate)%):", sum)
        }
    }

    private static func counted(_ count: Int, _ minor: Int64, _ figures: Figures) -> String {
        "Всего наименований \(count), на сумму \(figures.text(minor)) \(figures.abbreviation)"
    }
}
