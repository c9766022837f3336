import Basics
import Formats
import HTTPTypes
import Metering
import Notices
import Projects
import UseCases
import Wording

/// Accounts, projects and prices, as records of a dataset, one by one.
package enum CatalogRoutes {
    package static func all() -> [Route] {
        [
            Route(
                .put, "/v1/accounts/{id}", opening: .house([.catalog]),
                summary: "Registers an account with its counterparty, contracts and projects.",
                takes: RequestShape(types: ["application/json"], schema: CatalogSchema.account),
                answers: Shape.takenAnswers, work: .desk(account)),
            Route(
                .put, "/v1/projects/{pid}", opening: .scopes([.catalog]),
                summary: "Adds a project to an account that is there.",
                takes: RequestShape(types: ["application/json"], schema: CatalogSchema.project),
                answers: Shape.takenAnswers, work: .desk(project)),
            Route(
                .put, "/v1/prices", opening: .house([.catalog]),
                summary: "Publishes rows of a price list, each answered by itself.",
                takes: RequestShape(types: ["text/csv"], schema: ["type": "string"]),
                answers: [AnswerShape(200, "What became of each row.", schema: CatalogSchema.prices)],
                work: .desk(prices)),
        ]
    }

    private static let account: @Sendable (App, Call) throws -> Reply = { app, call in
        var reader = AccountLines()
        let draft = try reader.account(in: call.body[...])
        let id = call.name("id")
        guard draft.account.utf8.elementsEqual(id.utf8) else {
            throw APIProblem.otherName(path: id, body: draft.account)
        }
        return .taken(try app.accounts.register(draft), reader.takeWarnings(), call.language)
    }

    private static let project: @Sendable (App, Call) throws -> Reply = { app, call in
        let pid = try call.project()
        var reader = ProjectLines()
        let (account, draft) = try reader.project(pid, in: call.body[...])
        let taken = try app.accounts.add(draft, to: account, at: app.clock.now())
        return .taken(taken, reader.takeWarnings(), call.language)
    }

    private static let prices: @Sendable (App, Call) throws -> Reply = { app, call in
        let file = PriceRows(call.body[...])
        // Where no row can be read the whole is no price list.
        if file.listed.isEmpty, let refused = file.refused.first { throw refused.problem }
        let answers = try app.prices.publish(file.listed.map(\.listing))
        var report = RecordReport(language: call.language, warnings: file.warnings)
        for (listed, answer) in zip(file.listed, answers) {
            report.note(answer, line: listed.line, [.init("sku", .string(listed.listing.sku.text))])
        }
        for refused in file.refused { report.note(.refused(refused.problem), line: refused.line) }
        guard !report.isEmpty else { throw APIProblem.noRecords }
        return .json(report.value("prices"))
    }
}
