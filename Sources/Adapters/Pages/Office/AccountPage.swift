import Access
import Basics
import Contracts
import Counterparties
import Documents
import Notices
import Projects
import Regions
import Requests
import Requisites
package import UseCases
import Wording

/// A customer with all there is of it, and its story, the latest first.
package struct AccountPage {
    private let visit: Visit
    private let story: OfficeDesk.Story
    private let isFirst: Bool

    package init(_ story: OfficeDesk.Story, isFirst: Bool, _ visit: Visit) {
        self.story = story
        self.isFirst = isFirst
        self.visit = visit
    }

    package var markup: Markup {
        let party = story.account.counterparty
        let title = party.name
        return Frame(
            visit: visit, title: title, path: "/accounts/\(Visit.segment(story.account.id.text))"
        ).page(
            """
            <h1>\(name(title))</h1>
            \(facts)\(contracts)<p>\(anchor(visit.link("/contracts/\(Visit.segment(story.account.id.text))"), visit.words("The contract: terms, signing, its end", "Договор: условия, подписание, прекращение")))</p>
            \(projects)\(members)
            <div class="part"><h2 id="story">\(visit.words("What happened", "Что происходило"))</h2></div>
            \(happenings)
            \(visit.onward("/accounts/\(Visit.segment(story.account.id.text))", [], "before", story.next?.text, isFirst: isFirst))
            """)
    }

    private var facts: Markup {
        let account = story.account
        let party = account.counterparty
        let words = visit.words
        let address: Markup = party.address.map { name($0.line) } ?? "—"
        let offer =
            account.agreements.offer.map { "№ \($0.number), \(Dates.short($0.date))" }
            ?? words("the supplier's own", "оферта поставщика")
        return """
            <div class="panel"><div class="inside"><dl class="facts">
            <dt>\(words("Account", "Аккаунт"))</dt><dd>\(name(account.id.text))</dd>
            <dt>\(words("E-mail", "Почта"))</dt><dd>\(name(account.email))</dd>
            <dt>\(words("Tax id", "ИНН"))</dt><dd>\(party.taxID?.text ?? words("an individual", "физическое лицо"))</dd>
            <dt>\(words("Address", "Адрес"))</dt><dd>\(address)</dd>
            <dt>\(words("Offer", "Оферта"))</dt><dd>\(name(offer))</dd>
            <dt>\(words("Since", "С"))</dt><dd>\(visit.moment(account.agreements.registered, .moscow))</dd>
            </dl></div></div>

            """
    }

    private var contracts: Markup? {
        let all = story.account.agreements.contracts
        guard !all.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Contracts, version by version", "Договоры по версиям"),
            columns: [
                .init("№", isName: true), .init(visit.words("Of", "От")),
                .init(visit.words("In force from", "Действует с")), .init(visit.words("Region", "Регион")),
                .init(visit.words("Scheme", "Схема")),
                .init(visit.words("Documents", "Документы"), isName: true),
                .init(visit.words("Own prices", "Своих цен"), isSum: true),
            ])
        table.rows = all.reversed().map { contract in
            [
                name(contract.number), "\(Dates.short(contract.date))", "\(Dates.short(contract.from))",
                "\(visit.region(contract.region))",
                contract.scheme == .prepaid
                    ? "\(visit.words("prepaid", "аванс"))" : "\(visit.words("post-paid", "постоплата"))",
                "\(contract.documents.sorted { $0.rawValue < $1.rawValue }.map { $0.phrase.text(visit.language) }.joined(separator: ", "))",
                "\(visit.count(contract.prices.count))",
            ]
        }
        return table.markup
    }

    private var projects: Markup {
        var table = Table(
            caption: visit.words("Projects", "Проекты"),
            columns: [
                .init("PID"), .init(visit.words("Region", "Регион")),
                .init(visit.words("Payment account", "Лицевой счёт"), isSum: true),
                .init(visit.words("Bonuses", "Бонусы"), isSum: true),
                .init(visit.words("Debt", "Долг"), isSum: true),
                .init(visit.words("State", "Состояние"), isName: true),
                .init(visit.words("Book", "Книга"), isForScreen: true),
            ])
        table.rows = story.projects.map { project, bonuses in
            let (pid, region) = (project.project.pid, project.project.region)
            func sum(_ minor: Int64) -> Markup { anchor(visit.explain(pid.text), visit.sum(minor, region)) }
            return [
                visit.project(pid), "\(visit.region(region))", sum(project.lotTotal - project.debtTotal),
                sum(bonuses), sum(project.debtTotal),
                state(project.state, region, visit),
                story.rights.contains(.journal)
                    ? anchor(
                        visit.link("/journal", [("chain", pid.text)]), visit.words("open", "открыть")) : "",
            ]
        }
        return table.markup
    }

    private var members: Markup? {
        guard !story.members.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Who signs in", "Кто входит в кабинет"),
            columns: [
                .init(visit.words("Name", "Имя"), isName: true),
                .init(visit.words("E-mail", "Почта"), isName: true),
                .init(visit.words("Roles", "Роли"), isName: true),
            ])
        table.rows = story.members.map { who, email, roles in
            let words = roles.sorted { $0.key < $1.key }.map { pid, roles in
                "\(pid): \(roles.sorted().map { $0.phrase.text(visit.language) }.joined(separator: ", "))"
            }
            return [name(who), name(email), "\(words.joined(separator: "; "))"]
        }
        return table.markup
    }

    private var happenings: Markup {
        guard !story.happenings.isEmpty else {
            return empty(
                visit.words("Nothing more happened.", "Больше ничего не происходило."),
                "\(visit.words("Credits, documents and bank lines will stand here.", "Здесь будут зачисления, документы и строки выписок."))"
            )
        }
        var table = Table(
            caption: visit.words("The latest first", "Последние сверху"),
            columns: [
                .init(visit.words("When", "Когда")), .init(visit.words("What", "Что"), isName: true),
                .init(visit.words("Sum", "Сумма"), isSum: true), .init(visit.words("Project", "Проект")),
            ])
        table.rows = story.happenings.map { happening in
            [
                "\(visit.moment(happening.at, happening.region ?? .moscow))", what(happening),
                happening.amount.map { anchor(why(happening), visit.sum($0, happening.region)) } ?? "",
                happening.project.map { visit.project($0) } ?? "",
            ]
        }
        return table.markup
    }

    private func why(_ happening: Happening) -> String? {
        switch happening.kind {
        case .document: visit.explain(happening.id)
        case .credit, .takeBack: visit.explain("credit/\(happening.id)")
        case .substitution, .assignment: visit.explain("credit/\(happening.words[0])")
        case .bankLine: visit.explain("bank/\(happening.id)")
        case .invoice:
            happening.project.flatMap {
                visit.invoice(of: $0, happening.words[2], happening.words[0], story.rights)
            }
        case .audit, .transition, .closing, .passing, .project, .request, .letter, .reconciliation: nil
        }
    }

    private func what(_ happening: Happening) -> Markup {
        let words = happening.words
        switch happening.kind {
        case .audit:
            let action = StaffAction(rawValue: words[1])?.phrase.text(visit.language) ?? words[1]
            return "\(name(words[0])): \(action)\(words[2].isEmpty ? "" : " — ")\(name(words[2]))"
        case .transition:
            let text =
                switch words[0] {
                case "frozen": visit.words("The project was frozen", "Проект заморожен")
                case "conserved": visit.words("The project was conserved", "Проект законсервирован")
                default: visit.words("The project works again", "Проект снова работает")
                }
            return "\(text)<br/><span class=\"dim\">\(name(words[1]))</span>"
        case .closing:
            let month = Int32(words[0]).map { visit.month(Month(index: $0)) } ?? words[0]
            let how =
                words[1].isEmpty
                ? visit.words("closed with documents", "закрыт с документами")
                : StateWords.skipped(words[1]).text(visit.language)
            return "\(month): \(how)"
        case .document:
            let kind = DocumentKind(rawValue: words[0])?.phrase.text(visit.language) ?? words[0]
            return "\(anchor(visit.link("/documents/\(happening.id)"), "\(kind) № \(words[1])"))"
        case .invoice:
            return "\(visit.words("Payment invoice №", "Счёт на оплату №")) \(words[0])"
        case .takeBack:
            return "\(visit.words("Money taken back by a person", "Зачисление отменено сотрудником"))"
        case .substitution:
            let text = visit.words(
                "What one payment had paid a transfer pays", "Оплаченное платежом оплачивает перевод")
            let (payment, transfer) = (words[0], words[1])
            return
                "\(text): \(anchor(visit.explain("credit/\(payment)"), payment)) → \(anchor(visit.explain("credit/\(transfer)"), transfer))"
        case .assignment:
            let text = visit.words(
                "What was left of a transfer passed to another payer", "Остаток перевода передан")
            return
                "\(text): \(anchor(visit.explain("credit/\(words[0])"), words[0])), \(name(words[1])) → \(name(words[2]))"
        case .bankLine:
            let state = BankLineRecord.State(rawValue: words[0])
            let line: Markup =
                story.rights.contains(.matching)
                ? anchor(visit.link("/bank/lines/\(happening.id)"), "bank/\(happening.id)")
                : "bank/\(happening.id)"
            return """
                \(line) \(state.map { visit.tag($0) })<br/><span class="dim">\(name(String(words[2].prefix(200))))</span>
                """
        case .credit:
            let means = words[0] == "bonus" ? "\(words[0]) \(words[1])" : words[0]
            return
                "\(visit.words("Credit", "Зачисление")) (\(means)) <a href=\"\(visit.explain("credit/\(happening.id)"))\">\(visit.words("explain", "объяснить"))</a>"
        case .passing:
            let (from, to) = (AccountID(words[0]), AccountID(words[1]))
            return
                "\(visit.words("The project passed to another account", "Проект переоформлен")): \(visit.account(from, from.text)) → \(visit.account(to, to.text))"
        case .project: return "\(visit.words("The project was created", "Проект создан"))"
        case .request:
            let title = visit.words("Request № \(words[0])", "Запрос № \(words[0])")
            let kind = RequestKind(rawValue: words[1])?.phrase.text(visit.language) ?? words[1]
            let state = RequestState(rawValue: words[2]).map { visit.tag($0) }
            return "\(anchor(visit.link("/requests/\(words[0])"), title)): \(kind) \(state)"
        case .letter:
            let title = visit.words("Letter № \(happening.id)", "Письмо № \(happening.id)")
            return """
                \(anchor(visit.link("/letters/\(happening.id)"), title)) \(name(words[0]))<br/><span class="dim">\(name(words[1]))</span>
                """
        case .reconciliation:
            let days = words[1...2].compactMap { Int32($0).map { Dates.short(Day(number: $0)) } }
            let title = visit.words("Act of reconciliation № \(words[0])", "Акт сверки № \(words[0])")
            return
                "\(anchor("/reconciliations/\(happening.id).pdf", title)), \(days.joined(separator: " — "))"
        }
    }
}
