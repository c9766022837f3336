import Access
import Basics
import Funding
import Notices
import Regions
package import UseCases
import Wording

/// What moved a project's balances, or those of several: the latest first, by period, kind and project.
package struct DetailPage {
    private let visit: Visit
    private let detail: MovementDetail
    private let after: String
    private var head: ProjectHead { detail.head }
    private var region: Region { head.region }
    private var frame: ProjectFrame { ProjectFrame(head: head, tab: .detail, visit: visit, query: query) }

    package init(_ detail: MovementDetail, after: String = "", _ visit: Visit) {
        self.detail = detail
        self.after = after
        self.visit = visit
    }

    /// What a page's address says of its filters.
    private var query: [(String, String)] { filters + [("after", after)] }

    private var filters: [(String, String)] {
        let search = detail.search
        return [
            ("from", search.from?.description ?? ""), ("to", search.through?.description ?? ""),
            ("kind", search.kind?.rawValue ?? ""),
        ] + search.projects.map { ("project", $0.text) }
    }

    package var markup: Markup {
        frame.page(
            """
            \(form)\(period)\(detail.rows.isEmpty ? nothing : table)\(onward(visit, frame.path, query, after: detail.next?.text))
            """)
    }

    private static let kinds: [MovementSearch.Kind] = [.charges, .credits, .expiry]

    private func words(_ kind: MovementSearch.Kind) -> String {
        switch kind {
        case .charges: visit.words("charges", "списания")
        case .credits: visit.words("credits", "зачисления")
        case .expiry: visit.words("bonuses that expired", "сгоревшие бонусы")
        }
    }

    private var form: Markup {
        let search = detail.search
        let options = DetailPage.kinds.map { kind -> Markup in
            let chosen: Markup? = kind == search.kind ? " selected=\"selected\"" : nil
            return "<option value=\"\(kind.rawValue)\"\(chosen)>\(words(kind))</option>"
        }
        let projects: Markup? =
            detail.choice.count < 2
            ? nil
            : """
            <fieldset class="boxes"><legend>\(visit.words("Projects", "Проекты"))</legend>\(detail.choice.map(box))</fieldset>
            """
        let csv: Markup? =
            head.rights.contains(.reports)
            ? "<a class=\"btn btn-outline-secondary\" href=\"\(visit.link("\(frame.path).csv", filters))\">CSV</a>"
            : nil
        return """
            <form class="bar" action="\(frame.path)" method="get">
            <label for="from">\(visit.words("From", "С"))</label>
            <input class="form-control day" type="date" id="from" name="from" value="\(search.from?.description ?? "")"/>
            <label for="to">\(visit.words("to", "по"))</label>
            <input class="form-control day" type="date" id="to" name="to" value="\(search.through?.description ?? "")"/>
            <label for="kind">\(visit.words("What", "Что"))</label>
            <select class="form-select" id="kind" name="kind"><option value="">\(visit.words("all movements", "все движения"))</option>\(options)</select>
            \(projects)\(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>\(csv)
            </form>

            """
    }

    private func box(_ pid: PID) -> Markup {
        let chosen: Markup? = detail.shown.contains(pid) ? " checked=\"checked\"" : nil
        return """
            <label><input class="form-check-input" type="checkbox" name="project" value="\(pid.text)"\(chosen)/> \(pid.text)</label>

            """
    }

    private var period: Markup? {
        guard let sums = detail.period, let from = detail.search.from, let through = detail.search.through
        else {
            return nil
        }
        return """
            <p class="sums"><b>\(Dates.short(from)) – \(Dates.short(through))</b> \(self.sums(sums))</p>

            """
    }

    /// Each sum that is there, by its name.
    private func sums(_ sums: MovementDetail.Sums) -> [Markup] {
        let all: [(String, Int64, MovementSearch.Kind)] = [
            (visit.words("charged", "списано"), -sums.charged, .charges),
            (visit.words("credited", "зачислено"), sums.money, .credits),
            (visit.words("bonuses granted", "начислено бонусов"), sums.bonuses, .credits),
            (visit.words("bonuses expired", "сгорело бонусов"), -sums.expired, .expiry),
        ]
        return all.filter { $0.1 != 0 }.map { name, sum, kind in
            let rows = visit.link(
                frame.path, filters.filter { $0.0 != "kind" } + [("kind", kind.rawValue)])
            return "<span>\(name) <b>\(anchor(rows, visit.sum(sum, region)))</b></span> "
        }
    }

    private var nothing: Markup {
        guard filters.allSatisfy({ $0.1.isEmpty }), after.isEmpty else {
            return empty(
                visit.words("No movement is like that.", "Таких движений нет."),
                anchor(visit.link(frame.path), visit.words("Show all movements", "Показать все движения")))
        }
        let topUp = ProjectTab.topUp
        return empty(
            visit.words("Nothing has moved here yet.", "Движений пока не было."),
            topUp.isThere(head.rights, for: visit.person)
                ? anchor(
                    visit.link("/projects/\(head.pid)\(topUp.path)"),
                    visit.words("Top up the account", "Пополнить счёт"))
                : "\(visit.words("Charges and credits show here when they are settled.", "Списания и зачисления появятся после расчёта."))"
        )
    }

    private var table: Markup {
        let isMany = detail.shown.count > 1
        var table = Table(
            caption: visit.words("Movements, the latest first", "Движения, сначала последние"),
            columns: [.init(visit.words("When", "Когда"))] + (isMany ? [.init("PID")] : []) + [
                .init(visit.words("What", "Что"), isName: true),
                .init(visit.words("Charged", "Списано"), isSum: true),
                .init(visit.words("Credited", "Зачислено"), isSum: true),
            ])
        table.rows = detail.rows.map { row in
            let amount = row.movement.amount
            let sum = "\(visit.bare(abs(amount)))"
            let why = address(row).map { anchor(visit.explain($0), sum) } ?? costs(row, sum)
            return [when(row.movement)] + (isMany ? ["\(row.project.text)"] : []) + [
                what(row), amount < 0 ? why : "", amount < 0 ? "" : why,
            ]
        }
        let sums = detail.sums
        table.total =
            ["\(visit.words("On this page", "На этой странице"))"] + (isMany ? [""] : []) + [
                "", "\(visit.sum(sums.charged + sums.expired, region))",
                "\(visit.sum(sums.money + sums.bonuses, region))",
            ]
        return table.markup
    }

    private func when(_ movement: ListedMovement) -> Markup {
        if case .charges(let day) = movement.step { return "\(Dates.short(day.day))" }
        return "\(visit.moment(movement.order.at, region))"
    }

    private func address(_ row: ProjectMovement) -> String? {
        switch row.movement.step {
        case .charges: nil
        case .credit(let credit), .takeBack(let credit): ExplanationAddress.credit(credit.id).text
        case .expiry(let grant): ExplanationAddress.credit(grant.id).text
        }
    }

    /// A day's charges are explained line by line, on the day's own page.
    private func costs(_ row: ProjectMovement, _ sum: String) -> Markup {
        guard case .charges(let day) = row.movement.step else { return "\(sum)" }
        return anchor(DayCostsPage.link(row.project, day.day, visit), sum)
    }

    private func what(_ row: ProjectMovement) -> Markup {
        switch row.movement.step {
        case .charges(let day):
            "\(visit.words("charges of the day, lines: \(day.dayLines)", "списания за день, строк: \(day.dayLines)"))"
        case .credit(let credit): name(visit.what(credit.kind, region))
        case .takeBack(let credit):
            name(
                visit.words("taken back: ", "зачисление отменено: ") + visit.what(credit.kind, region))
        case .expiry(let grant):
            name(visit.words("bonuses «\(grant.type)» expired", "бонусы «\(grant.type)» сгорели"))
        }
    }
}
