import Basics
import Documents
import Notices
import Requisites
import Wording

/// What an act of reconciliation says, in finished strings: no form is laid down for it, this is how bookkeepers are
/// used to it. Kazakhstan's names its parts in Kazakh too.
struct ReconciliationSheet: Encodable {
    let title: String
    let author: String
    let language = "ru"
    let heading: [String]
    let intro: String
    /// «По данным …», ours and theirs.
    let ours: String
    let theirs: String
    /// Дата, Документ, Дебет, Кредит.
    let columns: [String]
    let tables: [Table]
    let result: [String]
    let note: String
    let seller: Side
    let buyer: Side
    let sign: String
    let name: String
    var attachment: Attachment?

    struct Table: Encodable {
        let caption: String
        let lines: [Line]
    }

    struct Line: Encodable {
        var date = ""
        let name: String
        let debit: String
        let credit: String
        /// A balance or a turnover.
        var isSum = false
    }

    struct Side: Encodable {
        let name: String
        let numbers: String
        let post: String
        let person: String?
    }

    init(_ content: ReconciliationContent) {
        let figures = Figures(currency: content.currency)
        let isKazakh = content.currency == .kzt
        func both(_ ru: String, _ kk: String) -> String { isKazakh ? "\(ru) / \(kk)" : ru }
        let (from, through) = (Dates.short(content.period.from), Dates.short(content.period.through))
        let supplier = content.supplier
        let buyer = content.counterparty
        let (we, they) = (supplier.shortName.printed, buyer.printedName)
        title = "Акт сверки № \(content.number) от \(Dates.long(content.date, .ru))"
        author = we
        heading = [
            title
                + (isKazakh
                    ? " / Салыстыру актісі № \(content.number), \(Dates.long(content.date, .kk))" : ""),
            both("взаимных расчетов за период", "өзара есеп айырысулар кезеңі") + ": \(from) – \(through)",
            "между \(we) и \(they)" + (isKazakh ? " / \(we) мен \(they) арасында" : ""),
        ]
        let signatory = supplier.signatory
        intro =
            "Мы, нижеподписавшиеся, \(signatory.post) \(we) \(signatory.name.full), с одной стороны, и "
            .printed
            + "____________________ \(they) ______________________________, с другой стороны, составили настоящий "
            + "акт сверки в том, что состояние взаимных расчетов по данным учета следующее:"
        let currency = figures.abbreviation
        ours = both("По данным \(we), \(currency)", "\(we) деректері бойынша, \(currency)")
        theirs = both("По данным \(they), \(currency)", "\(they) деректері бойынша, \(currency)")
        columns = [both("Дата", "Күні"), both("Документ", "Құжат"), "Дебет", "Кредит"]
        func balance(_ name: String, _ minor: Int64) -> Line {
            Line(
                name: name, debit: minor > 0 ? figures.text(minor) : "",
                credit: minor < 0 ? figures.text(-minor) : minor == 0 ? figures.text(0) : "", isSum: true)
        }
        func sums(_ opening: Int64, _ lines: [Line], _ debits: Int64, _ credits: Int64) -> [Line] {
            [balance(both("Сальдо начальное", "Бастапқы сальдо"), opening)] + lines + [
                Line(
                    name: both("Обороты за период", "Кезеңдегі айналым"), debit: figures.text(debits),
                    credit: figures.text(credits), isSum: true),
                balance(both("Сальдо конечное", "Соңғы сальдо"), opening + debits - credits),
            ]
        }
        let contracts = content.contracts.map { contract in
            Table(
                caption: both("По договору", "Шарт бойынша") + ": \(contract.basis.line)",
                lines: sums(
                    contract.opening,
                    contract.operations.map { operation in
                        Line(
                            date: Dates.short(operation.day), name: operation.phrase.ru.printed,
                            debit: operation.debit == 0 ? "" : figures.text(operation.debit),
                            credit: operation.credit == 0 ? "" : figures.text(operation.credit))
                    }, contract.debits, contract.credits))
        }
        tables =
            contracts.count < 2
            ? contracts
            : contracts + [
                Table(
                    caption: both("Всего по договорам", "Шарттар бойынша барлығы"),
                    lines: sums(content.opening, [], content.debits, content.credits))
            ]
        let closing = content.closing
        let creditor = closing > 0 ? we : they
        let debt =
            closing == 0
            ? "задолженность отсутствует"
            : "задолженность в пользу \(creditor) \(figures.text(abs(closing))) \(currency) "
                + "(\(figures.words(abs(closing))))"
        var result = ["По данным \(we) на \(through) \(debt)."]
        if isKazakh {
            result.append(
                closing == 0
                    ? "\(we) деректері бойынша \(through) берешек жоқ."
                    : "\(we) деректері бойынша \(through) \(creditor) пайдасына берешек "
                        + "\(figures.text(abs(closing))) \(currency) (\(figures.words(abs(closing), .kk))).")
        }
        self.result = result
        note =
            "В акте учтены банковские переводы самой организации. Оплата картами, другими способами и переводами "
            + "третьих лиц в отчетных документах и в акте не отражается."
        seller = Side(
            name: we, numbers: ReconciliationSheet.numbers(supplier), post: signatory.post.printed,
            person: signatory.initials.printed)
        self.buyer = Side(
            name: they, numbers: ReconciliationSheet.numbers(buyer), post: "\u{A0}", person: nil)
        sign = both("подпись", "қолы")
        name = both("расшифровка подписи", "аты-жөні")
        attachment =
            content.fileObstacle == nil
            ? content.file.map {
                Attachment(
                    name: "\($0.name).xml", describes: "Акт сверки, информация отправителя, формат 5.01")
            } : nil
    }

    private static func numbers(_ party: SupplierParty) -> String {
        guard let kpp = party.kpp else { return "БИН \(party.taxID)".printed }
        return "ИНН \(party.taxID), КПП \(kpp)".printed
    }

    private static func numbers(_ party: BuyerParty) -> String {
        switch party.identity {
        case .russianEntity(let inn, let kpp): "ИНН \(inn)\(kpp.map { ", КПП \($0)" } ?? "")".printed
        case .russianProprietor(let inn, _, _, _): "ИНН \(inn)".printed
        case .kazakh(let id, let proprietor): "\(proprietor ? "ИИН" : "БИН") \(id)".printed
        case .foreign(let id): id.text.printed
        }
    }
}
