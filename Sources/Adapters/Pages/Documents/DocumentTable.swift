import Basics
import Documents
import Formats
import Notices
import UseCases
import Wording

/// Documents in a table: what they are, their sums, their files.
func documentTable(_ documents: [ListedDocument], _ caption: String, _ visit: Visit) -> Markup {
    var table = Table(
        caption: caption,
        columns: [
            .init(visit.words("Document", "Документ"), isName: true), .init(visit.words("Date", "Дата")),
            .init(visit.words("Counterparty", "Контрагент"), isName: true),
            .init(visit.words("Net", "Без НДС"), isSum: true),
            .init(visit.words("VAT", "НДС"), isSum: true), .init(visit.words("Gross", "Всего"), isSum: true),
            .init(visit.words("Files", "Файлы"), isForScreen: true),
        ])
    table.rows = documents.map { document in
        let content = document.content
        let title = "\(content.kind.phrase.text(visit.language)) № \(content.number)"
        let why = visit.explain(document.key.text)
        return [
            anchor(visit.link("/documents/\(document.key.text)"), title), "\(Dates.short(content.date))",
            name(content.counterparty.shortName ?? content.counterparty.name),
            anchor(why, visit.bare(content.net)), anchor(why, visit.bare(content.vat)),
            anchor(why, visit.sum(content.gross, document.key.region)),
            "<span class=\"paper-links\">\(files(document, visit))</span>",
        ]
    }
    return table.markup
}

/// Links to a document's files; the XML where the kind has one. They say whose they are, so that a list of
/// links read aloud tells them apart.
func files(_ document: ListedDocument, _ visit: Visit, style: String = "") -> Markup {
    let path = "/documents/\(document.key.text)"
    let title = "\(document.content.kind.phrase.text(visit.language)) № \(document.content.number)"
    func file(_ type: String, _ ending: String) -> Markup {
        "<a\(style.isEmpty ? nil : " class=\"\(style)\"") href=\"\(path).\(ending)\" aria-label=\"\(type), \(title)\">\(type)</a>"
    }
    let hasXML = document.content.file != nil || ESFDraft.accompanies(document.content)
    return "\(file("PDF", "pdf"))\(hasXML ? file("XML", "xml") : nil)\(file("JSON", "json"))"
}
