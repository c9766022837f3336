import Basics
import Funding
import Notices
import Regions
import UseCases
import Wording

/// What payments have paid that a transfer could pay instead (R107): what would move, what stays and why, and the
/// form that does it.
struct SubstitutionForm {
    let substitutes: SettlementDesk.Substitutes
    let region: Region
    let typed: [String: String]
    /// Why the form of before was refused.
    let failure: FormFailure?
    let visit: Visit

    /// `act` puts the fields into the form of a deed.
    func markup(_ act: ([Form.Field]) -> Markup) -> Markup {
        let words = visit.words
        guard !substitutes.payments.isEmpty else {
            let nothing = words(
                "Nothing that was paid by card, SBP or wallet is spent: it can be refunded as it is.",
                "Из оплаченного картой, через СБП или кошельком ничего не потрачено: платёж можно вернуть как есть."
            )
            return "\(title)\(refusal)<p>\(nothing)</p>\n"
        }
        guard let offer = substitutes.offer else {
            let next =
                substitutes.payments.contains { $0.movable > 0 }
                ? words(
                    "No transfer of the customer itself has money left: one of the same sum is needed.",
                    "Нет перевода самого клиента с остатком: нужен перевод на ту же сумму.")
                : words(
                    "All of it stands in closed months, which never change.",
                    "Всё оплаченное относится к закрытым месяцам, они не меняются.")
            return "\(title)\(refusal)\(payments)<p>\(next)</p>\n"
        }
        return "\(title)\(payments)\(transfers)\(act(fields(offer)))"
    }

    /// Where nothing can move any more there is no form to say it beside.
    private var refusal: Markup? {
        failure.map {
            "<div class=\"alert alert-danger\" role=\"alert\">\(visit.sentence($0.problem))</div>\n"
        }
    }

    private var title: Markup {
        "<h3>\(visit.words("What a transfer could pay instead", "Что может оплатить перевод"))</h3>\n"
    }

    private func fields(
        _ offer: (payment: SettlementDesk.Substitutes.Payment, transfer: Lot, amount: Int64)
    ) -> [Form.Field] {
        let words = visit.words
        let movable = substitutes.payments.filter { $0.movable > 0 }
        return [
            .init(
                name: "payment", label: words("What was paid by", "Что оплатил платёж"),
                kind: .choice(movable.map { (value: $0.lot.id.text, name: told($0.lot)) }),
                value: typed["payment"] ?? offer.payment.lot.id.text),
            .init(
                name: "transfer", label: words("is paid by the transfer", "теперь оплатит перевод"),
                kind: .choice(substitutes.transfers.map { (value: $0.id.text, name: told($0)) }),
                value: typed["transfer"] ?? offer.transfer.id.text),
            .init(
                name: "amount", label: words("How much", "Сколько"), kind: .sum,
                value: typed["amount"]
                    ?? DecimalText.print(Int128(offer.amount), fractionDigits: 2, least: 2),
                hint: words(
                    "The oldest charges first; the payment then lies free, to be refunded.",
                    "Сначала самые ранние списания; деньги платежа освободятся, их можно вернуть.")),
        ]
    }

    private func told(_ lot: Lot) -> String {
        let source = "\(lot.source.phrase.text(visit.language)), \(visit.sum(lot.amount, region))"
        // A transfer has its number and day in its words already.
        guard lot.isSubstitutable else { return source }
        let day = Dates.short(region.profile.zone.day(of: lot.creditedAt))
        return "\(source), \(day): \(lot.id.text.shown)"
    }

    /// "июль 2026: 733,94 ₽; август 2026: 2 266,06 ₽"
    private func told(_ sums: [Month: Int64]) -> String {
        sums.sorted { $0.key < $1.key }.map { month, amount in
            "\(visit.month(month)): \(visit.sum(amount, region))"
        }.joined(separator: "; ")
    }

    private var payments: Markup {
        let words = visit.words
        var table = Table(
            caption: words(
                "Paid by card, SBP or wallet: the latest \(SettlementDesk.mostPayments) that have paid anything",
                "Оплачено картой, через СБП или кошельком: последние \(SettlementDesk.mostPayments) платежей, из которых что-то списано"
            ),
            columns: [
                .init(words("Payment", "Платёж"), isName: true), .init(words("Credited", "Зачислено")),
                .init(words("Has paid", "Оплатил"), isSum: true),
                .init(words("Of it can move", "Можно перенести"), isSum: true),
                .init(words("For services of", "За услуги"), isName: true),
                .init(words("Stays: in closed months", "Останется: в закрытых месяцах"), isName: true),
            ])
        table.rows = substitutes.payments.map { payment in
            let why = visit.explain("credit/\(payment.lot.id)")
            return [
                anchor(why, payment.lot.source.phrase.text(visit.language)),
                "\(visit.moment(payment.lot.creditedAt, region))",
                anchor(why, visit.sum(payment.lot.amount - payment.lot.remaining, region)),
                anchor(why, visit.sum(payment.movable, region)),
                payment.open.isEmpty ? "" : anchor(why, told(payment.open)),
                payment.reported.isEmpty ? "" : anchor(why, told(payment.reported)),
            ]
        }
        return table.markup
    }

    private var transfers: Markup {
        let words = visit.words
        var table = Table(
            caption: words("Transfers of the customer with money left", "Переводы клиента с остатком"),
            columns: [
                .init(words("Transfer", "Перевод"), isName: true), .init(words("Credited", "Зачислено")),
                .init(words("Left", "Осталось"), isSum: true),
            ])
        table.rows = substitutes.transfers.map { lot in
            let why = visit.explain("credit/\(lot.id)")
            return [
                anchor(why, lot.source.phrase.text(visit.language)),
                "\(visit.moment(lot.creditedAt, region))", anchor(why, visit.sum(lot.remaining, region)),
            ]
        }
        return table.markup
    }
}
