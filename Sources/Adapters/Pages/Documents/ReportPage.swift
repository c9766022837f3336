import Access
package import Basics
import Documents
package import Notices
import Regions
package import UseCases

/// Billing reports to load: which, of which days and projects, as what file.
package struct ReportPage {
    private let visit: Visit
    private let choice: ReportsDesk.Choice
    private let ask: ReportAsk
    private let problem: (any Problem)?

    package init(
        _ choice: ReportsDesk.Choice, _ ask: ReportAsk, problem: (any Problem)? = nil, _ visit: Visit
    ) {
        self.choice = choice
        self.ask = ask
        self.problem = problem
        self.visit = visit
    }

    package static func name(_ kind: ReportAsk.Kind) -> Phrase {
        switch kind {
        case .consumption: Phrase(en: "Consumption", ru: "Отчёт потребления")
        case .granular: Phrase(en: "Granular", ru: "Гранулярный отчёт")
        case .accounting: Phrase(en: "For bookkeepers", ru: "Для бухгалтерии")
        }
    }

    private func about(_ kind: ReportAsk.Kind) -> String {
        switch kind {
        case .consumption:
            visit.words(
                "What was spent, whatever paid for it, by service: day by day, or by weeks, months, years.",
                "Сколько потрачено, чем бы ни было оплачено, по услугам: по дням, неделям, месяцам или годам."
            )
        case .granular:
            visit.words(
                "Every parameter of every resource, by day, with its price, what paid for it and its labels.",
                "Каждый параметр каждого ресурса по дням: цена, чем оплачен, метки.")
        case .accounting:
            visit.words(
                "The lines of the closing documents, with the same totals: what the company's own transfers paid for, and post-paid services. Whole months, all projects.",
                "Строки закрывающих документов с теми же итогами: то, что оплачено переводами самой организации, и услуги по постоплате. Целыми месяцами, по всем проектам."
            )
        }
    }

    package var markup: Markup {
        let frame = ProjectFrame(head: choice.head, tab: .reports, visit: visit)
        let alert: Markup? = problem.map {
            "<div class=\"alert alert-danger\" role=\"alert\">\(Wordbook.phrase($0).text(visit.language))</div>\n"
        }
        let base = "/projects/\(choice.head.pid)/documents/report"
        return frame.page(
            """
            \(alert)<form class="kt-form" action="\(base).xlsx" method="get" id="report">
            <fieldset class="mb-3"><legend class="form-label">\(visit.words("Which report", "Какой отчёт"))</legend>
            \(ReportAsk.Kind.allCases.map(kind))</fieldset>
            \(day("from", visit.words("From", "С"), ask.period.from))\(day("through", visit.words("Through", "По"), ask.period.through))
            <div class="mb-3"><label class="form-label" for="report-step">\(visit.words("Consumption by", "Потребление по"))</label>
            <select class="form-select" id="report-step" name="step">\(ReportAsk.Step.allCases.map(step))</select></div>
            \(projects)\(visit.kept)<p class="btns"><button class="btn btn-primary">XLSX</button>
            <button class="btn btn-outline-primary" formaction="\(base).csv">CSV</button></p>
            <p class="form-text">\(visit.words("XLSX holds \(visit.count(ReportsDesk.mostSheetRows)) rows at most, CSV \(visit.count(ReportsDesk.mostRows)); of more, choose fewer days. The last row is the total: a file with it is whole.", "В XLSX — до \(visit.count(ReportsDesk.mostSheetRows)) строк, в CSV — до \(visit.count(ReportsDesk.mostRows)); если больше, выберите меньше дней. Последняя строка — итог: файл с ней полон."))</p>
            </form>

            """)
    }

    private func kind(_ kind: ReportAsk.Kind) -> Markup {
        let chosen: Markup? = kind == ask.kind ? " checked=\"checked\"" : nil
        let id = "report-\(kind.rawValue)"
        return """
            <div class="form-check"><input class="form-check-input" type="radio" id="\(id)" name="kind" value="\(kind.rawValue)"\(chosen) aria-describedby="\(id)-about"/> \
            <label class="form-check-label" for="\(id)">\(ReportPage.name(kind).text(visit.language))</label>
            <p class="form-text" id="\(id)-about">\(about(kind))</p></div>

            """
    }

    private func day(_ name: String, _ label: String, _ day: Day) -> Markup {
        """
        <div class="mb-3"><label class="form-label" for="report-\(name)">\(label)</label>
        <input class="form-control" type="date" id="report-\(name)" name="\(name)" value="\(day.description)" required="required"/></div>

        """
    }

    private func step(_ step: ReportAsk.Step) -> Markup {
        let name =
            switch step {
            case .day: visit.words("days", "дням")
            case .week: visit.words("weeks", "неделям")
            case .month: visit.words("months", "месяцам")
            case .year: visit.words("years", "годам")
            }
        let chosen: Markup? = step == ask.step ? " selected=\"selected\"" : nil
        return "<option value=\"\(step.rawValue)\"\(chosen)>\(name)</option>"
    }

    /// Where there is one project alone there is nothing to choose; of more than a file holds none is chosen yet.
    private var projects: Markup? {
        guard choice.projects.count > 1 else { return nil }
        let isAll = ask.projects.isEmpty && choice.projects.count <= ReportsDesk.mostProjects
        let boxes = choice.projects.map { pid -> Markup in
            let chosen: Markup? =
                isAll || ask.projects.contains(pid) ? " checked=\"checked\"" : nil
            return """
                <div class="form-check"><input class="form-check-input" type="checkbox" id="report-\(pid.text)" name="project" value="\(pid.text)"\(chosen)/> \
                <label class="form-check-label" for="report-\(pid.text)">\(pid.text)</label></div>

                """
        }
        return """
            <fieldset class="mb-3"><legend class="form-label">\(visit.words("Projects", "Проекты"))</legend>
            \(boxes)</fieldset>

            """
    }
}
