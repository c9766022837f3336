import Access
import Basics
import Documents
import Foundation
import HTTPTypes
import Hashing
import Regions
import Support
import UseCases
import Wording

@testable import API
@testable import kontragent

/// A browser of the tests' own over the real routes: it keeps cookies and brings a form's token back. It follows
/// nothing by itself.
final class Visitor {
    static let password = "зелёная лампа у окна"

    struct Answer {
        let status: Int
        let fields: HTTPFields
        let text: String
        var bytes: [UInt8] = []

        var location: String? { fields[.location] }
        var isSentToSignIn: Bool { status == 303 && location == "/sign-in" }
    }

    let town: Town
    let host: String
    var cookies: [String: String] = [:]
    let runs: OfficeRuns
    private let routes: RouteTable

    /// It looks at more in a second than anybody: `perSecond` is for tests of what that comes to.
    init(
        _ town: Town, host: String = "cabinet.localhost", isPlain: Bool = true, isOpen: Bool = false,
        perSecond: Int = 1_000_000
    ) {
        self.town = town
        self.host = host
        let sites = PageSites(
            cabinets: [("cabinet.localhost", .moscow), ("kz.localhost", .kazakhstan)],
            office: "office.localhost", isPlain: isPlain, isOpen: isOpen, isBehindProxy: false)
        let look = LookFiles(bootstrap: LookFiles.bootstrap, digest: Sodium.digest)
        let turns = ClosingTurns(admit: { _ in }, hold: { _, work in try work(town.app.closing) })
        runs = OfficeRuns(
            app: town.app, closings: ClosingRuns(app: town.app, turns: turns) { _, _ in },
            streams: ClosingStreams(stopping: Stopping()))
        routes = RouteTable(
            PageRoutes(sites, look, isBehindTLS: false, runs: runs, perSecond: perSecond).all())
    }

    func get(_ path: String) throws -> Answer { try ask(.get, path) }

    /// A file as it comes, which may be no text.
    func bytes(_ path: String) throws -> [UInt8] { try ask(.get, path).bytes }

    /// Sends a form as a page of the site would: its token is the last one seen, unless told.
    func post(
        _ path: String, _ form: [(String, String)], token: String? = nil, origin: String? = nil,
        fetchSite: String? = "same-origin"
    ) throws -> Answer {
        let given = try token ?? formToken()
        let body = (form + [("form", given)]).map { "\($0.0)=\(Visitor.escaped($0.1))" }.joined(
            separator: "&")
        var fields: HTTPFields = [:]
        fields[.origin] = origin ?? "http://\(host)"
        if let fetchSite, let name = HTTPField.Name("Sec-Fetch-Site") { fields[name] = fetchSite }
        return try ask(.post, path, fields, Array(body.utf8))
    }

    /// Sends a file as a page of the site would.
    func upload(_ path: String, _ name: String, _ bytes: [UInt8], token: String? = nil) throws -> Answer {
        let given = try token ?? formToken()
        let line = "----visitor"
        var fields: HTTPFields = [:]
        fields[.origin] = "http://\(host)"
        fields[.contentType] = "multipart/form-data; boundary=\(line)"
        if let name = HTTPField.Name("Sec-Fetch-Site") { fields[name] = "same-origin" }
        let head = { (what: String) in "--\(line)\r\nContent-Disposition: form-data; \(what)\r\n\r\n" }
        let body =
            Array((head("name=\"form\"") + given + "\r\n" + head("name=\"file\"; filename=\"\(name)\"")).utf8)
            + bytes + Array("\r\n--\(line)--\r\n".utf8)
        return try ask(.post, path, fields, body)
    }

    /// The token of a form that is there for whoever looks.
    func formToken() throws -> String {
        let page = try get("/reset").text
        guard let start = page.range(of: "name=\"form\" value=\"") else { return "" }
        return String(page[start.upperBound...].prefix(64))
    }

    @discardableResult
    func signIn(_ email: String, _ password: String = Visitor.password) throws -> Answer {
        try post("/sign-in", [("email", email), ("password", password)])
    }

    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ more: HTTPFields = [:], _ body: [UInt8] = []
    ) throws -> Answer {
        let target = PathText(path)
        guard case .route(let route, let names) = routes.find(method, target.segments ?? []),
            case .desk(let work) = route.work
        else { return Answer(status: 404, fields: [:], text: "no such route") }
        var fields = more
        fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let call = Call(
            id: "test", route: route, token: nil, names: names, query: target.query, fields: fields,
            authority: host, address: "192.0.2.7", language: .en,
            mediaType: FormBody.type, body: body)
        var reply = try work(town.app, call)
        for text in reply.fields[values: .setCookie] {
            let pair = text.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            cookies[pair[0]] = text.contains("Max-Age=0") ? nil : pair.last
        }
        guard case .bytes(let bytes) = reply.body else {
            return Answer(status: reply.status, fields: reply.fields, text: "")
        }
        if let type = HTTPField.Name("Content-Type") { reply.fields[type] = reply.type }
        return Answer(
            status: reply.status, fields: reply.fields, text: String(decoding: bytes, as: UTF8.self),
            bytes: bytes)
    }

    var sessionCookie: String? { cookies.first { $0.key.hasSuffix("-session") }?.value }

    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension Town {
    /// A user whom nobody had to invite.
    func user(_ email: String, _ standing: UsersDesk.Standing) throws {
        try app.users.create(
            email: email, name: email, password: Visitor.password, standing, in: .en, by: .house)
    }

    /// Two customers with a month behind them, one of the first's users for each role and one of the staff for each.
    static func peopled() throws -> Town {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "1.5")
        _ = try town.register(Make.romashka())
        _ = try town.register(Make.sidorov())
        try town.transfer([Make.Transfer("500.00", for: "Пополнение mcs0000000001", on: "2026-09-01")])
        try town.use("vm", quantity: "40", in: "mcs0000000001", until: "2026-09-02T12:00:00Z")
        try town.use("vm", quantity: "7", in: "mcs0000000004", until: "2026-09-07T12:00:00Z")
        _ = try town.close("2026-09")
        let own = try town.project("mcs0000000001")
        let september = Month(index: 2026 * 12 + 8)
        _ = try town.app.reconciliations.make(
            of: own, ReconciledPeriod(from: september.firstDay, through: september.lastDay), for: .house)
        _ = try town.app.founding.add(
            Make.scan, named: "charter.pdf", title: "Charter", dated: september.firstDay, in: .moscow,
            for: .house, by: .operatorAtMachine)
        for role in CustomerRole.allCases {
            try town.user("\(role.rawValue)@example.com", .member(own, [role]))
        }
        for role in StaffRole.allCases { try town.user("\(role.rawValue)@office.example", .staff([role])) }
        return town
    }
}
