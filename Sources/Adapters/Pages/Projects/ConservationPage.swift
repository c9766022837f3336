import Access
package import Basics
import Metering
import Projects
import Regions
package import UseCases
import Wording

/// What an owner decides by before a project is conserved (R61), the way to do it and to end it, and what was used
/// meanwhile and is not charged (D13).
package struct ConservationPage {
    private let visit: Visit
    private let view: ConservationDesk.View
    private let after: String
    private let failure: FormFailure?
    private var head: ProjectHead { view.head }
    private var region: Region { head.region }
    private var pid: PID { head.pid }

    package init(
        _ view: ConservationDesk.View, after: String = "", failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.view = view
        self.after = after
        self.failure = failure
        self.visit = visit
    }

    package static func path(_ pid: PID) -> String { "/projects/\(pid)/conservation" }

    static func title(_ visit: Visit) -> String { visit.words("Conservation", "Консервация") }

    package var markup: Markup {
        let frame = ProjectFrame(
            head: head, tab: .balance, visit: visit, query: [("after", after)],
            below: (ConservationPage.title(visit), "/conservation"))
        return frame.page(
            """
            \(view.since == nil ? before : meanwhile)\(disputes)\
            \(onward(visit, frame.path, [("after", after)], after: view.next?.text))\(history)
            """)
    }

    /// Said where a refund is asked for; nothing where the project is conserved already.
    static func refund(_ head: ProjectHead, _ visit: Visit) -> Markup? {
        guard !head.record.isConserved else { return nil }
        let way = anchor(
            visit.link(path(head.pid)), visit.words("Conserve the project", "Законсервировать проект"))
        return """
            <div class="alert alert-info" role="note">\(visit.words("Money goes back only from a conserved project: one that nothing is charged to any more.", "Деньги возвращают только из законсервированного проекта: когда списаний больше нет.")) \(way)</div>

            """
    }

    /// Said on the first page of a project.
    static func told(_ standing: Standing, _ visit: Visit) -> Markup? {
        let head = standing.head
        guard let since = standing.conservedSince else {
            guard standing.disputedEvents > 0 else { return nil }
            return
                "<div class=\"alert alert-info\" role=\"note\">\(said(standing.disputedEvents, head, visit))</div>\n"
        }
        let text = visit.words(
            "The project is conserved since \(visit.moment(since, head.region)): nothing that is used later is charged.",
            "Проект законсервирован с \(visit.moment(since, head.region)): использованное позже не списывается."
        )
        let disputed: Markup? =
            standing.disputedEvents > 0 ? " \(said(standing.disputedEvents, head, visit))" : nil
        let way: Markup? =
            head.rights.contains(.detail)
            ? "<a class=\"btn btn-primary btn-sm\" href=\"\(visit.link(path(head.pid)))\">\(title(visit))</a>"
            : nil
        return """
            <div class="alert alert-info with-button" role="note"><p>\(text)\(disputed)</p>\(way)</div>

            """
    }

    private static func said(_ events: Int64, _ head: ProjectHead, _ visit: Visit) -> Markup {
        let count = visit.words(
            "\(visit.count(Int(events))) \(events == 1 ? "event" : "events")",
            Plural(one: "событие", few: "события", many: "событий").counted(events))
        let rest = visit.words(
            "of the time of conservation: disputed, not charged.",
            "за время консервации: спорное, не списано.")
        return "\(anchor(visit.explain(head.pid.text), count)) \(rest)"
    }

    /// Whoever may turn it in the cabinet; staff do it from a request.
    private var mayTurn: Bool {
        if case .user(_, false) = visit.person { head.rights.contains(.conservation) } else { false }
    }

    private func form(_ id: String, _ path: String, _ button: String, isDangerous: Bool) -> Markup {
        Form(
            visit: visit, id: id, action: path, fields: [], button: button, isDangerous: isDangerous,
            failure: failure
        ).markup
    }

    // MARK: Not conserved

    private var before: Markup {
        let words = visit.words
        let steps: [String] = [
            words(
                "Decide what to keep: the table below names all that was charged lately.",
                "Решите, что сохранить: ниже перечислено всё, за что недавно были списания."),
            words("Stop the virtual machines.", "Остановите виртуальные машины."),
            words(
                "Copy or export data you need: images of disks, buckets, databases.",
                "Скопируйте или выгрузите нужные данные: образы дисков, бакеты, базы."),
            words(
                "Delete every object that is charged or takes room on disks: machines, disks, buckets, floating IPs, load balancers. Networks may stay.",
                "Удалите все объекты, которые тарифицируются или занимают место: машины, диски, бакеты, плавающие IP, балансировщики. Сети можно оставить."
            ),
            words(
                "Conserve the project. What is used after that is kept as disputed and not charged.",
                "Законсервируйте проект. Использованное после этого сохранится как спорное и не будет списано."
            ),
        ]
        let list = steps.map { "<li>\($0)</li>\n" as Markup }
        let why = words(
            "Conservation stops the charges, and a refund needs it. The rest of the account stays, bonuses end in their time, documents come as before. It can be ended at any time.",
            "Консервация прекращает списания и нужна для возврата денег. Остаток на счёте сохраняется, бонусы сгорают в свой срок, документы приходят как обычно. Завершить её можно в любое время."
        )
        let act: Markup =
            mayTurn
            ? form(
                "conservation", ConservationPage.path(pid),
                words("Conserve the project", "Законсервировать проект"), isDangerous: true)
            : "<p class=\"dim\">\(visit.isStaff ? words("Staff conserve a project from its owner's request.", "Сотрудники консервируют проект из запроса его владельца.") : words("The project's owner conserves it.", "Консервирует владелец проекта."))</p>\n"
        return """
            <p class="lead">\(why)</p>
            <ol>\(list)</ol>
            \(charged)\(act)
            """
    }

    private var charged: Markup {
        let period = "\(Dates.short(view.from)) – \(Dates.short(view.through))"
        guard !view.charged.isEmpty else {
            return empty(
                visit.words("Nothing was charged in \(period).", "За \(period) ничего не списано."),
                "\(visit.words("There is nothing left to stop.", "Останавливать нечего."))")
        }
        var table = Table(
            caption: visit.words("Charged in \(period)", "Списано за \(period)"),
            columns: [
                .init(visit.words("Resource", "Ресурс"), isName: true),
                .init(visit.words("Service", "Сервис"), isName: true),
                .init(visit.words("Days", "Дней"), isSum: true),
                .init(visit.words("Charged", "Списано"), isSum: true),
            ])
        let link = visit.link(
            "/projects/\(pid)/detail",
            [
                ("from", view.from.description), ("to", view.through.description),
                ("kind", MovementSearch.Kind.charges.rawValue),
            ])
        table.rows = view.charged.map { cost in
            let own = visit.link(
                "/projects/\(pid)/costs",
                [
                    ("month", view.through.month.description), ("service", cost.service.text),
                    ("resource", cost.resource.text),
                ])
            return [
                name(cost.resource.text), name(cost.service.text), "\(visit.count(cost.days))",
                anchor(own, visit.sum(cost.amount, region)),
            ]
        }
        table.total = [
            view.isCut
                ? "\(visit.words("All, with those not shown", "Всего, вместе с непоказанными"))"
                : "\(visit.words("All", "Всего"))", "", "", anchor(link, visit.sum(view.sum, region)),
        ]
        return table.markup
    }

    // MARK: Conserved

    private var meanwhile: Markup {
        let since = view.since.map { visit.moment($0, region) } ?? ""
        let text = visit.words(
            "The project is conserved since \(since). Nothing that is used later is charged; what was used before is.",
            "Проект законсервирован с \(since). Использованное позже не списывается; использованное раньше — списывается."
        )
        let end: Markup =
            mayTurn
            ? """
            <p>\(visit.words("Once you end it, what is used is charged again, and the balance decides whether the project works.", "Когда вы завершите консервацию, использованное снова будет списываться, а работу проекта определит баланс."))</p>
            \(form("ending", "\(ConservationPage.path(pid))/ending", visit.words("End the conservation", "Завершить консервацию"), isDangerous: false))
            """ : ""
        return "<div class=\"alert alert-info\" role=\"note\">\(text)</div>\n\(end)"
    }

    private var disputes: Markup? {
        guard !view.turns.isEmpty else { return nil }
        let title: Markup =
            "<div class=\"part\"><h2>\(visit.words("Disputed, not charged", "Спорное, не списано"))</h2></div>\n"
        guard !view.disputes.isEmpty else {
            return
                "\(title)\(empty(visit.words("Nothing was used while the project was conserved.", "За время консервации ничего не использовано."), "\(visit.words("Usage that still comes for that time will stand here.", "Если придёт использование за это время, оно появится здесь."))"))"
        }
        var table = Table(
            caption: visit.words(
                "Used in the time of conservation", "Использовано за время консервации"),
            columns: [
                .init(visit.words("Day", "День")), .init(visit.words("Resource", "Ресурс"), isName: true),
                .init("SKU"), .init(visit.words("Events", "Событий"), isSum: true),
                .init(visit.words("Quantity", "Количество"), isSum: true),
                .init(visit.words("Unit", "Единица")),
                .init(visit.words("By the price list", "По прайс-листу"), isSum: true),
            ])
        table.rows = view.disputes.map { listed in
            let key = listed.dispute.key
            let why = visit.explain(ExplanationAddress.dayLine(pid, key).text)
            return [
                "\(Dates.short(key.day))", name(key.resource.text), name(key.sku.text),
                "\(visit.count(Int(listed.dispute.events)))",
                "\(visit.quantity(listed.dispute.quantity))", name(listed.unit),
                listed.cost.map { anchor(why, visit.sum($0, region)) } ?? "—",
            ]
        }
        let why = visit.explain(pid.text)
        table.total = [
            "\(visit.words("All", "Всего"))", "", "", "\(visit.count(Int(view.disputedEvents)))", "", "",
            view.disputedSum.map { anchor(why, visit.sum($0, region)) } ?? "—",
        ]
        return "\(title)\(table.markup)"
    }

    private var history: Markup? {
        guard !view.turns.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("History", "История"),
            columns: [
                .init(visit.words("When", "Когда")), .init(visit.words("What", "Что"), isName: true),
                .init(visit.words("By whom", "Кто"), isName: true),
            ])
        table.rows = view.turns.reversed().map { turn in
            [
                "\(visit.moment(turn.at, region))",
                turn.turn == .begun
                    ? "\(visit.words("Conserved", "Законсервирован"))"
                    : "\(visit.words("Conservation ended", "Консервация завершена"))",
                turn.who.isEmpty ? "\(visit.words("support", "поддержка"))" : name(turn.who),
            ]
        }
        return table.markup
    }
}
