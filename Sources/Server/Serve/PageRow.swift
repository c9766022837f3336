import API
import Access
import Basics
import HTTPTypes
import Pages
import UseCases

/// One row of the pages: the routes, and the test that walks every role through every page, both read it.
struct PageRow: Sendable {
    /// Who is let through. To all others it is as if the page were not there.
    enum Gate: Hashable, Sendable {
        /// Who has not signed in too.
        case stranger
        /// Whoever has signed in.
        case user
        /// Who holds the right in the project of the path.
        case project(Right)
        /// Who holds it everywhere.
        case house(Right)
        /// Whoever has signed in; what is shown is fetched through the viewer, by this right.
        case fetched(Right)
        /// Whoever reaches a demo.
        case demo
    }

    let method: HTTPRequest.Method
    let path: String
    let gate: Gate
    let summary: String
    /// By which doors it is there.
    let sides: Set<AccessSide>
    /// Whether its form brings a file.
    let isUpload: Bool
    let work: @Sendable (App, PageCall) throws -> Reply

    /// Whether its last word names a file, which is made for each who asks, as a contract's paper is too.
    var isFile: Bool {
        path.hasPrefix("/contract-papers/")
            || path.replacing("...", with: "").split(separator: "/").last?.contains(".") == true
    }

    init(
        _ method: HTTPRequest.Method, _ path: String, _ gate: Gate, _ summary: String,
        sides: Set<AccessSide> = Set(AccessSide.allCases), isUpload: Bool = false,
        work: @escaping @Sendable (App, PageCall) throws -> Reply
    ) {
        self.method = method
        self.path = path
        self.gate = gate
        self.summary = summary
        self.sides = sides
        self.isUpload = isUpload
        self.work = work
    }
}

/// A request for a page: who looks, from where, and the form if one came.
struct PageCall: Sendable {
    let call: Call
    let visit: Visit
    let viewer: Viewer
    let form: FormBody
    /// Nil on pages that are open to all.
    let site: Site?
    let signed: SignedVisit?
    let cookies: PageCookies
    let caller: Caller
    let runs: OfficeRuns
    let html: @Sendable (Markup, Int) -> Reply

    func page(_ markup: Markup, _ status: Int = 200) -> Reply { html(markup, status) }

    /// To another page, so that going back and loading anew send nothing twice.
    func go(_ path: String) -> Reply { PageCall.away(to: visit.link(path)) }

    static func away(to address: String) -> Reply {
        var reply = Reply(303, type: "text/plain; charset=utf-8", body: .bytes([]))
        reply.fields[.location] = address
        return reply
    }

    /// To another page with a new session.
    func go(_ path: String, with token: String) -> Reply {
        var reply = go(path)
        cookies.set(.session, token, on: &reply)
        return reply
    }

    /// The site of a page that only sites have.
    var here: Site {
        guard let site else { preconditionFailure("\(call.route.path.text) is no page of open pages") }
        return site
    }

    /// Who has signed in, behind a gate that lets nobody else through.
    var who: SignedVisit {
        guard let signed else { preconditionFailure("\(call.route.path.text) lets in who has not signed in") }
        return signed
    }

    /// Who does it, with the reason that the form gives.
    var author: Author { Author(who, reason: form.line("reason")) }

    /// The token of the session at hand, the new one where it was renewed on the way in.
    var session: String { signed?.renewed ?? cookies.value(.session, in: call) ?? "" }

    /// The page again, with the problem beside the field it is about; anything else goes further up.
    func tried(
        _ form: String, _ work: () throws -> Reply, else page: (FormFailure) throws -> Markup
    ) throws -> Reply {
        do { return try work() } catch let problem as any Problem where PageCall.isOfForm(problem) {
            let field = PageCall.fields[problem.code] ?? ""
            let status = problem.code == "access.too-many-tries" ? 429 : 422
            return self.page(try page(FormFailure(form: form, field: field, problem: problem)), status)
        }
    }

    private static func isOfForm(_ problem: any Problem) -> Bool {
        ![
            "api.", "storage.", "projects.unknown-project", "access.not-signed-in", "access.elsewhere",
            "access.dead-link", "requests.unknown-request",
            "requests.unknown-letter",
        ]
        .contains { problem.code.hasPrefix($0) }
    }

    /// Which field a problem stands beside.
    private static let fields: [String: String] = [
        "access.bad-email": "email", "access.email-taken": "email", "access.member-already": "email",
        "access.short-password": "password", "access.long-password": "password",
        "access.password-is-email": "password", "access.common-password": "password",
        "access.wrong-sign-in": "password", "access.wrong-password": "password", "access.wrong-code": "code",
        "tokens.bad-name": "name", "tokens.name-taken": "name", "tokens.no-scope": "scope",
        "tokens.unknown-scope": "scope", "tokens.scope-not-yours": "scope", "tokens.bad-own-days": "days",
        "documents.unreadable-sum": "amount", "documents.invoice-too-small": "amount",
        "funding.less-to-substitute": "amount", "funding.not-substitutable": "payment",
        "funding.nothing-spent": "payment", "funding.all-reported": "payment",
        "funding.nothing-to-assign": "advance", "funding.other-advance": "advance",
        "funding.no-assignee": "advance",
        "funding.not-own-transfer": "transfer", "funding.transfer-spent": "transfer",
        "projects.bad-limit": "limit", "projects.bad-name": "name",
        "counterparties.unknown-country": "residency",
        "counterparties.bad-account-key": "account", "counterparties.unknown-kind": "kind",
        "access.no-name": "name", "access.no-role": "role", "access.unknown-role": "role",
        "access.owner-is-given": "role", "access.no-reason": "reason", "payments.not-a-statement": "file",
        "payments.encoding": "file", "payments.mojibake": "file", "payments.too-large": "file",
        "counterparties.missing-field": "number", "documents.no-scan": "file",
        "documents.scan-too-large": "file", "documents.no-title": "title",
        "requests.no-text": "text", "requests.bad-text": "text",
        "requests.bad-file": "attachment", "requests.large-file": "attachment",
        "requests.too-many-files": "attachment", "requests.unknown-result": "result",
        "requests.wrong-result": "result", "requests.bad-value": "amount",
        "registration.ended": "inn",
        "registration.bank-ended": "bik", "counterparties.personal-number-of-entity": "inn",
        "counterparties.entity-number-of-person": "inn",
        "requests.bad-days": "days",
        "documents.unreadable-rate": "price", "documents.unknown-currency": "currency",
        "documents.rate-ahead": "day", "documents.other-rate": "price", "rates.not-rates": "file",
        "rates.bad-date": "file", "rates.bad-rate": "file", "rates.twice": "file", "rates.none": "file",
        "rates.no-file": "file", "contracts.currency-for-resident": "currency",
        "contracts.due-days": "dueDays", "contracts.credit-limit": "creditLimit",
        "contracts.credit-in-advance": "scheme",
        "requests.unknown-bonus": "type", "requests.large-bonus": "amount",
        "requests.too-much-today": "attachment",
    ]
}
