import Access
import Basics
import HTTPTypes
import Support
import Testing
import UseCases

@testable import kontragent

/// Every page and form, for every role, in the own project, another's and nobody's: what the one table of routes
/// and the one table of rights say together is what is answered.
@Suite(.serialized) struct MatrixTests {
    struct Person {
        let name: String
        let side: AccessSide
        let viewer: Viewer?
        let browser: Visitor
    }

    enum Whose: CaseIterable {
        case own, others, nobodys

        var pid: String {
            switch self {
            case .own: "mcs0000000001"
            case .others: "mcs0000000004"
            case .nobodys: "mcs0999999999"
            }
        }
    }

    /// A peopled town with a request, a letter, a payment invoice and an act; their papers, and the documents', are
    /// printed.
    static func livedIn() throws -> Town {
        let town = try Town.peopled()
        try town.ask()
        try town.write()
        _ = try town.app.invoices.makeOnce(for: town.project(Whose.own.pid), amount: 500_00)
        for key in try town.app.papers.due(limit: 100) { _ = try town.app.papers.paper(key) }
        return town
    }

    private func people(_ town: Town) throws -> [Person] {
        let own = try town.project(Whose.own.pid)
        var people: [Person] = AccessSide.allCases.map {
            Person(
                name: "a stranger", side: $0, viewer: nil,
                browser: Visitor(town, host: "\($0.rawValue).localhost"))
        }
        for role in CustomerRole.allCases {
            let browser = Visitor(town)
            let answer = try browser.signIn("\(role.rawValue)@example.com")
            #expect(answer.status == 303 && answer.location == "/", "\(role)")
            people.append(
                Person(
                    name: role.rawValue, side: .cabinet, viewer: .customer(UserID("x"), [own: [role]]),
                    browser: browser))
        }
        for role in StaffRole.allCases {
            let browser = Visitor(town, host: "office.localhost")
            let answer = try browser.signIn("\(role.rawValue)@office.example")
            #expect(answer.status == 303 && answer.location == "/", "\(role)")
            people.append(
                Person(
                    name: role.rawValue, side: .office, viewer: .staff(UserID("x"), [role]), browser: browser)
            )
        }
        return people
    }

    /// A path of a row with its names filled in; nil where a row has a name that nobody has thought of.
    static func path(_ row: PageRow, pid: String, number: String, file: String) -> String? {
        let values = [
            "pid": pid, "month": "2026-09", "region": "moscow", "kind": "upd", "year": "2026",
            "number": number, "line": "1", "account...": Make.romashka().account,
            "file": file, "paper": "1", "request": "1", "letter": "1",
            "attached": "1.1",
        ]
        var path = row.path
        for (name, value) in values { path = path.replacing("{\(name)}", with: value) }
        if row.path == "/explain" { path += "?address=\(pid)" }
        return path.contains("{") ? nil : path
    }

    /// Whether a row is there for a viewer, by the tables alone.
    private func isThere(_ row: PageRow, _ viewer: Viewer, _ whose: Whose) -> Bool {
        guard let pid = PID(whose.pid) else { return false }
        switch row.gate {
        case .stranger, .demo, .user: return true
        case .house(let right): return viewer.mayEverywhere(right)
        case .project(let right) where row.path.contains("{number}"):
            return whose == .own && viewer.may(right, in: pid)
        case .project(let right): return whose != .nobodys && viewer.may(right, in: pid)
        case .fetched(let right):
            if row.path == "/" { return true }
            if row.path == "/explain" { return whose != .nobodys && viewer.may(.balance, in: pid) }
            return whose == .own && viewer.may(right, in: pid)
        }
    }

    private func isEverywhere(_ row: PageRow, _ viewer: Viewer) -> Bool {
        if case .project(let right) = row.gate { viewer.mayEverywhere(right) } else { false }
    }

    /// A refusal without the name of what was asked for.
    private func bare(_ text: String) -> String {
        Whose.allCases.reduce(text.replacing("2026/77", with: "2026/1")) { $0.replacing($1.pid, with: "PID") }
    }

    @Test func `every route answers every role as the tables say, and never tells not yours from not there`()
        throws
    {
        let town = try MatrixTests.livedIn()
        let people = try people(town)
        let file = try town.store.read { try $0.statements(before: nil, limit: 1) }.first?.digest ?? []
        let name = Hex.text(file)
        var asked = 0
        for row in PageRoutes.rows where row.path != "/sign-out" {
            for person in people {
                var refusals: Set<String> = []
                for whose in Whose.allCases {
                    let number = whose == .own ? "1" : "77"
                    guard let path = MatrixTests.path(row, pid: whose.pid, number: number, file: name) else {
                        Issue.record("nobody thought of \(row.path)")
                        continue
                    }
                    let browser = person.browser
                    let answer =
                        row.method == .get
                        ? try browser.get(path) : try browser.post(path, [("user", "nobody")])
                    asked += 1
                    let what = "\(row.method) \(path) as \(person.name): \(answer.status)"
                    // A password guessed too often is slowed down; looking never is.
                    #expect(answer.status < 500 && (answer.status != 429 || row.method == .post), "\(what)")
                    guard row.sides.contains(person.side) else {
                        #expect(answer.status == 404, "\(what)")
                        continue
                    }
                    switch (row.gate, person.viewer) {
                    case (.stranger, _), (.demo, _): break
                    case (_, nil): #expect(answer.isSentToSignIn, "\(what)")
                    case (_, let viewer?):
                        #expect((answer.status != 404) == isThere(row, viewer, whose), "\(what)")
                        #expect(!answer.isSentToSignIn, "\(what)")
                        // To whom all projects are open, one that is not there is told from a number that is not.
                        if answer.status == 404, !isEverywhere(row, viewer) {
                            refusals.insert(bare(answer.text))
                        }
                        if case .customer = viewer, whose == .own {
                            #expect(!answer.text.contains(Whose.others.pid), "\(what)")
                        }
                    }
                    #expect(answer.fields[.cacheControl] == "no-store" || answer.status >= 400, "\(what)")
                }
                #expect(
                    refusals.count <= 1,
                    "\(row.path) as \(person.name) tells what is another's from what is not")
            }
        }
        #expect(asked > 1000)
    }

    @Test func `no row is for nobody, and every right that a page names opens it to somebody`() {
        for row in PageRoutes.rows {
            #expect(!row.sides.isEmpty)
            if case .house(let right) = row.gate { #expect(!right.holders.staff.isEmpty) }
            if row.method != .get { #expect(row.method == .post) }
        }
    }

    @Test func `a project page holds no more than the role may see`() throws {
        let town = try Town.peopled()
        for (role, sees, lacks) in [
            ("viewer", "Payment account", "What came last"),
            ("accountant", "Closing documents", "Payment account"),
            ("iam-administrator", "mcs0000000001", "Payment account"),
            ("billing-administrator", "What came last", "Members"), ("owner", "Members", "mcs0000000004"),
        ] {
            let browser = Visitor(town)
            _ = try browser.signIn("\(role)@example.com")
            let page = try browser.get("/projects/mcs0000000001")
            #expect(page.status == 200 && page.text.contains(sees) && !page.text.contains(lacks), "\(role)")
        }
    }
}
