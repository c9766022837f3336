import Access
import Basics
import Notices
import Regions
import UseCases
import Wording

/// What several pages of the staff have in common.
extension Visit {
    /// The way to the next page of a list, and back to its beginning.
    /// Where a page has several lists, `of` says which.
    func onward(
        _ path: String, _ query: [(String, String)], _ name: String, _ place: String?, isFirst: Bool,
        of list: String = ""
    ) -> Markup? {
        guard place != nil || !isFirst else { return nil }
        let first: Markup? =
            isFirst
            ? nil
            : "<a class=\"btn btn-outline-secondary btn-sm\" href=\"\(link(path, query))\">\(words("To the beginning", "К началу"))</a>"
        let next: Markup? = place.map {
            "<a class=\"btn btn-outline-secondary btn-sm\" href=\"\(link(path, query + [(name, $0)]))\" data-key=\"]\">\(words("Further", "Дальше")) →</a>"
        }
        return """
            <nav class="pager" aria-label="\(words("Pages of the list", "Страницы списка"))\(list.isEmpty ? "" : ": \(list)")">\(first) \(next)</nav>

            """
    }

    /// A tag in the colour of what it says.
    func tag(_ text: String, _ tone: String = "") -> Markup { "<span class=\"tag \(tone)\">\(text)</span>" }

    func tag(_ state: BankLineRecord.State) -> Markup {
        let tone =
            switch state {
            case .matched: "good"
            case .unclear: "warn"
            case .held: "bad"
            case .outgoing: ""
            }
        return tag(StateWords.line(state.rawValue).text(language), tone)
    }

    func bankLine(_ number: Int64) -> Markup { anchor(link("/bank/lines/\(number)"), "bank/\(number)") }

    func account(_ id: AccountID, _ text: String? = nil) -> Markup {
        "<a href=\"\(accountLink(id))\">\(name(text ?? id.text))</a>"
    }

    func accountLink(_ id: AccountID, _ query: [(String, String)] = []) -> String {
        link("/accounts/" + Visit.segment(id.text), query)
    }

    /// A name as one part of a path.
    package static func segment(_ text: String) -> String { escaped(text).replacing("/", with: "%2F") }

    /// A payment invoice's paper, for whoever may make one.
    func invoice(of pid: PID, _ year: String, _ number: String, _ rights: Set<Right>) -> String? {
        rights.contains(.topUp) ? "/projects/\(pid)/top-up/\(year)/\(number).pdf" : nil
    }

    func project(_ pid: PID) -> Markup { anchor(link("/projects/\(pid)"), pid.text) }

    /// A sum of a line that may be of nobody's account.
    func sum(_ minor: Int64, _ region: Region?) -> String { region.map { sum(minor, $0) } ?? bare(minor) }

    /// A sentence with what is known of it by a problem's words.
    func sentence(_ problem: any Problem) -> String { Wordbook.phrase(problem).text(language) }

    /// Who acts must say why: the field for it.
    func reason(_ label: String? = nil) -> Form.Field {
        Form.Field(
            name: "reason", label: label ?? words("Why", "Почему"),
            hint: words("Kept for good with your name.", "Хранится всегда вместе с вашим именем."))
    }
}

extension StaffAction {
    /// What was done, in words.
    var phrase: Phrase {
        switch self {
        case .bookStatement: Phrase(en: "booked a bank file", ru: "загружена выписка")
        case .acceptStatement: Phrase(en: "accepted a held file", ru: "принята задержанная выписка")
        case .refuseStatement: Phrase(en: "turned a held file away", ru: "отклонена задержанная выписка")
        case .match: Phrase(en: "chose a project for a transfer", ru: "выбран проект для перевода")
        case .undoMatch: Phrase(en: "took a choice back", ru: "отменён выбор проекта")
        case .closeMonth: Phrase(en: "closed a month", ru: "запущено закрытие месяца")
        case .retryOutbox: Phrase(en: "hastened a message", ru: "ускорено сообщение")
        case .verify: Phrase(en: "had the books checked", ru: "запущена проверка книг")
        case .makeUser: Phrase(en: "made a user", ru: "создан пользователь")
        case .giveRoles: Phrase(en: "gave roles", ru: "изменены роли")
        case .endAccess: Phrase(en: "ended an access", ru: "закрыт доступ")
        case .openAccess: Phrase(en: "opened an access", ru: "открыт доступ")
        case .tryClosing: Phrase(en: "tried a closing dry", ru: "пробное закрытие месяца")
        case .setLimit: Phrase(en: "set a month's limit", ru: "задан лимит расходов")
        case .makeInvoice: Phrase(en: "made a payment invoice", ru: "выставлен счёт на оплату")
        case .makeAct: Phrase(en: "made an act of reconciliation", ru: "составлен акт сверки")
        case .addFoundingPaper:
            Phrase(en: "put in a founding document", ru: "добавлен учредительный документ")
        case .withdrawFoundingPaper:
            Phrase(en: "withdrew a founding document", ru: "изъят учредительный документ")
        case .setPassword: Phrase(en: "set a password", ru: "задан пароль")
        case .secondStepOff: Phrase(en: "turned a second step off", ru: "отключён второй шаг входа")
        case .endSessions: Phrase(en: "ended sessions", ru: "завершены сеансы")
        case .assignRequest: Phrase(en: "assigned a request", ru: "назначен исполнитель запроса")
        case .answerRequest: Phrase(en: "answered a request", ru: "дан ответ на запрос")
        case .actOnRequest: Phrase(en: "acted on a request", ru: "выполнено действие по запросу")
        case .closeRequest: Phrase(en: "closed a request", ru: "закрыт запрос")
        case .deferFreezing: Phrase(en: "put a freezing off", ru: "отложена блокировка")
        case .conserve: Phrase(en: "conserved a project", ru: "законсервирован проект")
        case .endConservation: Phrase(en: "ended a conservation", ru: "завершена консервация")
        case .handOver: Phrase(en: "handed a project over", ru: "сменён владелец проекта")
        case .editProfile: Phrase(en: "changed a customer's details", ru: "изменены реквизиты клиента")
        case .passProject:
            Phrase(
                en: "re-registered a project to another account",
                ru: "проект переоформлен на другую учётную запись")
        case .importRegistry: Phrase(en: "loaded a registry", ru: "загружен реестр")
        case .draftContract: Phrase(en: "wrote terms of a contract", ru: "записаны условия договора")
        case .leaveContract: Phrase(en: "left terms of a contract", ru: "условия договора отменены")
        case .signContract: Phrase(en: "signed a contract", ru: "договор подписан")
        case .voidContract:
            Phrase(en: "voided a version of a contract", ru: "аннулирована редакция договора")
        case .assignAdvance: Phrase(en: "assigned an advance", ru: "передан аванс")
        case .substituteFunding: Phrase(en: "substituted funding", ru: "заменено финансирование")
        case .settleLetter: Phrase(en: "dealt with a letter", ru: "разобрано письмо")
        case .endContract: Phrase(en: "gave a contract another term", ru: "изменён срок договора")
        case .setFlow: Phrase(en: "changed how documents come", ru: "изменён документооборот")
        case .giveAddress: Phrase(en: "gave an address for originals", ru: "указан адрес для оригиналов")
        case .sendPackage: Phrase(en: "sent a package", ru: "отправлен комплект документов")
        case .sendCopies: Phrase(en: "sent copies by mail", ru: "отправлены копии документов")
        case .mailCopies: Phrase(en: "had copies mailed", ru: "копии поставлены в очередь писем")
        case .importRates: Phrase(en: "loaded official rates", ru: "загружены официальные курсы")
        case .addRate: Phrase(en: "typed an official rate in", ru: "введён официальный курс")
        }
    }
}
