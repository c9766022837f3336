import Basics
package import Payments

extension MatchReason: Worded {
    package var phrase: Phrase {
        switch self {
        case .outgoing:
            return Phrase(
                en: "The supplier paid, so there is nothing to credit.",
                ru: "Платил поставщик, зачислять нечего.")
        case .directionUnknown:
            return Phrase(
                en:
                    "Neither side is an account of the supplier. Name the project if the money is a customer's.",
                ru: "Ни одна сторона — не счёт поставщика. Если это деньги клиента, укажите проект.")
        case .betweenOwnAccounts:
            return Phrase(
                en: "The money moved between the supplier's own accounts. Name a project only if it is a "
                    + "customer's.",
                ru:
                    "Перевод между счетами самого поставщика. Проект указывайте, только если это деньги клиента."
            )
        case .otherCurrency(let currency):
            return Phrase(
                en:
                    "The transfer is in \(currency.shown), not in the region's currency. Clear it with the bank.",
                ru: "Перевод в валюте \(currency.shown), а не в валюте региона. Уточните в банке.")
        case .pidQuoted(let pid):
            return Phrase(
                en: "The purpose names the project \(pid).", ru: "В назначении платежа указан проект \(pid).")
        case .unknownPID(let pid):
            return Phrase(
                en:
                    "The purpose names \(pid), which is no project of ours. Ask the payer and name the project.",
                ru:
                    "В назначении платежа указан \(pid), такого проекта нет. Уточните у плательщика и укажите "
                    + "проект.")
        case .pidOfAnotherRegion(let pid, let region):
            let name = Phrase(regionNamed: region)
            return Phrase(
                en:
                    "The project \(pid) is of the region \(name.en), whose supplier has other accounts. Ask the "
                    + "payer and name a project of this region, or return the money.",
                ru: "Проект \(pid) — в регионе «\(name.ru)», у его поставщика другие счета. Уточните у "
                    + "плательщика и укажите проект этого региона или верните деньги.")
        case .severalPIDs(let pids):
            let list = pids.map(\.text).joined(separator: ", ")
            return Phrase(
                en: "The purpose names several projects: \(list). Ask the payer and name one.",
                ru: "В назначении платежа несколько проектов: \(list). Уточните у плательщика и укажите один."
            )
        case .invoiceQuoted(let number, let date):
            let day = Phrase(date)
            return Phrase(
                en: "The purpose names the invoice No. \(number.shown) of \(day.en).",
                ru: "В назначении платежа указан счёт № \(number.shown) от \(day.ru).")
        case .unknownInvoice(let number, let date):
            let day = Phrase(date)
            return Phrase(
                en:
                    "The purpose names the invoice No. \(number.shown) of \(day.en), which we did not issue. If "
                    + "nothing else tells the project, ask the payer.",
                ru: "В назначении платежа указан счёт № \(number.shown) от \(day.ru), такого счёта нет. Если "
                    + "проект не ясен из другого, уточните у плательщика.")
        case .invoiceWithoutDate(let number):
            return Phrase(
                en:
                    "The purpose names the invoice No. \(number.shown) without its date. If nothing else tells "
                    + "the project, ask the payer.",
                ru:
                    "В назначении платежа указан счёт № \(number.shown) без даты. Если проект не ясен из другого, "
                    + "уточните у плательщика.")
        case .ambiguousInvoice(let number, let date):
            let day = Phrase(date)
            return Phrase(
                en:
                    "There are several invoices No. \(number.shown) of \(day.en). Find the right one and name the "
                    + "project.",
                ru: "Счетов № \(number.shown) от \(day.ru) несколько. Найдите нужный и укажите проект.")
        case .invoiceOfAnotherRegion(let number, let date):
            let day = Phrase(date)
            return Phrase(
                en: "The invoice No. \(number.shown) of \(day.en) is of a project in another region. Ask the "
                    + "payer and name a project of this region, or return the money.",
                ru:
                    "Счёт № \(number.shown) от \(day.ru) — на проект в другом регионе. Уточните у плательщика и "
                    + "укажите проект этого региона или верните деньги.")
        case .restToFirst(let pid, let amount):
            let rest = Phrase(minor: amount)
            return Phrase(
                en:
                    "More was paid than the invoice still asks; the rest, \(rest.en), went to the project \(pid).",
                ru: "Заплачено больше, чем осталось по счёту; остаток \(rest.ru) зачислен проекту \(pid).")
        case .onlyProjectOfPayer(let payer, let pid):
            return Phrase(
                en: "The payer with tax id \(payer.text.shown) has one project here, \(pid).",
                ru: "У плательщика с налоговым номером \(payer.text.shown) здесь один проект — \(pid).")
        case .payerWithoutTaxID:
            return Phrase(
                en: "The payer's tax id is not given. Ask the payer and name the project.",
                ru: "Налоговый номер плательщика не указан. Уточните у плательщика и укажите проект.")
        case .payerWithoutProject(let payer):
            return Phrase(
                en:
                    "The payer with tax id \(payer.text.shown) has no project here. Ask the payer and name the "
                    + "project.",
                ru: "У плательщика с налоговым номером \(payer.text.shown) здесь нет проектов. Уточните у "
                    + "плательщика и укажите проект.")
        case .payerWithSeveralProjects(let payer, let pids):
            let list = pids.map(\.text).joined(separator: ", ")
            return Phrase(
                en: "The payer with tax id \(payer.text.shown) has several projects here: \(list). Name one.",
                ru:
                    "У плательщика с налоговым номером \(payer.text.shown) здесь несколько проектов: \(list). "
                    + "Укажите один.")
        }
    }
}
