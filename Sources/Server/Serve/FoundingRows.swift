import API
import Access
import Basics
import Documents
import HTTPTypes
import Pages
import Regions
import UseCases

/// The supplier's founding documents: a folder that staff keep, and what customers load of it.
enum FoundingRows {
    static let all: [PageRow] = [
        PageRow(.get, "/founding", .house(.closing), "The founding documents.", sides: [.office]) {
            app, page in
            page.page(try shown(app, page))
        },
        PageRow(
            .post, "/founding/{region}", .house(.closing), "Put a founding document in.", sides: [.office],
            isUpload: true
        ) { app, page in
            let region = try region(page)
            return try page.tried("add-\(region.rawValue)") {
                guard let date = Day(page.form.line("date")) else {
                    throw APIProblem.badParameter("date", String(page.form.line("date").prefix(40)))
                }
                guard let file = page.form.file else { throw DocumentsProblem.noScan }
                _ = try app.founding.add(
                    file.bytes, named: file.name, title: page.form.line("title"), dated: date, in: region,
                    for: page.viewer, by: page.author)
                return page.go("/founding")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
        PageRow(.get, paper, .house(.closing), "A founding document.", sides: [.office]) { app, page in
            try file(app, page, in: try region(page))
        },
        PageRow(.post, "\(paper)/withdrawal", .house(.closing), "Withdraw a document.", sides: [.office]) {
            app, page in
            let (region, number) = (try region(page), try number(page))
            return try page.tried("withdraw-\(region.rawValue)-\(number)") {
                try app.founding.withdraw(
                    number, in: region, for: page.viewer, by: try page.author.withReason())
                return page.go("/founding")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
        PageRow(.get, "/supplier/papers/{paper}", .user, "A founding document.", sides: [.cabinet]) {
            app, page in
            try file(app, page, in: page.here.region)
        },
    ]

    private static let paper = "/founding/{region}/papers/{paper}"

    private static func shown(_ app: App, _ page: PageCall, failure: FormFailure? = nil) throws -> Markup {
        FoundingPage(
            try Region.allCases.map { ($0, try app.founding.folder($0, for: page.viewer)) },
            today: page.here.region.profile.zone.day(of: app.clock.now()), failure: failure, page.visit
        ).markup
    }

    /// Loaded, not looked at: whatever it holds is not run in a page of ours, and its name is ours.
    private static func file(_ app: App, _ page: PageCall, in region: Region) throws -> Reply {
        let found = try app.founding.paper(try number(page), in: region, for: page.viewer)
        var reply = Reply(type: found.paper.type.mediaType, body: .bytes(found.bytes))
        let name = "founding-\(region.rawValue)-\(found.paper.number).\(found.paper.type.ending)"
        reply.fields[.contentDisposition] = "attachment; filename=\"\(name)\""
        return reply
    }

    private static func region(_ page: PageCall) throws -> Region {
        guard let region = Region(rawValue: page.call.name("region")) else { throw APIProblem.noRoute }
        return region
    }

    private static func number(_ page: PageCall) throws -> Int {
        guard let number = Int(page.call.name("paper")) else { throw APIProblem.noRoute }
        return number
    }
}
