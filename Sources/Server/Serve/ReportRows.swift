import API
import Access
import Basics
import Documents
import HTTPTypes
import Pages
import Projects
import Regions
import UseCases
import Wording

/// Billing reports: a page to choose, and the files.
enum ReportRows {
    static let all: [PageRow] = [
        PageRow(.get, "\(path)/reports", .project(.reports), "Billing reports.") { app, page in
            page.page(try shown(app, page))
        },
        file("xlsx", ReportFile.sheet), file("csv", ReportFile.table),
    ]

    private static let path = "/projects/{pid}/documents"

    private static func file(
        _ ending: String,
        _ work: @escaping @Sendable (App, ReportAsk, PID, Viewer, Language) throws -> Reply
    ) -> PageRow {
        PageRow(.get, "\(path)/report.\(ending)", .project(.reports), "A billing report as \(ending).") {
            app, page in
            do {
                return try work(
                    app, try ask(app, page), try page.call.project(), page.viewer, page.visit.language)
            } catch let problem as DocumentsProblem {
                return page.page(try shown(app, page, problem), 422)
            } catch let problem as ProjectsProblem where problem.code == "projects.too-many-rows" {
                return page.page(try shown(app, page, problem), 422)
            }
        }
    }

    private static func shown(
        _ app: App, _ page: PageCall, _ problem: (any Problem)? = nil
    ) throws -> Markup {
        let choice = try app.reports.choice(of: try page.call.project(), for: page.viewer)
        let ask: ReportAsk
        if problem == nil {
            ask = try self.ask(app, page)
        } else {
            ask = ReportAsk(kind: try kind(page), period: try usual(choice.today))
        }
        return ReportPage(choice, ask, problem: problem, page.visit).markup
    }

    /// What the address asks for; the month before this one where it says nothing.
    private static func ask(_ app: App, _ page: PageCall) throws -> ReportAsk {
        let call = page.call
        let choice = try app.reports.choice(of: try call.project(), for: page.viewer)
        let usual = try usual(choice.today)
        let projects = try call.query.filter { $0.name == "project" && !$0.value.isEmpty }
            .map {
                guard let pid = PID($0.value) else { throw ProjectsProblem.unknownProject($0.value) }
                return pid
            }
        return ReportAsk(
            kind: try kind(page),
            period: try ReconciledPeriod(
                from: try day("from", call) ?? usual.from, through: try day("through", call) ?? usual.through),
            step: try call.query("step") { ReportAsk.Step(rawValue: $0) } ?? .month, projects: projects)
    }

    private static func kind(_ page: PageCall) throws -> ReportAsk.Kind {
        try page.call.query("kind") { ReportAsk.Kind(rawValue: $0) } ?? .consumption
    }

    private static func usual(_ today: Day) throws -> ReconciledPeriod {
        try ReconciledPeriod(from: today.month.previous.firstDay, through: today.month.previous.lastDay)
    }

    private static func day(_ name: String, _ call: Call) throws -> Day? {
        guard let text = call.query(name), !text.isEmpty else { return nil }
        return try call.query(name) { Day($0) }
    }
}
