import Access
import Basics
import Contracts
import Documents
import Funding
import Notices
import Projects
import Regions
package import UseCases
import Wording

/// How a project stands: money, bonuses and when they end, debt, for how long it lasts, and what to do next.
package struct BalancePage {
    private let visit: Visit
    private let standing: Standing
    private var head: ProjectHead { standing.head }
    private var region: Region { head.region }
    private var pid: String { head.pid.text }

    package init(_ standing: Standing, _ visit: Visit) {
        self.standing = standing
        self.visit = visit
    }

    package var markup: Markup {
        ProjectFrame(head: head, tab: .balance, visit: visit).page(
            """
            \(frozen)\(conserved)\(steps)\(registration)\(may(.balance) ? cards : hidden)\(may(.balance) ? payable : nil)\(may(.balance) ? bonuses : nil)\(may(.detail) ? credits : nil)\(conservation)
            """)
    }

    private var conserved: Markup? { may(.balance) ? ConservationPage.told(standing, visit) : nil }

    /// The way to it (R61).
    private var conservation: Markup? {
        guard may(.conservation), may(.detail), visit.person != .anybody, standing.conservedSince == nil
        else {
            return nil
        }
        let address = visit.link(ConservationPage.path(head.pid))
        return
            "<p>\(anchor(address, visit.words("Stop all charges: conservation of the project", "Прекратить списания: консервация проекта")))</p>\n"
    }

    private func may(_ right: Right) -> Bool { head.rights.contains(right) }

    private func isThere(_ tab: ProjectTab) -> Bool { tab.isThere(head.rights, for: visit.person) }

    private func way(_ tab: ProjectTab, _ text: String, style: String = "") -> Markup {
        let address = visit.link("/projects/\(pid)\(tab.path)")
        return style.isEmpty
            ? anchor(address, text) : "<a class=\"\(style)\" href=\"\(address)\">\(text)</a>"
    }

    /// What is about to be lost, and how to keep it.
    private var frozen: Markup? {
        guard case .frozen(let since, let due) = head.record.state else { return nil }
        let topUp: Markup? =
            isThere(.topUp)
            ? way(.topUp, visit.words("Top up", "Пополнить"), style: "btn btn-primary btn-sm") : nil
        let text = visit.words(
            "The project is frozen since \(visit.moment(since, region)): its payment account fell below zero. "
                + "Objects are deleted after \(visit.moment(due, region)). It works again by itself within 15 "
                + "minutes after the account has risen above zero.",
            "Проект заморожен с \(visit.moment(since, region)): лицевой счёт стал меньше нуля. Объекты будут "
                + "удалены после \(visit.moment(due, region)). Проект заработает сам в течение 15 минут после того, "
                + "как счёт станет больше нуля.")
        return """
            <div class="alert alert-danger with-button" role="note"><p>\(text) \(anchor(visit.explain(pid), visit.words("Why?", "Почему?")))</p>\(topUp)</div>

            """
    }

    /// A new project's way to its first machine.
    private var steps: Markup? {
        guard !standing.steps.isEmpty else { return nil }
        let items = standing.steps.map { step -> Markup in
            let (tab, title, text): (ProjectTab, String, String) =
                switch step {
                case .profile:
                    (
                        .settings, visit.words("Say who pays", "Укажите, кто платит"),
                        visit.words(
                            "A company or a sole proprietor that works as one gets closing documents.",
                            "Компания или ИП, которые работают как юридическое лицо, получают закрывающие документы."
                        )
                    )
                case .topUp:
                    (
                        .topUp, visit.words("Top up", "Пополните счёт"),
                        visit.words(
                            "Services work from the first money on; bonuses are spent before it.",
                            "Сервисы работают с первых денег; бонусы тратятся раньше них.")
                    )
                case .members:
                    (
                        .members, visit.words("Invite colleagues", "Пригласите коллег"),
                        visit.words(
                            "An accountant sees documents and reports, and nothing else.",
                            "Бухгалтер видит документы и отчёты, и ничего больше.")
                    )
                case .limit:
                    (
                        .limits, visit.words("Set a limit", "Задайте лимит"),
                        visit.words(
                            "A letter comes when a month costs more.",
                            "Придёт письмо, если месяц обойдётся дороже.")
                    )
                }
            let isRegistration = tab == .settings && RegistrationPage.isAwaited(head, for: visit.person)
            let link =
                isRegistration ? anchor(visit.link(RegistrationPage.path(head)), title) : way(tab, title)
            return "<li><h3>\(link)</h3><p class=\"dim\">\(text)</p></li>\n"
        }
        return """
            <section class="panel steps"><div class="inside"><h2>\(visit.words("What to do next", "Что делать дальше"))</h2>
            <ol>\(items)</ol></div></section>

            """
    }

    /// The card of R30 on a project's first page; a project without money has it among its steps.
    private var registration: Markup? {
        guard standing.steps.isEmpty, RegistrationPage.isAwaited(head, for: visit.person), !visit.isStaff
        else {
            return nil
        }
        return """
            <div class="alert alert-info with-button" role="note"><p>\(visit.words("Do you work as a company or a sole proprietor? With its details invoices bear its name, and closing documents come.", "Работаете как компания или ИП? С реквизитами счета будут на её имя, и придут закрывающие документы."))</p>\
            <a class="btn btn-primary btn-sm" href="\(visit.link(RegistrationPage.path(head)))">\(visit.words("Fill in company data", "Заполнить данные компании"))</a></div>

            """
    }

    private var hidden: Markup {
        empty(
            visit.words("Your roles do not show the balance.", "Ваши роли не показывают баланс."),
            isThere(.documents)
                ? way(.documents, visit.words("Closing documents", "Закрывающие документы"))
                : "\(visit.words("Ask the project's owner.", "Обратитесь к владельцу проекта."))")
    }

    private var cards: Markup {
        let record = head.record
        let why = visit.explain(pid)
        let debt: Markup? =
            record.debtTotal > 0
            ? "<p class=\"bad\">\(visit.words("Debt", "Долг")): \(anchor(why, visit.sum(record.debtTotal, region)))</p>"
            : "<p class=\"dim\">\(visit.words("No debt", "Долга нет"))</p>"
        let isPostpaid = head.scheme == .postpaid
        let topUp: Markup? =
            isThere(.topUp) && !isPostpaid
            ? "<p>\(way(.topUp, visit.words("Top up", "Пополнить"), style: "btn btn-primary btn-sm"))</p>"
            : nil
        let scheme: Markup? =
            isPostpaid
            ? "<p class=\"dim\">\(visit.words("Paid afterwards, by a monthly invoice", "Оплата потом, по счёту за месяц"))</p>"
            : nil
        return """
            <ul class="cards">
            <li><h2>\(visit.words("Payment account", "Лицевой счёт"))</h2>
            <p class="big">\(anchor(why, visit.sum(standing.payment, region)))</p>\(debt)\(scheme)\(topUp)</li>
            <li><h2>\(visit.words("Bonuses", "Бонусы"))</h2>
            <p class="big">\(anchor(why, visit.sum(standing.bonuses, region)))</p>\(nextEnd)</li>
            <li><h2>\(visit.words("Money lasts until", "Денег хватит до"))</h2>\(forecast)</li>
            </ul>

            """
    }

    /// What is to be paid by when, where a contract says so; and how its limit stands.
    private var payable: Markup? {
        let parts = standing.receivable?.asked.filter { $0.invoice.due != nil } ?? []
        guard !parts.isEmpty || standing.credit != nil else { return nil }
        return "\(parts.isEmpty ? nil : invoices(parts))\(standing.credit.map(credit))"
    }

    private func invoices(_ parts: [Receivable.Part]) -> Markup {
        var table = Table(
            caption: visit.words(
                "To be paid by invoices: this project's part, the oldest first",
                "К оплате по счетам: доля этого проекта, сначала старые"),
            columns: [
                .init(visit.words("Invoice", "Счёт")), .init(visit.words("Pay by", "Оплатить до")),
                .init(visit.words("Still to pay", "Осталось оплатить"), isSum: true),
            ])
        table.rows = parts.reversed().map { part in
            let invoice = part.invoice
            return [
                "№ \(String(invoice.number)), \(Dates.short(invoice.date))",
                invoice.due.map { due(part, by: $0) } ?? "",
                anchor(visit.explain(pid), visit.sum(part.open, region)),
            ]
        }
        return table.markup
    }

    private func due(_ part: Receivable.Part, by day: Day) -> Markup {
        guard part.isOverdue(on: standing.today) else { return "\(Dates.short(day))" }
        let days = Int(standing.today.number - day.number)
        let late = visit.words(
            days == 1 ? "overdue by 1 day" : "overdue by \(days) days",
            "просрочено на \(Plural.days.counted(days))")
        return "<span class=\"bad\">\(Dates.short(day)), \(late)</span>"
    }

    private func credit(_ use: CreditUse) -> Markup {
        let terms = may(.requisites) ? visit.link("/projects/\(pid)/contract") : visit.explain(pid)
        let limit = anchor(terms, visit.sum(use.limit, region))
        let owed = anchor(visit.explain(pid), visit.sum(use.owed, region))
        let style = use.isAbove ? "bad" : "dim"
        return """
            <p class="\(style)">\(visit.words("Credit limit of the contract", "Кредитный лимит по договору")): \(limit). \
            \(visit.words("Owed in all projects of the region", "Долг по всем проектам региона")): \(owed). \
            \(use.isAbove ? visit.words("More is owed than agreed; nothing is stopped.", "Долг больше согласованного; услуги не останавливаются.") : "")</p>

            """
    }

    private var nextEnd: Markup {
        guard let first = standing.grants.first else {
            return "<p class=\"dim\">\(visit.words("None left", "Нет"))</p>"
        }
        return """
            <p class="dim">\(visit.words("The next end", "Ближайшее окончание")): \(visit.moment(first.expires, region))</p>
            """
    }

    private var forecast: Markup {
        func none(_ text: String) -> Markup { "<p class=\"big dim\">—</p><p class=\"dim\">\(text)</p>" }
        if head.scheme == .postpaid {
            return none(
                visit.words("Paid afterwards: nothing runs out.", "Оплата потом: ничего не кончается."))
        }
        if head.record.isConserved {
            return none(
                visit.words("Conserved: nothing is spent.", "Законсервирован: ничего не списывается."))
        }
        if standing.payment <= 0 {
            return none(visit.words("There is no money on the account.", "На счёте нет денег."))
        }
        guard let forecast = standing.forecast else {
            return none(
                visit.words(
                    "Nothing was spent in the last \(Int(Forecast.lookedBack)) whole days.",
                    "За последние \(Int(Forecast.lookedBack)) полных дней ничего не списано."))
        }
        let period = visit.words(
            "\(Dates.short(forecast.from)) – \(Dates.short(forecast.through))",
            "\(Dates.short(forecast.from)) – \(Dates.short(forecast.through))")
        let said =
            switch forecast.outcome {
            case .runsOut(let moment): hour(moment)
            case .lasts(let days): visit.words("over \(days) days", "больше \(days) дней")
            }
        let charges = visit.link(
            "/projects/\(pid)\(ProjectTab.detail.path)",
            [
                ("from", forecast.from.description), ("to", forecast.through.description),
                ("kind", MovementSearch.Kind.charges.rawValue),
            ])
        let spent = anchor(may(.detail) ? charges : nil, visit.sum(forecast.spent, region))
        let basis: Markup =
            """
            \(visit.words("If spending goes on as in \(period):", "Если тратить, как за \(period):")) \(spent). \
            \(visit.words("Bonuses are spent first, each for its own services.", "Сначала тратятся бонусы, каждый на свои сервисы."))
            """
        return "<p class=\"big\">\(said)</p><p class=\"dim\">\(basis)</p>"
    }

    /// A guess is not told to the minute.
    private func hour(_ moment: Moment) -> String {
        let zone = region.profile.zone
        let local = moment.microseconds + zone.offsetSeconds(at: moment) * 1_000_000
        let hour = (local / 3_600_000_000) % 24
        return "\(Dates.long(zone.day(of: moment), visit.language)), \(hour):00"
    }

    private var bonuses: Markup? {
        guard !standing.grants.isEmpty else { return nil }
        var table = Table(
            caption: visit.words(
                "Bonuses, the first to end first", "Бонусы, сначала те, что закончатся раньше"),
            columns: [
                .init(visit.words("For", "На что"), isName: true),
                .init(visit.words("Left", "Осталось"), isSum: true),
                .init(visit.words("Granted", "Начислено"), isSum: true),
                .init(visit.words("Until", "Действуют до")),
            ])
        table.rows = standing.grants.map { grant in
            let why = visit.explain(ExplanationAddress.credit(grant.id).text)
            return [
                name(grant.type.text), anchor(why, visit.sum(grant.remaining, region)),
                anchor(why, visit.sum(grant.amount, region)), "\(visit.moment(grant.expires, region))",
            ]
        }
        return table.markup
    }

    private var credits: Markup {
        let more: Markup? =
            standing.credits.isEmpty
            ? nil : way(.detail, visit.words("All movements", "Все движения"))
        return """
            <div class="part"><h2>\(visit.words("What came last", "Последние поступления"))</h2>\(more)</div>
            \(creditTable)
            """
    }

    private var creditTable: Markup {
        guard !standing.credits.isEmpty else {
            let next: Markup =
                isThere(.topUp)
                ? way(.topUp, visit.words("Top up the account", "Пополнить счёт"))
                : "\(visit.words("Whoever may top the account up sees the ways here.", "Пополнить счёт может тот, у кого есть на это право."))"
            return empty(visit.words("Nothing has come yet.", "Поступлений пока не было."), next)
        }
        var table = Table(
            caption: visit.words("The latest first", "Сначала последние"),
            columns: [
                .init(visit.words("When", "Когда")), .init(visit.words("What", "Что"), isName: true),
                .init(visit.words("Credited", "Зачислено"), isSum: true),
                .init(visit.words("Left", "Осталось"), isSum: true),
            ])
        table.rows = standing.credits.map { kept in
            let address = visit.explain(ExplanationAddress.credit(kept.credit.id).text)
            return [
                "\(visit.moment(kept.credit.at, region))", name(visit.what(kept.credit.kind, region)),
                anchor(address, visit.sum(kept.credit.amount, region)),
                kept.remaining.map { anchor(address, visit.sum($0, region)) }
                    ?? "\(visit.words("waits", "ждёт расчёта"))",
            ]
        }
        return table.markup
    }
}

extension Visit {
    /// A credit in words: by which means, or which bonuses.
    func what(_ kind: Credit.Kind, _ region: Region) -> String {
        switch kind {
        case .money(let source): source.phrase.text(language)
        case .bonus(let type, let expires):
            words(
                "bonuses «\(type)», until \(moment(expires, region))",
                "бонусы «\(type)», до \(moment(expires, region))")
        }
    }
}
