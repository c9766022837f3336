package import Access
import Basics
import Notices
import Regions
package import UseCases

/// A user's own signing in: sessions, password, second step.
package struct SecurityPage {
    private let visit: Visit
    private let signed: SignedVisit
    private let sessions: [UserSession]
    private let begun: OneTimePassword?
    private let failure: FormFailure?

    package init(
        _ signed: SignedVisit, _ sessions: [UserSession], begun: OneTimePassword? = nil,
        failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.visit = visit
        self.signed = signed
        self.sessions = sessions
        self.begun = begun
        self.failure = failure
    }

    package var markup: Markup {
        let words = visit.words
        let others = Form(
            visit: visit, id: "others", action: "/security/other-sessions", fields: [],
            button: words("End all others", "Завершить все остальные"), isDangerous: true)
        let password = Form(
            visit: visit, id: "password", action: "/security/password",
            fields: [
                .account(signed.user.email.text),
                .init(
                    name: "old", label: words("Present password", "Нынешний пароль"), kind: .password,
                    autocomplete: "current-password"),
                .init(
                    name: "new", label: words("New password", "Новый пароль"), kind: .password,
                    autocomplete: "new-password"),
            ], button: words("Change", "Изменить"), failure: failure)
        return Frame(visit: visit, title: words("Security", "Безопасность"), path: "/security").page(
            """
            <h1>\(words("Security", "Безопасность"))</h1>
            <p>\(name(signed.user.name)) · \(signed.user.email.text)</p>
            <h2>\(words("Sessions", "Сеансы"))</h2>
            \(table)
            \(sessions.count > 1 ? others.markup : nil)
            \(signed.user.side == .cabinet ? tokens : nil)
            <h2>\(words("Password", "Пароль"))</h2>
            \(password.markup)
            <h2>\(words("Second step", "Второй шаг"))</h2>
            \(secondStep)
            """)
    }

    private var tokens: Markup {
        let text = visit.words("Tokens for programs", "Токены для программ")
        return
            "<h2>\(text)</h2>\n<p>\(anchor(visit.link("/tokens"), visit.words("Make, see and end them", "Создать, посмотреть, отозвать")))</p>"
    }

    private var table: Markup {
        var table = Table(
            caption: visit.words("Where you are signed in", "Где вы вошли"),
            columns: [
                .init(visit.words("Begun", "Начат")), .init(visit.words("Last used", "Последний запрос")),
                .init(visit.words("Network", "Сеть")), .init(visit.words("Browser", "Браузер")),
                .init(visit.words("Action", "Действие")),
            ])
        table.rows = sessions.map { session in
            let isThis = session.hash == signed.session.hash
            let end = Form(
                visit: visit, id: "s\(session.name)", action: "/security/sessions",
                fields: [.init(name: "session", label: "", kind: .hidden, value: session.name)],
                button: visit.words("End", "Завершить"), isDangerous: true)
            return [
                "\(visit.moment(session.createdAt, .moscow))", "\(visit.moment(session.seenAt, .moscow))",
                "\(session.network)", name(session.agent),
                isThis ? "\(visit.words("this one", "этот"))" : end.markup,
            ]
        }
        return table.markup
    }

    private var secondStep: Markup {
        "\(duty)\(step)"
    }

    /// Who works here needs it.
    private var duty: Markup? {
        if case .on = signed.user.secondStep { return nil }
        guard signed.user.side == .office else { return nil }
        let text = visit.words(
            "Who works here signs in with a second step: outside of the demo nothing else opens before it is set up.",
            "Сотрудники входят со вторым шагом: вне демонстрации до его настройки ничего другое не открывается."
        )
        return "<div class=\"alert alert-info\" role=\"note\">\(text)</div>\n"
    }

    private var step: Markup {
        let words = visit.words
        let asked = Form.Field(
            name: "password", label: words("Your password", "Ваш пароль"), kind: .password,
            autocomplete: "current-password")
        switch (signed.user.secondStep, begun) {
        case (.off, _), (.begun, nil):
            return Form(
                visit: visit, id: "begin", action: "/security/second-step",
                fields: [.account(signed.user.email.text), asked],
                button: words("Set up a second step", "Настроить второй шаг"), failure: failure
            ).markup
        case (.begun, let password?):
            let form = Form(
                visit: visit, id: "confirm", action: "/security/second-step/confirmation",
                fields: [
                    .init(
                        name: "code", label: words("The code it shows", "Код, который оно показывает"),
                        autocomplete: "one-time-code")
                ], button: words("Turn on", "Включить"), failure: failure)
            return """
                <p>\(words("Put this secret into your authenticator:", "Введите этот секрет в приложение для входа:"))</p>
                <p><code>\(password.base32)</code></p>
                <p><a href="\(password.address(of: signed.user.email, issuer: "Kontragent"))">\
                \(words("or open it on this device", "или откройте его на этом устройстве"))</a></p>
                \(form.markup)
                """
        case (.on, _):
            return Form(
                visit: visit, id: "remove", action: "/security/second-step/removal",
                fields: [.account(signed.user.email.text), asked],
                button: words("Turn off", "Выключить"), isDangerous: true, failure: failure
            ).markup
        }
    }
}
