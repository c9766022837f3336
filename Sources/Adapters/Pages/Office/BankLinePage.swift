import Basics
import Notices
import Payments
import Projects
import Regions
package import UseCases
import Wording

/// A bank line beside the projects it may be for: one button or one key gives it to one of them; what a person
/// chose can be taken back.
package struct BankLinePage {
    private let visit: Visit
    private let view: OfficeDesk.LineView
    private let failure: FormFailure?

    package init(_ view: OfficeDesk.LineView, failure: FormFailure? = nil, _ visit: Visit) {
        self.view = view
        self.failure = failure
        self.visit = visit
    }

    private var path: String { "/bank/lines/\(view.line.number)" }

    package var markup: Markup {
        let words = visit.words
        let line = view.line
        let title = words("Bank line \(line.number)", "Строка выписки \(line.number)")
        let frame = Frame(
            visit: visit, title: title, path: path, query: [("ask", view.asked)],
            trail: [(words("Bank", "Банк"), visit.link("/bank"))],
            keys: [
                ("1…9", words("give it to that project", "зачислить на этот проект")),
                ("f", words("look for a project", "искать проект")),
                ("u", words("take the choice back", "отменить выбор")),
                ("n", words("the next unclear line", "следующая невыясненная строка")),
            ])
        let problem: Markup? = failure.flatMap { failure in
            failure.form == "match"
                ? "<div class=\"alert alert-danger\" role=\"alert\">\(visit.sentence(failure.problem))</div>"
                : nil
        }
        let next: Markup? = view.next.map {
            """
            <a class="btn btn-outline-primary btn-sm" href="\(visit.link("/bank/lines/\($0)"))" data-key="n">\(words("Next unclear line", "Следующая невыясненная")) →</a>
            """
        }
        return frame.page(
            """
            <h1>\(title)</h1>
            <p class="lead"><strong class="sum">\(anchor(visit.explain("bank/\(line.number)"), visit.sum(line.amount, line.region)))</strong> \(visit.tag(line.state)) \
            \(anchor(visit.explain("bank/\(line.number)"), words("Explain", "Объяснить")))\(next)</p>
            \(problem)<div class="sides"><section aria-labelledby="said"><h2 id="said">\(words("What the bank says", "Что сообщил банк"))</h2>
            \(facts)</section>
            <section aria-labelledby="whose"><h2 id="whose">\(words("Whose it is", "Чьи это деньги"))</h2>
            \(right)</section></div>
            \(audit)
            """)
    }

    private var facts: Markup {
        let line = view.line
        let words = visit.words
        let reasons = line.reasons.map { "<li>\($0.text(visit.language))</li>" as Markup }
        let why: Markup? = reasons.isEmpty ? nil : "<ul class=\"plain\">\(reasons)</ul>"
        let file: Markup =
            view.statement.map { file in
                "<a href=\"\(visit.link("/bank/files/\(Hex.text(file.digest))"))\">\(name(file.name))</a>"
            } ?? "—"
        return """
            <div class="panel"><div class="inside"><dl class="facts">
            <dt>\(words("Payer", "Плательщик"))</dt><dd>\(name(line.payer))</dd>
            <dt>\(words("Tax id", "ИНН"))</dt><dd>\(line.payerTaxID?.text ?? "—")</dd>
            <dt>\(words("Purpose", "Назначение"))</dt><dd>\(name(line.purpose))</dd>
            <dt>\(words("Payment order", "Платёжное поручение"))</dt><dd>№ \(name(line.document)), \(Dates.short(line.date))</dd>
            <dt>\(words("Received", "Поступило"))</dt><dd>\(Dates.short(line.creditedOn))\(line.region.map { ", \(visit.region($0))" } ?? "")</dd>
            <dt>\(words("File", "Файл"))</dt><dd>\(file)\(words(", line ", ", строка "))\(line.fileLine)</dd>
            <dt>\(words("Reasons", "Причины"))</dt><dd>\(why)</dd>
            </dl></div></div>

            """
    }

    private var right: Markup {
        let line = view.line
        if !line.projects.isEmpty {
            let projects = line.projects.map { "<p class=\"big\">\(visit.project($0))</p>" as Markup }
            return "<div class=\"panel\"><div class=\"inside\">\(projects)</div></div>\(undo)"
        }
        guard line.state == .unclear else {
            return empty(
                visit.words("Nobody is asked about this line.", "Об этой строке никого не спрашивают."),
                "\(StateWords.line(line.state.rawValue).text(visit.language))")
        }
        let none: Markup? =
            view.candidates.isEmpty
            ? empty(
                visit.words("Nothing in the line leads to a project.", "Ничто в строке не ведёт к проекту."),
                "\(visit.words("Look for one by PID, tax id or name.", "Найдите его по PID, ИНН или имени."))"
            )
            : nil
        let cards = view.candidates.enumerated().map { candidate($0 + 1, $1) }
        let list: Markup? = cards.isEmpty ? nil : "<ol class=\"candidates\">\(cards)</ol>"
        return "\(list)\(none)\(search)"
    }

    private func candidate(_ place: Int, _ candidate: OfficeDesk.Candidate) -> Markup {
        let project = candidate.project
        let pid = project.project.pid
        let region = project.project.region
        let why = candidate.why.map { BankLinePage.words($0, visit, region: view.line.region ?? region) }
        let key: Markup? = place < 10 ? " data-key=\"\(place)\"" : nil
        let hint: Markup? = place < 10 ? " <kbd>\(place)</kbd>" : nil
        let accept: Markup? =
            visit.isStaff
            ? """
            <form action="\(visit.link("\(path)/matching"))" method="post">
            <input type="hidden" name="form" value="\(visit.formToken)"/><input type="hidden" name="project" value="\(pid.text)"/>
            <input type="hidden" name="reason" value="\(why.joined(separator: "; "))"/>
            <button class="btn btn-primary"\(key) aria-label="\(visit.words("Give it to \(pid)", "Зачислить на \(pid)"))">\(visit.words("Accept", "Принять"))\(hint)</button></form>
            """ : nil
        return """
            <li class="panel"><div class="inside"><p><strong>\(visit.project(pid))</strong> \(state(project.state, region, visit))</p>
            <p>\(visit.account(project.project.account, candidate.name))\(candidate.taxID.map { ", \($0.text)" } ?? "")</p>
            <p class="dim">\(zip(candidate.why, why).map(reason))</p>
            <p>\(visit.words("On the account: ", "На счёте: "))<span class="sum">\(anchor(visit.explain(pid.text), visit.sum(project.lotTotal - project.debtTotal, region)))</span></p>\(accept)</div></li>

            """
    }

    /// A quoted invoice is found by its number, with what it asked for.
    private func reason(_ why: OfficeDesk.Candidate.Why, _ text: String) -> Markup {
        guard case .quotedInvoice(let number, _, _) = why else { return "\(text). " }
        return "\(anchor(visit.link("/search", [("q", number)]), text)). "
    }

    private var search: Markup {
        """
        <form class="bar" action="\(path)" method="get" role="search" aria-label="\(visit.words("Look for a project", "Искать проект"))">
        <label for="ask">\(visit.words("Another project", "Другой проект"))</label>
        <input class="form-control" id="ask" name="ask" value="\(view.asked)" maxlength="200" placeholder="\(visit.words("PID, tax id, name", "PID, ИНН, имя"))" data-key="f"/>
        \(visit.kept)<button class="btn btn-outline-primary">\(visit.words("Look", "Искать"))</button>
        </form>

        """
    }

    private var undo: Markup? {
        guard view.mayUndo, visit.isStaff else { return nil }
        return """
            <h3>\(visit.words("Take the match back", "Отменить зачисление"))</h3>
            <p>\(visit.words("The money leaves the project and waits among unclear transfers again. Possible while nothing of it is spent.", "Деньги уйдут с проекта и снова встанут среди невыясненных. Можно, пока из них ничего не потрачено."))</p>
            \(Form(visit: visit, id: "undo", action: "\(path)/undoing", fields: [visit.reason()], button: visit.words("Take back", "Отменить"), isDangerous: true, failure: failure).markup)
            """
    }

    private var audit: Markup? {
        guard !view.audit.isEmpty else { return nil }
        return """
            <div class="part"><h2>\(visit.words("What staff did with it", "Что с ней делали сотрудники"))</h2></div>
            \(AuditTable(view.audit, visit).markup)
            """
    }

    /// Why a project is offered, in words.
    static func words(_ why: OfficeDesk.Candidate.Why, _ visit: Visit, region: Region) -> String {
        switch why {
        case .quotedPID: visit.words("its PID stands in the purpose", "PID назван в назначении")
        case .quotedInvoice(let number, let date, let open):
            visit.words(
                "invoice № \(number) of \(Dates.short(date)) is quoted, \(visit.sum(open, region)) open",
                "назван счёт № \(number) от \(Dates.short(date)), не оплачено \(visit.sum(open, region))")
        case .payer(let taxID):
            visit.words("the payer's own, \(taxID)", "проект самого плательщика, \(taxID)")
        case .found: visit.words("found by search", "найден поиском")
        }
    }
}
