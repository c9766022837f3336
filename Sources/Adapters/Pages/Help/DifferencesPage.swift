import Basics
import Contracts

/// What individuals and companies may have, side by side, and how to get what is not there by itself.
package struct DifferencesPage {
    private let visit: Visit

    package init(_ visit: Visit) { self.visit = visit }

    package var markup: Markup {
        let words = visit.words
        var table = Table(
            caption: words("Individuals and legal entities", "Физические и юридические лица"),
            columns: [
                .init(words("What", "Что"), isName: true),
                .init(words("Individuals", "Физические лица"), isName: true),
                .init(words("Legal entities", "Юридические лица"), isName: true),
            ])
        table.rows = Difference.allCases.map { difference in
            ["\(title(difference))"]
                + [false, true].map { isCompany in "\(says(difference.choices(forCompanies: isCompany)))" }
        }
        return Frame(
            visit: visit, title: words("Individuals and companies", "Физические и юридические лица"),
            path: "/individuals-and-companies"
        ).page(
            """
            <h1>\(words("Individuals and companies", "Физические и юридические лица"))</h1>
            <p>\(words("New projects work as an individual's. An organisation or a sole proprietor may work either way, as it likes.", "Новые проекты работают по схеме физического лица. Организация и ИП могут работать и так, и так, по своему выбору."))</p>
            \(table.markup)
            <p class="dim">\(words("A dash: not to be had, or of no use.", "Прочерк: недоступно или не нужно."))</p>
            <div class="part"><h2>\(words("An individual contract", "Индивидуальный договор"))</h2></div>
            <p>\(words("It is needed to pay afterwards, for prices of one's own, and where an organisation is no resident of the region's country. Write to docs_vktech@vk.company (Moscow) or accountvk@qazcloud.kz (Kazakhstan): the full name of the organisation with its details, and the name and telephone of a contact. A manager will agree upon the terms with you. A non-resident in the region Moscow also agrees upon the currency of payments there: invoices are then in it at the official rate of the Bank of Russia, the account and refunds stay in roubles. In Kazakhstan services are paid in tenge only.", "Нужен для постоплаты, для своих цен и если организация — нерезидент страны региона. Напишите на docs_vktech@vk.company (Москва) или accountvk@qazcloud.kz (Казахстан): полное название организации и её реквизиты, ФИО и телефон контактного лица. С вами свяжется менеджер и согласует условия. Нерезидент в регионе «Москва» согласует в нём и валюту платежей: счета выставляются в ней по официальному курсу Банка России, а учёт и возвраты остаются в рублях. В Казахстане услуги оплачиваются только в тенге."))</p>
            <div class="part"><h2>\(words("Additional registration", "Дорегистрация"))</h2></div>
            <p>\(words("In the region Moscow a Russian organisation or sole proprietor fills its details in by its tax number: in the project's settings, Fill in. Invoices then name the payer, and closing documents come.", "В регионе «Москва» российская организация или ИП заполняет реквизиты по ИНН: в настройках проекта, «Заполнить». После этого в счетах указан плательщик и приходят закрывающие документы."))</p>
            <div class="part"><h2>\(words("EDM", "ЭДО"))</h2></div>
            <p>\(words("Only for organisations that are residents of Russia and work in the region Moscow; it is not connected by itself.", "Только для организаций-резидентов РФ, работающих в регионе «Москва»; по умолчанию не подключён."))</p>
            """)
    }

    private func title(_ difference: Difference) -> String {
        switch difference {
        case .scheme: visit.words("Payment scheme", "Схема оплаты")
        case .contract: visit.words("Type of contract", "Тип договора")
        case .payment: visit.words("Recommended way to pay", "Рекомендуемый способ оплаты")
        case .registration: visit.words("Additional registration", "Дорегистрация")
        case .edm: visit.words("Connecting to EDM", "Подключение к ЭДО")
        }
    }

    private func says(_ choices: [Difference.Choice]) -> String {
        guard !choices.isEmpty else { return "—" }
        return choices.map { choice in
            switch choice {
            case .scheme(.prepaid): visit.words("paid in advance", "предоплата")
            case .scheme(.postpaid): visit.words("paid afterwards", "постоплата")
            case .publicOffer: visit.words("public offer", "публичная оферта")
            case .individualContract: visit.words("individual contract", "индивидуальный договор")
            case .linkedCard: visit.words("the card linked to the project", "карта, привязанная к проекту")
            case .bankTransfer: visit.words("bank transfer", "банковский перевод")
            case .optional: visit.words("optional", "по желанию")
            }
        }.joined(separator: visit.words(" or ", " или "))
    }
}
