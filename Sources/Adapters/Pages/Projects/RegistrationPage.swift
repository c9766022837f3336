import Access
package import Basics
import Contracts
package import Counterparties
import Notices
import Regions
package import UseCases
import Wording

/// Additional registration in two steps (R30): a tax id and what a registry fills in, then the legal address.
package struct RegistrationPage {
    /// Where somebody stands in it.
    package enum Step: Sendable {
        /// The tax id, `typed` so far.
        case number(typed: String)
        /// Which of several parties under one tax id.
        case choice([RegisteredParty], inn: String)
        /// The details, by what a registry knows; nil = by hand.
        case party(CounterpartyDraft, RegisteredParty?, note: Note?)
        case address(CounterpartyDraft)
    }

    /// Why the fields are to be filled in by hand.
    package enum Note: Sendable {
        case notFound
        case confirmed
        case outage(any Problem)
    }

    private let visit: Visit
    private let beginning: RegistrationDesk.Beginning
    private let step: Step
    private let failure: FormFailure?
    private var frame: ProjectFrame {
        ProjectFrame(head: beginning.profile.head, tab: .settings, visit: visit)
    }
    private var path: String { RegistrationPage.path(beginning.profile.head) }

    package init(
        _ beginning: RegistrationDesk.Beginning, _ step: Step, failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.beginning = beginning
        self.step = step
        self.failure = failure
        self.visit = visit
    }

    static func path(_ head: ProjectHead) -> String { "/projects/\(head.pid)/registration" }

    /// Whether somebody who looks can go there and has not been.
    static func isAwaited(_ head: ProjectHead, for person: Person) -> Bool {
        head.region.profile.hasRegistration && ProjectTab.settings.isThere(head.rights, for: person)
            && head.account.agreements.contracts.isEmpty
            && (!head.account.counterparty.receivesDocuments || head.account.counterparty.address == nil)
    }

    package var markup: Markup {
        let title = visit.words("Additional registration", "Дорегистрация")
        if let refusal = beginning.refusal {
            return frame.page(
                """
                <h2>\(title)</h2>
                <div class="alert alert-info" role="note">\(Wordbook.phrase(refusal).text(visit.language))</div>
                <p>\(anchor(visit.link(frame.path), visit.words("Back to the settings", "К настройкам")))</p>
                """)
        }
        return frame.page("<h2>\(title)</h2>\n\(place)\(body)")
    }

    private var place: Markup {
        let number = if case .address = step { 2 } else { 1 }
        let what =
            number == 1
            ? visit.words("the organisation's details", "реквизиты организации")
            : visit.words("the legal address", "юридический адрес")
        return "<p class=\"dim\">\(visit.words("Step \(number) of 2", "Шаг \(number) из 2")): \(what)</p>\n"
    }

    private var body: Markup {
        switch step {
        case .number(let typed):
            let byHand = anchor(
                visit.link(path, [("by", "hand")]), visit.words("Fill in by hand", "Заполнить вручную"))
            return "\(form([number(typed)], "number", visit.words("Find", "Найти")))<p>\(byHand)</p>\n"
        case .choice(let parties, let inn): return choice(parties, inn)
        case .party(let draft, let known, let note):
            return
                "\(note.map { told($0) })\(known.flatMap { told($0) })\(form(details(draft), "party", visit.words("Next step", "Следующий шаг")))"
        case .address(let draft):
            let intro = visit.words(
                "The address of the registry. Papers are not sent there: before each sending you are asked where.",
                "Адрес по реестру. Бумаги по нему не отправляют: перед отправкой всегда спрашивают, куда.")
            return
                "\(money(draft))<p>\(intro)</p>\n\(form(address(draft), "address", visit.words("Save", "Сохранить")))"
        }
    }

    /// Said before it is saved: another tax id is another party.
    private func money(_ draft: CounterpartyDraft) -> Markup? {
        let known = beginning.profile.head.account.counterparty.taxID?.text
        guard let known, let typed = draft.inn, typed != known else { return nil }
        return "<div class=\"alert alert-warning\" role=\"note\">\(visit.moneyOfTheFormer)</div>\n"
    }

    private func form(_ fields: [Form.Field], _ step: String, _ button: String) -> Markup {
        Form(
            visit: visit, id: "registration", action: path,
            fields: [.init(name: "step", label: "", kind: .hidden, value: step)] + fields, button: button,
            failure: failure
        ).markup
    }

    private func number(_ typed: String) -> Form.Field {
        .init(
            name: "inn", label: visit.words("Tax number (ИНН)", "ИНН"), kind: .figures, value: typed,
            hint: visit.words(
                "10 digits of a company, 12 of a sole proprietor. The rest is found by it.",
                "10 цифр у компании, 12 у ИП. Остальное найдётся по нему."))
    }

    private func choice(_ parties: [RegisteredParty], _ inn: String) -> Markup {
        let options = parties.map { party -> (value: String, name: String) in
            let what =
                party.isBranch
                ? visit.words("branch", "филиал") : visit.words("head office", "головная организация")
            let name = party.draft.shortName ?? party.draft.name ?? ""
            return (party.draft.kpp ?? "", "КПП \(party.draft.kpp ?? "—"), \(what): \(name)")
        }
        let intro = visit.words(
            "Several are registered under this number. Which one is to stand in the documents?",
            "Под этим ИНН их несколько. Кто должен стоять в документах?")
        return """
            <p>\(intro)</p>
            \(form(
                [
                    .init(name: "inn", label: "", kind: .hidden, value: inn),
                    .init(
                        name: "kpp", label: "КПП", kind: .choice(options),
                        value: options.first?.value ?? ""),
                ], "number", visit.words("Choose", "Выбрать")))
            """
    }

    private func told(_ note: Note) -> Markup {
        let text =
            switch note {
            case .notFound:
                visit.words(
                    "The registry does not know this number. Check it, or fill the fields in by hand.",
                    "В реестре такого ИНН нет. Проверьте его или заполните поля вручную.")
            case .confirmed:
                visit.words(
                    "The tax service confirms the number. Fill the rest in by hand.",
                    "Налоговая служба подтвердила ИНН. Остальное заполните вручную.")
            case .outage(let problem): Wordbook.phrase(problem).text(visit.language)
            }
        return "<div class=\"alert alert-warning\" role=\"note\">\(text)</div>\n"
    }

    /// What a registry says besides, and what should make one look twice.
    private func told(_ known: RegisteredParty) -> Markup? {
        let state: String? =
            switch known.state {
            case .active, .liquidated: nil
            case .liquidating:
                visit.words("By the registry it is being liquidated.", "По данным реестра идёт ликвидация.")
            case .reorganizing:
                visit.words(
                    "By the registry it is being reorganised.", "По данным реестра идёт реорганизация.")
            case .bankrupt:
                visit.words("By the registry it is bankrupt.", "По данным реестра введено банкротство.")
            }
        let doubt: String? =
            known.isUnreliable
            ? visit.words(
                "The tax service holds its entry to be untrue.",
                "Налоговая служба считает сведения о ней недостоверными.")
            : nil
        let warnings = [state, doubt].compactMap(\.self).map { text -> Markup in
            "<div class=\"alert alert-warning\" role=\"note\">\(text)</div>\n"
        }
        let head: Markup? = known.head.map { head in
            "<p>\(visit.words("Headed by", "Руководитель")): \(name(head))</p>\n"
        }
        return "\(warnings)\(head)"
    }

    private func details(_ draft: CounterpartyDraft) -> [Form.Field] {
        func field(
            _ name: String, _ en: String, _ ru: String, _ value: String?, isNeeded: Bool = false
        ) -> Form.Field {
            .init(name: name, label: visit.words(en, ru), value: value ?? "", isNeeded: isNeeded)
        }
        let kinds = [
            ("legalEntity", visit.words("a legal entity", "юридическое лицо")),
            ("soleProprietor", visit.words("a sole proprietor", "индивидуальный предприниматель")),
        ].map { (value: $0.0, name: $0.1) }
        return [
            .init(
                name: "kind", label: visit.words("You are", "Вы"), kind: .choice(kinds),
                value: draft.kind.isEmpty ? "legalEntity" : draft.kind),
            number(draft.inn ?? ""),
            field(
                "name", "Full name", "Полное наименование",
                draft.name ?? RegistrationPage.person(draft), isNeeded: true),
            field("short", "Short name", "Краткое наименование", draft.shortName),
            field("kpp", "КПП, of a legal entity", "КПП, если это юридическое лицо", draft.kpp),
            field("ogrn", "ОГРН or ОГРНИП", "ОГРН или ОГРНИП", draft.ogrn ?? draft.ogrnip),
            field("bik", "Bank's БИК", "БИК банка", draft.bank?.bik),
            field("account", "Account", "Расчётный счёт", draft.bank?.account),
            field("edm", "EDM id", "Идентификатор ЭДО", draft.edmId),
        ]
            + hidden(
                [("since", draft.ogrnipDate)] + RegistrationPage.persons(draft)
                    + RegistrationPage.places(draft.address))
    }

    private func address(_ draft: CounterpartyDraft) -> [Form.Field] {
        let labels: [String: (en: String, ru: String)] = [
            "postal": ("Postal code", "Индекс"), "region": ("Code of the region", "Код региона"),
            "district": ("District", "Район"), "city": ("City", "Город"),
            "settlement": ("Settlement", "Населённый пункт"), "street": ("Street", "Улица"),
            "house": ("House", "Дом"), "building": ("Building", "Корпус, строение"),
            "flat": ("Office or flat", "Офис, квартира"),
            "line": ("The whole address in a line", "Адрес одной строкой"),
        ]
        let shown = RegistrationPage.places(draft.address).filter { place, value in
            // An address in a line is offered where the registry has no other.
            draft.address?.text == nil ? place != "line" : place == "line"
        }
        let fields = shown.compactMap { place, value in
            labels[place].map { label in
                Form.Field(
                    name: place, label: visit.words(label.en, label.ru), value: value ?? "",
                    isNeeded: ["region", "line"].contains(place))
            }
        }
        let reason = Form.Field(name: "reason", label: visit.words("Why", "Почему"))
        return fields + (visit.isStaff ? [reason] : [])
            + hidden(
                [
                    ("kind", draft.kind), ("inn", draft.inn), ("name", draft.name),
                    ("short", draft.shortName),
                    ("kpp", draft.kpp), ("ogrn", draft.ogrn ?? draft.ogrnip), ("since", draft.ogrnipDate),
                    ("bik", draft.bank?.bik), ("account", draft.bank?.account), ("bank", draft.bank?.bank),
                    ("corr", draft.bank?.corr), ("edm", draft.edmId),
                ] + RegistrationPage.persons(draft))
    }

    /// What goes on to the next step unseen.
    private func hidden(_ values: [(String, String?)]) -> [Form.Field] {
        values.compactMap { name, value in
            value.map { Form.Field(name: name, label: "", kind: .hidden, value: $0) }
        }
    }

    private static func person(_ draft: CounterpartyDraft) -> String {
        [draft.lastName, draft.firstName, draft.middleName].compactMap(\.self).joined(separator: " ")
    }

    private static func persons(_ draft: CounterpartyDraft) -> [(String, String?)] {
        [("last", draft.lastName), ("first", draft.firstName), ("middle", draft.middleName)]
    }

    private static func places(_ address: AddressDraft?) -> [(String, String?)] {
        [
            ("postal", address?.postalCode), ("region", address?.regionCode), ("district", address?.district),
            ("city", address?.city), ("settlement", address?.settlement), ("street", address?.street),
            ("house", address?.house), ("building", address?.building), ("flat", address?.flat),
            ("line", address?.text),
        ]
    }
}
