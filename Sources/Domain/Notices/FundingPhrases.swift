import Basics
package import Funding

extension FundingProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .unknownProject(let credit, let pid):
            Phrase(
                en:
                    "The credit «\(credit.text.shown)» is for the project \(pid), which is unknown. Import its "
                    + "account first, or correct the PID.",
                ru:
                    "Зачисление «\(credit.text.shown)» относится к неизвестному проекту \(pid). Сначала загрузите "
                    + "его учётную запись или исправьте PID.")
        case .otherBody(let credit):
            Phrase(
                en: "The credit «\(credit.text.shown)» was taken before with another content. The first one "
                    + "counts; give a new credit a new id.",
                ru:
                    "Зачисление «\(credit.text.shown)» уже принято с другим содержанием. Действует первое; новому "
                    + "зачислению дайте новый id.")
        }
    }
}

extension LotSource: Worded {
    /// The means of payment, with what tells one payment from another.
    package var phrase: Phrase {
        switch self {
        case .bank(let payer, let number, let date):
            let day = Phrase(date)
            let payer = payer.map {
                Phrase(en: ", payer \($0.text.shown)", ru: ", плательщик \($0.text.shown)")
            }
            return Phrase(
                en: "bank transfer No. \(number.shown) of \(day.en)\(payer?.en ?? "")",
                ru: "банковский перевод № \(number.shown) от \(day.ru)\(payer?.ru ?? "")")
        case .card(let instrument):
            let digits = instrument.map { card in
                [card.first6, card.last4].compactMap { $0?.shown }.joined(separator: "…")
            }
            let suffix = (digits ?? "").isEmpty ? "" : " " + (digits ?? "")
            return Phrase(en: "card\(suffix)", ru: "банковская карта\(suffix)")
        case .sbp: return Phrase(en: "SBP", ru: "СБП")
        case .wallet: return Phrase(en: "wallet", ru: "электронный кошелёк")
        case .mobile: return Phrase(en: "mobile phone account", ru: "счёт мобильного телефона")
        }
    }
}
