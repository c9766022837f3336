import API
import Access
import Basics
import Documents
import Formats
import HTTPTypes
import Pages
import Regions
import UseCases

/// Pages to look at: projects, months, documents, explanations.
enum OverviewRows {
    static let all: [PageRow] = [
        PageRow(.get, "/", .fetched(.project), "Regions and projects.") { app, page in
            let search = ProjectSearch(
                text: String((page.call.query("q") ?? "").prefix(100)),
                state: try page.call.query("state") {
                    $0.isEmpty ? .some(nil) : ProjectSearch.State(rawValue: $0).map { .some($0) }
                } ?? nil,
                region: try page.call.query("region") {
                    $0.isEmpty ? .some(nil) : Region(rawValue: $0).map { .some($0) }
                } ?? nil)
            let after = try page.call.query("after") { PID($0) }
            let isPlain = search == ProjectSearch() && after == nil
            let span = try span(page.call)
            let pulse =
                isPlain && page.site?.side == .office
                ? PulseView(try page.runs.pulse(span, for: page.viewer), page.visit).markup : nil
            return page.page(
                ProjectsPage(
                    try app.overview.projects(search, after: after, for: page.viewer), after: after,
                    pulse: pulse, time: pulse == nil ? [] : PulseView.query(span), page.visit
                ).markup)
        },
        PageRow(.get, "/months", .house(.documents), "The months.") { app, page in
            page.page(MonthsPage(try app.overview.months(), page.visit).markup)
        },
        PageRow(.get, "/months/{month}", .house(.documents), "A month's documents.") { app, page in
            guard let month = Month(page.call.name("month")) else { throw APIProblem.noRoute }
            let places = try places(page)
            return page.page(
                MonthPage(month, from: places, try app.overview.month(month, from: places), page.visit).markup
            )
        },
        file("pdf", "application/pdf") { app, key, _ in try app.papers.paper(.document(key)) },
        file("xml", "application/xml") { _, _, found in
            let content = found.document.content
            if content.file != nil { return try SellerTitle.write(content) }
            guard ESFDraft.accompanies(content) else { throw APIProblem.noRoute }
            return try ESFDraft.write(content)
        },
        file("json", "application/json") { _, _, found in found.frozen },
        PageRow(.get, document, .fetched(.documents), "A document.") { app, page in
            let found = try app.overview.document(try key(page.call), for: page.viewer)
            let file = page.site?.side == .office ? try file(of: found.document) : nil
            return page.page(DocumentPage(found.document, file: file, page.visit).markup)
        },
        PageRow(.get, "/explain", .fetched(.detail), "Why a sum is what it is.") { app, page in
            let address = String((page.call.query("address") ?? "").prefix(1000))
            let rows = try page.call.query("rows") { Int($0).flatMap { (0...1000).contains($0) ? $0 : nil } }
            let size = ExcerptSize(rows: rows ?? 6)
            let explanation = try app.explanations.explain(address, showing: size, for: page.viewer)
            let kept = Terminal.Kept()
            ExplanationText(Terminal(language: page.visit.language, keeping: kept)).say(explanation)
            return page.page(
                ExplanationPage(
                    kept.pieces, of: address, addsUp: explanation.differences.isEmpty, size: size, page.visit
                ).markup)
        },
    ]

    /// Which time charts are of: a month, or twelve of them.
    private static func span(_ call: Call) throws -> OfficeDesk.Span {
        guard let text = call.query("month"), !text.isEmpty else { return .latest }
        let span: OfficeDesk.Span? =
            call.query("span") == "year"
            ? try call.query("month") { Month($0)?.yearToIt }.map { .year($0) }
            : try call.query("month") { Month($0) }.map { .month($0) }
        return span ?? .latest
    }

    /// What goes out beside a document, for those who see to it that it does.
    private static func file(of document: ListedDocument) throws -> DocumentFile? {
        let content = document.content
        if let name = content.file {
            let bytes = try SellerTitle.write(content)
            return DocumentFile(
                CodePage.windows1251.decode(bytes),
                findings: SellerTitleCheck.findings(bytes: bytes, fileName: name.name))
        }
        guard ESFDraft.accompanies(content) else { return nil }
        return DocumentFile(String(decoding: try ESFDraft.write(content), as: UTF8.self), findings: nil)
    }

    private static let document = "/documents/{region}/{kind}/{year}/{number}"

    private static func file(
        _ ending: String, _ type: String,
        _ work:
            @escaping @Sendable (App, DocumentKey, (document: ListedDocument, frozen: [UInt8])) throws ->
            [UInt8]
    ) -> PageRow {
        PageRow(.get, "\(document).\(ending)", .fetched(.documents), "A document as \(ending).") {
            app, page in
            let key = try key(page.call)
            let found = try app.overview.document(key, for: page.viewer)
            var reply = Reply(type: type, body: .bytes(try work(app, key, found)))
            let name = "\(key.region.rawValue)-\(key.kind.rawValue)-\(key.year)-\(key.number).\(ending)"
            // A paper is looked at; the others are for programs.
            let way = ending == "pdf" ? "inline" : "attachment"
            reply.fields[.contentDisposition] = "\(way); filename=\"\(name)\""
            return reply
        }
    }

    private static func key(_ call: Call) throws -> DocumentKey {
        let text = ["region", "kind", "year", "number"].map { call.name($0) }.joined(separator: "/")
        guard let key = DocumentKey(text) else { throw APIProblem.noRoute }
        return key
    }

    /// Where the lists of a month go on, region by region.
    private static func places(_ page: PageCall) throws -> [Region: OverviewDesk.MonthPlace] {
        var places: [Region: OverviewDesk.MonthPlace] = [:]
        for region in Region.allCases {
            var place = OverviewDesk.MonthPlace()
            place.document =
                try page.call.query("documents-\(region.rawValue)") {
                    Int64($0).flatMap { $0 >= 0 ? $0 : nil }
                } ?? 0
            place.closing = try page.call.query("customers-\(region.rawValue)") {
                OverviewDesk.ClosingPlace($0)
            }
            places[region] = place
        }
        return places
    }
}
