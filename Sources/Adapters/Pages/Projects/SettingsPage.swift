import Access
import Basics
import Contracts
package import Counterparties
import Notices
import Projects
import Regions
import Requisites
package import UseCases
import Wording

/// Who the customer is to the law, and as whom it works (R10).
package struct SettingsPage {
    private let visit: Visit
    private let profile: ProfilesDesk.Profile
    private let draft: CounterpartyDraft
    private let failure: FormFailure?
    private let called: String?
    private var frame: ProjectFrame { ProjectFrame(head: profile.head, tab: .settings, visit: visit) }

    /// `draft` and `called`: what was typed, where it is shown again.
    package init(
        _ profile: ProfilesDesk.Profile, typed draft: CounterpartyDraft? = nil, called: String? = nil,
        failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.called = called
        self.profile = profile
        self.draft = draft ?? profile.draft
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        let lock: Markup? = profile.lock.map {
            "<div class=\"alert alert-info\" role=\"note\">\(Wordbook.phrase($0).text(visit.language))</div>\n"
        }
        let own: Markup =
            visit.isStaff && profile.lock == nil
            ? form : "\(general)\(facts)\(profile.lock == nil ? ways : nil)"
        return frame.page("\(naming)\(lock)\(own)\(agreement)")
    }

    /// What the project is called, for those who may say so (R19).
    private var naming: Markup? {
        guard profile.head.rights.contains(.name) else { return nil }
        let pid = profile.head.pid
        let form = Form(
            visit: visit, id: "name", action: "/projects/\(pid)/name",
            fields: [
                .init(
                    name: "name", label: visit.words("Name of the project", "Имя проекта"),
                    value: called ?? profile.head.names[pid]?.text ?? pid.text,
                    hint: visit.words(
                        "4 to 63 small Latin letters, digits and _ - . + @ #. The PID stays what letters and payments name.",
                        "От 4 до 63 строчных латинских букв, цифр и _ - . + @ #. В письмах и платежах по-прежнему указывайте PID."
                    ))
            ], button: visit.words("Rename", "Переименовать"), failure: called == nil ? nil : failure)
        return "<h2>\(visit.words("Project", "Проект"))</h2>\n\(form.markup)"
    }

    private var general: Markup { "<h2>\(visit.words("General information", "Общая информация"))</h2>\n" }

    /// What a customer may do about it: additional registration (R29), or to work as an individual (R10).
    private var ways: Markup {
        let head = profile.head
        let isCompany = head.account.counterparty.receivesDocuments
        let way: Markup
        do {
            try RegistrationRules.check(head.region)
            let text = isCompany ? visit.words("Edit", "Изменить") : visit.words("Fill in", "Заполнить")
            let why = visit.words(
                "A company or a sole proprietor that gives its details gets invoices with its name and closing documents. All your projects share them.",
                "Компания или ИП, указавшие реквизиты, получают счета со своим названием и закрывающие документы. Реквизиты общие для всех ваших проектов."
            )
            way = """
                <div class="panel"><div class="inside"><h3>\(visit.words("The organisation's details", "Реквизиты организации"))</h3>
                <p>\(why)</p>
                <p><a class="btn btn-primary" href="\(visit.link(RegistrationPage.path(head)))">\(text)</a></p></div></div>

                """
        } catch {
            way = "<div class=\"alert alert-info\" role=\"note\">\(text(of: error))</div>\n"
        }
        guard isCompany else { return way }
        let asIndividual = Form(
            visit: visit, id: "profile", action: frame.path,
            fields: [
                .init(name: "kind", label: "", kind: .hidden, value: "individual"),
                .init(
                    name: "residency", label: "", kind: .hidden,
                    value: draft.residency.isEmpty ? head.region.profile.country.alpha2 : draft.residency),
                .init(
                    name: "name", label: visit.words("Your name", "Ваше имя"),
                    value: failure == nil ? "" : draft.name ?? "",
                    hint: visit.words(
                        "Months that are closed stay the organisation's. No closing documents come from now on.",
                        "Закрытые месяцы останутся за организацией. Закрывающих документов больше не будет.")),
            ], button: visit.words("Work as an individual", "Работать как физическое лицо"),
            isDangerous: true,
            failure: called == nil ? failure : nil)
        return "\(way)\(asIndividual.markup)"
    }

    private func text(of error: any Error) -> String {
        (error as? any Problem).map { Wordbook.phrase($0).text(visit.language) } ?? ""
    }

    private static let kinds = ["individual", "legalEntity", "soleProprietor"]

    private func kind(_ word: String) -> String {
        switch word {
        case "legalEntity": visit.words("as a legal entity", "как юридическое лицо")
        case "soleProprietor": visit.words("as a sole proprietor", "как индивидуальный предприниматель")
        default:
            visit.words(
                "as an individual, without closing documents",
                "как физическое лицо, без закрывающих документов")
        }
    }

    /// What is known, where it can only be read.
    private var facts: Markup {
        let party = profile.draft
        let counterparty = profile.head.account.counterparty
        let rows: [(String, String?)] = [
            (visit.words("Works", "Работает"), kind(party.kind)),
            (visit.words("Name", "Наименование"), counterparty.name),
            (visit.words("Short name", "Краткое наименование"), party.shortName),
            (visit.words("Tax number", "Налоговый номер"), counterparty.taxID?.text), ("КПП", party.kpp),
            (visit.words("Registration number", "ОГРН или ОГРНИП"), party.ogrn ?? party.ogrnip),
            (visit.words("Residency", "Резидентство"), party.residency),
            (visit.words("Address", "Адрес"), counterparty.address?.line),
            (
                visit.words("Bank", "Банк"),
                party.bank.map { [$0.bik, $0.account ?? $0.iban].compactMap(\.self).joined(separator: ", ") }
            ),
            (visit.words("EDM id", "Идентификатор ЭДО"), party.edmId),
        ]
        let items = rows.compactMap { row -> Markup? in
            row.1.map { "<dt>\(row.0)</dt><dd>\(name($0))</dd>\n" }
        }
        return "<div class=\"panel\"><div class=\"inside\"><dl class=\"facts\">\(items)</dl></div></div>\n"
    }

    private var form: Markup {
        let country = profile.head.region.profile.country.alpha2
        func field(
            _ name: String, _ en: String, _ ru: String, _ value: String?, hint: String = ""
        ) -> Form.Field {
            .init(name: name, label: visit.words(en, ru), value: value ?? "", hint: hint, isNeeded: false)
        }
        let address = draft.address
        var fields: [Form.Field] = [
            .init(
                name: "kind", label: visit.words("You work", "Вы работаете"),
                kind: .choice(SettingsPage.kinds.map { (value: $0, name: kind($0)) }), value: draft.kind,
                hint: visit.words(
                    "A company or a sole proprietor may work either way; closing documents come to those that do not work as individuals. The fields below are for them.",
                    "Компания и ИП могут работать и так, и так; закрывающие документы получают те, кто работает не как физическое лицо. Поля ниже — для них."
                )),
            .init(
                name: "name", label: visit.words("Full name", "Полное наименование или имя"),
                value: draft.name
                    ?? [draft.lastName, draft.firstName, draft.middleName].compactMap(\.self).joined(
                        separator: " ")),
            field("short", "Short name", "Краткое наименование", draft.shortName),
            field(
                "number", "Tax number (ИНН, БИН, ИИН)", "Налоговый номер (ИНН, БИН, ИИН)",
                draft.inn ?? draft.bin ?? draft.iin ?? draft.taxId,
                hint: profile.head.account.counterparty.taxID == nil ? "" : visit.moneyOfTheFormer),
            field("kpp", "КПП, if there is one", "КПП, если есть", draft.kpp),
            field("ogrn", "ОГРН or ОГРНИП", "ОГРН или ОГРНИП", draft.ogrn ?? draft.ogrnip),
            field(
                "residency", "Country of residency, two letters", "Страна резидентства, две буквы",
                draft.residency.isEmpty ? country : draft.residency,
                hint: visit.words("RU, KZ and so on.", "RU, KZ и так далее.")),
        ]
        fields += [
            field("postal", "Postal code", "Индекс", address?.postalCode),
            field("region", "Code of the region, for Russia", "Код региона, для России", address?.regionCode),
            field("city", "City", "Город", address?.city),
            field("street", "Street", "Улица", address?.street ?? address?.text),
            field("house", "House", "Дом", address?.house),
            field("bik", "Bank's БИК", "БИК банка", draft.bank?.bik),
            field("account", "Account", "Расчётный счёт", draft.bank?.account ?? draft.bank?.iban),
            field("edm", "EDM id", "Идентификатор ЭДО", draft.edmId),
            .init(name: "reason", label: visit.words("Why", "Почему"), value: ""),
        ]
        return Form(
            visit: visit, id: "profile", action: frame.path, fields: fields,
            button: visit.words("Save", "Сохранить"), failure: called == nil ? failure : nil
        ).markup
    }

    private var agreement: Markup {
        let text: Markup =
            profile.contract.map { contract in
                "\(visit.words("Contract", "Договор")) \(name("№ \(contract.number)")), \(Dates.short(contract.date)). \(profile.head.scheme == .postpaid ? visit.words("Paid afterwards.", "Оплата потом.") : visit.words("Paid in advance.", "Оплата вперёд."))"
            }
            ?? "\(visit.words("The public offer, paid in advance.", "Публичная оферта, оплата вперёд."))"
        let supplier: Markup? =
            if case .user(_, false) = visit.person {
                "<p>\(anchor(visit.supplier(profile.head.region), visit.words("The supplier's details", "Реквизиты исполнителя")))</p>"
            } else { nil }
        return """
            <div class="part"><h2>\(visit.words("Agreement", "Договорённости"))</h2></div>
            <p>\(text) \(anchor(visit.link("/projects/\(profile.head.pid)/contract"), visit.words("The contract", "Условия договора")))</p>\(supplier)
            """
    }
}

extension Visit {
    /// What becomes of money where a customer with a tax id becomes another party.
    var moneyOfTheFormer: String {
        words(
            "With another number the month that runs stays the former party's where it has something to document; what the new one pays stands in its first documents, of the next month. Money of the former one that is not spent stays its own until a letter of both hands it over.",
            "С другим номером текущий месяц останется за прежним контрагентом, если за него будут документы; оплаченное новым войдёт в его первые документы — за следующий месяц. Непотраченные деньги прежнего остаются его деньгами, пока их не передадут по письму обеих сторон."
        )
    }
}
