import API
import Access
import Basics
import Formats
import HTTPTypes
import Notices
import Pages
import Projects
import Regions
import UseCases
import Wording

/// The pages as routes. Each request is placed by its host, known by its cookie, held to where it was sent from,
/// let through its row's gate, and only then worked on, through the viewer.
struct PageRoutes {
    static let rows: [PageRow] = AccessRows.all + OverviewRows.all + TopUpRows.all + CabinetRows.all

    private let sites: PageSites
    private let files: LookFiles
    private let theme: ThemeRoute

    init(_ sites: PageSites, _ files: LookFiles, isBehindTLS: Bool) {
        self.sites = sites
        self.files = files
        theme = ThemeRoute(isBehindTLS: isBehindTLS)
    }

    func all() -> [Route] { PageRoutes.rows.map(route) + [choice] + files.routes }

    private var choice: Route {
        Route(
            .post, "/theme/{theme}", opening: .everybody, summary: "Light or dark.",
            answers: [AnswerShape(303, "Chosen.", type: "text/plain", schema: ["type": "string"])],
            dress: refuse,
            work: .desk { _, call in
                guard sites.place(call.authority) != nil else { throw APIProblem.noRoute }
                return try theme.answer(call)
            })
    }

    private func visit(
        asked: String?, _ language: Language, _ fields: HTTPFields, _ person: Person, formToken: String = ""
    ) -> Visit {
        Visit(
            asked: asked, preferred: language, look: files.look.chosen(theme.theme(fields)), person: person,
            formToken: formToken)
    }

    /// How a browser is told that there is nothing.
    var refuse: Route.Dress {
        { problem, status, language, fields in
            html(ProblemPage(problem, visit(asked: nil, language, fields, .stranger)).markup, status)
        }
    }

    private func route(_ row: PageRow) -> Route {
        let form = RequestShape(types: [FormBody.type], limit: FormBody.limit, schema: ["type": "object"])
        return Route(
            row.method, row.path, opening: .everybody, summary: row.summary,
            takes: row.method == .post ? form : nil,
            answers: [AnswerShape(200, "The page.", type: "text/html", schema: ["type": "string"])],
            dress: refuse, work: .desk { app, call in try answer(row, app, call) })
    }

    private func answer(_ row: PageRow, _ app: App, _ call: Call) throws -> Reply {
        var visit = visit(asked: call.query("lang"), call.language, call.fields, .stranger)
        do {
            switch sites.place(call.authority) {
            case nil: throw APIProblem.noRoute
            case .open: return try open(row, app, call)
            case .site(let site):
                var reply = try signed(row, app, call, site, &visit)
                // Whatever it is, it was made for one person.
                reply.fields[.cacheControl] = "no-store"
                return reply
            }
        } catch let problem as any Problem {
            let asked = call.query("address") ?? ""
            return html(
                ProblemPage(problem, asked: asked, visit).markup, Statuses.status(of: problem))
        }
    }

    /// Pages open to whoever reaches the port: to look at, never to act.
    private func open(_ row: PageRow, _ app: App, _ call: Call) throws -> Reply {
        switch row.gate {
        case .stranger, .user, .demo, .project(.members), .project(.topUp), .project(.limits),
            .project(.requisites):
            throw APIProblem.noRoute
        case .project, .house, .fetched: break
        }
        let visit = visit(asked: call.query("lang"), call.language, call.fields, .anybody)
        return try row.work(
            app, page(call, visit, .house, FormBody(), nil, nil, PageCookies(side: .cabinet, isPlain: true)))
    }

    private func signed(
        _ row: PageRow, _ app: App, _ call: Call, _ site: Site, _ visit: inout Visit
    ) throws -> Reply {
        guard row.sides.contains(site.side) else { throw APIProblem.noRoute }
        let cookies = PageCookies(side: site.side, isPlain: sites.isPlain)
        let session = cookies.value(.session, in: call)
        let signed = try session.flatMap { try app.signIn.visit($0, on: site.side) }
        // A form is bound to the session, or before there is one to a token of the visit.
        var fresh: String?
        let bound: String
        if let session, signed != nil {
            bound = session
        } else if let known = cookies.value(.visit, in: call) {
            bound = known
        } else {
            bound = app.signIn.freshToken()
            fresh = bound
        }
        let token = app.signIn.formToken(of: bound)
        visit = self.visit(
            asked: call.query("lang"), call.language, call.fields,
            signed.map { .user(name: $0.user.name, isStaff: site.side == .office) } ?? .stranger,
            formToken: token)
        let form = row.method == .post ? try FormBody(call.body) : FormBody()
        if row.method == .post {
            guard PageRoutes.isOwn(call, site), form("form") == token else { throw AccessProblem.elsewhere }
        }
        let page = page(
            call, visit, signed?.viewer ?? .customer(UserID(""), [:]), form, site, signed, cookies)
        switch row.gate {
        case .stranger: break
        case .demo: guard sites.isPlain else { throw APIProblem.noRoute }
        case .user, .project, .house, .fetched:
            guard let signed else { return page.go("/sign-in") }
            try PageRoutes.admit(signed.viewer, row.gate, call)
        }
        var reply = try row.work(app, page)
        if let fresh, row.method == .get { cookies.set(.visit, fresh, on: &reply) }
        return reply
    }

    /// What the viewer may not see is answered like what is not there.
    private static func admit(_ viewer: Viewer, _ gate: PageRow.Gate, _ call: Call) throws {
        switch gate {
        case .project(let right):
            let pid = try call.project()
            guard viewer.may(right, in: pid) else { throw ProjectsProblem.unknownProject(pid.text) }
        case .house(let right): guard viewer.mayEverywhere(right) else { throw APIProblem.noRoute }
        case .stranger, .user, .fetched, .demo: break
        }
    }

    /// Whether a form was sent from a page of the same site: as the browser says, which no script can change.
    private static func isOwn(_ call: Call, _ site: Site) -> Bool {
        if let from = call.fields[.secFetchSite], from != "same-origin" { return false }
        if let origin = call.fields[.origin] { return origin == site.base }
        return call.fields[.secFetchSite] != nil
    }

    private func page(
        _ call: Call, _ visit: Visit, _ viewer: Viewer, _ form: FormBody, _ site: Site?,
        _ signed: SignedVisit?, _ cookies: PageCookies
    ) -> PageCall {
        PageCall(
            call: call, visit: visit, viewer: viewer, form: form, site: site, signed: signed,
            cookies: cookies,
            caller: Caller(
                network: Network(sites.address(of: call)), agent: call.fields[.userAgent] ?? "",
                device: cookies.value(.device, in: call)), html: html)
    }

    @Sendable private func html(_ markup: Markup, _ status: Int) -> Reply {
        var reply = Reply(status, type: "text/html; charset=utf-8", body: .bytes(markup.bytes))
        reply.fields[.contentSecurityPolicy] =
            "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
        return reply
    }
}

extension HTTPField.Name {
    private static func own(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("no name of a field: \(text)") }
        return name
    }

    fileprivate static let secFetchSite = own("Sec-Fetch-Site")
    static let forwardedFor = own("X-Forwarded-For")
}
