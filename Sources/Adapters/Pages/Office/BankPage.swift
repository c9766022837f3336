import Basics
import Notices
import Payments
import Regions
package import UseCases
import Wording

/// Bank files and their lines: what is unclear first, what is held, and a place to give another file.
package struct BankPage {
    private let visit: Visit
    private let overview: OfficeDesk.BankOverview
    private let isFirst: Bool
    private let failure: FormFailure?

    package init(
        _ overview: OfficeDesk.BankOverview, isFirst: Bool, failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.overview = overview
        self.isFirst = isFirst
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        let words = visit.words
        let title = words("Bank", "Банк")
        let state = overview.lines.state
        let query = [("state", state?.rawValue ?? "")] + turnover
        let frame = Frame(
            visit: visit, title: title, path: "/bank", query: query,
            keys: [
                ("n", words("the first unclear line", "первая невыясненная строка")),
                ("]", words("further in the list", "дальше по списку")),
            ])
        let list: Markup =
            overview.lines.lines.isEmpty
            ? nothing(state)
            : BankLineTable(overview.lines.lines, overview.turnover.map(caption) ?? caption(state), visit)
                .markup
        return frame.page(
            """
            <h1>\(title)</h1>
            <div class="sides">\(waiting)
            \(visit.isStaff ? UploadForm(failure: failure, visit: visit).markup : nil)</div>
            <div class="part"><h2>\(words("Lines", "Строки"))</h2>\(states(state))</div>
            \(list)
            \(visit.onward("/bank", query, "before", overview.lines.next.map { String($0) }, isFirst: isFirst))
            <div class="part"><h2>\(words("Files", "Файлы"))</h2></div>
            \(files)
            """)
    }

    private var waiting: Markup? {
        guard overview.unclear > 0 else { return nil }
        let most = overview.unclear >= OfficeDesk.mostCounted
        let count = visit.count(overview.unclear) + (most ? "+" : "")
        let first: Markup? = overview.lines.lines.first { $0.state == .unclear }.map {
            """
            <p><a class="btn btn-primary" href="\(visit.link("/bank/lines/\($0.number)"))" data-key="n">\(visit.words("Begin with the first", "Начать с первой"))</a></p>
            """
        }
        return """
            <ul class="cards"><li><h2>\(visit.words("Transfers without a project", "Переводы без проекта"))</h2>
            <p class="big">\(count)</p>\(first)</li></ul>

            """
    }

    private func states(_ chosen: BankLineRecord.State?) -> Markup {
        let all: [(BankLineRecord.State?, String)] =
            [(nil, visit.words("all", "все"))]
            + BankLineRecord.State.allCases.map { ($0, StateWords.line($0.rawValue).text(visit.language)) }
        let items = all.map { state, text -> Markup in
            let isHere = state == chosen && overview.turnover == nil
            let here: Markup? = isHere ? " aria-current=\"true\"" : nil
            return """
                <li><a href="\(visit.link("/bank", [("state", state?.rawValue ?? "all")]))"\(here)>\(text)</a></li>
                """
        }
        return """
            <nav aria-label="\(visit.words("Lines by state", "Строки по состоянию"))"><ul class="choice">\(items)</ul></nav>
            """
    }

    /// What the address says of the day whose lines alone are shown.
    private var turnover: [(String, String)] {
        guard let day = overview.turnover else { return [] }
        return [
            ("day", day.day.description), ("region", day.region.rawValue), ("way", day.direction.rawValue),
        ]
    }

    private func caption(_ turnover: BankDay) -> String {
        let day = "\(visit.region(turnover.region)), \(Dates.short(turnover.day))"
        return turnover.direction == .incoming
            ? visit.words("Money in: \(day)", "Приход: \(day)")
            : visit.words("Money out: \(day)", "Расход: \(day)")
    }

    private func caption(_ state: BankLineRecord.State?) -> String {
        state.map {
            "\(visit.words("Lines: ", "Строки: "))\(StateWords.line($0.rawValue).text(visit.language))"
        }
            ?? visit.words("All lines, the latest first", "Все строки, последние сверху")
    }

    private func nothing(_ state: BankLineRecord.State?) -> Markup {
        state == .unclear
            ? empty(
                visit.words("No transfer waits for a project.", "Все переводы разобраны."),
                anchor(
                    visit.link("/bank", [("state", "all")]),
                    visit.words("Show all lines", "Показать все строки")))
            : empty(
                visit.words("There are no such lines.", "Таких строк нет."),
                "\(visit.words("Give a bank file above: its lines will stand here.", "Загрузите выписку выше: её строки появятся здесь."))"
            )
    }

    private var files: Markup {
        guard !overview.statements.isEmpty else {
            return empty(
                visit.words("No bank file has come yet.", "Выписок ещё не было."),
                "\(visit.words("Export the account to 1C in the bank, and give the file above.", "Выгрузите счёт из банка в формате 1С и загрузите файл выше."))"
            )
        }
        var table = Table(
            caption: visit.words("Bank files, the latest first", "Выписки, последние сверху"),
            columns: [
                .init(visit.words("File", "Файл"), isName: true), .init(visit.words("Came", "Получена")),
                .init(visit.words("State", "Состояние")),
                .init(visit.words("Matched", "Сопоставлено"), isSum: true),
                .init(visit.words("Unclear", "Невыяснено"), isSum: true),
                .init(visit.words("Outgoing", "Исходящих"), isSum: true),
                .init(visit.words("Held", "Задержано"), isSum: true),
            ])
        table.rows = overview.statements.map { file in
            let count = { (state: BankLineRecord.State) -> Markup in "\(visit.count(file.lines[state] ?? 0))"
            }
            return [
                "<a href=\"\(visit.link("/bank/files/\(Hex.text(file.digest))"))\">\(name(file.name))</a>",
                "\(visit.moment(file.receivedAt, .moscow))", StatementPage.state(file, visit),
                count(.matched),
                count(.unclear), count(.outgoing), count(.held),
            ]
        }
        return
            "\(table.markup)\(visit.onward("/bank", [], "files", overview.next?.text, isFirst: true, of: visit.words("files", "выписки")))"
    }
}

/// Bank lines in a table, each leading to its page.
struct BankLineTable {
    private let lines: [BankLineRecord]
    private let caption: String
    private let visit: Visit

    init(_ lines: [BankLineRecord], _ caption: String, _ visit: Visit) {
        self.lines = lines
        self.caption = caption
        self.visit = visit
    }

    var markup: Markup {
        var table = Table(
            caption: caption,
            columns: [
                .init(visit.words("Line", "Строка")), .init(visit.words("Credited", "Зачислено")),
                .init(visit.words("Amount", "Сумма"), isSum: true),
                .init(visit.words("Payer", "Плательщик"), isName: true),
                .init(visit.words("Purpose", "Назначение"), isName: true),
                .init(visit.words("State", "Состояние")),
                .init(visit.words("Project, or why not", "Проект или почему нет"), isName: true),
            ])
        table.rows = lines.map { line in
            let projects = line.projects.map { "\(visit.project($0)) " as Markup }
            let why: Markup =
                line.projects.isEmpty
                ? "\(line.reasons.map { $0.text(visit.language) }.joined(separator: "; "))"
                : "<span class=\"many\">\(projects)</span>"
            let taxID: Markup? = line.payerTaxID.map { "<br/><span class=\"dim\">\($0.text)</span>" }
            return [
                visit.bankLine(line.number), "<span class=\"nobr\">\(Dates.short(line.creditedOn))</span>",
                anchor(visit.explain("bank/\(line.number)"), visit.sum(line.amount, line.region)),
                "\(name(line.payer))\(taxID)",
                name(String(line.purpose.prefix(200))), visit.tag(line.state), why,
            ]
        }
        return table.markup
    }
}

/// Where a bank file is given.
struct UploadForm {
    let failure: FormFailure?
    let visit: Visit

    var markup: Markup {
        let problem: Markup? = failure.flatMap { failure in
            failure.form == "upload"
                ? "<div class=\"alert alert-danger\" role=\"alert\" id=\"upload-problem\">\(visit.sentence(failure.problem))</div>"
                : nil
        }
        let wrong: Markup? =
            problem == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"upload-problem\""
        return """
            <form class="kt-form" action="\(visit.link("/bank/files"))" method="post" enctype="multipart/form-data" id="upload">
            \(problem)<input type="hidden" name="form" value="\(visit.formToken)"/>
            <div class="mb-3"><label class="form-label" for="upload-file">\(visit.words("A bank file (1CClientBankExchange)", "Выписка из банка (1CClientBankExchange)"))</label>
            <input class="form-control" type="file" id="upload-file" name="file" accept=".txt,text/plain" required="required"\(wrong)/>
            <p class="form-text">\(visit.words("Up to 16 MB. What came before is not booked again.", "До 16 МБ. Что уже было, второй раз не зачисляется."))</p></div>
            <div class="form-check mb-3"><input class="form-check-input" type="checkbox" id="upload-asBooked" name="asBooked" value="true"/>
            <label class="form-check-label" for="upload-asBooked">\(visit.words("Credit on the day the bank received the money, not now", "Зачислить днём, когда деньги пришли в банк, а не сейчас"))</label></div>
            <button class="btn btn-primary">\(visit.words("Book", "Загрузить"))</button>
            </form>

            """
    }
}
