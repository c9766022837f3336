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
    /// The provider turned it off, for somebody who has lost the telephone.
    case secondStepTaken
    /// A token for programs was made, which outlives the session.
    case tokenMade(name: String, PID, site: String)
    /// A project is frozen, and how far its term until deletion has gone (D12).
    case frozen(PID, Term, since: Phrase, deletion: Phrase, link: String?)
    case thawed(PID, Phrase)
    /// Staff had a project conserved for its owner, or ended it (D13).
    case conserved(PID, since: Phrase, link: String?)
    case conservationEnded(PID, at: Phrase, link: String?)
    /// A month's closing documents are there.
    case documentsReady(Month, Region, link: String?)
    /// Copies of them as PDF go with this letter, one of so many; what is too large for any is named.
    case copies(
        Month, Region, party: String, documents: [Phrase], leftOut: [Phrase], part: Int, of: Int)
    /// A month has cost a project more than its limit (R95); what of it bonuses paid stands beside (O28).
    case limitExceeded(PID, Month, limit: Money, spent: Money, bonus: Money)
    /// More is owed than the contract allows; nothing is stopped (O19).
    case creditExceeded(contract: String, Region, limit: Money, owed: Money, link: String?)
    /// A customer's request has come; by when it will be done.
    case requestMade(number: Int64, RequestKind, PID, due: Moment, Region)
    /// What the staff said; whether they wait for an answer.
    case requestAnswered(number: Int64, RequestKind, PID, text: String, asks: Bool)
    /// Done with a result, or refused.
    case requestClosed(number: Int64, RequestKind, PID, result: RequestResult?, text: String)
    /// To the one of the staff who works on it: the customer has said something.
    case requestReplied(number: Int64, RequestKind, PID, text: String)
    case requestAssigned(number: Int64, RequestKind, PID, by: String)
    /// A letter would be a request if these did not lack.
    case letterIncomplete(number: Int64, RequestKind, lacking: [RequestField])

    package enum Term: Hashable, Sendable {
        case begun
        case half
        case lastDay
        case over
    }

    package var kind: String {
        switch self {
        case .frozen(_, .begun, _, _, _): "frozen"
        case .frozen(_, .half, _, _, _): "half-term"
        case .frozen(_, .lastDay, _, _, _): "last-day"
        case .frozen(_, .over, _, _, _): "term-over"
        case .thawed: "thawed"
        case .conserved: "conserved"
        case .conservationEnded: "conservation-ended"
        case .documentsReady: "documents-ready"
        case .copies: "copies"
        case .confirmation: "confirmation"
        case .known: "known"
        case .reset: "reset"
        case .invitation: "invitation"
        case .staffInvitation: "staff-invitation"
        case .passwordChanged: "password-changed"
        case .secondStepChanged: "second-step-changed"
        case .secondStepTaken: "second-step-taken"
        case .tokenMade: "token-made"
        case .limitExceeded: "limit-exceeded"
        case .creditExceeded: "credit-exceeded"
        case .requestMade: "request-made"
        case .requestAnswered: "request-answered"
        case .requestClosed: "request-closed"
        case .requestReplied: "request-replied"
        case .requestAssigned: "request-assigned"
        case .letterIncomplete: "letter-incomplete"
        }
    }

    package var subject: Phrase {
        switch self {
        case .frozen(let pid, .begun, _, _, _):
            Phrase(en: "The project \(pid) is frozen", ru: "Проект \(pid) заморожен")
        case .frozen(let pid, .half, _, _, _):
            Phrase(
                en: "The project \(pid) is still frozen: half of the term is over",
                ru: "Проект \(pid) всё ещё заморожен: прошла половина срока")
        case .frozen(let pid, .lastDay, _, _, _):
            Phrase(
                en: "The project \(pid): a day is left until its objects are deleted",
                ru: "Проект \(pid): до удаления объектов остались сутки")
        case .frozen(let pid, .over, _, _, _):
            Phrase(
                en: "The project \(pid): the term is over, its objects are being deleted",
                ru: "Проект \(pid): срок истёк, объекты удаляются")
        case .thawed(let pid, _):
            Phrase(en: "The project \(pid) works again", ru: "Проект \(pid) снова работает")
        case .conserved(let pid, _, _):
            Phrase(en: "The project \(pid) is conserved", ru: "Проект \(pid) законсервирован")
        case .conservationEnded(let pid, _, _):
            Phrase(
                en: "The project \(pid) is not conserved any more",
                ru: "Проект \(pid) больше не законсервирован")
        case .documentsReady(let month, _, _):
            Phrase(
                en: "Closing documents of \(Phrase(month).en) are ready",
                ru: "Закрывающие документы готовы: \(Phrase(month).ru)")
        case .copies(let month, _, _, _, _, let part, let parts):
            Phrase(
                en:
                    "Copies of closing documents of \(Phrase(month).en)\(parts > 1 ? " (\(part) of \(parts))" : "")",
                ru:
                    "Копии закрывающих документов: \(Phrase(month).ru)\(parts > 1 ? " (\(part) из \(parts))" : "")"
            )
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
        case .secondStepTaken:
            Phrase(en: "Signing in takes no code any more", ru: "Код для входа больше не нужен")
        case .tokenMade(_, let pid, _):
            Phrase(en: "A token for the project \(pid)", ru: "Новый токен проекта \(pid)")
        case .requestMade(let number, let kind, let pid, _, _): LetterText.request(number, kind, pid)
        case .requestAnswered(let number, let kind, let pid, _, _): LetterText.request(number, kind, pid)
        case .requestClosed(let number, let kind, let pid, _, _): LetterText.request(number, kind, pid)
        case .requestReplied(let number, let kind, let pid, _): LetterText.request(number, kind, pid)
        case .requestAssigned(let number, let kind, let pid, _): LetterText.request(number, kind, pid)
        case .letterIncomplete(let number, let kind, _): LetterText.incomplete(number, kind)
        case .limitExceeded(let pid, let month, _, _, _):
            Phrase(
                en: "The project \(pid) has spent more than its limit in \(Phrase(month).en)",
                ru: "Проект \(pid): расход превысил лимит, \(Phrase(month).ru)")
        case .creditExceeded(let contract, _, _, _, _):
            Phrase(
                en: "More is owed than the credit limit of contract \(contract.shown)",
                ru: "Долг превысил кредитный лимит по договору № \(contract.shown)")
        }
    }

    package var body: Phrase {
        switch self {
        case .frozen(let pid, let term, let since, let deletion, let link):
            LetterText.frozen(pid, term, since, deletion, link)
        case .thawed(let pid, let at):
            Phrase(
                en: """
                    Money has come for the project \(pid): it was thawed on \(at.en). If something of it does not work yet, \
                    start it by hand or write to support.
                    """,
                ru: """
                    На счёт проекта \(pid) поступили деньги: он разморожен \(at.ru). Если что-то ещё не работает, запустите \
                    это вручную или напишите в поддержку.
                    """)
        case .conserved(let pid, let since, let link):
            Phrase(
                en: """
                    The project \(pid) was conserved for you on \(since.en): nothing that is used later is charged. What is \
                    left on its account stays; bonuses end when they would have ended. You can end the conservation at any \
                    time, in the cabinet.\(link.map { "\n\n\($0)" } ?? "")
                    """,
                ru: """
                    По вашему обращению проект \(pid) законсервирован \(since.ru): использованное позже не списывается. Остаток \
                    на счёте сохраняется; бонусы сгорают в свой срок. Завершить консервацию можно в любое время в \
                    кабинете.\(link.map { "\n\n\($0)" } ?? "")
                    """)
        case .conservationEnded(let pid, let at, let link):
            Phrase(
                en: """
                    The conservation of the project \(pid) was ended for you on \(at.en): what is used later is charged again. \
                    If its account is below zero, the project is frozen.\(link.map { "\n\n\($0)" } ?? "")
                    """,
                ru: """
                    По вашему обращению консервация проекта \(pid) завершена \(at.ru): использованное позже снова списывается. \
                    Если на лицевом счёте долг, проект заморожен.\(link.map { "\n\n\($0)" } ?? "")
                    """)
        case .creditExceeded(let contract, let region, let limit, let owed, let link):
            Phrase(
                en: """
                    Under contract \(contract.shown) (\(region.phrase.en)) \(Sums.signed(owed, .en)) are owed in all projects \
                    together, and the credit limit is \(Sums.signed(limit, .en)). Nothing is stopped. Please pay the \
                    invoices that are open; who has a question asks the manager of the contract.\(link.map { "\n\n\($0)" } ?? "")
                    """,
                ru: """
                    По договору № \(contract.shown) (\(region.phrase.ru)) долг по всем проектам составляет \
                    \(Sums.signed(owed, .ru)), а кредитный лимит — \(Sums.signed(limit, .ru)). Услуги не останавливаются. \
                    Оплатите выставленные счета; если есть вопросы, обратитесь к менеджеру договора.\(link.map { "\n\n\($0)" } ?? "")
                    """)
        case .documentsReady(let month, let region, let link):
            Phrase(
                en: """
                    Your closing documents of \(Phrase(month).en) (\(region.phrase.en)) are issued. They lie in the cabinet, \
                    on the page “Closing documents” of each project.\(link.map { "\n\n\($0)" } ?? "")
                    """,
                ru: """
                    Выставлены закрывающие документы: \(Phrase(month).ru), \(region.phrase.ru). Они лежат в кабинете, на \
                    странице проекта «Закрывающие документы».\(link.map { "\n\n\($0)" } ?? "")
                    """)
        case .copies(let month, let region, let party, let documents, let leftOut, _, _):
            LetterText.copies(month, region, party, documents, leftOut)
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
        case .secondStepTaken:
            Phrase(
                en: """
                    The provider's support turned your second step off and ended your sessions: signing in takes the \
                    password alone until you turn it on again. If you did not ask for it, write to support at once.
                    """,
                ru: """
                    Поддержка отключила вам второй шаг входа и завершила ваши сеансы: пока вы не включите его снова, для \
                    входа достаточно пароля. Если вы об этом не просили, сразу напишите в поддержку.
                    """)
        case .tokenMade(let name, let pid, let site):
            Phrase(
                en: """
                    The token “\(name.shown)” for programs was made under your name, for the project \(pid). If it was \
                    not you, end it and set a new password:

                    \(site)/tokens
                    \(site)/reset
                    """,
                ru: """
                    От вашего имени создан токен для программ «\(name.shown)», проект \(pid). Если это были не вы, \
                    отзовите его и задайте новый пароль:

                    \(site)/tokens
                    \(site)/reset
                    """)
        case .requestMade, .requestAnswered, .requestClosed, .requestReplied, .requestAssigned: requestBody
        case .letterIncomplete(_, let kind, let lacking): LetterText.incomplete(kind, lacking)
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

    /// How a letter names a document it brings.
    package static func document(_ kind: DocumentKind, number: Int, _ date: Day) -> Phrase {
        Phrase(
            en: "\(kind.phrase.en) № \(number) of \(Phrase(date).en)",
            ru: "\(kind.phrase.ru) № \(number) от \(Phrase(date).ru)")
    }

    private static func copies(
        _ month: Month, _ region: Region, _ party: String, _ documents: [Phrase], _ leftOut: [Phrase]
    ) -> Phrase {
        func list(_ documents: [Phrase], _ text: (Phrase) -> String) -> String {
            documents.map { "– \(text($0))" }.joined(separator: "\n")
        }
        let (leftEn, leftRu) =
            leftOut.isEmpty
            ? ("", "")
            : (
                "\n\nToo large for a letter, to be had in the cabinet:\n\n\(list(leftOut, \.en))",
                "\n\nНе помещаются в письмо, их можно скачать в кабинете:\n\n\(list(leftOut, \.ru))"
            )
        return Phrase(
            en: """
                Copies of the closing documents of \(party.shown) for \(Phrase(month).en), \(region.phrase.en), as you asked:

                \(list(documents, \.en))\(leftEn)

                Whether copies come, and where to, is set in the cabinet, on the page “Document flow” of a project.
                """,
            ru: """
                По вашей просьбе отправляем копии закрывающих документов: \(party.shown), \(Phrase(month).ru), \(region.phrase.ru).

                \(list(documents, \.ru))\(leftRu)

                Нужны ли копии и куда их отправлять, указывают в кабинете, на странице проекта «Документооборот».
                """)
    }

    private static func frozen(
        _ pid: PID, _ term: Term, _ since: Phrase, _ deletion: Phrase, _ link: String?
    ) -> Phrase {
        let end = link.map { "\n\n\($0)" } ?? ""
        return term == .over
            ? Phrase(
                en: """
                    The project \(pid) was frozen on \(since.en), and its term ended on \(deletion.en): its objects may be \
                    deleted at any moment. Money that comes before that still thaws it.\(end)
                    """,
                ru: """
                    Проект \(pid) заморожен \(since.ru), срок истёк \(deletion.ru): его объекты могут быть удалены в любой \
                    момент. Деньги, которые придут раньше, ещё разморозят его.\(end)
                    """)
            : Phrase(
                en: """
                    The money of the project \(pid) is spent: it was frozen on \(since.en). If nothing comes, its objects \
                    are deleted from \(deletion.en) on. Top it up to more than zero and it is thawed at once.\(end)
                    """,
                ru: """
                    Деньги проекта \(pid) закончились: он заморожен \(since.ru). Если ничего не поступит, его объекты будут \
                    удалены \(deletion.ru). Пополните счёт так, чтобы он стал больше нуля, и проект сразу разморозится.\(end)
                    """)
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
