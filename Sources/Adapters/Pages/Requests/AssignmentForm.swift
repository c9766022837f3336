import Basics
import Funding
import Notices
import Regions
import UseCases
import Wording

/// What is left of other payers' transfers, which a letter of both parties hands to the customer (R130), and the form
/// that does it.
struct AssignmentForm {
    let assignable: SettlementDesk.Assignable
    let region: Region
    let typed: [String: String]
    /// Why the form of before was refused.
    let failure: FormFailure?
    let visit: Visit

    /// `act` puts the fields into the form of a deed.
    func markup(_ act: ([Form.Field]) -> Markup) -> Markup {
        guard let offer = assignable.offer else {
            let nothing = visit.words(
                "No money of another payer is left in the project: there is no advance to assign.",
                "Денег других плательщиков в проекте не осталось: передавать нечего.")
            return "\(title)\(refusal)<p>\(nothing)</p>\n"
        }
        guard let assignee = assignable.assignee else {
            let nobody = visit.words(
                "The customer has no tax id: an advance can be assigned once its details are changed.",
                "У клиента нет ИНН: аванс можно передать после смены реквизитов.")
            return "\(title)\(refusal)\(lots)<p>\(nobody)</p>\n"
        }
        let field = Form.Field(
            name: "advance", label: visit.words("Advance of the payer", "Аванс плательщика"),
            kind: .choice(assignable.advances.map { (value: value($0), name: told($0)) }),
            value: typed["advance"] ?? value(offer),
            hint: visit.words(
                "All that is left passes to tax id \(assignee), today; it takes a letter of both. What it paid before stays with the former payer, the balance and the order of spending stay as they are.",
                "Весь остаток сегодня перейдёт к ИНН \(assignee); нужно письмо обеих сторон. Оплаченное раньше останется за прежним плательщиком, баланс и порядок списания не изменятся."
            ))
        return "\(title)\(lots)\(act([field]))"
    }

    /// Where nothing can pass there is no form to say it beside.
    private var refusal: Markup? {
        failure.map {
            "<div class=\"alert alert-danger\" role=\"alert\">\(visit.sentence($0.problem))</div>\n"
        }
    }

    private var title: Markup {
        "<h3>\(visit.words("Advances of other payers", "Авансы других плательщиков"))</h3>\n"
    }

    private func value(_ advance: SettlementDesk.Assignable.Advance) -> String {
        "\(advance.payer)/\(Money.text(minor: advance.amount))"
    }

    private func told(_ advance: SettlementDesk.Assignable.Advance) -> String {
        let former =
            advance.isFormer ? visit.words(", the former party", ", прежний контрагент") : ""
        return "\(advance.payer.text.shown)\(former): \(visit.sum(advance.amount, region))"
    }

    private var lots: Markup {
        let words = visit.words
        var table = Table(
            caption: words(
                "Transfers of other payers with money left", "Переводы других плательщиков с остатком"),
            columns: [
                .init(words("Transfer", "Перевод"), isName: true), .init(words("Credited", "Зачислено")),
                .init(words("Left", "Осталось"), isSum: true),
            ])
        table.rows = assignable.advances.flatMap(\.lots).map { lot in
            let why = visit.explain("credit/\(lot.id)")
            return [
                anchor(why, lot.source.phrase.text(visit.language)),
                "\(visit.moment(lot.creditedAt, region))", anchor(why, visit.sum(lot.remaining, region)),
            ]
        }
        return table.markup
    }
}
