package import Basics
package import Notices

/// What can be wrong with a request before any room looks at it.
package enum APIProblem: Problem, Worded, Equatable {
    case noRoute
    case otherMethod([String])
    case noToken
    case noScope([String])
    /// The token sees one project, and this is no project's.
    case oneProject
    case tooManyRequests
    case busy
    case otherMediaType(found: String, wanted: [String])
    case bodyTooLarge(limit: Int)
    case headTooLarge
    case bodyCutShort
    case bodyTooSlow
    case malformed
    case badEncoding(String)
    case badKey
    case badParameter(String, String)
    case tooManyEvents(limit: Int)
    case noEvents
    case noRecords
    case otherName(path: String, body: String)
    case noSuchForm(String)
    /// Another month, or the same for good or on trial, is being closed in the region.
    case otherClosing(String)
    case unexpected(String)

    package var code: String {
        switch self {
        case .noRoute: "api.no-route"
        case .otherMethod: "api.other-method"
        case .noToken: "api.no-token"
        case .noScope: "api.no-scope"
        case .oneProject: "api.one-project"
        case .tooManyRequests: "api.too-many-requests"
        case .busy: "api.busy"
        case .otherMediaType: "api.other-media-type"
        case .bodyTooLarge: "api.body-too-large"
        case .headTooLarge: "api.head-too-large"
        case .bodyCutShort: "api.body-cut-short"
        case .bodyTooSlow: "api.body-too-slow"
        case .malformed: "api.malformed"
        case .badEncoding: "api.bad-encoding"
        case .badKey: "api.bad-key"
        case .badParameter: "api.bad-parameter"
        case .tooManyEvents: "api.too-many-events"
        case .noEvents: "api.no-events"
        case .noRecords: "api.no-records"
        case .otherName: "api.other-name"
        case .noSuchForm: "api.no-such-form"
        case .otherClosing: "api.other-closing"
        case .unexpected: "api.unexpected"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .noRoute, .noSuchForm: .missing
        case .noToken, .noScope, .oneProject: .forbidden
        case .otherClosing: .conflict
        case .tooManyRequests, .busy, .unexpected: .unavailable
        default: .invalid
        }
    }

    package var phrase: Phrase { Phrase(en: en, ru: ru) }

    private var en: String {
        switch self {
        case .noRoute: "There is nothing at this address. See /v1/openapi.json for what there is."
        case .otherMethod(let allowed):
            "This address does not take this method. It takes \(allowed.joined(separator: ", "))."
        case .noToken: "This needs a token. Send it as «Authorization: Bearer …» or «X-Auth-Token»."
        case .noScope(let scopes):
            "The token may not do this. Ask for one with the scope \(scopes.joined(separator: " or "))."
        case .oneProject:
            "The token sees one project, and this belongs to none. Ask for a token without a project."
        case .tooManyRequests:
            "Too many requests with this token, or with unknown ones. Wait as Retry-After says."
        case .busy: "There is more work than the server takes at once. Nothing was kept; try again shortly."
        case .otherMediaType(let found, let wanted):
            "The body comes as «\(found.shown)». Send it as \(wanted.joined(separator: " or "))."
        case .bodyTooLarge(let limit):
            "The body has more than \(limit) bytes. Send less at once."
        case .headTooLarge: "The request's head is too large. Send fewer and shorter fields."
        case .bodyCutShort: "The body broke off before its end. Nothing was kept; send it again."
        case .bodyTooSlow: "The request came too slowly. Nothing was kept; send it again."
        case .malformed: "This is no HTTP request. Check the client, or what stands between."
        case .badEncoding(let name):
            "The body is packed as «\(name.shown)» or is damaged. Send it as gzip, or not packed."
        case .badKey: "An Idempotency-Key has 1 to 255 visible characters. Correct it."
        case .badParameter(let name, let text):
            "The parameter «\(name.shown)» cannot be «\(text.shown)». Correct it; see /v1/openapi.json."
        case .tooManyEvents(let limit): "More than \(limit) events came at once. Send them in parts."
        case .noEvents: "No event came. Send at least one."
        case .noRecords: "No record came. Send at least one."
        case .otherName(let path, let body):
            "The address names «\(path.shown)», the body «\(body.shown)». Make them agree."
        case .otherClosing(let month):
            "The closing of \(month) runs in this region, and only one does at a time. Wait for its end."
        case .noSuchForm(let address): "The document \(address) has no XML. Ask for .json or .pdf."
        case .unexpected(let number):
            "Something went wrong inside; the log says more under \(number). Try again, then report that number."
        }
    }

    private var ru: String {
        switch self {
        case .noRoute: "По этому адресу ничего нет. Что есть, сказано в /v1/openapi.json."
        case .otherMethod(let allowed):
            "Этот адрес не принимает такой метод. Можно: \(allowed.joined(separator: ", "))."
        case .noToken: "Нужен токен. Передайте его в «Authorization: Bearer …» или «X-Auth-Token»."
        case .noScope(let scopes):
            "Токену это не разрешено. Запросите токен с областью \(scopes.joined(separator: " или "))."
        case .oneProject:
            "Токену виден один проект, а это не относится ни к одному. Запросите токен без проекта."
        case .tooManyRequests:
            "Слишком много запросов с этим токеном или с неизвестными. Подождите, сколько сказано в Retry-After."
        case .busy: "Работы больше, чем сервер принимает сразу. Ничего не сохранено; повторите чуть позже."
        case .otherMediaType(let found, let wanted):
            "Тело передано как «\(found.shown)». Передайте его как \(wanted.joined(separator: " или "))."
        case .bodyTooLarge(let limit): "В теле больше \(limit) байт. Передавайте меньше за раз."
        case .headTooLarge: "Заголовок запроса слишком велик. Передавайте меньше полей и короче."
        case .bodyCutShort: "Тело оборвалось раньше конца. Ничего не сохранено; передайте снова."
        case .bodyTooSlow: "Запрос передавался слишком медленно. Ничего не сохранено; передайте снова."
        case .malformed: "Это не запрос HTTP. Проверьте клиента и то, что стоит между ним и сервером."
        case .badEncoding(let name):
            "Тело сжато как «\(name.shown)» или повреждено. Передайте его в gzip или без сжатия."
        case .badKey: "В Idempotency-Key должно быть от 1 до 255 видимых знаков. Исправьте его."
        case .badParameter(let name, let text):
            "Параметр «\(name.shown)» не может быть «\(text.shown)». Исправьте его; см. /v1/openapi.json."
        case .tooManyEvents(let limit): "Передано больше \(limit) событий. Передавайте их частями."
        case .noEvents: "Нет ни одного события. Передайте хотя бы одно."
        case .noRecords: "Нет ни одной записи. Передайте хотя бы одну."
        case .otherName(let path, let body):
            "В адресе назван «\(path.shown)», в теле «\(body.shown)». Они должны совпадать."
        case .otherClosing(let month):
            "В этом регионе закрывается \(month), одновременно идёт одно закрытие. Дождитесь его конца."
        case .noSuchForm(let address): "У документа \(address) нет XML. Запросите .json или .pdf."
        case .unexpected(let number):
            "Внутренняя ошибка; в журнале она под номером \(number). Повторите, затем сообщите этот номер."
        }
    }
}
