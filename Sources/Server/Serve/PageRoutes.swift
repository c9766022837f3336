import API
import Basics
import Documents
import Formats
import HTTPTypes
import Pages
import Regions
import UseCases
import Wording

/// The pages as routes: read-only, open to whoever reaches the port, and only by a name of this machine,
/// so that no page of another site can read them through a browser.
struct PageRoutes {
    private let files: LookFiles
    private let theme: ThemeRoute

    init(files: LookFiles, isBehindTLS: Bool) {
        self.files = files
        theme = ThemeRoute(isBehindTLS: isBehindTLS)
    }

    func all() -> [Route] {
        [
            page("/", "Regions and projects.") { app, call, visit in
                let search = ProjectSearch(
                    text: String((call.query("q") ?? "").prefix(100)),
                    state: try call.query("state") {
                        $0.isEmpty ? .some(nil) : ProjectSearch.State(rawValue: $0).map { .some($0) }
                    } ?? nil)
                return ProjectsPage(try app.overview.projects(search, page: number(call)), visit).markup
            },
            page("/projects/{pid}", "A project.") { app, call, visit in
                let month = try call.query("month") { Month($0) }
                return ProjectPage(try app.overview.project(try call.project(), month: month), visit).markup
            },
            page("/months", "The months.") { app, _, visit in
                MonthsPage(try app.overview.months(), visit).markup
            },
            page("/months/{month}", "A month's documents.") { app, call, visit in
                guard let month = Month(call.name("month")) else { throw APIProblem.noRoute }
                let page = number(call)
                return MonthPage(month, page: page, try app.overview.month(month, page: page), visit).markup
            },
            file("pdf", "application/pdf") { app, key in try app.papers.paper(.document(key)) },
            file("xml", "application/xml") { app, key in
                let content = try app.overview.document(key).document.content
                if content.file != nil { return try SellerTitle.write(content) }
                guard ESFDraft.accompanies(content) else { throw APIProblem.noRoute }
                return try ESFDraft.write(content)
            },
            file("json", "application/json") { app, key in try app.overview.document(key).frozen },
            page("/documents/{region}/{kind}/{year}/{number}", "A document.") { app, call, visit in
                DocumentPage(try app.overview.document(try key(call)).document, visit).markup
            },
            page("/explain", "Why a sum is what it is.") { app, call, visit in
                let address = String((call.query("address") ?? "").prefix(1000))
                let rows = try call.query("rows") { Int($0).flatMap { (0...1000).contains($0) ? $0 : nil } }
                let size = ExcerptSize(rows: rows ?? 6)
                let explanation = try app.explanations.explain(address, showing: size)
                let kept = Terminal.Kept()
                ExplanationText(Terminal(language: visit.language, keeping: kept)).say(explanation)
                return ExplanationPage(
                    kept.pieces, of: address, addsUp: explanation.differences.isEmpty, size: size, visit
                ).markup
            },
            Route(
                .post, "/theme/{theme}", opening: .everybody, summary: "Light or dark.",
                answers: [AnswerShape(303, "Chosen.", type: "text/plain", schema: ["type": "string"])],
                dress: refuse,
                work: .desk { _, call in
                    try refuseForeign(call)
                    return try theme.answer(call)
                }),
        ] + files.routes
    }

    /// How a browser is told that there is nothing.
    var refuse: Route.Dress {
        { problem, status, language, fields in
            refusal(problem, visit(asked: nil, language, fields), status: status)
        }
    }

    private func page(
        _ path: String, _ summary: String,
        _ work: @escaping @Sendable (App, Call, Visit) throws -> Markup
    ) -> Route {
        Route(
            .get, path, opening: .everybody, summary: summary,
            answers: [AnswerShape(200, "The page.", type: "text/html", schema: ["type": "string"])],
            dress: refuse,
            work: .desk { app, call in
                let visit = visit(asked: call.query("lang"), call.language, call.fields)
                do {
                    try refuseForeign(call)
                    return html(try work(app, call, visit), 200)
                } catch let problem as any Problem {
                    let asked = call.query("address") ?? ""
                    return refusal(problem, visit, status: Statuses.status(of: problem), asked: asked)
                }
            })
    }

    private func visit(asked: String?, _ language: Language, _ fields: HTTPFields) -> Visit {
        Visit(asked: asked, preferred: language, look: files.look.chosen(theme.theme(fields)))
    }

    private func file(
        _ ending: String, _ type: String, _ work: @escaping @Sendable (App, DocumentKey) throws -> [UInt8]
    ) -> Route {
        Route(
            .get, "/documents/{region}/{kind}/{year}/{number}.\(ending)", opening: .everybody,
            summary: "A document as \(ending).",
            answers: [AnswerShape(200, "The file.", type: type, schema: ["type": "string"])], dress: refuse,
            work: .desk { app, call in
                try refuseForeign(call)
                let key = try key(call)
                var reply = Reply(type: type, body: .bytes(try work(app, key)))
                let name = "\(key.region.rawValue)-\(key.kind.rawValue)-\(key.year)-\(key.number).\(ending)"
                // A paper is looked at; the others are for programs.
                let way = ending == "pdf" ? "inline" : "attachment"
                reply.fields[.contentDisposition] = "\(way); filename=\"\(name)\""
                return reply
            })
    }

    private func refusal(_ problem: any Problem, _ visit: Visit, status: Int, asked: String = "") -> Reply {
        html(ProblemPage(problem, asked: asked, visit).markup, status)
    }

    private func html(_ markup: Markup, _ status: Int) -> Reply {
        var reply = Reply(status, type: "text/html; charset=utf-8", body: .bytes(markup.bytes))
        reply.fields[.contentSecurityPolicy] =
            "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
        return reply
    }

    private func refuseForeign(_ call: Call) throws {
        let host =
            call.authority.hasPrefix("[")
            ? call.authority.prefix { $0 != "]" } + "]" : call.authority.prefix { $0 != ":" }
        guard Address.isLoopback(String(host)) else { throw APIProblem.noRoute }
    }

    private func key(_ call: Call) throws -> DocumentKey {
        let text = ["region", "kind", "year", "number"].map { call.name($0) }.joined(separator: "/")
        guard let key = DocumentKey(text) else { throw APIProblem.noRoute }
        return key
    }

    private func number(_ call: Call) -> Int {
        min(max(1, call.query("page").flatMap { Int($0) } ?? 1), 1_000_000)
    }
}
