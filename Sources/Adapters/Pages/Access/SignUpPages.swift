import Access
import Basics
import Counterparties
import Notices
import Regions
package import UseCases

/// Signing up: who, and as whom.
package struct SignUpPage {
    private let visit: Visit
    private let site: Site
    private let draft: SignUpDraft
    private let failure: FormFailure?

    package init(_ site: Site, _ draft: SignUpDraft, failure: FormFailure? = nil, _ visit: Visit) {
        self.visit = visit
        self.site = site
        self.draft = draft
        self.failure = failure
    }

    package var markup: Markup {
        let words = visit.words
        let party = draft.party
        let kinds = [
            ("individual", words("an individual", "физическое лицо")),
            ("legalEntity", words("a company", "компания")),
            ("soleProprietor", words("a sole proprietor", "индивидуальный предприниматель")),
        ].map { (value: $0.0, name: $0.1) }
        let form = Form(
            visit: visit, id: "sign-up", action: "/sign-up",
            fields: [
                .init(
                    name: "email", label: words("E-mail", "Почта"), kind: .email, autocomplete: "username",
                    value: draft.email),
                .init(
                    name: "password", label: words("Password", "Пароль"), kind: .password,
                    autocomplete: "new-password",
                    hint: words(
                        "At least \(AccessTerms().password.shortest) characters; several words do well.",
                        "Не меньше \(AccessTerms().password.shortest) знаков; хорошо подходят несколько слов."
                    )),
                .init(
                    name: "name", label: words("Your name", "Ваше имя"), autocomplete: "name",
                    value: draft.name),
                .init(
                    name: "kind", label: words("You are", "Вы"), kind: .choice(kinds),
                    value: party.kind),
                .init(
                    name: "company",
                    label: words("Name of the company or proprietor", "Название компании или ИП"),
                    autocomplete: "organization", value: party.name ?? "",
                    hint: words("Not for an individual.", "Физическому лицу не нужно."), isNeeded: false),
                .init(
                    name: "number",
                    label: words("Tax number (ИНН, БИН, ИИН)", "Налоговый номер (ИНН, БИН, ИИН)"),
                    value: party.inn ?? party.bin ?? "", isNeeded: false),
                .init(
                    name: "kpp", label: words("КПП, if there is one", "КПП, если есть"),
                    value: party.kpp ?? "", isNeeded: false),
            ], button: words("Sign up", "Зарегистрироваться"), failure: failure)
        return visit.simple(
            words("Sign up", "Регистрация"), "/sign-up",
            """
            <p>\(words("Region:", "Регион:")) \(visit.region(site.region))</p>
            \(form.markup)
            <p class="dim">\(words("By signing up you accept the public offer of", "Регистрируясь, вы принимаете публичную оферту:")) \(name(site.region.profile.supplier.shortName)). \(anchor(visit.link("/individuals-and-companies"), words("What individuals and companies may have", "Что доступно физическим лицам и компаниям")))</p>
            <p>\(anchor(visit.link("/sign-in"), words("I have an account", "У меня уже есть учётная запись")))</p>
            """)
    }
}

/// The pages that the links of letters open.
package struct LinkPage {
    private let visit: Visit
    private let title: String
    private let path: String
    private let code: String
    private let intro: Markup?
    private let fields: [Form.Field]
    private let button: String
    private let failure: FormFailure?

    package static func confirmation(_ code: String, failure: FormFailure? = nil, _ visit: Visit) -> LinkPage
    {
        LinkPage(
            visit: visit, title: visit.words("Confirm your address", "Подтверждение адреса"),
            path: "/confirmation", code: code, intro: nil, fields: [.account(""), old(visit)],
            button: visit.words("Confirm", "Подтвердить"), failure: failure)
    }

    package static func newPassword(_ code: String, failure: FormFailure? = nil, _ visit: Visit) -> LinkPage {
        LinkPage(
            visit: visit, title: visit.words("A new password", "Новый пароль"), path: "/new-password",
            code: code, intro: nil, fields: [.account(""), new(visit)],
            button: visit.words("Set", "Задать"),
            failure: failure)
    }

    package static func invitation(
        _ code: String, _ invitation: MembersDesk.Invitation, name: String = "", failure: FormFailure? = nil,
        _ visit: Visit
    ) -> LinkPage {
        let roles = invitation.roles.sorted().map { $0.phrase.text(visit.language) }.joined(separator: ", ")
        let named = Form.Field(
            name: "name", label: visit.words("Your name", "Ваше имя"), autocomplete: "name", value: name)
        return LinkPage(
            visit: visit,
            title: visit.words(
                "Invitation to \(invitation.project)", "Приглашение в проект \(invitation.project)"),
            path: "/invitation", code: code,
            intro: "<p>\(invitation.email.text) · \(visit.words("roles", "роли")): \(roles)</p>",
            fields: [.account(invitation.email.text)]
                + (invitation.isKnown ? [old(visit)] : [named, new(visit)]),
            button: visit.words("Accept", "Принять"), failure: failure)
    }

    package static func reset(failure: FormFailure? = nil, email: String = "", _ visit: Visit) -> LinkPage {
        LinkPage(
            visit: visit, title: visit.words("A lost password", "Забытый пароль"), path: "/reset", code: "",
            intro: nil,
            fields: [
                .init(
                    name: "email", label: visit.words("E-mail", "Почта"), kind: .email,
                    autocomplete: "username", value: email)
            ], button: visit.words("Send a letter", "Прислать письмо"), failure: failure)
    }

    package var markup: Markup {
        let hidden = code.isEmpty ? [] : [Form.Field(name: "code", label: "", kind: .hidden, value: code)]
        let form = Form(
            visit: visit, id: "link", action: path, fields: hidden + fields, button: button, failure: failure)
        return visit.simple(title, path, query: [("code", code)], "\(intro)\(form.markup)")
    }

    private static func old(_ visit: Visit) -> Form.Field {
        Form.Field(
            name: "password", label: visit.words("Your password", "Ваш пароль"), kind: .password,
            autocomplete: "current-password")
    }

    private static func new(_ visit: Visit) -> Form.Field {
        Form.Field(
            name: "password", label: visit.words("New password", "Новый пароль"), kind: .password,
            autocomplete: "new-password",
            hint: visit.words(
                "At least \(AccessTerms().password.shortest) characters; several words do well.",
                "Не меньше \(AccessTerms().password.shortest) знаков; хорошо подходят несколько слов."))
    }
}
