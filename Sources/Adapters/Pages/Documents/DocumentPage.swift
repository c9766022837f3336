import Basics
import Documents
import Notices
import Requisites
package import UseCases
import Wording

/// A document as it was issued: who, whom, what, and why each line.
package struct DocumentPage {
    private let visit: Visit
    private let document: ListedDocument
    private let file: DocumentFile?

    /// `file`: what staff see beside the form.
    package init(_ document: ListedDocument, file: DocumentFile? = nil, _ visit: Visit) {
        self.document = document
        self.file = file
        self.visit = visit
    }

    package var markup: Markup {
        let content = document.content
        let key = document.key
        let words = visit.words
        let kind = content.kind.phrase.text(visit.language)
        let title = "\(kind.prefix(1).uppercased())\(kind.dropFirst()) № \(content.number)"
        let frame = Frame(
            visit: visit, title: title, path: "/documents/\(key.text)", asked: key.text,
            trail: visit.above(content))
        let projects = content.projects.map { pid -> Markup in
            "\(anchor(visit.link("/projects/\(pid)/documents"), pid.text)) "
        }
        return frame.page(
            """
            <h1>\(title), \(Dates.long(content.date, visit.language))</h1>
            <p class="btns">\(files(document, visit, style: "btn btn-outline-primary btn-sm"))</p>
            <div class="panel"><div class="inside"><dl class="facts">
            <dt>\(words("Supplier", "Исполнитель"))</dt><dd>\(name(content.supplier.name)), \(content.supplier.taxID.text)<br/>\(name(content.supplier.address.line))</dd>
            <dt>\(words("Customer", "Заказчик"))</dt><dd>\(name(content.counterparty.name)), \(name(content.counterparty.taxID.text))<br/>\(name(content.counterparty.address.line))</dd>
            <dt>\(words("Basis", "Основание"))</dt><dd>\(name(content.basis.name)) № \(name(content.basis.number)), \(Dates.short(content.basis.date))</dd>
            <dt>\(words("Projects", "Проекты"))</dt><dd>\(projects)</dd>
            \(content.agreed.map(agreed))\(content.due.map(due))</dl></div></div>
            \(beside)
            """)
    }

    /// What an invoice asks in the contract's currency; the lines stay in the project's (O39).
    private func agreed(_ sum: AgreedSum) -> Markup {
        "<dt>\(visit.words("To pay", "К оплате"))</dt><dd>\(anchor(visit.explain(document.key.text), Sums.text(sum, visit.language)))<br/>\(visit.rate(sum.rate))</dd>\n"
    }

    /// Until when an invoice is to be paid, where the contract says so.
    private func due(_ day: Day) -> Markup {
        "<dt>\(visit.words("Pay by", "Оплатить до"))</dt><dd>\(Dates.long(day, visit.language))\(visit.words("", " включительно"))</dd>\n"
    }

    /// The lines, and for staff the file beside them.
    private var beside: Markup {
        guard let file else { return lines }
        return """
            <div class="sides wide"><section aria-labelledby="form-side"><h2 id="form-side">\(visit.words("The form", "Форма"))</h2>
            \(lines)</section><section aria-labelledby="file-side"><h2 id="file-side">\(visit.words("The file", "Файл"))</h2>
            \(file.markup(visit))</section></div>
            """
    }

    private var lines: Markup {
        let content = document.content
        let key = document.key.text
        var table = Table(
            caption: visit.words("Lines; each sum says why", "Строки; каждая сумма скажет, откуда она"),
            columns: [
                .init("№", isSum: true), .init(visit.words("Service", "Услуга"), isName: true),
                .init(visit.words("Month", "Месяц")), .init(visit.words("VAT rate", "Ставка")),
                .init(visit.words("Net", "Без НДС"), isSum: true),
                .init(visit.words("VAT", "НДС"), isSum: true),
                .init(visit.words("Gross", "Всего"), isSum: true),
            ])
        table.rows = content.lines.enumerated().map { place, line in
            let why = visit.explain("\(key)#\(place + 1)")
            return [
                "\(place + 1)", name(line.service.text), "\(visit.month(line.serviceMonth))",
                "\(line.vatRate.phrase.text(visit.language))", anchor(why, visit.bare(line.net)),
                anchor(why, visit.bare(line.vat)), anchor(why, visit.bare(line.gross)),
            ]
        }
        let why = visit.explain(key)
        table.total = [
            "", "\(visit.words("Total", "Всего"))", "", "", anchor(why, visit.bare(content.net)),
            anchor(why, visit.bare(content.vat)),
            anchor(why, visit.sum(content.gross, document.key.region)),
        ]
        return table.markup
    }
}

extension Visit {
    /// The pages above a document: the months, or for a customer its project's documents.
    func above(_ content: DocumentContent) -> [(String, String)] {
        if hasMonths {
            return [
                (words("Months", "Месяцы"), link("/months")),
                (month(content.month), link("/months/\(content.month)")),
            ]
        }
        guard let pid = content.projects.first else { return [] }
        return [
            (pid.text, link("/projects/\(pid)")),
            (words("Closing documents", "Закрывающие документы"), link("/projects/\(pid)/documents")),
        ]
    }
}
