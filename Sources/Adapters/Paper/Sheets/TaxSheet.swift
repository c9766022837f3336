import Basics
import Documents
import Requisites
import Wording

/// What a tax invoice and an УПД say, in finished strings: heading lines and columns of ПП РФ № 1137.
struct TaxSheet: Encodable {
    let title: String
    let author: String
    let language = "ru"
    let heading: String
    let correction = "Исправление № -- от --"
    let norm: String
    let status: String
    let rows: [MarkedRow]
    let lines: [Line]
    let totals: Totals
    let director: String?
    let bookkeeper: String?
    let signatory: Hand
    let transfer: Transfer
    let attachment: Attachment?

    struct MarkedRow: Encodable {
        let label: String
        let says: String
        let mark: String

        init(_ mark: String, _ label: String, _ says: String) {
            self.label = label
            self.says = says.printed
            self.mark = "(\(mark))"
        }
    }

    struct Line: Encodable {
        let place: String
        let name: String
        /// Quantity one, so the price is the net sum (D19); 876 is ОКЕИ's «условная единица».
        let unitCode = "876"
        let unit = "усл. ед."
        let quantity = "1"
        let price: String
        let net: String
        let excise: String
        let rate: String
        let vat: String
        let gross: String
    }

    struct Totals: Encodable {
        let net: String
        let vat: String
        let gross: String
    }

    /// The lower half of an УПД; its places are numbered from `first` (the letter's own numbers).
    struct Transfer: Encodable {
        let first = 8
        let basis: String
        let date: String
        let note: String
        let seller: String
        let buyer: String
    }

    init(_ content: DocumentContent) {
        let figures = Figures(currency: content.currency)
        let isFree = content.lines.allSatisfy { $0.vatRate == .none }
        let isPrimary = content.kind == .upd && isFree
        let edition = FormEdition.on(content.date)
        let day = Dates.long(content.date, .ru)
        heading = "Счет-фактура № \(content.number) от \(day)"
        title = "\(content.kind == .upd ? "УПД" : "Счет-фактура") № \(content.number) от \(day)"
        author = content.supplier.shortName.printed
        norm =
            "Приложение № 1 к постановлению Правительства Российской Федерации от 26 декабря 2011 г. № 1137 "
            + "(в редакции постановления Правительства Российской Федерации \(edition.decree))"
        status = isPrimary ? "2" : "1"
        rows = TaxSheet.rows(content, edition, isPrimary: isPrimary)
        lines = content.lines.enumerated().map { index, line in
            Line(
                place: String(index + 1), name: line.name(in: content.month), price: figures.text(line.net),
                net: figures.text(line.net), excise: isPrimary ? "--" : "без акциза",
                rate: line.vatRate.cell,
                vat: line.vatRate == .none ? "без НДС" : figures.text(line.vat),
                gross: figures.text(line.gross))
        }
        totals = Totals(
            net: figures.text(content.net), vat: isFree ? "без НДС" : figures.text(content.vat),
            gross: figures.text(content.gross))
        let signatory = content.supplier.signatory
        // The first place is anybody's who is authorised; a bookkeeper signs in the second too.
        director = isPrimary ? nil : signatory.initials.printed
        bookkeeper = !isPrimary && signatory.isBookkeeper ? signatory.initials.printed : nil
        self.signatory = Hand(signatory)
        let supplier = content.supplier
        let buyer = content.counterparty
        transfer = Transfer(
            basis: content.basis.line,
            date: "«\(content.date.dayNumber)» \(TaxSheet.monthAndYear(content.date))",
            note: "Услуги оказаны с \(Dates.short(content.month.firstDay)) по "
                + "\(Dates.short(content.month.lastDay)), PID \(content.projects.map(\.text).joined(separator: ", "))",
            seller: "\(supplier.shortName), ИНН/КПП \(TaxSheet.numbers(supplier))".printed,
            buyer: "\(buyer.printedName), \(buyer.numbers.contains("/") ? "ИНН/КПП" : "ИНН") \(buyer.numbers)"
                .printed)
        attachment = content.file.map {
            Attachment(name: "\($0.name).xml", describes: "Титул продавца, формат 5.03")
        }
    }

    private static func rows(
        _ content: DocumentContent, _ edition: FormEdition, isPrimary: Bool
    ) -> [MarkedRow] {
        let supplier = content.supplier
        let buyer = content.counterparty
        let payments = content.payments.map { "№ \($0.number) от \(Dates.short($0.date))" }
        let count = content.lines.count
        let places = count == 1 ? "1" : "1-\(count)"
        // An УПД shows the services itself; a tax invoice names the act where the package has one.
        let shown = (
            number: content.shipment?.number ?? content.number, on: content.shipment?.date ?? content.date
        )
        var rows = [
            MarkedRow("2", "Продавец", supplier.name), MarkedRow("2а", "Адрес", supplier.address.line),
            MarkedRow("2б", "ИНН/КПП продавца", numbers(supplier)),
            // Services have no consignor and no consignee.
            MarkedRow("3", "Грузоотправитель и его адрес", "--"),
            MarkedRow("4", "Грузополучатель и его адрес", "--"),
            MarkedRow(
                "5", "К платежно-расчетному документу",
                isPrimary || payments.isEmpty ? "№ -- от --" : payments.joined(separator: "; ")),
            MarkedRow(
                "5а", "Документ об отгрузке",
                "№ п/п \(places) № \(shown.number) от \(Dates.short(shown.on))"),
        ]
        if edition.hasAdvanceInvoices {
            rows.append(MarkedRow("5б", advances, "№ -- от --, исправление № -- от --"))
        }
        return rows + [
            MarkedRow("6", "Покупатель", buyer.name), MarkedRow("6а", "Адрес", buyer.address.line),
            MarkedRow("6б", "ИНН/КПП покупателя", buyer.numbers),
            MarkedRow("7", "Валюта: наименование, код", "Российский рубль, 643"),
            MarkedRow(
                "8", "Идентификатор государственного контракта, договора (соглашения) (при наличии)", "--"),
        ]
    }

    private static let advances =
        "К счету-фактуре (счетам-фактурам), выставленному (выставленным) при получении оплаты, частичной "
        + "оплаты или иных платежей в счет предстоящих поставок товаров (выполнения работ, оказания услуг), "
        + "передачи имущественных прав"

    private static func numbers(_ supplier: SupplierParty) -> String {
        [supplier.taxID.text, supplier.kpp].compactMap { $0 }.joined(separator: "/")
    }

    private static func monthAndYear(_ day: Day) -> String {
        "\(MonthNames.genitive(day.monthNumber, .ru)) \(day.year) г."
    }
}
