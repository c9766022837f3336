import Basics
import Counterparties
import Documents
import Funding
import Notices
import Projects
import Regions
import Requests
package import UseCases
import Wording

/// What a text finds, kind by kind, each leading to its page.
package struct SearchPage {
    private let visit: Visit
    private let found: OfficeDesk.Findings

    package init(_ found: OfficeDesk.Findings, _ visit: Visit) {
        self.found = found
        self.visit = visit
    }

    package var markup: Markup {
        let title =
            found.text.isEmpty
            ? visit.words("Find", "Поиск")
            : visit.words("Found for «\(found.text)»", "Найдено по «\(found.text)»")
        let nothing: Markup? =
            found.isEmpty
            ? empty(
                found.text.isEmpty
                    ? visit.words("Type what you look for.", "Введите, что искать.")
                    : visit.words("Nothing is found.", "Ничего не найдено."),
                "\(visit.words("A tax id, a PID, a document's number, the beginning of a name's words, an address, an invoice, a request or its subject, a letter's subject or sender, an act of reconciliation, bank/17, a transaction such as supplier/moscow#3.", "ИНН, PID, номер документа, начала слов имени, почта, счёт, запрос или его тема, тема или отправитель письма, акт сверки, bank/17, операция вида supplier/moscow#3."))"
            ) : nil
        let why: Markup? =
            !found.text.isEmpty && isAddress
            ? "<p>\(anchor(visit.explain(found.text), visit.words("Explain this sum", "Объяснить эту сумму")))</p>\n"
            : nil
        return Frame(
            visit: visit, title: title, path: "/search", query: [("q", found.text)], asked: found.text
        ).page(
            """
            <h1>\(title)</h1>
            \(why)\(nothing)\(accounts)\(projects)\(documents)\(invoices)\(acts)\(requests)\(letters)\(lines)\(credits)\(transactions)
            """)
    }

    /// Whether it looks like what an explanation is asked for.
    private var isAddress: Bool {
        found.text.contains("/") || found.text.contains("#") || !found.projects.isEmpty
            || !found.credits.isEmpty
    }

    private var accounts: Markup? {
        guard !found.accounts.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Customers", "Клиенты"),
            columns: [
                .init(visit.words("Name", "Имя"), isName: true), .init(visit.words("Tax id", "ИНН")),
                .init(visit.words("Account", "Аккаунт")), .init(visit.words("E-mail", "Почта")),
                .init(visit.words("Projects", "Проекты"), isName: true),
            ])
        table.rows = found.accounts.map { account in
            let projects = account.projects.prefix(5).map { "\(visit.project($0.pid)) " as Markup }
            let more = account.projects.count > 5 ? "+\(account.projects.count - 5)" : ""
            return [
                visit.account(account.id, account.counterparty.name),
                "\(account.counterparty.taxID?.text ?? "—")", name(account.id.text), name(account.email),
                "<span class=\"many\">\(projects)\(more)</span>",
            ]
        }
        return table.markup
    }

    private var projects: Markup? {
        guard !found.projects.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Projects", "Проекты"),
            columns: [
                .init("PID"), .init(visit.words("Customer", "Клиент"), isName: true),
                .init(visit.words("Payment account", "Лицевой счёт"), isSum: true),
                .init(visit.words("State", "Состояние"), isName: true),
            ])
        table.rows = found.projects.map { project, party in
            let region = project.project.region
            return [
                visit.project(project.project.pid), name(party),
                anchor(
                    visit.explain(project.project.pid.text),
                    visit.sum(project.lotTotal - project.debtTotal, region)),
                state(project.state, region, visit),
            ]
        }
        return table.markup
    }

    private var documents: Markup? {
        guard !found.documents.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Documents", "Документы"),
            columns: [
                .init(visit.words("Document", "Документ")), .init(visit.words("Date", "Дата")),
                .init(visit.words("Region", "Регион")),
                .init(visit.words("Customer", "Клиент"), isName: true),
            ])
        table.rows = found.documents.map { document in
            let key = DocumentKey(
                region: document.region, kind: document.kind, year: document.date.year,
                number: document.number)
            return [
                anchor(
                    visit.link("/documents/\(key.text)"),
                    "\(document.kind.phrase.text(visit.language)) № \(document.number)"),
                "\(Dates.short(document.date))", "\(visit.region(document.region))",
                visit.account(document.account),
            ]
        }
        return table.markup
    }

    private var invoices: Markup? {
        guard !found.invoices.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Payment invoices", "Счета на оплату"),
            columns: [
                .init("№"), .init(visit.words("Date", "Дата")), .init(visit.words("Project", "Проект")),
                .init(visit.words("Amount", "Сумма"), isSum: true),
            ])
        table.rows = found.invoices.map { invoice in
            [
                "\(invoice.number)", "\(Dates.short(invoice.date))", visit.project(invoice.project),
                anchor(
                    visit.invoice(
                        of: invoice.project, String(invoice.date.year), String(invoice.number), visit.office),
                    visit.sum(invoice.amount, invoice.region)),
            ]
        }
        return table.markup
    }

    private var acts: Markup? {
        guard !found.acts.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Acts of reconciliation", "Акты сверки"),
            columns: [
                .init("№"), .init(visit.words("Date", "Дата")), .init(visit.words("Days", "Период")),
                .init(visit.words("Region", "Регион")),
                .init(visit.words("Customer", "Клиент"), isName: true),
            ])
        table.rows = found.acts.map { act in
            let path = "/reconciliations/\(act.region.rawValue)/\(act.date.year)/\(act.number).pdf"
            return [
                anchor(path, "\(act.number)"), "\(Dates.short(act.date))",
                "\(Dates.short(act.period.from)) — \(Dates.short(act.period.through))",
                "\(visit.region(act.region))", visit.account(act.account),
            ]
        }
        return table.markup
    }

    private var requests: Markup? {
        guard !found.requests.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Requests", "Запросы"),
            columns: [
                .init("№"), .init(visit.words("What for", "О чём"), isName: true),
                .init(visit.words("Made", "Создан")), .init(visit.words("Project", "Проект")),
                .init(visit.words("State", "Состояние")),
            ])
        table.rows = found.requests.map { request in
            [
                anchor(visit.link("/requests/\(request.number)"), "\(request.number)"),
                "\(request.kind.phrase.text(visit.language))",
                "\(visit.moment(request.madeAt, request.region))", visit.project(request.project),
                visit.tag(request.standing.state),
            ]
        }
        return table.markup
    }

    private var letters: Markup? {
        guard !found.letters.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Letters", "Письма"),
            columns: [
                .init("№"), .init(visit.words("Came", "Получено")),
                .init(visit.words("From", "От кого"), isName: true),
                .init(visit.words("Subject", "Тема"), isName: true),
                .init(visit.words("What became of it", "Что с ним"), isName: true),
            ])
        table.rows = found.letters.map { letter in
            [
                anchor(visit.link("/letters/\(letter.number)"), "\(letter.number)"),
                "\(visit.moment(letter.receivedAt, .moscow))",
                name(letter.sender.isEmpty ? "—" : letter.sender),
                name(letter.subject.isEmpty ? "—" : letter.subject), visit.fate(letter),
            ]
        }
        return table.markup
    }

    private var lines: Markup? {
        guard !found.lines.isEmpty else { return nil }
        return BankLineTable(found.lines, visit.words("Bank lines", "Строки выписок"), visit).markup
    }

    private var credits: Markup? {
        guard !found.credits.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Credits", "Зачисления"),
            columns: [
                .init(visit.words("Credit", "Зачисление"), isName: true),
                .init(visit.words("Project", "Проект")), .init(visit.words("Amount", "Сумма"), isSum: true),
            ])
        table.rows = found.credits.map { kept in
            let why = visit.explain("credit/\(kept.credit.id)")
            return [
                "<a href=\"\(why)\">\(name(kept.credit.id.text))</a>",
                visit.project(kept.credit.project), anchor(why, visit.bare(kept.credit.amount)),
            ]
        }
        return table.markup
    }

    private var transactions: Markup? {
        guard !found.transactions.isEmpty else { return nil }
        return "\(found.transactions.map { TransactionView($0, visit).markup })"
    }
}
