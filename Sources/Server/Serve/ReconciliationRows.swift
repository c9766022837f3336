import API
import Access
import Basics
import Documents
import HTTPTypes
import Pages
import Regions
import UseCases

/// Acts of reconciliation: shown for any days, made by the customer or by staff, and given out.
enum ReconciliationRows {
    static let all: [PageRow] = [
        PageRow(.get, path, .project(.documents), "An act of reconciliation for some days.") { app, page in
            page.page(
                try shown(
                    app, page, from: page.call.query("from") ?? "", through: page.call.query("through") ?? "")
            )
        },
        PageRow(.post, path, .project(.documents), "Make an act of reconciliation.") { app, page in
            let (from, through) = (page.form.line("from"), page.form.line("through"))
            return try page.tried("act") {
                let pid = try page.call.project()
                // Of what staff do, the reason is kept; a customer needs none.
                let author = page.here.side == .office ? try page.author.withReason() : nil
                _ = try app.reconciliations.make(
                    of: pid, try period(from, through), for: page.viewer, by: author)
                return page.go("/projects/\(pid)/documents/reconciliation")
            } else: {
                try shown(app, page, from: from, through: through, failure: $0)
            }
        },
        file("pdf", "application/pdf") { app, act in try app.papers.paper(act.key) },
        file("xml", "application/xml") { app, act in
            guard let xml = try app.reconciliations.xml(of: act) else { throw APIProblem.noRoute }
            return xml
        },
    ]

    private static let path = "/projects/{pid}/documents/reconciliation"

    private static func file(
        _ ending: String, _ type: String,
        _ work: @escaping @Sendable (App, ReconciliationsDesk.Made) throws -> [UInt8]
    ) -> PageRow {
        PageRow(
            .get, "/reconciliations/{region}/{year}/{number}.\(ending)", .fetched(.documents),
            "An act of reconciliation as \(ending)."
        ) { app, page in
            guard let region = Region(rawValue: page.call.name("region")),
                let year = Int(page.call.name("year")), let number = Int(page.call.name("number"))
            else { throw APIProblem.noRoute }
            let act = try app.reconciliations.act(region, year: year, number: number, for: page.viewer)
            var reply = Reply(type: type, body: .bytes(try work(app, act)))
            // The tax service knows a file by its own name.
            let name =
                ending == "xml"
                ? act.content.file?.name ?? "" : "reconciliation-\(region.rawValue)-\(year)-\(number)"
            let way = ending == "pdf" ? "inline" : "attachment"
            reply.fields[.contentDisposition] = "\(way); filename=\"\(name).\(ending)\""
            return reply
        }
    }

    private static func shown(
        _ app: App, _ page: PageCall, from: String, through: String, failure: FormFailure? = nil
    ) throws -> Markup {
        let pid = try page.call.project()
        let overview = try app.reconciliations.overview(of: pid, for: page.viewer)
        var shown: ReconciliationPage.Shown?
        if overview.refusal == nil, !from.isEmpty || !through.isEmpty {
            do {
                shown = .act(
                    try app.reconciliations.preview(of: pid, try period(from, through), for: page.viewer))
            } catch let problem as DocumentsProblem {
                shown = .refused(problem)
            }
        }
        return ReconciliationPage(
            overview, from: String(from.prefix(10)), through: String(through.prefix(10)), shown,
            failure: failure, page.visit
        ).markup
    }

    private static func period(_ from: String, _ through: String) throws -> ReconciledPeriod {
        guard let first = Day(from) else { throw APIProblem.badParameter("from", String(from.prefix(40))) }
        guard let last = Day(through) else {
            throw APIProblem.badParameter("through", String(through.prefix(40)))
        }
        return try ReconciledPeriod(from: first, through: last)
    }
}
