import Access
import Basics
import HTTPTypes
import Hashing
import Pages
import UseCases

/// A user's own tokens for programs.
enum TokenRows {
    static let all: [PageRow] = [
        PageRow(.get, "/tokens", .user, "The user's own tokens.", sides: [.cabinet]) { app, page in
            page.page(try shown(app, page))
        },
        PageRow(.post, "/tokens", .user, "Make a token.", sides: [.cabinet]) { app, page in
            var draft = TokensPage.Draft()
            draft.name = page.form.line("name")
            draft.project = page.form.line("project")
            draft.scopes = Set(page.form.all("scope"))
            draft.days = page.form.line("days")
            return try page.tried("token") {
                // The text is answered with, for no other page may show it: loading anew sends the same name.
                let text = try app.ownTokens.create(
                    name: draft.name, scopes: try scopes(draft), project: try project(draft),
                    days: Int(draft.days) ?? 0, password: page.form("password"), page.who,
                    at: page.here,
                    secret: Sodium.secret())
                return page.page(try shown(app, page, fresh: text))
            } else: {
                try shown(app, page, draft, failure: $0)
            }
        },
        PageRow(.post, "/tokens/ends", .user, "End a token.", sides: [.cabinet]) { app, page in
            try page.tried("token") {
                try app.ownTokens.revoke(page.form.line("name"), page.who)
                return page.go("/tokens")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
    ]

    private static func shown(
        _ app: App, _ page: PageCall, _ draft: TokensPage.Draft = .init(), fresh: String? = nil,
        failure: FormFailure? = nil
    ) throws -> Markup {
        TokensPage(
            of: page.who.user.email.text, app.ownTokens.offers(to: page.viewer),
            try app.ownTokens.list(page.who), at: app.clock.now(),
            draft: draft, fresh: fresh, failure: failure, page.visit
        ).markup
    }

    private static func scopes(_ draft: TokensPage.Draft) throws -> [TokenScope] {
        try draft.scopes.sorted().map { text in
            guard let scope = TokenScope(rawValue: text) else { throw TokensProblem.unknownScope(text) }
            return scope
        }
    }

    /// A project that is no PID, or not the user's, is refused like one the user may not have a token for.
    private static func project(_ draft: TokensPage.Draft) throws -> PID {
        guard let pid = PID(draft.project) else { throw TokensProblem.scopeNotYours }
        return pid
    }
}
