import Basics
package import Contracts
package import Counterparties
import Notices
import Regions
package import UseCases
import Wording

/// A customer's contract in one region: what is in force, terms on the way with what they come to, signing, the end.
package struct DossierPage {
    private let visit: Visit
    private let dossier: ContractsDesk.Dossier
    private let typed: ContractDraft?
    private let party: CounterpartyDraft?
    private let failure: FormFailure?
    private var region: Region { dossier.region }
    private var path: String { "/contracts/\(Visit.segment(dossier.account.id.text))" }
    private var query: [(String, String)] { [("region", region.rawValue)] }

    /// `typed`: terms that were refused, to be shown again.
    package init(
        _ dossier: ContractsDesk.Dossier, typed: ContractDraft? = nil,
        becoming party: CounterpartyDraft? = nil,
        failure: FormFailure? = nil,
        _ visit: Visit
    ) {
        self.dossier = dossier
        self.typed = typed
        self.party = party ?? dossier.draft?.party
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        let party = dossier.account.counterparty
        let title = visit.words("Contract", "Договор")
        let others = Region.allCases.filter { $0 != region }.map { other -> Markup in
            let text = visit.words(
                "Contract in \(visit.region(other))", "Договор в регионе «\(visit.region(other))»")
            return "<p>\(anchor(visit.link(path, [("region", other.rawValue)]), text))</p>\n"
        }
        return Frame(
            visit: visit, title: "\(title) · \(party.name)", path: path, query: query,
            trail: [(party.shortName ?? party.name, visit.accountLink(dossier.account.id))]
        ).page(
            """
            <h1>\(title): \(name(party.shortName ?? party.name)), \(visit.region(region))</h1>
            \(current)\(draft)\(dossier.mayChange ? terms : nil)\(dossier.mayChange ? ending : nil)\(versions)\(dossier.mayChange ? voiding : nil)\(others)
            """)
    }

    private func title(_ text: String) -> Markup { "<div class=\"part\"><h2>\(text)</h2></div>\n" }

    private var current: Markup {
        let facts: Markup =
            dossier.current.map { ContractFacts(contract: $0, visit: visit).markup }
            ?? "<p>\(visit.words("The public offer, paid in advance.", "Публичная оферта, предоплата."))</p>\n"
        return "\(title(visit.words("In force", "Действует")))\(facts)"
    }

    private var draft: Markup? {
        guard let kept = dossier.draft else { return nil }
        let who = visit.words(
            "Last changed by \(kept.changedBy), \(visit.moment(kept.changedAt, region))",
            "Последние изменения: \(kept.changedBy), \(visit.moment(kept.changedAt, region))")
        let flaw: Markup? = dossier.flaw.map {
            "<div class=\"alert alert-warning\" role=\"note\">\(visit.sentence($0))</div>\n"
        }
        return """
            \(title(visit.words("Terms to be signed", "Условия к подписанию")))<p class="dim">\(who)</p>
            \(flaw)\(dossier.preview.map(preview))\(dossier.mayChange ? leaving : nil)
            """
    }

    private func preview(_ preview: ContractPreview) -> Markup {
        let paper = anchor(
            visit.link("/contract-papers/\(Visit.segment(dossier.account.id.text))", query),
            visit.words("The contract as PDF, to be signed", "Договор в PDF для подписания"))
        let from: Markup? = preview.schemeFrom.map {
            "<p>\(visit.words("The scheme is another from \(Dates.short($0)) on: it switches with a month.", "Схема сменится с \(Dates.short($0)): она меняется с начала месяца."))</p>\n"
        }
        return """
            \(ContractFacts(contract: preview.contract, visit: visit).markup)<p>\(paper)</p>
            \(changes(preview))\(from)\(months(preview))\(wares(preview))\(dossier.mayChange ? signing : nil)
            """
    }

    private func changes(_ preview: ContractPreview) -> Markup {
        guard !preview.changes.isEmpty else {
            return empty(visit.words("Nothing but prices changes.", "Кроме цен, ничего не меняется."), "")
        }
        var table = Table(
            caption: visit.words("What changes", "Что изменится"),
            columns: [
                .init(visit.words("Term", "Условие"), isName: true),
                .init(visit.words("Now", "Сейчас"), isName: true),
                .init(visit.words("Then", "Станет"), isName: true),
            ])
        table.rows = preview.changes.map { change in
            let after = ContractFacts(contract: change.after, visit: visit)
            guard let term = DossierPage.term(change.subject) else {
                let offer = visit.words("public offer", "публичная оферта")
                return [
                    "\(visit.words("Basis", "Основание"))",
                    name(change.before.map { "№ \($0.number)" } ?? offer),
                    name("№ \(change.after.number)"),
                ]
            }
            let before = change.before ?? DossierPage.offer(change.after)
            return [
                "\(ContractFacts.name(term, visit))",
                name(ContractFacts(contract: before, visit: visit).says(term)),
                name(after.says(term)),
            ]
        }
        return table.markup
    }

    private static func term(_ subject: ContractPreview.Change.Subject) -> ContractFacts.Term? {
        switch subject {
        case .basis: nil
        case .scheme: .scheme
        case .documents: .documents
        case .packages: .packages
        case .vat: .vat
        case .currency: .currency
        case .due: .due
        case .credit: .credit
        case .term: .term
        }
    }

    /// The public offer in a contract's words.
    private static func offer(_ contract: Contract) -> Contract {
        Contract(
            region: contract.region, number: "", date: contract.date, from: contract.from, scheme: .prepaid,
            documents: [], perProject: false, vat: .charged, prices: [])
    }

    private func months(_ preview: ContractPreview) -> Markup {
        guard !preview.months.isEmpty else {
            return empty(
                visit.words(
                    "Nothing was charged in the last months.", "За последние месяцы ничего не начислено."), ""
            )
        }
        var table = Table(
            caption: visit.words(
                "What the last months would have cost under these terms",
                "Сколько стоили бы последние месяцы на этих условиях"),
            columns: [
                .init(visit.words("Month", "Месяц")), .init(visit.words("Charged", "Начислено"), isSum: true),
                .init(visit.words("Would be", "Было бы"), isSum: true),
                .init(visit.words("Difference", "Разница"), isSum: true),
            ])
        table.rows = preview.months.map { month in
            ["\(visit.month(month.month))"] + sums(month.charged, month.under)
        }
        return table.markup
    }

    private func wares(_ preview: ContractPreview) -> Markup? {
        guard !preview.wares.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Where it differs", "На чём разница"),
            columns: [
                .init("SKU", isName: true), .init(visit.words("Charged", "Начислено"), isSum: true),
                .init(visit.words("Would be", "Было бы"), isSum: true),
                .init(visit.words("Difference", "Разница"), isSum: true),
            ])
        table.rows = preview.wares.map { [name($0.sku.text)] + sums($0.charged, $0.under) }
        return table.markup
    }

    private func sums(_ charged: Int64, _ under: Int64) -> [Markup] {
        [
            "\(visit.sum(charged, region))", "\(visit.sum(under, region))",
            "\(visit.sum(under - charged, region))",
        ]
    }

    private var hiddenMark: [Form.Field] {
        [
            .init(name: "region", label: "", kind: .hidden, value: region.rawValue),
            .init(name: "mark", label: "", kind: .hidden, value: dossier.mark),
        ]
    }

    private var reason: Form.Field { .init(name: "reason", label: visit.words("Why", "Почему")) }

    private var signing: Markup {
        let failed = failure.flatMap { $0.form == "sign" ? $0 : nil }
        let problem: Markup? = failed.map {
            "<div class=\"alert alert-danger\" role=\"alert\" id=\"sign-problem\">\(visit.sentence($0.problem))</div>"
        }
        let wrong: Markup? = failed == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"sign-problem\""
        let action = visit.link("/contract-files/\(Visit.segment(dossier.account.id.text))")
        return """
            <form class="kt-form" action="\(action)" method="post" enctype="multipart/form-data" id="sign">
            \(problem)<input type="hidden" name="form" value="\(visit.formToken)"/>
            <input type="hidden" name="region" value="\(region.rawValue)"/><input type="hidden" name="mark" value="\(dossier.mark)"/>
            <div class="mb-3"><label class="form-label" for="sign-file">\(visit.words("What was signed", "Подписанный договор"))</label>
            <input class="form-control" type="file" id="sign-file" name="file" accept=".pdf,.jpg,.jpeg,.png" required="required"\(wrong)/>
            <p class="form-text">\(visit.words("PDF, JPEG or PNG, up to 10 MB. It is kept for good.", "PDF, JPEG или PNG до 10 МБ. Хранится навсегда."))</p></div>
            <button class="btn btn-primary">\(visit.words("Signed: put it in force", "Подписан, ввести в действие"))</button>
            </form>

            """
    }

    private var leaving: Markup {
        Form(
            visit: visit, id: "leave", action: path,
            fields: [.init(name: "verb", label: "", kind: .hidden, value: "leave")] + hiddenMark + [reason],
            button: visit.words("Leave these terms", "Отменить эти условия"), isDangerous: true,
            failure: failure
        ).markup
    }

    /// Terms to be typed: those that were refused, those on the way, or those in force.
    private var terms: Markup {
        let draft = typed ?? dossier.draft?.draft ?? dossier.current.map(DossierPage.draft) ?? ContractDraft()
        func field(
            _ name: String, _ en: String, _ ru: String, _ value: String?, _ hint: String = "",
            isNeeded: Bool = false
        ) -> Form.Field {
            .init(name: name, label: visit.words(en, ru), value: value ?? "", hint: hint, isNeeded: isNeeded)
        }
        let kinds: [DocumentKind] = [.upd, .taxInvoice, .act]
        var fields: [Form.Field] = [
            .init(name: "verb", label: "", kind: .hidden, value: "draft"),
            .init(name: "region", label: "", kind: .hidden, value: region.rawValue),
            field("number", "Number", "Номер", draft.number, isNeeded: true),
            day("date", "Of", "Дата договора", draft.date),
            day("from", "In force from", "Действует с", draft.from),
            .init(
                name: "scheme", label: visit.words("Scheme", "Схема"),
                kind: .choice([
                    ("prepaid", visit.words("paid in advance", "предоплата")),
                    ("postpaid", visit.words("paid afterwards", "постоплата")),
                ]), value: draft.scheme ?? "prepaid"),
        ]
        if case .chosen = region.profile.package {
            fields.append(
                .init(
                    name: "documents", label: visit.words("Documents", "Документы"),
                    kind: .boxes(kinds.map { ($0.rawValue, $0.phrase.text(visit.language)) }),
                    values: Set(draft.documents ?? []),
                    hint: visit.words("None is a УПД alone.", "Ничего не отмечено — только УПД."),
                    isNeeded: false))
        }
        fields += [
            .init(
                name: "packages", label: visit.words("Packages", "Комплекты"),
                kind: .choice([
                    ("all", visit.words("one for all projects", "один на все проекты")),
                    ("project", visit.words("one for each project", "по каждому проекту")),
                ]), value: draft.perProject == true ? "project" : "all"),
            .init(
                name: "vat", label: visit.words("VAT", "НДС"),
                kind: .choice([
                    ("charged", visit.words("charged", "начисляется")),
                    ("none", visit.words("not charged", "не начисляется")),
                ]), value: draft.vat ?? "charged"),
        ]
        fields += currencyField(draft) + creditFields(draft)
        fields += [
            day(
                "until", "Last day of the term", "Последний день срока", draft.until,
                visit.words(
                    "Empty: open. A contract ends with a month.",
                    "Пусто — бессрочный. Договор прекращается с концом месяца."), isNeeded: false),
            .init(
                name: "renews", label: visit.words("After the term", "После срока"),
                kind: .choice([
                    ("yes", visit.words("it is renewed for a year", "продлевается на год")),
                    (
                        "no",
                        visit.words("it ends, and the public offer rules", "прекращается, действует оферта")
                    ),
                ]), value: draft.until != nil && draft.renews != true ? "no" : "yes"),
            .init(
                name: "prices", label: visit.words("Own prices", "Свои цены"), kind: .area(most: nil),
                value: (draft.prices ?? []).map { "\($0.sku) \($0.price) \($0.validFrom)" }.joined(
                    separator: "\n"),
                hint: visit.words(
                    "One a line: SKU, price, day. Without a day it counts from the contract's first.",
                    "По строке: SKU, цена, дата. Без даты — с первого дня договора."), isNeeded: false),
        ]
        if !dossier.account.counterparty.receivesDocuments { fields += partyFields }
        return """
            \(title(visit.words("Terms", "Условия")))\(Form(
                visit: visit, id: "draft", action: path, fields: fields,
                button: visit.words("Look what it comes to", "Посмотреть, что получится"), failure: failure
            ).markup)
            """
    }

    /// A browser gives a day as 2026-12-01, one that knows no days takes it as text; what is none is refused with the
    /// terms either way.
    private func day(
        _ name: String, _ en: String, _ ru: String, _ value: String?, _ hint: String = "",
        isNeeded: Bool = true
    ) -> Form.Field {
        .init(
            name: name, label: visit.words(en, ru), kind: .day, value: value ?? "", hint: hint,
            isNeeded: isNeeded)
    }

    /// In which currency it pays: agreed upon with non-residents (R14), where a region has other currencies at all (R15).
    private func currencyField(_ draft: ContractDraft) -> [Form.Field] {
        let profile = region.profile
        let party = dossier.account.counterparty
        guard profile.rates != nil, !party.receivesDocuments || !party.isResident(of: profile.country) else {
            return []
        }
        let own = profile.currency.rawValue
        return [
            .init(
                name: "currency", label: visit.words("Currency of payments", "Валюта платежей"),
                kind: .choice([(own, own)] + AgreedCurrency.all.map { ($0.letters, $0.letters) }),
                value: draft.currency ?? own,
                hint: visit.words(
                    "Agreed upon with non-residents. Invoices are in it, at the official rate; the account stays in \(own).",
                    "Согласуется с нерезидентами. В ней выставляются счета по официальному курсу; учёт остаётся в \(own)."
                ), isNeeded: false)
        ]
    }

    /// Until when a month's invoice is paid, and how much may be owed (O19).
    private func creditFields(_ draft: ContractDraft) -> [Form.Field] {
        let own = region.profile.currency.rawValue
        return [
            .init(
                name: "dueDays", label: visit.words("Days to pay an invoice", "Дней на оплату счёта"),
                value: draft.dueDays.map { "\($0)" } ?? "",
                hint: visit.words(
                    "From the invoice's date, 1 to 180; for contracts paid afterwards. Empty: none are agreed.",
                    "С даты счёта, от 1 до 180; только при постоплате. Пусто — срок не согласован."),
                isNeeded: false),
            .init(
                name: "creditLimit", label: visit.words("Credit limit, \(own)", "Кредитный лимит, \(own)"),
                value: draft.creditLimit ?? "",
                hint: visit.words(
                    "How much may be owed in all projects of the region; for contracts paid afterwards. Above it "
                        + "the customer gets a letter once a month, and nothing is stopped. Empty: none.",
                    "Сколько может составлять долг по всем проектам региона; только при постоплате. При "
                        + "превышении клиент раз в месяц получает письмо, ничего не останавливается. Пусто — без лимита."
                ), isNeeded: false),
        ]
    }

    /// Who the customer becomes: it has signed up as an individual, and a company of another country works under a
    /// contract alone (R12).
    private var partyFields: [Form.Field] {
        func field(_ name: String, _ en: String, _ ru: String, _ value: String?, _ hint: String = "")
            -> Form.Field
        {
            .init(
                name: "party-\(name)", label: visit.words(en, ru), value: value ?? "", hint: hint,
                isNeeded: false)
        }
        return [
            .init(
                name: "party-kind", label: visit.words("The customer becomes", "Клиент становится"),
                kind: .choice([
                    ("legalEntity", visit.words("a company", "организацией")),
                    ("soleProprietor", visit.words("a sole proprietor", "индивидуальным предпринимателем")),
                ]), value: party?.kind ?? "legalEntity",
                hint: visit.words(
                    "Now it is an individual, who has no contract. Once the terms are signed it is who is named here; a company of another country gets documents from the contract's first day on.",
                    "Сейчас это физическое лицо, договоров у него не бывает. После подписания клиент — тот, кто указан здесь; у организации другой страны документы появятся с первого дня договора."
                )),
            field("residency", "Country, two letters", "Страна, две буквы", party?.residency, "DE, KZ, RU."),
            field("name", "Full name", "Полное наименование", party?.name),
            field("short", "Short name", "Краткое наименование", party?.shortName),
            field(
                "number", "Tax number", "Налоговый номер",
                party?.inn ?? party?.bin ?? party?.iin ?? party?.taxId),
            field("kpp", "КПП, if there is one", "КПП, если есть", party?.kpp),
            field(
                "address", "Address as written there", "Адрес, как его пишут там", party?.address?.text),
        ]
    }

    private static func draft(_ contract: Contract) -> ContractDraft {
        var draft = ContractDraft()
        draft.number = contract.number
        draft.date = contract.date.description
        draft.scheme = contract.scheme.rawValue
        draft.documents = contract.documents.sorted().map(\.rawValue)
        draft.perProject = contract.perProject
        draft.vat = contract.vat.rawValue
        draft.currency = contract.currency?.letters
        draft.dueDays = contract.dueDays
        draft.creditLimit = contract.creditLimit.map { Money.text(minor: $0) }
        draft.prices = contract.prices.map {
            ContractPriceDraft(
                sku: $0.sku.text, price: $0.price.description, validFrom: $0.validFrom.description)
        }
        switch contract.term {
        case .open: break
        case .renews(let day): (draft.until, draft.renews) = (day.description, true)
        case .ends(let day): draft.until = day.description
        }
        return draft
    }

    private var ending: Markup? {
        guard dossier.current != nil else { return nil }
        let form = Form(
            visit: visit, id: "end", action: path,
            fields: [
                .init(name: "verb", label: "", kind: .hidden, value: "end"),
                .init(name: "region", label: "", kind: .hidden, value: region.rawValue),
                .init(name: "mark", label: "", kind: .hidden, value: dossier.current?.mark ?? ""),
                .init(
                    name: "how", label: visit.words("From now on", "Теперь"),
                    kind: .choice([
                        (
                            "renews",
                            visit.words(
                                "it is renewed each year after the day", "продлевается ежегодно после даты")
                        ),
                        (
                            "ends",
                            visit.words(
                                "it ends on the day, and the public offer rules",
                                "прекращается в эту дату, действует оферта")
                        ),
                        ("open", visit.words("it is open", "бессрочный")),
                    ]), value: "renews"),
                .init(
                    name: "day", label: visit.words("Day", "Дата"), kind: .day,
                    hint: visit.words(
                        "Not for an open contract. It ends on a month's last day.",
                        "Бессрочному договору не нужна. Прекращается в последний день месяца."),
                    isNeeded: false),
                reason,
            ], button: visit.words("Change the term", "Изменить срок"), isDangerous: true, failure: failure)
        return "\(title(visit.words("Renewal and termination", "Продление и расторжение")))\(form.markup)"
    }

    /// For versions that are signed and have not begun.
    private var voiding: Markup? {
        let waiting = dossier.versions.filter { dossier.today < $0.from }.map { version in
            (
                value: version.from.description,
                name: visit.words(
                    "No. \(version.number), from \(Dates.short(version.from))",
                    "№ \(version.number), с \(Dates.short(version.from))")
            )
        }
        guard let first = waiting.first else { return nil }
        let form = Form(
            visit: visit, id: "void", action: path,
            fields: [
                .init(name: "verb", label: "", kind: .hidden, value: "void"),
                .init(name: "region", label: "", kind: .hidden, value: region.rawValue),
                .init(
                    name: "from", label: visit.words("Version", "Редакция"), kind: .choice(waiting),
                    value: first.value),
                reason,
            ], button: visit.words("Void the version", "Аннулировать редакцию"), isDangerous: true,
            failure: failure)
        return
            "\(title(visit.words("Signed and not begun", "Подписано, но ещё не действует")))\(form.markup)"
    }

    private var versions: Markup? {
        guard !dossier.versions.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Versions, the latest first", "Редакции, последние сверху"),
            columns: [
                .init("№", isName: true), .init(visit.words("In force from", "Действует с")),
                .init(visit.words("Scheme", "Схема"), isName: true),
                .init(visit.words("Term", "Срок"), isName: true),
                .init(visit.words("File", "Файл"), isForScreen: true),
            ])
        table.rows = dossier.versions.map { version in
            let facts = ContractFacts(contract: version, visit: visit)
            let file: Markup =
                dossier.files.contains(version.from)
                ? anchor(
                    visit.link(
                        "/contract-files/\(Visit.segment(dossier.account.id.text))",
                        query + [("from", version.from.description)]),
                    visit.words(
                        "signed, from \(Dates.short(version.from))",
                        "подписан, с \(Dates.short(version.from))"))
                : "—"
            return [
                name(version.number), "\(Dates.short(version.from))", name(facts.says(.scheme)),
                name(facts.says(.term)),
                file,
            ]
        }
        return table.markup
    }
}
