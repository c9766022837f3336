import Basics
package import Regions
import Requisites
package import UseCases
import Wording

/// Who contracts with a region's customers, for whoever wants to know: to be printed, to be copied (R6, R7).
package struct SupplierPage {
    private let visit: Visit
    private let supplier: Supplier

    private let papers: [FoundingPaper]

    /// `papers`: copies of its founding documents, for whom they are there.
    package init(_ supplier: Supplier, papers: [FoundingPaper] = [], _ visit: Visit) {
        self.supplier = supplier
        self.papers = papers
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("The supplier's details", "Реквизиты исполнителя")
        let region = visit.region(supplier.region)
        let missing: Markup? =
            supplier.missing.isEmpty
            ? nil
            : "<p class=\"dim\">\(visit.words("Some details are not known yet; a payment invoice has them all.", "Часть сведений пока не заполнена; полностью они есть в счёте на оплату."))</p>"
        return Frame(
            visit: visit, title: title, path: "/supplier", query: [("region", supplier.region.rawValue)]
        ).page(
            """
            <h1>\(title)</h1>
            <p class="lead"><span>\(visit.words("Region", "Регион")): \(region)</span></p>
            <div class="panel"><div class="inside"><dl class="facts copied">
            \(facts)</dl></div></div>
            \(missing)<p class="dim no-print">\(visit.words("A click into a value selects it whole, ready to be copied.", "Щелчок по значению выделяет его целиком — остаётся скопировать."))</p>
            \(founding)
            """)
    }

    private var founding: Markup? {
        guard !papers.isEmpty else { return nil }
        var table = Table(
            caption: visit.words("Copies of the founding documents", "Копии учредительных документов"),
            columns: [
                .init(visit.words("Document", "Документ"), isName: true), .init(visit.words("Date", "Дата")),
                .init(visit.words("File", "Файл"), isForScreen: true),
            ])
        table.rows = papers.map { paper in
            [
                name(paper.title), "<span class=\"nobr\">\(Dates.short(paper.date))</span>",
                "<a href=\"/supplier/papers/\(paper.number)\" aria-label=\"\(visit.words("Load", "Скачать")): \(paper.title)\">\(FoundingPage.size(paper, visit))</a>",
            ]
        }
        return table.markup
    }

    private var facts: [Markup] {
        let isRussian = supplier.region.profile.country == .russia
        let bank = supplier.bank
        let rows: [(String, String?)] = [
            (visit.words("Name", "Наименование"), supplier.name),
            (visit.words("Short name", "Краткое наименование"), supplier.shortName),
            (isRussian ? "ИНН" : "БИН", supplier.taxID?.text), ("КПП", supplier.kpp), ("ОГРН", supplier.ogrn),
            (visit.words("Address", "Адрес"), supplier.address?.line),
            (isRussian ? visit.words("Account", "Расчётный счёт") : "ИИК (IBAN)", bank?.account),
            (visit.words("Bank", "Банк"), bank?.bank), (isRussian ? "БИК" : "SWIFT", bank?.bik),
            (visit.words("Correspondent account", "Корреспондентский счёт"), bank?.correspondent),
            ("КБе", bank?.kbe), ("КНП", bank?.knp),
            (visit.words("EDM id", "Идентификатор ЭДО"), supplier.edmID),
            (
                visit.words("Signs documents", "Подписывает документы"),
                supplier.signatory.map { "\($0.name.full), \($0.post)" }
            ),
        ]
        return rows.compactMap { row in
            guard let value = row.1, !value.isEmpty else { return nil }
            return "<dt>\(row.0)</dt><dd>\(name(value))</dd>\n"
        }
    }
}
