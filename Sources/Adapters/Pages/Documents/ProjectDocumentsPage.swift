import Access
package import Basics
import Counterparties
import Documents
import Notices
import Regions
package import UseCases
import Wording

/// A project's closing documents: status, sums, files, several in one archive; and the months without, with why.
package struct ProjectDocumentsPage {
    private let visit: Visit
    private let list: ProjectDocuments
    private let after: String
    private let reports: [Month]
    private let problem: (any Problem)?
    private var head: ProjectHead { list.head }
    private var frame: ProjectFrame {
        ProjectFrame(head: head, tab: .documents, visit: visit, query: filters + [("after", after)])
    }
    private var filters: [(String, String)] {
        [
            ("year", list.search.year.map { String($0) } ?? ""), ("kind", list.search.kind?.rawValue ?? ""),
        ]
    }

    /// `reports`: months whose charges may be downloaded by who sees no day lines.
    package init(
        _ list: ProjectDocuments, after: String = "", reports: [Month] = [], problem: (any Problem)? = nil,
        _ visit: Visit
    ) {
        self.list = list
        self.after = after
        self.reports = reports
        self.problem = problem
        self.visit = visit
    }

    package var markup: Markup {
        let alert: Markup? = problem.map {
            "<div class=\"alert alert-danger\" role=\"alert\">\(Wordbook.phrase($0).text(visit.language))</div>"
        }
        return frame.page(
            """
            \(beside)\(alert)\(filter)\(list.rows.isEmpty ? nothing : chooser)\(onward(visit, frame.path, frame.query, after: list.next?.text))
            \(skipped)\(downloads)\(supplier)
            """)
    }

    /// The pages that stand under this one.
    private var beside: Markup? {
        let tabs = ProjectTab.allCases.filter {
            $0.parent == .documents && $0 != .documents && $0.isThere(head.rights, for: visit.person)
        }
        guard !tabs.isEmpty else { return nil }
        let links = tabs.map { tab -> Markup in
            let address = visit.link("/projects/\(head.pid)\(tab.path)")
            return "<a class=\"btn btn-outline-primary\" href=\"\(address)\">\(tab.title(visit))</a>\n"
        }
        return "<p class=\"btns no-print\">\(links)</p>\n"
    }

    private var filter: Markup? {
        guard list.years.count > 1 || list.kinds.count > 1 else { return nil }
        let years = list.years.map { year -> Markup in
            let chosen: Markup? = year == list.search.year ? " selected=\"selected\"" : nil
            return "<option value=\"\(year)\"\(chosen)>\(year)</option>"
        }
        let kinds = list.kinds.map { kind -> Markup in
            let chosen: Markup? = kind == list.search.kind ? " selected=\"selected\"" : nil
            return "<option value=\"\(kind.rawValue)\"\(chosen)>\(kind.phrase.text(visit.language))</option>"
        }
        return """
            <form class="bar" action="\(frame.path)" method="get">
            <label for="year">\(visit.words("Year", "Год"))</label>
            <select class="form-select" id="year" name="year"><option value="">\(visit.words("all years", "все годы"))</option>\(years)</select>
            <label for="kind">\(visit.words("Kind", "Вид"))</label>
            <select class="form-select" id="kind" name="kind"><option value="">\(visit.words("all kinds", "все виды"))</option>\(kinds)</select>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>
            </form>

            """
    }

    /// The rows, each to be ticked for the archive.
    private var chooser: Markup {
        """
        <form action="\(frame.path).zip" method="get">
        \(table)<p class="btns"><button class="btn btn-outline-primary">\(visit.words("Chosen ones as ZIP", "Выбранные одним ZIP"))</button></p>
        \(visit.kept)</form>

        """
    }

    private var table: Markup {
        var table = Table(
            caption: visit.words(
                "Closing documents, the latest first", "Закрывающие документы, сначала последние"),
            columns: [
                .init(visit.words("Document", "Документ"), isName: true),
                .init(visit.words("ZIP", "ZIP"), isForScreen: true),
                .init(visit.words("Date", "Дата")), .init(visit.words("Status", "Состояние"), isName: true),
                .init(visit.words("Net", "Без НДС"), isSum: true),
                .init(visit.words("VAT", "НДС"), isSum: true),
                .init(visit.words("Gross", "Всего"), isSum: true),
                .init(visit.words("Files", "Файлы"), isForScreen: true),
            ])
        table.rows = list.rows.map { filed in
            let document = filed.document
            let (content, key) = (document.content, document.key)
            let title = "\(content.kind.phrase.text(visit.language)) № \(content.number)"
            let why = visit.explain(key.text)
            let others: Markup? =
                content.projects.count > 1
                ? "<br/><span class=\"dim\">\(visit.words("projects: \(content.projects.count)", "проектов: \(content.projects.count)"))</span>"
                : nil
            return [
                "\(anchor(visit.link("/documents/\(key.text)"), title))\(others)",
                """
                <input class="form-check-input" type="checkbox" name="document" value="\(key.text)" aria-label="\(visit.words("Into the archive: \(title)", "В архив: \(title)"))"/>
                """,
                "\(Dates.short(content.date))", status(filed), anchor(why, visit.bare(content.net)),
                anchor(why, visit.bare(content.vat)), anchor(why, visit.sum(content.gross, key.region)),
                "<span class=\"paper-links\">\(files(document, visit))</span>",
            ]
        }
        return table.markup
    }

    private func status(_ filed: ProjectDocuments.Filed) -> Markup {
        let day = Dates.short(head.region.profile.zone.day(of: filed.issuedAt))
        let issued: Markup =
            filed.printedAt == nil
            ? visit.tag(visit.words("issued", "выпущен"))
            : visit.tag(visit.words("issued, printed", "выпущен, отпечатан"), "good")
        let lines = PassageWords(visit, head.region).lines(filed.passage).map { "<br/>\($0)" as Markup }
        return "<div class=\"passage\">\(issued) <span class=\"dim\">\(day)</span>\(lines)</div>"
    }

    private var nothing: Markup {
        if list.search != DocumentSearch() || !after.isEmpty {
            return empty(
                visit.words("No document is like that.", "Таких документов нет."),
                anchor(visit.link(frame.path), visit.words("Show all documents", "Показать все документы")))
        }
        guard head.account.counterparty.receivesDocuments else {
            return empty(
                visit.words(
                    "Closing documents are for companies and sole proprietors that work as such; this customer works as an individual.",
                    "Закрывающие документы — для компаний и ИП, которые работают как юридические лица; этот клиент работает как физическое лицо."
                ), frame.becoming)
        }
        return empty(
            visit.words("This project has no closing documents yet.", "Закрывающих документов пока нет."),
            "\(visit.words("They come at the beginning of a month for the month before, for what bank transfers of the company itself have paid. A document that covers several projects is shown to who may see all of them.", "Они появляются в начале месяца за предыдущий — на то, что оплачено банковскими переводами самой организации. Документ на несколько проектов видит тот, кому доступны все."))"
        )
    }

    private var skipped: Markup? {
        guard !list.skipped.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Months without documents", "Месяцы без документов"),
            columns: [
                .init(visit.words("Month", "Месяц")), .init(visit.words("Why", "Почему"), isName: true),
            ])
        table.rows = list.skipped.map { month, reason in
            ["\(visit.month(month))", "\(StateWords.skipped(reason).text(visit.language))"]
        }
        return table.markup
    }

    /// For an accountant, who sees the papers and what they rest on, but no balance.
    private var downloads: Markup? {
        guard !reports.isEmpty, !head.rights.contains(.detail) else { return nil }
        let options = reports.map { month -> Markup in
            "<option value=\"\(month.description)\">\(visit.month(month))</option>"
        }
        return """
            <div class="part"><h2>\(visit.words("Reports", "Отчёты"))</h2></div>
            <form class="bar" action="/projects/\(head.pid.text)/costs.csv" method="get">
            <label for="month">\(visit.words("Charges by day and resource", "Списания по дням и ресурсам"))</label>
            <select class="form-select" id="month" name="month">\(options)</select>
            \(visit.kept)<button class="btn btn-outline-primary">CSV</button>
            </form>

            """
    }

    private var supplier: Markup? {
        guard case .user(_, false) = visit.person else { return nil }
        return
            "<p>\(anchor(visit.supplier(head.region), visit.words("The supplier's details", "Реквизиты исполнителя")))</p>\n"
    }
}
