import Basics
import Projects
import Regions
package import UseCases
import Wording

/// A month's limit of a project, and of the others whose limits the viewer may set (R95).
package struct LimitsPage {
    private let visit: Visit
    private let list: LimitsDesk.List
    private let typed: String?
    private let notifies: Bool?
    private let failure: FormFailure?
    private var region: Region { list.head.region }

    package init(
        _ list: LimitsDesk.List, typed: String? = nil, notifies: Bool? = nil, failure: FormFailure? = nil,
        _ visit: Visit
    ) {
        self.list = list
        self.typed = typed
        self.notifies = notifies
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        let own = list.own
        let frame = ProjectFrame(head: list.head, tab: .limits, visit: visit)
        let sign = Sums.sign(region.profile.currency)
        let bounds = region.profile.limits.expenseLimit
        let form = Form(
            visit: visit, id: "limit", action: frame.path,
            fields: [
                .init(
                    name: "limit",
                    label: visit.words("Limit for a month, \(sign)", "Лимит на месяц, \(sign)"),
                    kind: .sum, value: typed ?? own.limit.map { visit.count(Int($0.amount / 100)) } ?? "",
                    hint: visit.words(
                        "A whole sum from \(visit.count(Int(bounds.lowerBound / 100))) to \(visit.count(Int(bounds.upperBound / 100))).",
                        "Целая сумма от \(visit.count(Int(bounds.lowerBound / 100))) до \(visit.count(Int(bounds.upperBound / 100)))."
                    )),
                .init(
                    name: "notifies", label: visit.words("Letter", "Письмо"),
                    kind: .boxes([
                        (value: "yes", name: visit.words("Notify on excess", "Уведомлять о превышении"))
                    ]), values: notifies ?? own.limit?.notifies ?? true ? ["yes"] : [],
                    hint: visit.words(
                        "To the owner, once a month. Nothing is stopped.",
                        "Владельцу, один раз в месяц. Ничего не останавливается.")),
            ] + (visit.isStaff ? [visit.reason()] : []), button: visit.words("Save", "Сохранить"),
            failure: failure)
        return frame.page(
            """
            \(meter(own))
            \(form.markup)
            \(list.all.count > 1 ? table : nil)
            """)
    }

    /// How far the running month has come, for eyes and for readers alike.
    private func meter(_ own: LimitsDesk.Watched) -> Markup {
        let month = visit.month(list.month)
        let spent = costs(own)
        guard let limit = own.limit else {
            return """
                <p>\(visit.words("Spent in \(month):", "Расход, \(month):")) <b>\(spent)</b>. \(visit.words("No limit is set.", "Лимит не задан."))</p>
                """
        }
        let told: Markup? =
            own.isTold
            ? "<p class=\"bad\">\(visit.words("The owner was told of it by a letter this month.", "Владельцу в этом месяце отправлено письмо."))</p>"
            : nil
        return """
            <div class="panel"><div class="inside"><p>\(visit.words("Spent in \(month):", "Расход, \(month):")) <b>\(spent)</b> \
            \(visit.words("of", "из")) <span class="limit">\(visit.sum(limit.amount, region))</span> · \(tag(own))</p>
            \(bar(own.spent, limit.amount))\(told)</div></div>

            """
    }

    /// What a month has cost so far, day by day.
    private func costs(_ watched: LimitsDesk.Watched) -> Markup {
        let project = watched.project.project
        return anchor(
            visit.link("/projects/\(project.pid)/costs", [("month", list.month.description)]),
            visit.sum(watched.spent, project.region))
    }

    private func bar(_ spent: Int64, _ limit: Int64) -> Markup {
        let share = Int(min(1000, Int128(spent) * 1000 / Int128(max(1, limit))))
        let kind: Markup = spent > limit ? "over" : share >= 800 ? "near" : "under"
        return """
            <svg class="meter" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="1000" height="14"/><rect class="\(kind)" width="\(share)" height="14"/></svg>
            """
    }

    private func tag(_ watched: LimitsDesk.Watched) -> Markup {
        guard let limit = watched.limit else { return "—" }
        let percent = Int128(watched.spent) * 100 / Int128(max(1, limit.amount))
        let (kind, text): (Markup, String) =
            watched.spent > limit.amount
            ? ("bad", visit.words("exceeded", "превышен"))
            : ("good", visit.words("within the limit", "в пределах лимита"))
        return "<span class=\"tag \(kind)\">\(text)</span> \(visit.count(Int(min(percent, 99_999))))%"
    }

    private var table: Markup {
        var table = Table(
            caption: visit.words("Your projects", "Ваши проекты"),
            columns: [
                .init("PID"), .init(visit.words("Region", "Регион")),
                .init(visit.words("Limit", "Лимит"), isSum: true),
                .init(visit.words("Spent this month", "Расход за месяц"), isSum: true),
                .init(visit.words("State", "Состояние"), isName: true),
                .init(visit.words("Letter", "Письмо")),
            ])
        table.rows = list.all.map { watched in
            let project = watched.project.project
            return [
                anchor(visit.link("/projects/\(project.pid)/limits"), project.pid.text),
                "\(visit.region(project.region))",
                "<span class=\"limit\">\(watched.limit.map { visit.sum($0.amount, project.region) } ?? "—")</span>",
                costs(watched), tag(watched),
                "\(watched.limit?.notifies == true ? visit.words("on", "да") : visit.words("off", "нет"))",
            ]
        }
        return table.markup
    }
}
