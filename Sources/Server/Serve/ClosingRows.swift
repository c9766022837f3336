import API
import Access
import Basics
import Formats
import HTTPTypes
import Pages
import Regions
import UseCases

/// Closing months in the office.
enum ClosingRows {
    static let all: [PageRow] = [
        PageRow(.get, "/closings", .house(.closing), "Months to close.", sides: [.office]) { app, page in
            let regions = try Region.allCases.map { region in
                let current = region.profile.zone.day(of: app.clock.now()).month
                return ClosingsPage.OfRegion(
                    region: region, open: try app.closing.openMonths(through: current.previous, in: region),
                    current: current, running: page.runs.closings.running(in: region)?.month)
            }
            return page.page(
                ClosingsPage(regions, closed: try app.overview.months(), page.visit).markup)
        },
        PageRow(.get, path, .house(.closing), "A month to close.", sides: [.office]) { app, page in
            page.page(try shown(app, page))
        },
        PageRow(.post, "\(path)/dry-run", .house(.closing), "Try a closing dry.", sides: [.office]) {
            app, page in
            let (region, month) = try names(page)
            try app.audit.keep(.tryClosing, on: "closing/\(region.rawValue)/\(month)", by: page.author)
            try page.runs.closings.start(month, in: region, dryRun: true)
            return page.go("/closings/\(region.rawValue)/\(month)")
        },
        PageRow(.post, "\(path)/closing", .house(.closing), "Close a month.", sides: [.office]) { app, page in
            try page.tried("close") {
                let (region, month) = try names(page)
                let author = try page.author.withReason()
                try app.closing.admit(month, in: region)
                // Each customer of it is a transaction of its own: that it was begun is kept before them all.
                try app.audit.keep(.closeMonth, on: "closing/\(region.rawValue)/\(month)", by: author)
                try page.runs.closings.start(month, in: region, dryRun: false)
                return page.go("/closings/\(region.rawValue)/\(month)")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
        PageRow(.get, "\(path)/events", .house(.closing), "How a closing goes on.", sides: [.office]) {
            _, page in
            let (region, month) = try names(page)
            let (runs, visit) = (page.runs, page.visit)
            return try runs.streams.reply({ runs.closings.last(month, in: region) }) { run in
                guard let run else { return [:] }
                return [
                    "done": .integer(run.progress?.done ?? 0), "total": .integer(run.progress?.total ?? 0),
                    "text": .string(view(run).words(visit)),
                ]
            }
        },
    ]

    private static let path = "/closings/{region}/{month}"

    private static func shown(_ app: App, _ page: PageCall, failure: FormFailure? = nil) throws -> Markup {
        let (region, month) = try names(page)
        return ClosingPage(
            month, region, try app.closing.standing(of: month, in: region),
            page.runs.closings.last(month, in: region).map(view),
            try app.office.funnel(region, month, for: page.viewer), failure: failure, page.visit
        ).markup
    }

    private static func view(_ run: ClosingRuns.Run) -> ClosingRunView {
        ClosingRunView(
            isDryRun: run.isDryRun, isRunning: run.endedAt == nil, step: run.progress?.step ?? "",
            done: run.progress?.done ?? 0, total: run.progress?.total ?? 0, documents: run.documents,
            skipped: run.skipped, blocked: run.blocked, tieOuts: run.tieOuts, problem: run.problem)
    }

    private static func names(_ page: PageCall) throws -> (Region, Month) {
        guard let region = Region(rawValue: page.call.name("region")),
            let month = Month(page.call.name("month")), (2000...2200).contains(month.year)
        else { throw APIProblem.noRoute }
        return (region, month)
    }
}
