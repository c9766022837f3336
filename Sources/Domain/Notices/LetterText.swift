package import Access
package import Basics
package import Regions
package import Requests
import Wording

/// What a letter to a user says.
package enum LetterText: Hashable, Sendable {
    /// Who signed up shows that the address is theirs.
    case confirmation(link: String, hours: Int)
    /// Somebody signed up with an address that is known.
    case known(site: String)
    case reset(link: String, minutes: Int)
    case invitation(PID, Set<CustomerRole>, by: String, link: String, days: Int)
    /// To one of the provider's own people.
    case staffInvitation(Set<StaffRole>, by: String, link: String, days: Int)
    /// What nobody else should have done.
    case passwordChanged(site: String)
    case secondStepChanged(isOn: Bool, site: String)
    /// A month has cost a project more than its limit (R95); what of it bonuses paid stands beside (O28).
    case limitExceeded(PID, Month, limit: Money, spent: Money, bonus: Money)
    /// A customer's request has come; by when it will be done.
    case requestMade(number: Int64, RequestKind, PID, due: Moment, Region)
    /// What the staff said; whether they wait for an answer.
    case requestAnswered(number: Int64, RequestKind, PID, text: String, asks: Bool)
    /// Done with a result, or refused.
    case requestClosed(number: Int64, RequestKind, PID, result: RequestResult?, text: String)
    /// To the one of the staff who works on it: the customer has said something.
    case requestReplied(number: Int64, RequestKind, PID, text: String)
    case requestAssigned(number: Int64, RequestKind, PID, by: String)

    package var kind: String {
        switch self {
        case .confirmation: "confirmation"
        case .known: "known"
        case .reset: "reset"
        case .invitation: "invitation"
        case .staffInvitation: "staff-invitation"
        case .passwordChanged: "password-changed"
        case .secondStepChanged: "second-step-changed"
        case .limitExceeded: "limit-exceeded"
        case .requestMade: "request-made"
        case .requestAnswered: "request-answered"
        case .requestClosed: "request-closed"
        case .requestReplied: "request-replied"
        case .requestAssigned: "request-assigned"
        }
    }

    package var subject: Phrase {
        switch self {
        case .confirmation: Phrase(en: "Confirm your address", ru: "Подтвердите адрес почты")
        case .known: Phrase(en: "You are signed up already", ru: "Вы уже зарегистрированы")
        case .reset: Phrase(en: "A new password", ru: "Новый пароль")
        case .invitation(let pid, _, _, _, _):
            Phrase(en: "An invitation to the project \(pid)", ru: "Приглашение в проект \(pid)")
        case .staffInvitation: Phrase(en: "Your access to the office", ru: "Доступ в бэк-офис")
        case .passwordChanged: Phrase(en: "Your password was changed", ru: "Ваш пароль изменён")
        case .secondStepChanged(let isOn, _):
            isOn
                ? Phrase(en: "Signing in now takes a code", ru: "Теперь для входа нужен код")
                : Phrase(en: "Signing in takes no code any more", ru: "Код для входа больше не нужен")
        case .requestMade(let number, let kind, _, _, _): LetterText.request(number, kind)
        case .requestAnswered(let number, let kind, _, _, _): LetterText.request(number, kind)
        case .requestClosed(let number, let kind, _, _, _): LetterText.request(number, kind)
        case .requestReplied(let number, let kind, _, _): LetterText.request(number, kind)
        case .requestAssigned(let number, let kind, _, _): LetterText.request(number, kind)
        case .limitExceeded(let pid, let month, _, _, _):
            Phrase(
                en: "The project \(pid) has spent more than its limit in \(Phrase(month).en)",
                ru: "Проект \(pid): расход превысил лимит, \(Phrase(month).ru)")
        }
    }

    package var body: Phrase {
        switch self {
        case .confirmation(let link, let hours):
            Phrase(
                en: """
                    You signed up with this address. Open the link within \(hours) hours and type your password:

                    \(link)

                    If it was not you, do nothing: without the link nobody gets in.
                    """,
                ru: """
                    Вы зарегистрировались с этим адресом. Откройте ссылку в течение \(hours) ч и введите свой пароль:

                    \(link)

                    Если это были не вы, ничего не делайте: без ссылки никто не войдёт.
                    """)
        case .known(let site):
            Phrase(
                en: """
                    Somebody signed up with this address, but you have been signed up for long. Nothing was changed.
                    Sign in, or set a new password if you forgot it:

                    \(site)/sign-in
                    """,
                ru: """
                    Кто-то зарегистрировался с этим адресом, но вы уже зарегистрированы. Ничего не изменено.
                    Войдите или задайте новый пароль, если забыли его:

                    \(site)/sign-in
                    """)
        case .reset(let link, let minutes):
            Phrase(
                en: """
                    Set a new password within \(minutes) minutes:

                    \(link)

                    If you did not ask for it, do nothing: the old one goes on working.
                    """,
                ru: """
                    Задайте новый пароль в течение \(minutes) минут:

                    \(link)

                    Если вы этого не просили, ничего не делайте: старый пароль продолжит работать.
                    """)
        case .invitation(let pid, let roles, let by, let link, let days):
            Phrase(
                en: """
                    \(by.shown) invites you to the project \(pid) as \(LetterText.list(roles).en). Open the link within \
                    \(days) days:

                    \(link)
                    """,
                ru: """
                    \(by.shown) приглашает вас в проект \(pid). Роль: \(LetterText.list(roles).ru). Откройте ссылку в \
                    течение \(days) дней:

                    \(link)
                    """)
        case .staffInvitation(let roles, let by, let link, let days):
            Phrase(
                en: """
                    \(by.shown) gave you access to the back office. Roles: \(LetterText.list(roles).en). Set your \
                    password within \(days) days:

                    \(link)
                    """,
                ru: """
                    \(by.shown) открывает вам доступ в бэк-офис. Роли: \(LetterText.list(roles).ru). Задайте пароль в \
                    течение \(days) дней:

                    \(link)
                    """)
        case .passwordChanged(let site):
            Phrase(
                en: """
                    Your password was changed, and all other sessions were ended. If it was not you, set a new one at once:

                    \(site)/reset
                    """,
                ru: """
                    Ваш пароль изменён, все остальные сеансы завершены. Если это были не вы, сразу задайте новый:

                    \(site)/reset
                    """)
        case .secondStepChanged(let isOn, let site):
            Phrase(
                en: """
                    From now on signing in takes \(isOn ? "a code of your authenticator besides the password" : "the password alone"). \
                    If it was not you, set a new password at once:

                    \(site)/reset
                    """,
                ru: """
                    Теперь для входа \(isOn ? "нужен код из приложения, кроме пароля" : "достаточно одного пароля"). \
                    Если это были не вы, сразу задайте новый пароль:

                    \(site)/reset
                    """)
        case .requestMade, .requestAnswered, .requestClosed, .requestReplied, .requestAssigned: requestBody
        case .limitExceeded(let pid, let month, let limit, let spent, let bonus):
            Phrase(
                en: """
                    In \(Phrase(month).en) the project \(pid) has spent \(Sums.signed(spent, .en)), of which bonuses paid \
                    \(Sums.signed(bonus, .en)). Its monthly limit is \(Sums.signed(limit, .en)).

                    Nothing was stopped. The limit can be changed in the cabinet, on the page “Limits” of the project.
                    """,
                ru: """
                    Проект \(pid) израсходовал \(Sums.signed(spent, .ru)) за месяц: \(Phrase(month).ru) Из них бонусами \
                    оплачено \(Sums.signed(bonus, .ru)). Лимит на месяц — \(Sums.signed(limit, .ru)).

                    Ничего не остановлено. Изменить лимит можно в кабинете, на странице проекта «Лимиты».
                    """)
        }
    }

    private static func list(_ roles: Set<StaffRole>) -> Phrase {
        let words = roles.sorted().map(\.phrase)
        return Phrase(
            en: words.map(\.en).joined(separator: ", "), ru: words.map(\.ru).joined(separator: ", "))
    }

    private static func list(_ roles: Set<CustomerRole>) -> Phrase {
        let words = roles.sorted().map(\.phrase)
        return Phrase(
            en: words.map(\.en).joined(separator: ", "), ru: words.map(\.ru).joined(separator: ", "))
    }
}
