import API
import Access
import Basics
import Formats
import HTTPTypes
import Pages
import UseCases

/// Looking for anything, a customer's whole story, and the books.
enum LookupRows {
    static let all: [PageRow] = [
        PageRow(.get, "/search", .house(.search), "Find anything.", sides: [.office]) { app, page in
            let text = String((page.call.query("q") ?? "").prefix(200))
            let bare = text.split { $0.isWhitespace }.joined(separator: " ")
            return page.page(
                SearchPage(try app.office.search(bare, for: page.viewer), page.visit).markup)
        },
        PageRow(.get, "/accounts/{account...}", .house(.search), "A customer.", sides: [.office]) {
            app, page in
            let place = try page.call.query("before") { HappeningPlace($0) }
            let story = try app.office.story(
                of: AccountID(page.call.name("account")), before: place, for: page.viewer)
            return page.page(AccountPage(story, isFirst: place == nil, page.visit).markup)
        },
        PageRow(.get, "/journal", .house(.journal), "The books.", sides: [.office]) { app, page in
            guard let chain = page.call.query("chain").map({ String($0.prefix(200)) }), !chain.isEmpty else {
                let after = String((page.call.query("after") ?? "").prefix(200))
                return page.page(
                    BooksPage(
                        try app.office.books(after: after, for: page.viewer), isFirst: after.isEmpty,
                        page.visit
                    ).markup)
            }
            let search = JournalSearch(
                account: String((page.call.query("account") ?? "").prefix(200)),
                cause: String((page.call.query("cause") ?? "").prefix(200)))
            let before = try page.call.query("before") { Int64($0) }
            guard let book = try app.office.book(chain, search, before: before, for: page.viewer) else {
                throw APIProblem.noRoute
            }
            return page.page(BookPage(book, isFirst: before == nil, page.visit).markup)
        },
        PageRow(.get, "/verify", .house(.journal), "What the auditor found.", sides: [.office]) { _, page in
            page.page(VerifyPage(page.runs.verification.map(view), page.visit).markup)
        },
        PageRow(.post, "/verify", .house(.journal), "Have the books checked.", sides: [.office]) {
            app, page in
            if page.runs.verify() { try app.audit.keep(.verify, on: "books", by: page.author) }
            return page.go("/verify")
        },
        PageRow(.get, "/verify/events", .house(.journal), "How a check goes on.", sides: [.office]) {
            _, page in
            let (runs, visit) = (page.runs, page.visit)
            return try runs.streams.reply(
                { runs.verification.map { (version: $0.version, isOver: $0.endedAt != nil) } },
                {
                    let progress = runs.verification?.progress
                    let (done, total) = (progress?.done ?? 0, progress?.total ?? 0)
                    let words = VerifyPage.words(progress?.step ?? "", visit)
                    return [
                        "done": .integer(done), "total": .integer(total),
                        "text": .string(total > 0 ? "\(words): \(done) / \(total)" : words),
                    ]
                })
        },
    ]

    private static func view(_ run: OfficeRuns.Verification) -> VerifyPage.Run {
        VerifyPage.Run(
            startedAt: run.startedAt, endedAt: run.endedAt, step: run.progress?.step ?? "",
            done: run.progress?.done ?? 0, total: run.progress?.total ?? 0, report: run.report,
            problem: run.problem)
    }
}
