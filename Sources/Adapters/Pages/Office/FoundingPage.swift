package import Basics
import Documents
import Notices
package import Regions
package import UseCases
import Wording

/// The folder of the supplier's founding documents: those of each region, a form to put one in, a way to withdraw one.
package struct FoundingPage {
    private let visit: Visit
    private let folders: [(region: Region, papers: [FoundingPaper])]
    private let today: Day
    private let failure: FormFailure?

    package init(
        _ folders: [(region: Region, papers: [FoundingPaper])], today: Day, failure: FormFailure? = nil,
        _ visit: Visit
    ) {
        self.folders = folders
        self.today = today
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("Founding documents", "Учредительные документы")
        return Frame(visit: visit, title: title, path: "/founding").page(
            """
            <h1>\(title)</h1>
            <p class="dim">\(visit.words("Copies for customers whose security people ask for them. Whoever has signed in to the cabinet of the region can load them; what is withdrawn is kept and shown to nobody but you.", "Копии для клиентов, которых о них просит служба безопасности. Скачать их может любой, кто вошёл в кабинет региона; изъятое хранится, но видно только вам."))</p>
            \(folders.map(part))
            """)
    }

    private func part(_ folder: (region: Region, papers: [FoundingPaper])) -> Markup {
        """
        <div class="part"><h2>\(visit.region(folder.region))</h2></div>
        \(folder.papers.isEmpty ? nothing : table(folder.region, folder.papers))
        \(form(folder.region))
        """
    }

    private var nothing: Markup {
        empty(
            visit.words("There is nothing in this folder.", "В этой папке пока пусто."),
            "\(visit.words("Put in the charter, the extract from the register, the order on the director.", "Добавьте устав, выписку из реестра, приказ о назначении руководителя."))"
        )
    }

    private func table(_ region: Region, _ papers: [FoundingPaper]) -> Markup {
        var table = Table(
            caption:
                "\(visit.words("Documents of the supplier", "Документы исполнителя")): \(visit.region(region))",
            columns: [
                .init(visit.words("Document", "Документ"), isName: true),
                .init(visit.words("Its date", "Дата документа")),
                .init(visit.words("File", "Файл"), isName: true),
                .init(visit.words("Put in", "Добавлен")), .init(visit.words("State", "Состояние")),
                .init(visit.words("Withdraw", "Изъять"), isForScreen: true),
            ])
        table.rows = papers.map { paper in
            let state =
                paper.withdrawnAt.map {
                    visit.tag(visit.words("withdrawn", "изъят") + " " + visit.moment($0, region))
                } ?? visit.tag(visit.words("shown to customers", "виден клиентам"), "good")
            return [
                name(paper.title), "<span class=\"nobr\">\(Dates.short(paper.date))</span>",
                "<a href=\"/founding/\(region.rawValue)/papers/\(paper.number)\">\(name(paper.fileName.isEmpty ? paper.type.rawValue : paper.fileName))</a><br/><span class=\"dim\">\(FoundingPage.size(paper, visit))</span>",
                "<span class=\"nobr\">\(visit.moment(paper.addedAt, region))</span>", state,
                paper.withdrawnAt == nil ? withdrawal(region, paper) : "",
            ]
        }
        return table.markup
    }

    /// «PDF, 1,2 МБ»
    static func size(_ paper: FoundingPaper, _ visit: Visit) -> String {
        let kilobytes = max(1, (paper.size + 512) / 1024)
        return "\(paper.type.rawValue.uppercased()), \(visit.count(kilobytes)) \(visit.words("KB", "КБ"))"
    }

    private func withdrawal(_ region: Region, _ paper: FoundingPaper) -> Markup {
        let id = "withdraw-\(region.rawValue)-\(paper.number)"
        let isOpen: Markup? = failure?.form == id ? " open=\"open\"" : nil
        let summary = visit.words("Withdraw", "Изъять")
        return """
            <details\(isOpen)><summary aria-label="\(summary): \(paper.title)">\(summary)</summary>
            \(Form(
                visit: visit, id: id,
                action: "/founding/\(region.rawValue)/papers/\(paper.number)/withdrawal", fields: [visit.reason()],
                button: summary, isDangerous: true, failure: failure
            ).markup)</details>
            """
    }

    private func form(_ region: Region) -> Markup {
        let id = "add-\(region.rawValue)"
        let failed = failure.flatMap { $0.form == id ? $0 : nil }
        let alert: Markup? = failed.map {
            "<div class=\"alert alert-danger\" role=\"alert\" id=\"\(id)-problem\">\(Wordbook.phrase($0.problem).text(visit.language))</div>"
        }
        return """
            <form class="kt-form" action="\(visit.link("/founding/\(region.rawValue)"))" method="post" enctype="multipart/form-data" id="\(id)">
            <h3>\(visit.words("Put a document in", "Добавить документ"))</h3>
            \(alert)<input type="hidden" name="form" value="\(visit.formToken)"/>
            <div class="mb-3"><label class="form-label" for="\(id)-title">\(visit.words("What it is", "Что это за документ"))</label>
            <input class="form-control" id="\(id)-title" name="title" maxlength="200" required="required" autocomplete="off"/></div>
            <div class="mb-3"><label class="form-label" for="\(id)-date">\(visit.words("Its own date", "Дата документа"))</label>
            <input class="form-control" id="\(id)-date" name="date" type="date" max="\(today.description)" required="required"/></div>
            <div class="mb-3"><label class="form-label" for="\(id)-file">\(visit.words("File: PDF, PNG or JPEG, 10 MB at most", "Файл: PDF, PNG или JPEG, не больше 10 МБ"))</label>
            <input class="form-control" id="\(id)-file" name="file" type="file" accept=".pdf,.png,.jpg,.jpeg" required="required"/></div>
            <button class="btn btn-primary">\(visit.words("Put in", "Добавить"))</button>
            </form>

            """
    }
}
