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
        case .unknownLot(let credit, let pid):
            Phrase(
                en:
                    "The project \(pid) has no money credited as «\(credit.text.shown)». Look it up among its "
                    + "credits; what has just come is settled first.",
                ru:
                    "В проекте \(pid) нет денег, зачисленных как «\(credit.text.shown)». Найдите их среди зачислений "
                    + "проекта; только что поступившее сначала разносится.")
        case .notSubstitutable(let credit):
            Phrase(
                en:
                    "«\(credit.text.shown)» is a bank transfer. Only a payment by another way can be changed for one.",
                ru:
                    "«\(credit.text.shown)» — банковский перевод. Заменить переводом можно только платёж, внесённый "
                    + "другим способом.")
        case .notOwnTransfer(let credit):
            Phrase(
                en:
                    "«\(credit.text.shown)» is no bank transfer of the customer itself: documents do not show what "
                    + "it pays. Choose a transfer from the customer's own tax id.",
                ru:
                    "«\(credit.text.shown)» — не банковский перевод самого клиента: оплаченное им не попадает в "
                    + "документы. Выберите перевод, пришедший с ИНН клиента.")
        case .nothingSpent(let credit):
            Phrase(
                en:
                    "Nothing of «\(credit.text.shown)» is spent: there is nothing to move to a transfer, it can be "
                    + "refunded as it is.",
                ru:
                    "Из «\(credit.text.shown)» ничего не потрачено: переносить на перевод нечего, платёж можно вернуть "
                    + "как есть.")
        case .transferSpent(let credit):
            Phrase(
                en:
                    "The transfer «\(credit.text.shown)» has no money left: it has paid charges or debts of its own. "
                    + "Ask for another transfer.",
                ru:
                    "В переводе «\(credit.text.shown)» не осталось денег: он уже оплатил списания или долг. Попросите "
                    + "клиента сделать ещё один перевод.")
        case .allReported(let credit, let month):
            allReported(credit, Phrase(month))
        case .lessToSubstitute(let credit, let wanted, let possible, let reported):
            less(credit, Phrase(minor: wanted), Phrase(minor: possible), Phrase(minor: reported))
        case .nothingToAssign(let payer, let pid):
            Phrase(
                en:
                    "The project \(pid) has no money left of transfers of the payer with tax id \(payer.text.shown). "
                    + "Look at its payers with money left.",
                ru:
                    "В проекте \(pid) не осталось денег из переводов плательщика с ИНН \(payer.text.shown). "
                    + "Посмотрите, у каких плательщиков есть остаток.")
        case .noAssignee(let pid):
            Phrase(
                en:
                    "An advance in the project \(pid) can be assigned to nobody: the customer has no tax id other than "
                    + "the payer's. Change its details first.",
                ru:
                    "Аванс в проекте \(pid) некому передать: у клиента нет ИНН, отличного от ИНН плательщика. "
                    + "Сначала измените реквизиты.")
        case .otherAdvance(let payer, let seen, let left):
            otherAdvance(payer, Phrase(minor: seen), Phrase(minor: left))
        }
    }
}

extension FundingProblem {
    private func allReported(_ credit: CreditID, _ month: Phrase) -> Phrase {
        Phrase(
            en: "All that «\(credit.text.shown)» has paid is of months that are closed, the last of them "
                + "\(month.en), and they never change. It can be refunded only as far as it is not spent.",
            ru:
                "Всё оплаченное из «\(credit.text.shown)» относится к закрытым месяцам, последний из них — "
                + "\(month.ru), а они не меняются. Вернуть можно только непотраченный остаток.")
    }

    private func otherAdvance(_ payer: TaxID, _ seen: Phrase, _ left: Phrase) -> Phrase {
        Phrase(
            en:
                "Of the transfers of the payer with tax id \(payer.text.shown) \(left.en) is left by now, not "
                + "\(seen.en). Check the letter's sum and assign what is left.",
            ru:
                "Из переводов плательщика с ИНН \(payer.text.shown) сейчас осталось \(left.ru), а не \(seen.ru). "
                + "Сверьте сумму в письме и передайте остаток.")
    }

    private func less(
        _ credit: CreditID, _ wanted: Phrase, _ possible: Phrase, _ reported: Phrase
    ) -> Phrase {
        Phrase(
            en: "Of what «\(credit.text.shown)» has paid \(wanted.en) cannot be moved to the transfer, only "
                + "\(possible.en); \(reported.en) is of closed months. A month may have been closed meanwhile: look at "
                + "it again.",
            ru:
                "Из оплаченного «\(credit.text.shown)» нельзя перенести на перевод \(wanted.ru), только "
                + "\(possible.ru); \(reported.ru) относится к закрытым месяцам. Возможно, месяц только что закрыли: "
                + "проверьте ещё раз.")
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
