import Access
package import Basics
import Counterparties
package import Documents
import Notices
import Regions
package import UseCases
import Wording

/// Acts of reconciliation: days to choose, what an act of them says, a button that makes it, and those that were made.
package struct ReconciliationPage {
    private let visit: Visit
    private let overview: ReconciliationsDesk.Overview
    private let asked: (from: String, through: String)
    private let shown: Shown?
    private let failure: FormFailure?
    private var head: ProjectHead { overview.head }
    private var frame: ProjectFrame {
        ProjectFrame(
            head: head, tab: .reconciliation, visit: visit,
            query: [("from", asked.from), ("through", asked.through)])
    }

    /// What the days that were asked for come to.
    package enum Shown: Sendable {
        case act(ReconciliationContent)
        case refused(any Problem)
    }

    package init(
        _ overview: ReconciliationsDesk.Overview, from: String = "", through: String = "",
        _ shown: Shown? = nil, failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.overview = overview
        asked = (from, through)
        self.shown = shown
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        guard head.account.counterparty.receivesDocuments else {
            return frame.page(
                empty(
                    visit.words(
                        "Acts of reconciliation are for companies and sole proprietors that work as such; this customer works as an individual.",
                        "Акты сверки — для компаний и ИП, которые работают как юридические лица; этот клиент работает как физическое лицо."
                    ), frame.becoming))
        }
        if let refusal = overview.refusal {
            return frame.page(
                "<div class=\"alert alert-info\" role=\"note\">\(Wordbook.phrase(refusal).text(visit.language))</div>"
            )
        }
        let answer: Markup? =
            switch shown {
            case nil: nil
            case .refused(let problem):
                "<div class=\"alert alert-danger\" role=\"alert\">\(Wordbook.phrase(problem).text(visit.language))</div>\n"
            case .act(let content): preview(content)
            }
        return frame.page("\(about)\(form)\(answer)\(made)")
    }

    private var about: Markup {
        let closed = overview.closed.map { visit.month($0) }
        let until =
            closed.map {
                visit.words(
                    "Documents are there for the months through \($0).", "Документы есть за месяцы по \($0)")
            } ?? visit.words("No month is closed yet.", "Ни один месяц пока не закрыт.")
        return """
            <p class="dim">\(visit.words("What passed between you and the supplier by bank transfer, and the documents of closed months, for all the organisation's projects in the region.", "Что прошло между вами и исполнителем по банку, и документы закрытых месяцев — по всем проектам организации в регионе.")) \(until)</p>

            """
    }

    /// Periods that are asked for most, over whole months that are closed.
    private var periods: [(name: String, from: Day, through: Day)] {
        guard let last = overview.closed else { return [] }
        let quarter = Month(index: last.next.index / 3 * 3)
        let begun = Month(index: last.index / 12 * 12)
        var periods: [(name: String, from: Day, through: Day)] = [
            (visit.month(last), last.firstDay, last.lastDay)
        ]
        let start = Month(index: quarter.index - 3)
        let number = (start.monthNumber - 1) / 3 + 1
        periods.append(
            (
                visit.words("Quarter \(number) of \(start.year)", "\(number)-й квартал \(start.year) г."),
                start.firstDay, quarter.previous.lastDay
            ))
        periods.append(
            (
                visit.words("\(last.year) so far", "С начала \(last.year) г."), begun.firstDay, last.lastDay
            ))
        return periods
    }

    private var form: Markup {
        let links = periods.map { period -> Markup in
            let address = visit.link(
                frame.path,
                [("from", period.from.description), ("through", period.through.description)])
            let isHere = period.from.description == asked.from && period.through.description == asked.through
            let here: Markup? = isHere ? " aria-current=\"true\"" : nil
            return "<li><a href=\"\(address)\"\(here)>\(period.name)</a></li>\n"
        }
        let ready: Markup? =
            links.isEmpty
            ? nil
            : "<nav aria-label=\"\(visit.words("Usual periods", "Обычные периоды"))\"><ul class=\"choice\">\(links)</ul></nav>\n"
        return """
            <form class="bar" action="\(frame.path)" method="get">
            <label for="from">\(visit.words("From", "С"))</label>
            <input class="form-control day" type="date" id="from" name="from" value="\(asked.from)" required="required"/>
            <label for="through">\(visit.words("through", "по"))</label>
            <input class="form-control day" type="date" id="through" name="through" value="\(asked.through)" max="\(overview.today.previous.description)" required="required"/>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>
            \(ready)</form>

            """
    }

    private func preview(_ content: ReconciliationContent) -> Markup {
        let tables = content.contracts.enumerated().map { place, contract -> Markup in
            "<div id=\"contract-\(place + 1)\">\(table(contract, content))</div>\n"
        }
        let file: Markup? = content.fileObstacle.map {
            "<p class=\"dim\">\(visit.words("The act will be a PDF without an XML file: ", "Акт будет в PDF, без файла XML: "))\($0.phrase.text(visit.language)).</p>\n"
        }
        return """
            <div class="part"><h2 id="act">\(visit.words("Act for", "Акт за")) \(days(content.period))</h2></div>
            \(tables)<p class="lead"><strong>\(outcome(content))</strong></p>
            \(file)\(button(content))
            """
    }

    private func days(_ period: ReconciledPeriod) -> String {
        "\(Dates.short(period.from)) – \(Dates.short(period.through))"
    }

    private func outcome(_ content: ReconciliationContent) -> Markup {
        let day = Dates.short(content.period.through)
        let sum = anchor("#act", visit.sum(abs(content.closing), head.region))
        let supplier = content.supplier.shortName
        let buyer = content.counterparty.shortName ?? content.counterparty.name
        if content.closing == 0 {
            let none = visit.words(
                "On \(day) neither owes the other anything.", "На \(day) задолженность отсутствует.")
            return "\(none)"
        }
        let creditor = content.closing > 0 ? supplier : buyer
        return visit.language == .en
            ? "On \(day) \(sum) are due to \(creditor)."
            : "На \(day) задолженность в пользу \(creditor) \(sum)."
    }

    private func table(_ contract: ReconciledContract, _ content: ReconciliationContent) -> Markup {
        let basis = contract.basis
        var table = Table(
            caption: "\(basis.name) № \(basis.number) \(visit.words("of", "от")) \(Dates.short(basis.date))",
            columns: [
                .init(visit.words("Date", "Дата")),
                .init(visit.words("Operation", "Операция"), isName: true),
                .init(visit.words("Debit", "Дебет"), isSum: true),
                .init(visit.words("Credit", "Кредит"), isSum: true),
            ])
        func sum(_ minor: Int64, _ rows: String?) -> Markup {
            minor == 0 ? "" : anchor(rows, visit.bare(minor))
        }
        func balance(_ name: String, _ day: Day, _ minor: Int64, _ rows: String?) -> [Markup] {
            [
                "\(Dates.short(day))", "<strong>\(name)</strong>", sum(max(0, minor), rows),
                minor == 0 ? "\(visit.bare(0))" : sum(max(0, -minor), rows),
            ]
        }
        table.rows =
            [
                balance(
                    visit.words("Opening balance", "Сальдо начальное"), content.period.from, contract.opening,
                    before(content.period))
            ]
            + contract.operations.map { operation in
                let rows = rows(of: operation, content)
                return [
                    "\(Dates.short(operation.day))", name(operation.phrase.text(visit.language)),
                    sum(operation.debit, rows), sum(operation.credit, rows),
                ]
            }
        table.total = [
            "", "\(visit.words("Turnover of the period", "Обороты за период"))",
            "\(visit.bare(contract.debits))", "\(visit.bare(contract.credits))",
        ]
        table.outcome = balance(
            visit.words("Closing balance", "Сальдо конечное"), content.period.through, contract.closing, nil)
        return table.markup
    }

    /// What had passed before the days of an act: as much as one act holds.
    private func before(_ period: ReconciledPeriod) -> String {
        let last = Day(number: period.from.number - 1)
        let first = Day(number: last.number - 365 * Int32(ReconciledPeriod.mostYears))
        return visit.link(frame.path, [("from", first.description), ("through", last.description)])
    }

    /// Where an operation comes from; transfers are shown to whoever sees a project's movements.
    private func rows(of operation: SettledOperation, _ content: ReconciliationContent) -> String? {
        switch operation.kind {
        case .document(let kind, let number):
            let key = DocumentKey(
                region: head.region, kind: kind, year: operation.day.year, number: number)
            return visit.explain(key.text)
        case .payment, .paymentTakenBack:
            guard head.rights.contains(.detail) else { return nil }
            let day = operation.day.description
            return visit.link(
                "/projects/\(head.pid)\(ProjectTab.detail.path)",
                [("from", day), ("to", day), ("kind", MovementSearch.Kind.credits.rawValue)]
                    + content.projects.map { ("project", $0.text) })
        // The other party's project shows more than its own money.
        case .advanceAssigned, .advanceTaken: return nil
        case .carried(let basis):
            let place = content.contracts.firstIndex { $0.basis == basis }
            return place.map { "#contract-\($0 + 1)" }
        }
    }

    /// Whoever only looks makes nothing.
    private func button(_ content: ReconciliationContent) -> Markup? {
        guard visit.person != .anybody else { return nil }
        return Form(
            visit: visit, id: "act", action: frame.path,
            fields: [
                .init(name: "from", label: "", kind: .hidden, value: content.period.from.description),
                .init(name: "through", label: "", kind: .hidden, value: content.period.through.description),
            ] + (visit.isStaff ? [visit.reason()] : []),
            button: visit.words("Make the act", "Составить акт"), failure: failure
        ).markup
    }

    private var made: Markup? {
        guard !overview.made.isEmpty else { return nil }
        var table = Table(
            caption: visit.words(
                "Acts that were made, the newest first", "Составленные акты, сначала последние"),
            columns: [
                .init("№"), .init(visit.words("Made", "Составлен")), .init(visit.words("Period", "Период")),
                .init(visit.words("Closing balance", "Сальдо конечное"), isSum: true),
                .init(visit.words("In favour of", "В пользу"), isName: true),
                .init(visit.words("Files", "Файлы"), isForScreen: true),
            ])
        table.rows = overview.made.map { act in
            let content = act.content
            let address = "/reconciliations/\(act.region.rawValue)/\(content.date.year)/\(content.number)"
            let title = visit.words("act \(content.number)", "акт № \(content.number)")
            let xml: Markup? =
                content.file == nil
                ? nil : " <a href=\"\(address).xml\" aria-label=\"XML, \(title)\">XML</a>"
            let creditor =
                content.closing > 0
                ? content.supplier.shortName : content.counterparty.shortName ?? content.counterparty.name
            let late: Markup? =
                overview.superseded.contains(act.key)
                ? " <span class=\"tag\">\(visit.words("superseded", "остатки изменились"))</span>" : nil
            return [
                "\(String(content.number))\(late)",
                "<span class=\"nobr\">\(Dates.short(content.date))</span>",
                "<span class=\"nobr\">\(days(content.period))</span>",
                anchor("\(address).pdf", visit.sum(abs(content.closing), act.region)),
                content.closing == 0 ? "\(visit.words("nobody's", "никого"))" : name(creditor),
                "<span class=\"paper-links\"><a href=\"\(address).pdf\" aria-label=\"PDF, \(title)\">PDF</a>\(xml)</span>",
            ]
        }
        let note: Markup? =
            overview.superseded.isEmpty
            ? nil
            : "<p class=\"form-text\">\(visit.words("Superseded: a payment or document of those days, or of days before, became known after the act was made, so its balances are others now. The act stays as it is; make another for the same days.", "Остатки изменились: после составления акта стало известно о платеже или документе за эти дни или раньше. Сам акт остаётся каким был; составьте новый за те же дни."))</p>\n"
        return "\(table.markup)\(note)"
    }
}
