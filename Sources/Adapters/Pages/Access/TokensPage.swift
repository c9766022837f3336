package import Basics
import Regions
package import UseCases

/// A user's tokens for programs: made for a project, shown once, ended at any time.
package struct TokensPage {
    private let visit: Visit
    private let email: String
    private let offers: [OwnTokensDesk.Offer]
    private let tokens: [Token]
    private let now: Moment
    private let draft: Draft
    private let fresh: String?
    private let failure: FormFailure?

    /// What was typed.
    package struct Draft: Sendable {
        package var name = ""
        package var project = ""
        package var scopes: Set<String> = [TokenScope.balance.rawValue]
        package var days = "90"

        package init() {}
    }

    /// `fresh` is the text of a token made just now, which no other page will show.
    package init(
        of email: String, _ offers: [OwnTokensDesk.Offer], _ tokens: [Token], at now: Moment,
        draft: Draft = Draft(),
        fresh: String? = nil, failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.email = email
        self.offers = offers
        self.tokens = tokens
        self.now = now
        self.draft = draft
        self.fresh = fresh
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        let words = visit.words
        let title = words("Tokens for programs", "Токены для программ")
        return Frame(
            visit: visit, title: title, path: "/tokens",
            trail: [(words("Security", "Безопасность"), visit.link("/security"))]
        ).page(
            """
            <h1>\(title)</h1>
            \(fresh.map(shown))
            \(tokens.isEmpty ? none : table)
            \(offers.isEmpty ? nothing : form)
            """)
    }

    private func shown(_ text: String) -> Markup {
        """
        <div class="alert alert-success" role="status"><p>\(visit.words(
            "The token is made. Copy it now: it is kept nowhere and is not shown again.",
            "Токен создан. Скопируйте его сейчас: он нигде не хранится и больше не будет показан."))</p>
        <p><code class="secret">\(text)</code></p></div>

        """
    }

    private var none: Markup {
        empty(
            visit.words("You have no tokens.", "Токенов пока нет."),
            "\(visit.words("A token lets a program ask a project's balance or read its charges and documents.", "С токеном программа узнаёт баланс проекта или читает его списания и документы."))"
        )
    }

    private var nothing: Markup {
        """
        <p>\(visit.words(
            "In none of your projects may you make tokens: that is for its owner, superadministrators and project administrators.",
            "Ни в одном из ваших проектов вам нельзя создавать токены: это могут владелец, суперадминистраторы и администраторы проекта."))</p>
        """
    }

    private var table: Markup {
        var table = Table(
            caption: visit.words("Your tokens", "Ваши токены"),
            columns: [
                .init(visit.words("Name", "Имя"), isName: true), .init(visit.words("Project", "Проект")),
                .init(visit.words("Opens", "Открывает"), isName: true),
                .init(visit.words("Made", "Создан")), .init(visit.words("Until", "Действует до")),
                .init(visit.words("Action", "Действие"), isForScreen: true),
            ])
        table.rows = tokens.map { token in
            [
                name(token.shortName), "\(token.project?.text ?? "—")",
                "\(token.scopes.map(TokensPage.scope(visit)).joined(separator: ", "))",
                "\(visit.moment(token.createdAt, .moscow))",
                "\(token.expiresAt.map { visit.moment($0, .moscow) } ?? "—")", end(token),
            ]
        }
        return table.markup
    }

    private func end(_ token: Token) -> Markup {
        if let revoked = token.revokedAt {
            return "\(visit.words("ended", "отозван")) \(visit.moment(revoked, .moscow))"
        }
        if let until = token.expiresAt, until <= now { return "\(visit.words("run out", "истёк"))" }
        return Form(
            visit: visit, id: "end-\(token.shortName)", action: "/tokens/ends",
            fields: [.init(name: "name", label: "", kind: .hidden, value: token.shortName)],
            button: visit.words("End", "Отозвать"), isDangerous: true
        ).markup
    }

    private var form: Markup {
        let scopes = TokenScope.allCases.filter { scope in offers.contains { $0.scopes.contains(scope) } }
        return """
            <h2>\(visit.words("A new token", "Новый токен"))</h2>
            \(Form(
                visit: visit, id: "token", action: "/tokens",
                fields: [
                    .init(
                        name: "name", label: visit.words("Name", "Имя"), value: draft.name,
                        hint: visit.words(
                            "For you to tell it by: Latin letters, digits, «-», «_», «.».",
                            "Чтобы узнать его в списке: латинские буквы, цифры, «-», «_», «.».")),
                    .init(
                        name: "project", label: visit.words("Project", "Проект"),
                        kind: .choice(offers.map { ($0.project.text, $0.project.text) }),
                        value: draft.project),
                    .init(
                        name: "scope", label: visit.words("What it opens", "Что открывает"),
                        kind: .boxes(scopes.map { ($0.rawValue, TokensPage.scope(visit)($0)) }),
                        values: draft.scopes),
                    .init(
                        name: "days", label: visit.words("Days it lives", "Сколько дней действует"),
                        kind: .figures, value: draft.days,
                        hint: visit.words(
                            "\(OwnTokensDesk.mostDays) at most.", "Не больше \(OwnTokensDesk.mostDays).")),
                    .account(email),
                    .init(
                        name: "password", label: visit.words("Your password", "Ваш пароль"),
                        kind: .password, autocomplete: "current-password"),
                ], button: visit.words("Make", "Создать"), failure: failure
            ).markup)
            """
    }

    private static func scope(_ visit: Visit) -> (TokenScope) -> String {
        { scope in
            switch scope {
            case .balance: visit.words("the balance", "баланс")
            case .read: visit.words("reading all of the project", "чтение всего проекта")
            case .usage, .catalog, .money, .closing: scope.rawValue
            }
        }
    }
}
