import Access
import Basics
import Contracts
import Counterparties
import Documents
import Foundation
import FoundationXML
import Metering
import Pages
import Projects
import Support
import Testing
import UseCases
import Wording

/// Names that try to be more than names, in every field that pages show: what a page is built of must be
/// what its template writes, element by element and attribute by attribute.
@Suite struct HostilePagesTests {
    private static let visit = Visit(
        asked: "en", preferred: .en, look: Look(styles: ["/assets/sheet.css"], icon: "/assets/icon.svg"))
    private static let harmless = "Ромашка"

    static func corpus() throws -> [String] { try HostileTexts.all() }

    /// Each text names a customer, its address and contract, a service with its SKU and unit, a machine and
    /// a grant with its type; the first is harmless.
    private static func town(of texts: [String]) throws -> (town: Town, pids: [Int: String]) {
        let town = try Town(opened: "2026-02-01")
        try town.completeSuppliers()
        var pids: [Int: String] = [:]
        for (number, text) in texts.enumerated() {
            let pid = "mcs" + ("000000000" + String(number + 1)).suffix(10)
            var draft = Make.company(number, pid: pid)
            (draft.counterparty.name, draft.counterparty.shortName) = (text, text)
            draft.counterparty.address?.street = text
            draft.counterparty.address?.city = text
            // Closing is slow: some have documents.
            if number % 6 == 0 { draft.contract = Make.contract(scheme: "postpaid", number: text) }
            // A name of blanks alone is no name; the desk says so.
            do { try town.register(draft) } catch { continue }
            guard let price = UnitPrice("10"), let day = Day("2026-01-01") else { continue }
            _ = try town.app.prices.publish(
                PriceListing(
                    sku: SKU("\(number)\(text)"), region: "moscow", service: ServiceName(text), name: text,
                    unit: text, price: price, currency: .rub, bonusType: BonusType(text), validFrom: day))
            try town.use("\(number)\(text)", in: pid, until: "2026-02-02T12:00:00Z", resource: text)
            try town.grant(
                "1.00", text, to: pid, at: "2026-02-01T10:00:00Z", expires: "2026-12-01T00:00:00Z",
                id: "grant \(number) \(text)")
            pids[number] = pid
        }
        try town.close("2026-02")
        return (town, pids)
    }

    /// The pages of a project that bear its customer's name.
    private static func pages(
        of pid: PID, _ documents: ProjectDocuments, _ app: App
    ) throws -> [(name: String, markup: Markup)] {
        [
            ("balance", BalancePage(try app.balances.standing(of: pid, for: .house), visit).markup),
            (
                "detail",
                DetailPage(try app.movements.detail(of: pid, MovementSearch(), for: .house), visit).markup
            ), ("costs", CostsPage(try app.costs.costs(of: pid, month: nil, for: .house), visit).markup),
            ("documents", ProjectDocumentsPage(documents, visit).markup),
            ("reconciliation", try act(of: pid, app)),
            ("limits", LimitsPage(try app.limits.list(around: pid, for: .house), visit).markup),
            ("settings", SettingsPage(try app.profiles.profile(of: pid, for: .house), visit).markup),
            (
                "contract",
                ContractPage(try app.profiles.profile(of: pid, for: .house), hasFile: false, visit).markup
            ),
            ("reports", try report(of: pid, app)),
            (
                "requests",
                ProjectRequestsPage(try app.requests.list(of: pid, for: .house), before: "", visit).markup
            ),
            (
                "members",
                MembersPage(
                    try app.overview.head(pid, .members, for: .house), try app.members.list(pid, for: .house),
                    visit
                ).markup
            ),
            (
                "top-up",
                TopUpPage(
                    try app.overview.head(pid, .topUp, for: .house), try app.invoices.offer(for: pid), visit
                ).markup
            ),
        ]
    }

    private static func report(of pid: PID, _ app: App) throws -> Markup {
        let month = try #require(Month("2026-02"))
        let ask = ReportAsk(
            kind: .consumption, period: try ReconciledPeriod(from: month.firstDay, through: month.lastDay))
        return ReportPage(try app.reports.choice(of: pid, for: .house), ask, visit).markup
    }

    /// Of days before February, which some names keep from being closed.
    private static func act(of pid: PID, _ app: App) throws -> Markup {
        let (from, through) = (try #require(Day("2026-01-01")), try #require(Day("2026-01-31")))
        return ReconciliationPage(
            try app.reconciliations.overview(of: pid, for: .house), from: "2026-01-01", through: "2026-01-31",
            .act(
                try app.reconciliations.preview(
                    of: pid, ReconciledPeriod(from: from, through: through), for: .house)), visit
        ).markup
    }

    @Test func `no hostile name adds an element or an attribute to any page`() throws {
        let texts = [HostilePagesTests.harmless] + (try HostilePagesTests.corpus())
        #expect(texts.count > 200)
        let (town, pids) = try HostilePagesTests.town(of: texts)
        #expect(pids.count > texts.count - 8)
        let overview = town.app.overview
        let visit = HostilePagesTests.visit

        var shapes: [String: Set<String>] = [:]
        var papers: [String: [String]] = [:]
        for (number, text) in pids.sorted(by: { $0.key < $1.key }) {
            let pid = try town.project(text)
            let documents = try town.app.documents.documents(
                of: pid, DocumentSearch(), after: nil, for: .house)
            // Those with a document and those without are alike among themselves; so are those with a contract.
            let kind = "\(documents.rows.isEmpty) \(documents.head.account.agreements.contracts.isEmpty)"
            for (name, markup) in try HostilePagesTests.pages(of: pid, documents, town.app) {
                let page = try Skeleton(markup)
                shapes["\(name) \(kind)", default: []].insert(page.shape)
                #expect(page.text.contains(Skeleton.printable(texts[number])), "\(name): \(texts[number])")
            }
            for filed in documents.rows {
                papers[try Skeleton(DocumentPage(filed.document, visit).markup).shape, default: []].append(
                    texts[number])
            }
        }
        #expect(
            shapes.count == 36 && shapes.values.allSatisfy { $0.count == 1 }, "\(shapes.mapValues(\.count))")
        // A tax document and an invoice each: two shapes, and everybody has both.
        #expect(papers.count == 2 && Set(papers.values).count == 1, "\(papers.values)")
        #expect(papers.values.first?.count ?? 0 > 30)

        // Lists: every row is like every other.
        let first = try town.project(try #require(pids[0]))
        var (place, prices): (SKU?, Int) = (nil, 0)
        repeat {
            let list = try town.app.prices.prices(for: first, on: nil, like: "", after: place, for: .house)
            let page = try Skeleton(PricesPage(list, after: place?.text ?? "", isToday: true, visit).markup)
            #expect(page.rows.count == 1, "\(page.rows)")
            (place, prices) = (list.next, prices + list.rows.count)
        } while place != nil
        #expect(prices == pids.count)
        var (after, projects): (PID?, Int) = (nil, 0)
        repeat {
            let list = try overview.projects(ProjectSearch(), after: after, for: .house)
            let page = try Skeleton(ProjectsPage(list, after: after, visit).markup)
            #expect(page.rows.count == 1, "\(page.rows)")
            (after, projects) = (list.next, projects + list.rows.count)
        } while after != nil
        #expect(projects == pids.count)
        let month = try #require(Month("2026-02"))
        let closed = try Skeleton(MonthPage(month, try overview.month(month), visit).markup)
        #expect(closed.rows.count <= 4, "\(closed.rows)")
    }

    /// Somebody's own details, as a form brings them back.
    private func draft(_ text: String) -> CounterpartyDraft {
        var draft = Make.romashka().counterparty
        (draft.name, draft.shortName, draft.inn) = (text, text, text)
        draft.address?.street = text
        return draft
    }

    @Test func `no hostile question adds an element or an attribute to its answer`() throws {
        let town = try Town(opened: "2026-02-01")
        try town.register(Make.romashka())
        let visit = HostilePagesTests.visit
        let pid = try town.project("mcs0000000001")
        func shapes(_ text: String) throws -> [String] {
            // Nothing is named so, whatever the text.
            let search = ProjectSearch(text: "unheard of " + text)
            let pieces: [ExplanationPiece] = [
                .line(text), .facts([(text, text)]),
                .table(header: [text, "b"], rows: [["x", text], [text, "y"]], right: [1]),
            ]
            return try [
                ProjectsPage(try town.app.overview.projects(search, for: .house), visit).markup,
                ExplanationPage(pieces, of: text, addsUp: true, size: ExcerptSize(rows: 6), visit).markup,
                ProblemPage(ProjectsProblem.unknownProject(text), asked: text, visit).markup,
                PricesPage(
                    try town.app.prices.prices(for: pid, on: nil, like: text, after: nil, for: .house),
                    after: text, isToday: true, visit
                ).markup,
                SettingsPage(
                    try town.app.profiles.profile(of: pid, for: .house), typed: draft(text), visit
                ).markup,
            ].map { try Skeleton($0).shape }
        }
        // A column of long texts is wider.
        let harmless = try [shapes("harmless"), shapes("harmless, and as long as many others are")]
        for text in try HostilePagesTests.corpus() {
            #expect(try harmless.contains(shapes(text)), "\(text)")
        }
    }
}

/// What a page is built of, read by a strict parser.
final class Skeleton: NSObject, XMLParserDelegate {
    private(set) var shape = ""
    private(set) var text = ""
    /// The kinds of rows of tables' bodies.
    private(set) var rows: Set<String> = []
    private var row: String?
    private var links: [String] = []

    enum Broken: Error { case page(String) }

    init(_ markup: Markup) throws {
        super.init()
        let parser = XMLParser(data: Data(markup.bytes))
        parser.delegate = self
        guard parser.parse() else { throw Broken.page("\(String(describing: parser.parserError))") }
        for link in links where !(link.hasPrefix("#") || link.hasPrefix("/") && !link.hasPrefix("//")) {
            throw Broken.page("leads to \(link)")
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let part = "<\(name) \(attributes.keys.sorted().joined(separator: " "))>"
        shape += part
        if name == "tr" { row = "" }
        row? += part
        links += ["href", "action", "formaction", "src"].compactMap { attributes[$0] }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        shape += "</\(name)>"
        if name == "tr", let done = row {
            if done.contains("<td") { rows.insert(done) }
            row = nil
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    /// A text as a page shows it: what XML cannot hold stands as one sign.
    static func printable(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n": shown.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": shown += "\u{FFFD}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
