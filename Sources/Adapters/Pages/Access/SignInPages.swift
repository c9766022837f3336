package import Access
import Basics

/// Signing in and the second step.
package struct SignInPage {
    private let visit: Visit
    private let side: AccessSide
    private let email: String
    private let failure: FormFailure?

    package init(_ side: AccessSide, email: String = "", failure: FormFailure? = nil, _ visit: Visit) {
        self.visit = visit
        self.side = side
        self.email = email
        self.failure = failure
    }

    package var markup: Markup {
        let words = visit.words
        let form = Form(
            visit: visit, id: "sign-in", action: "/sign-in",
            fields: [
                .init(
                    name: "email", label: words("E-mail", "Почта"), kind: .email, autocomplete: "username",
                    value: email),
                .init(
                    name: "password", label: words("Password", "Пароль"), kind: .password,
                    autocomplete: "current-password"),
            ], button: words("Sign in", "Войти"), failure: failure)
        let more: Markup? =
            side == .cabinet
            ? """
            <p>\(anchor(visit.link("/sign-up"), words("Sign up", "Зарегистрироваться")))</p>
            <p>\(anchor(visit.link("/supplier"), words("The supplier's details", "Реквизиты исполнителя")))</p>
            """ : nil
        return visit.simple(
            side == .cabinet ? words("Sign in", "Вход") : words("Sign in for staff", "Вход для сотрудников"),
            "/sign-in",
            """
            \(form.markup)
            <p>\(anchor(visit.link("/reset"), words("I forgot my password", "Не помню пароль")))</p>
            \(more)
            """)
    }
}

package struct SecondStepPage {
    private let visit: Visit
    private let failure: FormFailure?

    package init(failure: FormFailure? = nil, _ visit: Visit) {
        self.visit = visit
        self.failure = failure
    }

    package var markup: Markup {
        let words = visit.words
        let form = Form(
            visit: visit, id: "second-step", action: "/second-step",
            fields: [
                .init(
                    name: "code", label: words("Six digits of the moment", "Шесть цифр этой минуты"),
                    autocomplete: "one-time-code",
                    hint: words("Your authenticator shows them.", "Их показывает ваше приложение для входа."))
            ], button: words("Go on", "Продолжить"), failure: failure)
        return visit.simple(words("The second step", "Второй шаг"), "/second-step", form.markup)
    }
}

/// A letter was sent, a thing is done: a sentence and where to go.
package struct NotePage {
    private let visit: Visit
    private let title: String
    private let text: String
    private let path: String

    private init(_ visit: Visit, _ path: String, _ title: String, _ text: String) {
        self.visit = visit
        self.path = path
        self.title = title
        self.text = text
    }

    package static func letterSent(_ visit: Visit, at path: String) -> NotePage {
        NotePage(
            visit, path, visit.words("Look into your mailbox", "Проверьте почту"),
            visit.words(
                "If the address is right, a letter is on its way. Open the link in it.",
                "Если адрес верен, письмо уже в пути. Откройте ссылку из него."))
    }

    package static func done(_ visit: Visit, at path: String) -> NotePage {
        NotePage(
            visit, path, visit.words("Done", "Готово"),
            visit.words("Now sign in with your password.", "Теперь войдите со своим паролем."))
    }

    package var markup: Markup {
        visit.simple(
            title, path,
            """
            <p class="alert alert-success">\(text)</p>
            <p>\(anchor(visit.link("/sign-in"), visit.words("Sign in", "Войти")))</p>
            """)
    }
}
