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
    static let rows: [PageRow] =
        AccessRows.all + OverviewRows.all + TopUpRows.all + TokenRows.all + CabinetRows.all + RequestRows.all
        + LetterRows.all
        + RegistrationRows.all + ContractRows.all + OfficeRows.all + ReconciliationRows.all
        + FoundingRows.all + RateRows.all + ReportRows.all + FlowRows.all

    private let sites: PageSites
    private let files: LookFiles
    private let theme: ThemeRoute
    private let runs: OfficeRuns
    private let rate: RateLimit

    /// `perSecond`: so many pages for a session, twice as many at once; a file counts as twenty.
    init(
        _ sites: PageSites, _ files: LookFiles, isBehindTLS: Bool, runs: OfficeRuns, perSecond: Int = 200
    ) {
        rate = RateLimit(perSecond: perSecond)
        self.runs = runs
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
        asked: String?, _ language: Language, _ fields: HTTPFields, _ person: Person, formToken: String = "",
        office: Set<Right> = []
    ) -> Visit {
        Visit(
            asked: asked, preferred: language, look: files.look.chosen(theme.theme(fields)), person: person,
            formToken: formToken, office: office)
    }

    /// How a browser is told that there is nothing.
    var refuse: Route.Dress {
        { problem, status, language, fields in
            // What the machine says of itself is for the log; here it says that it cannot at the moment.
            let shown: any Problem =
                status >= 500 && problem.code.hasPrefix("storage.") ? APIProblem.busy : problem
            return html(ProblemPage(shown, visit(asked: nil, language, fields, .stranger)).markup, status)
        }
    }

    private func route(_ row: PageRow) -> Route {
        let form =
            row.isUpload
            ? RequestShape(
                types: [MultipartBody.type, FormBody.type], limit: MultipartBody.limit,
                schema: ["type": "object"])
            : RequestShape(types: [FormBody.type], limit: FormBody.limit, schema: ["type": "object"])
        return Route(
            row.method, row.path, opening: .everybody, summary: row.summary,
            takes: row.method == .post ? form : nil,
            answers: [AnswerShape(200, "The page.", type: "text/html", schema: ["type": "string"])],
            dress: refuse, work: .desk { app, call in try answer(row, app, call) })
    }

    private func answer(_ row: PageRow, _ app: App, _ call: Call) throws -> Reply {
        var visit = visit(asked: call.query("lang"), call.language, call.fields, .stranger)
        guard case .site(let site) = sites.place(call.authority) else {
            return try told(call, &visit) { _ in
                guard sites.place(call.authority) != nil else { throw APIProblem.noRoute }
                return try open(row, app, call)
            }
        }
        let cookies = PageCookies(side: site.side, isPlain: sites.isPlain)
        let known = try cookies.value(.session, in: call).flatMap { try app.signIn.visit($0, on: site.side) }
        var reply: Reply
        do { reply = try told(call, &visit) { try signed(row, app, call, site, known, &$0) } } catch {
            guard let token = known?.renewed else { throw error }
            throw FailureWithFields(error: error, fields: [.setCookie: cookies.text(.session, token)])
        }
        if let token = known?.renewed, !cookies.isSet(.session, on: reply) {
            cookies.set(.session, token, on: &reply)
        }
        // Whatever it is, it was made for one person.
        reply.fields[.cacheControl] = "no-store"
        return reply
    }

    /// The answer, or the page of the problem that is the visitor's own. What is not goes on to the door, which logs it.
    private func told(
        _ call: Call, _ visit: inout Visit, _ work: (inout Visit) throws -> Reply
    ) throws -> Reply {
        do { return try work(&visit) } catch let problem as any Problem
            where Statuses.status(of: problem) < 500
        {
            let asked = call.query("address") ?? ""
            let page = ProblemPage(problem, asked: asked, visit).markup
            let status = Statuses.status(of: problem)
            var reply = visit.isStaff ? staffHTML(page, status) : html(page, status)
            if status == 429 { reply.fields[.retryAfter] = "1" }
            return reply
        }
    }

    /// Pages open to whoever reaches the port: to look at, never to act.
    private func open(_ row: PageRow, _ app: App, _ call: Call) throws -> Reply {
        // What only the office shows is shown to nobody who has not signed in there.
        guard row.method == .get, row.sides.contains(.cabinet) else { throw APIProblem.noRoute }
        switch row.gate {
        case .stranger, .user, .demo, .project(.members), .project(.topUp), .project(.limits),
            .project(.requisites), .project(.requests), .fetched(.requests):
            throw APIProblem.noRoute
        case .project, .house, .fetched: break
        }
        let visit = visit(asked: call.query("lang"), call.language, call.fields, .anybody)
        return try row.work(
            app, page(call, visit, .house, FormBody(), nil, nil, PageCookies(side: .cabinet, isPlain: true)))
    }

    private func signed(
        _ row: PageRow, _ app: App, _ call: Call, _ site: Site, _ signed: SignedVisit?,
        _ visit: inout Visit
    ) throws -> Reply {
        guard row.sides.contains(site.side) else { throw APIProblem.noRoute }
        let cookies = PageCookies(side: site.side, isPlain: sites.isPlain)
        let session = cookies.value(.session, in: call)
        if let session, signed != nil {
            guard rate.admits(Array(session.utf8), weighing: row.isFile ? 20 : 1) else {
                throw APIProblem.tooManyRequests
            }
        }
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
        let token = app.signIn.formToken(of: signed?.renewed ?? bound)
        visit = self.visit(
            asked: call.query("lang"), call.language, call.fields,
            signed.map { .user(name: $0.user.name, isStaff: site.side == .office) } ?? .stranger,
            formToken: token,
            office: site.side == .office ? signed.map { PageRoutes.rights($0.viewer) } ?? [] : [])
        // A file is not even looked at for who may not send one.
        if row.isUpload {
            guard let signed else { return PageCall.away(to: visit.link("/sign-in")) }
            try PageRoutes.admit(signed.viewer, row.gate, call)
        }
        let form = row.method == .post ? try PageRoutes.form(row, call) : FormBody()
        if row.method == .post {
            guard PageRoutes.isOwn(call, site), form("form") == app.signIn.formToken(of: bound) else {
                throw AccessProblem.elsewhere
            }
        }
        let page = page(
            call, visit, signed?.viewer ?? .customer(UserID(""), [:]), form, site, signed, cookies)
        switch row.gate {
        case .stranger: break
        case .demo: guard sites.isPlain else { throw APIProblem.noRoute }
        case .user, .project, .house, .fetched:
            guard let signed else { return page.go("/sign-in") }
            if sites.asksFirst(signed.user), !row.path.hasPrefix("/security") { return page.go("/security") }
            try PageRoutes.admit(signed.viewer, row.gate, call)
        }
        var reply = try row.work(app, page)
        if let fresh, row.method == .get { cookies.set(.visit, fresh, on: &reply) }
        return reply
    }

    private static func form(_ row: PageRow, _ call: Call) throws -> FormBody {
        let type = call.fields[.contentType] ?? ""
        guard row.isUpload, type.lowercased().hasPrefix(MultipartBody.type) else {
            return try FormBody(call.body)
        }
        return try FormBody(multipart: call.body, contentType: type)
    }

    private static func rights(_ viewer: Viewer) -> Set<Right> {
        Set(Right.allCases.filter { viewer.mayEverywhere($0) })
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
                device: cookies.value(.device, in: call)), runs: runs,
            html: site?.side == .office ? staffHTML : html)
    }

    /// Pages of the office have a script of our own, which they do without as well.
    @Sendable private func staffHTML(_ markup: Markup, _ status: Int) -> Reply {
        var reply = html(markup, status)
        reply.fields[.contentSecurityPolicy] = reply.fields[.contentSecurityPolicy]?.replacing(
            "script-src 'none'", with: "script-src 'self'; connect-src 'self'")
        return reply
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
