import Basics
package import Contracts
import Regions

extension ContractsProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .individualPostpaid:
            return Phrase(
                en: "An individual cannot pay after the month. Make the contract prepaid.",
                ru: "Физическое лицо не может работать по постоплате. Укажите предоплату.")
        case .individualNeedsOffer:
            return Phrase(
                en: "An individual works on the public offer only. Leave the individual contract out.",
                ru: "Физическое лицо работает только по оферте. Уберите индивидуальный договор.")
        case .nonResidentOnOffer(let region):
            let name = region.phrase
            return Phrase(
                en: "A company that is no resident of the country cannot have a project in the region "
                    + "\(name.en) on the public offer. Give an individual contract for that region.",
                ru: "Нерезидент не может иметь проект в регионе «\(name.ru)» по оферте. Укажите "
                    + "индивидуальный договор для этого региона.")
        case .postpaidOnOffer:
            return Phrase(
                en:
                    "The public offer is always prepaid. Make the scheme prepaid or give an individual contract.",
                ru: "По оферте бывает только предоплата. Укажите предоплату или индивидуальный договор.")
        case .vatUnstated(let region):
            let name = region.phrase
            return Phrase(
                en:
                    "The contract of a non-resident in the region \(name.en) does not say whether VAT is charged. "
                    + "Fill in «vat»: «charged» or «none».",
                ru: "В договоре с нерезидентом в регионе «\(name.ru)» не сказано, начисляется ли НДС. "
                    + "Заполните «vat»: «charged» или «none».")
        case .twoVersions(let day):
            let from = Phrase(day)
            return Phrase(
                en:
                    "Two versions of the contract in one region begin on \(from.en). Give one of them another day.",
                ru:
                    "Две редакции договора в одном регионе начинаются \(from.ru). Укажите для одной другой день."
            )
        case .updWithTaxInvoice:
            return Phrase(
                en:
                    "A UPD stands in the place of the tax invoice, so a contract cannot have both. Leave one.",
                ru: "УПД заменяет счёт-фактуру, в одном договоре оба быть не могут. Оставьте один документ.")
        case .actAlone:
            return Phrase(
                en: "An act alone is no set of documents. Add a UPD or a tax invoice.",
                ru: "Один акт — не комплект документов. Добавьте УПД или счёт-фактуру.")
        case .invoiceChosen:
            return Phrase(
                en: "A payment invoice is not chosen: it joins a post-paid package by itself. Leave it out.",
                ru: "Счёт на оплату не выбирают: при постоплате он входит в комплект сам. Уберите его.")
        case .documentsOnOffer:
            return Phrase(
                en:
                    "On the public offer the document is a UPD. Leave the documents out or give an individual "
                    + "contract.",
                ru: "По оферте выдаётся УПД. Уберите перечень документов или укажите индивидуальный договор.")
        case .endsBeforeItBegins(let from, let last):
            let (first, end) = (Phrase(from), Phrase(last))
            return Phrase(
                en:
                    "The contract would end on \(end.en), before it begins on \(first.en). Correct one of the days.",
                ru: "Договор закончился бы \(end.ru), раньше начала \(first.ru). Исправьте одну из дат.")
        case .endsInsideMonth(let day):
            let next = Phrase(day)
            return Phrase(
                en:
                    "Documents are made for whole months, so a contract ends with a month. The next possible day is "
                    + "\(next.en).",
                ru:
                    "Документы составляются за целый месяц, поэтому договор прекращается с концом месяца. Ближайшая "
                    + "возможная дата — \(next.ru).")
        case .laterVersion(let day):
            let from = Phrase(day)
            return Phrase(
                en:
                    "Another version is signed and begins on \(from.en). Void it first, then end the contract.",
                ru:
                    "Подписана ещё одна редакция, она начинает действовать \(from.ru). Сначала аннулируйте её, затем "
                    + "прекратите договор.")
        case .partyKnown:
            return Phrase(
                en:
                    "The customer is a company already. Change its details on its page first, then write the terms.",
                ru: "Клиент уже работает как организация. Сначала измените реквизиты на его странице, потом "
                    + "составьте условия.")
        case .noProject(let region):
            let name = region.phrase
            return Phrase(
                en:
                    "The customer has no project in the region \(name.en). Make the contract for another region.",
                ru:
                    "У клиента нет проектов в регионе «\(name.ru)». Заключите договор для другого региона.")
        case .tooEarly(let day):
            let least = Phrase(day)
            return Phrase(
                en:
                    "What is over is charged already, so the day is \(least.en) at the earliest. Choose a later one.",
                ru:
                    "Прошедшее уже начислено, поэтому самая ранняя дата — \(least.ru). Выберите более позднюю."
            )
        case .noDraft:
            return Phrase(
                en:
                    "These terms are signed, left or changed by somebody else already. Look at the contract anew.",
                ru:
                    "Эти условия уже подписаны, оставлены или изменены другим сотрудником. Откройте договор снова."
            )
        case .noContract(let region):
            let name = region.phrase
            return Phrase(
                en: "No individual contract is in force in the region \(name.en). Look at the contract anew.",
                ru:
                    "В регионе «\(name.ru)» нет действующего индивидуального договора. Откройте договор снова."
            )
        case .unknownFile:
            return Phrase(
                en: "What was signed comes as a PDF, JPEG or PNG of 10 MB at most. Choose another file.",
                ru: "Подписанный договор принимается как PDF, JPEG или PNG до 10 МБ. Выберите другой файл.")
        case .missing(let field):
            return Phrase(
                en: "The contract lacks the field «\(field.shown)». Add it.",
                ru: "В договоре нет поля «\(field.shown)». Добавьте его.")
        case .unknownWord(let field, let text):
            return Phrase(
                en: "The contract's field «\(field.shown)» cannot be «\(text.shown)». Correct the value.",
                ru: "В поле договора «\(field.shown)» не может стоять «\(text.shown)». Исправьте значение.")
        case .flowForIndividual:
            return Phrase(
                en:
                    "An individual gets no closing documents, so there is nothing to send. Work as a company or a "
                    + "sole proprietor, in the project's settings.",
                ru:
                    "Физическому лицу закрывающие документы не выдаются, отправлять нечего. Работать как компания "
                    + "или ИП можно в настройках проекта.")
        case .edmNotInRegion(let region):
            let name = region.phrase
            return Phrase(
                en:
                    "Documents of the region \(name.en) do not go by EDM: it is there for projects in Moscow. Choose "
                    + "paper by post or courier.",
                ru:
                    "Документы региона «\(name.ru)» не идут по ЭДО: он есть только для проектов в Москве. Выберите "
                    + "бумагу почтой или курьером.")
        case .edmForResidents:
            return Phrase(
                en:
                    "EDM is for organisations and sole proprietors that are registered in Russia. Choose paper by "
                    + "post or courier.",
                ru: "ЭДО доступен организациям и ИП, зарегистрированным в России. Выберите бумагу почтой или "
                    + "курьером.")
        case .documentsOfRegion(let region):
            let name = region.phrase
            return Phrase(
                en:
                    "The documents of the region \(name.en) are always the same. Leave the choice of documents out.",
                ru: "Состав документов региона «\(name.ru)» всегда один. Не указывайте документы.")
        case .flowOfClosedMonth(let month):
            let open = Phrase(month)
            return Phrase(
                en:
                    "Closed months keep their documents. The first month that can still be changed: \(open.en).",
                ru: "Закрытые месяцы сохраняют свои документы. Первый месяц, который ещё можно изменить: "
                    + "\(open.ru)")
        case .tooManyFlows(let most):
            return Phrase(
                en:
                    "The way of documents was changed \(most) times, which is the most. Ask the document department.",
                ru:
                    "Документооборот меняли уже \(most) раз, больше нельзя. Напишите в отдел документооборота."
            )
        case .tooManyAddresses(let most):
            return Phrase(
                en: "Copies go to \(most) addresses at most. Leave some out.",
                ru: "Копии отправляются не более чем на \(most) адресов. Уберите лишние.")
        case .noDispatchAddress(let month):
            let open = Phrase(month)
            return Phrase(
                en:
                    "Nobody has said where the originals of \(open.en) go. Ask the customer for the address first.",
                ru: "Не указан адрес для оригиналов за месяц «\(open.ru)». Сначала уточните адрес у клиента.")
        case .packageSent(let month):
            let open = Phrase(month)
            return Phrase(
                en: "The documents of \(open.en) were sent already. Write to the document department.",
                ru: "Документы за месяц «\(open.ru)» уже отправлены. Напишите в отдел документооборота.")
        case .flowField(let field):
            let name = field.phrase
            return Phrase(
                en: "Fill in rightly: \(name.en).", ru: "Заполните правильно: \(name.ru).")
        case .flowChanged:
            return Phrase(
                en: "Somebody else has changed how documents come meanwhile. Look at the page anew.",
                ru: "Документооборот тем временем изменил кто-то ещё. Посмотрите страницу заново.")
        case .legalAddressUnsaid:
            return Phrase(
                en:
                    "This is the legal address. If papers are to go there, tick it and leave the field empty.",
                ru: "Это юридический адрес. Если бумаги отправлять туда, отметьте его и оставьте поле пустым."
            )
        case .twoAddresses:
            return Phrase(
                en: "An address is typed and the legal one is ticked. Leave one of them.",
                ru: "Введён адрес и отмечен юридический. Оставьте что-то одно.")
        case .currencyOfRegion(let region):
            let name = region.phrase
            let own = region.profile.currency.rawValue
            return Phrase(
                en: "Services of the region \(name.en) are paid in \(own) only. Leave the currency out.",
                ru: "Услуги региона «\(name.ru)» оплачиваются только в \(own). Не указывайте валюту.")
        case .currencyForResident(let region):
            let own = region.profile.currency.rawValue
            return Phrase(
                en:
                    "A resident of the region's country pays in \(own): another currency is agreed with non-residents "
                    + "alone. Leave the currency out.",
                ru:
                    "Резидент страны региона платит в \(own): другую валюту согласуют только с нерезидентами. Не "
                    + "указывайте валюту.")
        case .creditInAdvance:
            return Phrase(
                en:
                    "Days to pay and a credit limit are for contracts that are paid afterwards. Choose that scheme, "
                    + "or leave both out.",
                ru:
                    "Срок оплаты и кредитный лимит бывают только при постоплате. Выберите постоплату или не "
                    + "указывайте их.")
        case .dueDays(let days):
            let (least, most) = (ContractRules.dueDays.lowerBound, ContractRules.dueDays.upperBound)
            return Phrase(
                en: "An invoice is to be paid within \(least) to \(most) days, and \(days) is not so many. "
                    + "Write a number between them.",
                ru: "На оплату счёта отводится от \(least) до \(most) дней, а указано \(days). Укажите число "
                    + "в этих пределах.")
        case .creditLimit(let text):
            return Phrase(
                en:
                    "«\(text.shown)» is no credit limit. Write a sum above zero, such as 500000.00, or leave it out.",
                ru:
                    "«\(text.shown)» — не кредитный лимит. Укажите сумму больше нуля, например 500000.00, или "
                    + "оставьте поле пустым.")
        }
    }
}

extension FlowField {
    package var phrase: Phrase {
        switch self {
        case .recipient: Phrase(en: "the full name of who receives the paper", ru: "ФИО получателя бумаг")
        case .phone:
            Phrase(en: "the recipient's telephone, for the courier", ru: "телефон получателя, для курьера")
        case .contact: Phrase(en: "the full name of the contact", ru: "ФИО контактного лица")
        case .contactPhone: Phrase(en: "the telephone of the contact", ru: "телефон контактного лица")
        case .addresses: Phrase(en: "the addresses that copies are mailed to", ru: "адреса почты для копий")
        case .address:
            Phrase(en: "the address that the originals go to", ru: "адрес, куда отправить оригиналы")
        }
    }
}
