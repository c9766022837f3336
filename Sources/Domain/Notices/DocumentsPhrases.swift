import Basics
package import Documents
import Regions
import Wording

extension DocumentsProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .supplierRequisitesMissing(let region, let details):
            let name = region.phrase
            let supplier = region.profile.supplier.shortName
            let list = Phrase.list(details.map(\.phrase))
            return Phrase(
                en:
                    "The supplier of the region \(name.en), \(supplier), lacks for its documents: \(list.en). Give "
                    + "these details in suppliers.json of a dataset, import it and close the month again.",
                ru: "У поставщика региона «\(name.ru)», \(supplier), не хватает для документов: \(list.ru). "
                    + "Укажите эти реквизиты в файле suppliers.json набора данных, загрузите его и закройте месяц "
                    + "снова.")
        case .counterpartyRequisitesMissing(let name, let detail):
            let what = Phrase.detail(detail)
            return Phrase(
                en:
                    "The counterparty «\(name.shown)» lacks for its documents: \(what.en). Complete its account, "
                    + "then close the month again.",
                ru:
                    "У контрагента «\(name.shown)» не хватает для документов: \(what.ru). Дополните учётную запись "
                    + "и закройте месяц снова.")
        case .nonResidentWithoutContract(let name):
            return Phrase(
                en: "The counterparty «\(name.shown)» is a non-resident without a contract, so it gets no "
                    + "documents. Add its contract, then close the month again.",
                ru:
                    "Контрагент «\(name.shown)» — нерезидент без договора, документы ему не выдаются. Внесите "
                    + "договор и закройте месяц снова.")
        case .earlierMonthOpen(let month):
            let open = Phrase(month)
            return Phrase(
                en: "\(open.en) is still open for this counterparty. Close that month first.",
                ru: "У контрагента не закрыт месяц: \(open.ru) Сначала закройте его.")
        case .tieOutDiffers(let portions, let documents, let ledger):
            let charged = Phrase(minor: portions)
            let written = Phrase(minor: documents)
            let booked = Phrase(minor: ledger)
            return Phrase(
                en:
                    "Three sums that must be one differ: charges \(charged.en), documents \(written.en), ledger "
                    + "\(booked.en). Nothing is issued; report it to those who look after the books.",
                ru: "Не сходятся три суммы, которые должны быть равны: списания \(charged.ru), документы "
                    + "\(written.ru), главная книга \(booked.ru). Документы не выпущены; сообщите тем, кто ведёт "
                    + "книги.")
        case .formatFindings(let findings):
            let list = DocumentsProblem.first(findings)
            return Phrase(
                en:
                    "The electronic document would not be accepted: \(list.en). Correct what it is made of, then "
                    + "close the month again.",
                ru:
                    "Электронный документ не будет принят: \(list.ru). Исправьте исходные сведения и закройте "
                    + "месяц снова.")
        case .monthNotOver(let month, let region):
            let open = Phrase(month)
            let name = region.phrase
            return Phrase(
                en:
                    "\(open.en) is not over yet in the region \(name.en). Close it when it is; to see it before, "
                    + "make a dry run.",
                ru: "В регионе «\(name.ru)» ещё не закончился \(open.ru) Закройте месяц, когда он кончится; "
                    + "посмотреть заранее можно пробным закрытием (--dry-run).")
        case .monthOutOfOrder(let month, let region, let first):
            let wanted = Phrase(month)
            let name = region.phrase
            let earlier = Phrase(first)
            return Phrase(
                en:
                    "\(wanted.en) cannot be closed in the region \(name.en) before \(earlier.en). Close that month "
                    + "first.",
                ru:
                    "В регионе «\(name.ru)» нельзя закрыть «\(wanted.ru)» раньше, чем «\(earlier.ru)». Сначала "
                    + "закройте более ранний месяц.")
        case .unknownDocument(let text):
            return Phrase(
                en: "There is no document «\(text.shown)». Check its kind, number and year.",
                ru: "Нет документа «\(text.shown)». Проверьте вид, номер и год.")
        case .invoiceForPostpaid(let project):
            return Phrase(
                en: "The project \(project) is post-paid; its invoice comes with the documents of the month, "
                    + "when the month is closed.",
                ru: "Проект \(project) оплачивается по факту; счёт выставляется вместе с документами месяца, "
                    + "когда месяц закроют.")
        case .invoiceByDepartment(let project, let region):
            let name = region.phrase
            return Phrase(
                en: "The project \(project) is in the region \(name.en), where the document department makes "
                    + "payment invoices. Ask it for one.",
                ru: "Проект \(project) — в регионе «\(name.ru)», где счета на оплату выставляет отдел "
                    + "документооборота. Запросите счёт у него.")
        case .invoiceForNonResident(let project):
            return Phrase(
                en:
                    "The customer of the project \(project) is a non-resident; the document department makes its "
                    + "payment invoices. Ask it for one.",
                ru:
                    "Клиент проекта \(project) — нерезидент; счета на оплату ему выставляет отдел документооборота. "
                    + "Запросите счёт у него.")
        case .invoiceTooSmall(let asked, let least):
            return Phrase(
                en:
                    "\(Sums.signed(asked, .en)) is less than the smallest payment, \(Sums.signed(least, .en)). "
                    + "Ask for that much at least.",
                ru: "\(Sums.signed(asked, .ru)) меньше наименьшего платежа, \(Sums.signed(least, .ru)). "
                    + "Укажите сумму не меньше этой.")
        case .tooManyInvoices(let most):
            return Phrase(
                en:
                    "\(most) invoices were made for this project within a day. Pay one of them, or come tomorrow.",
                ru:
                    "За сутки для проекта выставлено счетов: \(most). Оплатите один из них или вернитесь завтра."
            )
        case .unreadableSum(let text):
            return Phrase(
                en: "“\(text)” is not a sum. Write it in figures, "
                    + "kopecks behind a point or a comma: 1500.50.",
                ru: "«\(text)» — не сумма. Напишите её цифрами, "
                    + "копейки после точки или запятой: 1500,50.")
        case .nothingChosen:
            return Phrase(
                en: "No document is chosen. Tick those that are to be in the archive.",
                ru: "Документы не выбраны. Отметьте те, что нужны в архиве.")
        case .tooManyChosen(let most):
            return Phrase(
                en: "One archive holds at most \(most) documents and 64 megabytes. Choose fewer.",
                ru: "В одном архиве — не больше \(most) документов и 64 МБ. Выберите меньше.")
        case .badPeriod(let from, let through):
            let (first, last) = (Dates.short(from), Dates.short(through))
            return Phrase(
                en: "The period \(first) – \(last) cannot be taken: its first day comes before its last, and "
                    + "\(ReconciledPeriod.mostYears) years are the most. Choose other days.",
                ru:
                    "Период \(first) – \(last) не подходит: первый день должен быть не позже последнего, а весь "
                    + "период — не длиннее \(ReconciledPeriod.mostYears) лет. Выберите другие дни.")
        case .periodNotOver(let day):
            return Phrase(
                en:
                    "\(Dates.short(day)) is not over yet, and its payments may still come. End the period with an "
                    + "earlier day.",
                ru: "\(Dates.short(day)) ещё не закончилось, и платежи этого дня ещё могут прийти. Закончите "
                    + "период более ранним днём.")
        case .periodNotClosed(let month):
            let open = Phrase(month)
            return Phrase(
                en:
                    "\(open.en) is not closed yet, so its documents are not there. End the period before its last "
                    + "day, or come when the month is closed.",
                ru:
                    "Ещё не закрыт месяц: \(open.ru) Его документов пока нет. Закончите период до его последнего "
                    + "дня или вернитесь, когда месяц закроют.")
        case .actBeyondView:
            return Phrase(
                en:
                    "An act of reconciliation is about all projects of the organisation in the region, and you do "
                    + "not see the documents of all of them. Ask the owner for it, or for a role in the others.",
                ru:
                    "Акт сверки составляется по всем проектам организации в регионе, а документы вам видны не во "
                    + "всех. Попросите акт или роль в остальных проектах у владельца.")
        case .neverParty(let taxID):
            return Phrase(
                en:
                    "The customer was never the party with tax id \(taxID.text.shown) in this region. Choose the one "
                    + "it is or was.",
                ru:
                    "У клиента в этом регионе никогда не было ИНН \(taxID.text.shown). Укажите нынешний или прежний."
            )
        case .tooManyOperations(let most):
            return Phrase(
                en:
                    "The period has more than \(most) operations, and an act lists no more. Choose fewer days.",
                ru: "В периоде больше \(most) операций, а в одном акте — не больше. Выберите меньше дней.")
        case .tooManyActs(let most):
            return Phrase(
                en:
                    "\(most) acts were made for this organisation within a day. Use one of them, or come tomorrow.",
                ru:
                    "За сутки для организации составлено актов: \(most). Возьмите один из них или вернитесь завтра."
            )
        case .tooManyProjects(let most):
            return Phrase(
                en: "A report holds \(most) projects at most. Choose fewer, and make a report of the rest.",
                ru:
                    "В отчёте не больше проектов, чем \(most). Выберите меньше, а по остальным составьте ещё отчёт."
            )
        case .notWholeMonths:
            return Phrase(
                en:
                    "The report for bookkeepers is made of whole months. Choose a month's first and last day.",
                ru:
                    "Отчёт для бухгалтерии составляется за целые месяцы. Выберите первый и последний день месяца."
            )
        case .noScan:
            return Phrase(
                en:
                    "The file is neither a PDF nor a picture (PNG, JPEG). Choose another, or save it as a PDF.",
                ru: "Файл — не PDF и не картинка (PNG, JPEG). Выберите другой или сохраните его в PDF.")
        case .scanTooLarge(let megabytes):
            return Phrase(
                en:
                    "The file is larger than \(megabytes) megabytes. Scan it anew with less detail, or in parts.",
                ru: "Файл больше \(megabytes) МБ. Отсканируйте его с меньшим разрешением или по частям.")
        case .noTitle(let most):
            return Phrase(
                en: "Say what the document is, in \(most) letters at most.",
                ru: "Напишите, что это за документ, — не длиннее \(most) знаков.")
        case .noFoundingPaper(let number):
            return Phrase(
                en: "There is no founding document \(number), or it was withdrawn. Choose one of the list.",
                ru: "Учредительного документа № \(number) нет или он изъят. Выберите другой из списка.")
        case .folderFull(let most):
            return Phrase(
                en:
                    "The folder holds \(most) documents, and takes no more. Tell those who look after the program.",
                ru:
                    "В папке уже \(most) документов, больше она не вмещает. Сообщите тем, кто смотрит за программой."
            )
        case .rateMissing(let currency, let day):
            let date = Phrase(day)
            return Phrase(
                en:
                    "The contract is paid in \(currency), and its official rate on \(date.en) is not known. Import the "
                    + "rates of that day, then do this again.",
                ru:
                    "Договор оплачивается в \(currency), а официальный курс на \(date.ru) не загружен. Загрузите "
                    + "курсы этого дня и повторите.")
        case .otherRate(let rate, let kept):
            let date = Phrase(rate.day)
            return Phrase(
                en:
                    "The rate of \(rate.currency) on \(date.en) is kept as \(kept), and this one is \(rate.rate). "
                    + "Rates are never changed: check where this one is from.",
                ru:
                    "Курс \(rate.currency) на \(date.ru) уже сохранён: \(kept), а этот — \(rate.rate). Курсы не "
                    + "меняются: проверьте, откуда взят новый.")
        case .rateAhead(let day):
            let date = Phrase(day)
            return Phrase(
                en: "A rate is set for the next day at most, and \(date.en) is later. Check the date.",
                ru: "Курс устанавливают не дальше чем на завтра, а \(date.ru) — позже. Проверьте дату.")
        case .noRateSource:
            return Phrase(
                en: "No bank is asked for rates here. Start the program with --rates cbr, or load a file.",
                ru: "Банк о курсах здесь не спрашивают. Запустите программу с --rates cbr или загрузите файл."
            )
        case .ratesUnavailable(let day):
            let date = Phrase(day)
            return Phrase(
                en:
                    "The central bank does not answer about the rates of \(date.en). Try again later, or load a file.",
                ru: "Центральный банк не отвечает о курсах на \(date.ru). Повторите позже или загрузите файл."
            )
        case .ratesUnreadable(let day):
            let date = Phrase(day)
            return Phrase(
                en:
                    "What the central bank answers about \(date.en) are no rates. Try again later, or load a file.",
                ru:
                    "Ответ центрального банка на \(date.ru) — не курсы. Повторите позже или загрузите файл.")
        case .unreadableRate(let text):
            return Phrase(
                en: "«\(text.shown)» is not a rate. Write what the units cost, in figures: 98.7654.",
                ru: "«\(text.shown)» — не курс. Напишите цифрами, сколько стоят единицы: 98,7654.")
        case .unknownCurrency(let text):
            return Phrase(
                en: "«\(text.shown)» is no currency that a contract may agree. Write letters such as EUR.",
                ru: "«\(text.shown)» — не валюта, о которой можно договориться. Укажите буквы, например EUR.")
        }
    }

    /// One broken rule often breaks twenty lines; three are enough to begin with.
    private static func first(_ findings: [String]) -> Phrase {
        let list = findings.prefix(3).map { finding in
            finding.hasSuffix(".") ? String(finding.dropLast()) : finding
        }.joined(separator: "; ")
        let rest = findings.count - 3
        guard rest > 0 else { return Phrase(list) }
        return Phrase(en: "\(list); and \(rest) more", ru: "\(list); и ещё \(rest)")
    }
}

extension Phrase {
    /// A detail that a counterparty lacks, by the word the room gives it.
    fileprivate static func detail(_ word: String) -> Phrase {
        Supplier.Detail(rawValue: word)?.phrase ?? Phrase(word.shown)
    }
}
