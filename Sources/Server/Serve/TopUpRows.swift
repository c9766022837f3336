import API
import Access
import Basics
import Documents
import HTTPTypes
import Pages
import UseCases

/// Topping up by bank transfer: a payment invoice for a sum, its paper at once.
enum TopUpRows {
    static let all: [PageRow] = [
        PageRow(.get, path, .project(.topUp), "Top up by bank transfer.") { app, page in
            page.page(try shown(app, page))
        },
        PageRow(.post, path, .project(.topUp), "A payment invoice.") { app, page in
            try page.tried("top-up") {
                let (pid, typed) = (try page.call.project(), page.form.line("amount"))
                let amount = try sum(typed)
                // From the office it is the department that makes it.
                _ = try app.invoices.makeOnce(
                    for: pid, amount: amount, by: page.visit.isStaff ? .department : .customer,
                    as: page.visit.isStaff ? try page.author.withReason() : nil)
                return page.go("/projects/\(pid)/top-up")
            } else: {
                try shown(app, page, amount: page.form.line("amount"), failure: $0)
            }
        },
        PageRow(.get, "\(path)/{year}/{number}.pdf", .project(.topUp), "A payment invoice as PDF.") {
            app, page in
            let pid = try page.call.project()
            guard let year = Int(page.call.name("year")), let number = Int(page.call.name("number")),
                let made = try app.invoices.made(
                    for: pid, year: year, number: number, ofTodayAlone: !page.visit.isStaff)
            else { throw APIProblem.noRoute }
            var reply = Reply(type: "application/pdf", body: .bytes(try app.papers.paper(made.key)))
            reply.fields[.contentDisposition] = "inline; filename=\"invoice-\(number).pdf\""
            return reply
        },
    ]

    private static let path = "/projects/{pid}/top-up"

    private static func shown(
        _ app: App, _ page: PageCall, amount: String = "", failure: FormFailure? = nil
    ) throws -> Markup {
        let pid = try page.call.project()
        return TopUpPage(
            try app.overview.head(pid, .topUp, for: page.viewer),
            try app.invoices.offer(for: pid, to: page.visit.isStaff ? .department : .customer),
            amount: amount, failure: failure, page.visit
        ).markup
    }

    /// «1 500,50» as people write it.
    private static func sum(_ text: String) throws -> Int64 {
        let bare = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
        guard let minor = DecimalText.parse(bare.utf8, fractionDigits: 2), minor > 0,
            Money.range.contains(minor)
        else { throw DocumentsProblem.unreadableSum(String(text.prefix(40))) }
        return minor
    }
}
