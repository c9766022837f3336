package import Basics
import Counterparties
import Notices
package import Regions
package import UseCases

/// A closing as it runs or ended in this process.
package struct ClosingRunView: Sendable {
    package let isDryRun: Bool
    package let isRunning: Bool
    package let step: String
    package let done: Int
    package let total: Int
    package let documents: Int
    package let skipped: [ClosingReport.Skipped]
    package let blocked: [ClosingReport.Blocked]
    package let tieOuts: [ClosingReport.TieOut]
    package let problem: (any Problem)?

    package init(
        isDryRun: Bool, isRunning: Bool, step: String, done: Int, total: Int, documents: Int,
        skipped: [ClosingReport.Skipped], blocked: [ClosingReport.Blocked],
        tieOuts: [ClosingReport.TieOut], problem: (any Problem)?
    ) {
        self.isDryRun = isDryRun
        self.isRunning = isRunning
        self.step = step
        self.done = done
        self.total = total
        self.documents = documents
        self.skipped = skipped
        self.blocked = blocked
        self.tieOuts = tieOuts
        self.problem = problem
    }

    /// What goes on, in words.
    package func words(_ visit: Visit) -> String {
        let step =
            switch step {
            case "settle": visit.words("Charging what was used", "Расчёт потребления")
            case "draft": visit.words("Drafting and proving packages", "Подготовка и сверка комплектов")
            case "issue": visit.words("Numbering and issuing", "Присвоение номеров и выпуск")
            default: visit.words("Beginning", "Начало")
            }
        return total > 0 ? "\(step): \(visit.count(done)) / \(visit.count(total))" : step
    }
}

/// Which months wait to be closed, region by region, and which are.
package struct ClosingsPage {
    package struct OfRegion: Sendable {
        package let region: Region
        package let open: [Month]
        package let current: Month
        package let running: Month?

        package init(region: Region, open: [Month], current: Month, running: Month?) {
            self.region = region
            self.open = open
            self.current = current
            self.running = running
        }
    }

    private let visit: Visit
    private let regions: [OfRegion]
    private let closed: [DocumentMonth]

    package init(_ regions: [OfRegion], closed: [DocumentMonth], _ visit: Visit) {
        self.regions = regions
        self.closed = closed
        self.visit = visit
    }

    package var markup: Markup {
        let words = visit.words
        let title = words("Closing months", "Закрытие месяцев")
        let cards = regions.map { of -> Markup in
            let next: Markup
            if let running = of.running {
                next = """
                    <p class="big">\(visit.month(running))</p><p><a class="btn btn-primary" href="\(link(of.region, running))">\(words("Look on: it runs", "Смотреть: идёт"))</a></p>
                    """
            } else if let first = of.open.first {
                next = """
                    <p class="big">\(visit.month(first))</p><p><a class="btn btn-primary" href="\(link(of.region, first))">\(words("Go to the closing", "Перейти к закрытию"))</a></p>
                    """
            } else {
                next = "<p class=\"big\">\(words("nothing", "ничего"))</p>"
            }
            let current = anchor(
                link(of.region, of.current),
                words(
                    "How \(visit.month(of.current)) would look", "Как выглядел бы \(visit.month(of.current))")
            )
            let more: Markup? =
                of.open.count > 1
                ? "<p class=\"dim\">\(words("then: ", "затем: "))\(of.open.dropFirst().map { visit.month($0) }.joined(separator: ", "))</p>"
                : nil
            return """
                <li><h2>\(visit.region(of.region))\(words(": to close", ": закрыть"))</h2>\(next)\(more)<p>\(current)</p></li>

                """
        }
        return Frame(visit: visit, title: title, path: "/closings").page(
            """
            <h1>\(title)</h1>
            <ul class="cards">\(cards)</ul>
            \(table)
            """)
    }

    private func link(_ region: Region, _ month: Month) -> String {
        visit.link("/closings/\(region.rawValue)/\(month)")
    }

    private var table: Markup {
        let done = closed.filter { $0.closedAt != nil }
        guard !done.isEmpty else {
            return empty(
                visit.words("No month is closed yet.", "Ни один месяц ещё не закрыт."),
                "\(visit.words("Try the first one dry: nothing is written.", "Попробуйте первый вхолостую: ничего не записывается."))"
            )
        }
        var table = Table(
            caption: visit.words("Closed", "Закрытые"),
            columns: [
                .init(visit.words("Month", "Месяц")), .init(visit.words("Region", "Регион")),
                .init(visit.words("Documents", "Документов"), isSum: true),
                .init(visit.words("Customers", "Клиентов"), isSum: true),
                .init(visit.words("Closed at", "Закрыт")),
            ])
        table.rows = done.prefix(36).map { month in
            [
                anchor(link(month.region, month.month), visit.month(month.month)),
                "\(visit.region(month.region))", "\(visit.count(month.documents))",
                "\(visit.count(month.customers))",
                "\(month.closedAt.map { visit.moment($0, month.region) } ?? "")",
            ]
        }
        return table.markup
    }
}

/// One month of a region: try it dry, see what stands in the way, close it and watch.
package struct ClosingPage {
    private let visit: Visit
    private let region: Region
    private let month: Month
    private let standing: ClosingDesk.Standing
    private let run: ClosingRunView?
    private let funnel: PaperFunnel
    private let failure: FormFailure?

    package init(
        _ month: Month, _ region: Region, _ standing: ClosingDesk.Standing, _ run: ClosingRunView?,
        _ funnel: PaperFunnel, failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.month = month
        self.region = region
        self.standing = standing
        self.run = run
        self.funnel = funnel
        self.failure = failure
        self.visit = visit
    }

    private var path: String { "/closings/\(region.rawValue)/\(month)" }
    private var isRunning: Bool { run?.isRunning ?? false }

    package var markup: Markup {
        let words = visit.words
        let title = "\(words("Closing", "Закрытие")): \(visit.month(month)), \(visit.region(region))"
        let state =
            isRunning
            ? visit.tag(words("running", "идёт"), "warn")
            : standing.isClosed
                ? visit.tag(words("closed", "закрыт"), "good") : visit.tag(words("open", "открыт"))
        return Frame(
            visit: visit, title: title, path: path,
            trail: [(words("Closing", "Закрытие"), visit.link("/closings"))],
            refresh: isRunning ? 3 : nil,
            keys: [("d", words("try it dry", "проверить вхолостую"))]
        ).page(
            """
            <h1>\(title)</h1>
            <p class="lead">\(state) \(anchor(visit.link("/months/\(month)"), words("Documents of the month", "Документы месяца"))) \(sending)</p>
            \(progress)\(said)\(actions)
            \(blockers)\(stages)\(tieOuts)\(skipped)
            """)
    }

    /// What went out, and what has still to.
    private var sending: Markup? {
        guard standing.documents > 0 else { return nil }
        return anchor(
            visit.link("/sending/\(region.rawValue)/\(month)"),
            visit.words("Documents to send", "Отправка документов"))
    }

    private var progress: Markup? {
        guard let run, run.isRunning else { return nil }
        let bar: Markup =
            run.total > 0
            ? "<progress max=\"\(run.total)\" value=\"\(run.done)\" aria-labelledby=\"step\"></progress>"
            : "<progress aria-labelledby=\"step\"></progress>"
        return """
            <div class="panel live" data-live="\(visit.link("\(path)/events"))"><div class="inside">
            <p id="step" data-step="data-step" role="status">\(run.words(visit))</p>\(bar)
            <p><a href="\(visit.link(path))">\(visit.words("Look again", "Обновить"))</a></p></div></div>

            """
    }

    /// What the last run of this process said.
    private var said: Markup? {
        guard let run, !run.isRunning else { return nil }
        if let problem = run.problem {
            return "<div class=\"alert alert-danger\" role=\"alert\">\(visit.sentence(problem))</div>\n"
        }
        let count = visit.count(run.documents)
        let text =
            run.isDryRun
            ? visit.words(
                "Tried dry: \(count) documents would be issued; nothing was written.",
                "Проверено вхолостую: было бы выпущено документов: \(count); ничего не записано.")
            : visit.words("Done: \(count) documents of the month.", "Готово: документов за месяц: \(count).")
        let tone = run.blocked.isEmpty ? "alert-success" : "alert-warning"
        return "<div class=\"alert \(tone)\" role=\"status\">\(text)</div>\n"
    }

    private var actions: Markup? {
        guard visit.isStaff, !isRunning else { return nil }
        let dry: Markup = """
            <form class="kt-form" action="\(visit.link("\(path)/dry-run"))" method="post" id="dry">
            <input type="hidden" name="form" value="\(visit.formToken)"/>
            <p>\(visit.words("Drafts and proves every package, writes nothing, blocks nobody.", "Готовит и сверяет каждый пакет, ничего не записывает и никому не мешает."))</p>
            <button class="btn btn-outline-primary" data-key="d">\(visit.words("Try it dry", "Проверить вхолостую"))</button></form>

            """
        let close = Form(
            visit: visit, id: "close", action: "\(path)/closing", fields: [visit.reason()],
            button: standing.isClosed
                ? visit.words("Close those left over", "Закрыть оставшихся")
                : visit.words("Close the month", "Закрыть месяц"), failure: failure)
        return """
            <div class="sides"><section aria-labelledby="try"><h2 id="try">\(visit.words("Try", "Проверить"))</h2>
            \(dry)</section><section aria-labelledby="do"><h2 id="do">\(visit.words("Close", "Закрыть"))</h2>
            \(close.markup)</section></div>

            """
    }

    private var blockers: Markup? {
        guard let run, !run.blocked.isEmpty else { return nil }
        var table = Table(
            caption: visit.words(
                "What stands in the way; all others go on", "Что мешает; остальных это не держит"),
            columns: [
                .init(visit.words("Customer", "Клиент"), isName: true),
                .init(visit.words("Tax id", "ИНН")),
                .init(visit.words("Why", "Почему"), isName: true),
            ])
        table.rows = run.blocked.map { blocked in
            [
                visit.account(blocked.account), "\(blocked.party.taxID.text)",
                "\(visit.sentence(blocked.problem))",
            ]
        }
        return table.markup
    }

    private var stages: Markup? {
        let drafted = max(run?.documents ?? 0, funnel.issued)
        guard drafted > 0 else { return nil }
        var table = Table(
            caption: visit.words("How far the documents are", "На каком шаге документы"),
            columns: [
                .init(visit.words("Step", "Шаг")), .init(visit.words("Documents", "Документов"), isSum: true),
                .init(visit.words("Of those drafted", "Из подготовленных")),
            ])
        let steps: [(String, Int)] = [
            (visit.words("drafted", "подготовлено"), drafted),
            (visit.words("numbered", "с номером"), funnel.issued),
            (visit.words("printed", "напечатано"), funnel.printed),
        ]
        table.rows = steps.map { name, count in
            [
                "\(name)", "\(visit.count(count))",
                "<meter min=\"0\" max=\"\(drafted)\" value=\"\(count)\" aria-label=\"\(name)\"></meter>",
            ]
        }
        let letters: Markup? =
            funnel.told + funnel.waiting > 0
            ? """
            <p>\(visit.words("Letters to customers: sent ", "Писем клиентам: отправлено "))\(visit.count(funnel.told))\(visit.words(", waiting ", ", ждут "))\(visit.count(funnel.waiting)).</p>

            """ : nil
        return "\(table.markup)\(letters)"
    }

    private var tieOuts: Markup? {
        guard let run, !run.tieOuts.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Tie-out: the same sum three ways", "Сверка: одна сумма тремя путями"),
            columns: [
                .init(visit.words("Counterparty", "Контрагент")),
                .init(visit.words("Portions", "По частям оплат"), isSum: true),
                .init(visit.words("Documents", "По документам"), isSum: true),
                .init(visit.words("Ledger", "По книгам"), isSum: true),
                .init(visit.words("Agree", "Сходятся")),
            ])
        // What does not agree comes first; of what agrees a page is enough.
        let most = 200
        let all = run.tieOuts.filter { !$0.agrees } + run.tieOuts.filter(\.agrees)
        table.rows = all.prefix(most).map { sums in
            let party = visit.link("/search", [("q", sums.counterparty.text)])
            // What was tried dry is kept nowhere; what is closed is explained among the month's documents.
            let rows =
                run.isDryRun ? party : visit.link("/months/\(month)", to: "tie-out-\(region.rawValue)")
            return [
                anchor(party, sums.counterparty.text), anchor(rows, visit.sum(sums.portions.minor, region)),
                anchor(rows, visit.sum(sums.documents.minor, region)),
                anchor(rows, visit.sum(sums.ledger.minor, region)),
                sums.agrees
                    ? visit.tag(visit.words("yes", "да"), "good")
                    : visit.tag(visit.words("no", "нет"), "bad"),
            ]
        }
        let rest: Markup? =
            all.count > most
            ? "<p class=\"dim\">\(visit.words("and \(all.count - most) more that agree", "и ещё \(all.count - most), которые сходятся"))</p>"
            : nil
        return "\(table.markup)\(rest)"
    }

    private var skipped: Markup? {
        let list = run.map { $0.isRunning ? [] : $0.skipped } ?? standing.skipped
        guard !list.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Without documents", "Без документов"),
            columns: [
                .init(visit.words("Counterparty", "Контрагент")), .init(visit.words("Project", "Проект")),
                .init(visit.words("Why", "Почему"), isName: true),
            ])
        table.rows = list.prefix(200).map { skipped in
            [
                anchor(
                    visit.link("/search", [("q", skipped.party.taxID.text)]), skipped.party.taxID.text),
                skipped.project.map { visit.project($0) } ?? "",
                "\(StateWords.skipped(skipped.reason).text(visit.language))",
            ]
        }
        return table.markup
    }
}
