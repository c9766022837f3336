package import Basics
package import Notices

/// What can be wrong with a token.
package enum TokensProblem: Problem, Worded, Equatable {
    case unknown
    case expired
    case revoked
    case nameTaken(String)
    case noSuchName(String)
    case badName(String)
    case noScope
    case unknownScope(String)
    case badDays
    case badOwnDays(most: Int)
    case scopeNotYours
    case tooMany(Int)
    case otherRequest(String)

    package var code: String {
        switch self {
        case .unknown: "tokens.unknown"
        case .expired: "tokens.expired"
        case .revoked: "tokens.revoked"
        case .nameTaken: "tokens.name-taken"
        case .noSuchName: "tokens.no-such-name"
        case .badName: "tokens.bad-name"
        case .noScope: "tokens.no-scope"
        case .unknownScope: "tokens.unknown-scope"
        case .badDays: "tokens.bad-days"
        case .badOwnDays: "tokens.bad-own-days"
        case .scopeNotYours: "tokens.scope-not-yours"
        case .tooMany: "tokens.too-many"
        case .otherRequest: "tokens.other-request"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknown, .expired, .revoked: .forbidden
        case .nameTaken, .tooMany: .conflict
        case .noSuchName: .missing
        default: .invalid
        }
    }

    package var phrase: Phrase { Phrase(en: en, ru: ru) }

    private var en: String {
        switch self {
        case .unknown: "This token is not known here. Check that it is whole, or ask for a new one."
        case .expired: "This token has expired. Ask for a new one."
        case .revoked: "This token was taken back. Ask for a new one."
        case .nameTaken(let name):
            "There is a token named «\(name.shown)» already, perhaps a revoked one. Choose another name."
        case .noSuchName(let name):
            "There is no token named «\(name.shown)». `kontragent token list` shows them all."
        case .badName(let name):
            "«\(name.shown)» cannot name a token. Use up to 64 Latin letters, digits, `-`, `_` and `.`."
        case .noScope: "The token opens nothing. Give at least one --scope."
        case .unknownScope(let text):
            "There is no scope «\(text.shown)». Write \(TokensProblem.scopes)."
        case .badDays: "A token lives 1 to 36500 days. Correct --expires-days."
        case .badOwnDays(let most): "A token of yours lives 1 to \(most) days. Correct the days."
        case .scopeNotYours:
            "You may not see in this project what the token is to open. Choose less, or ask the project's owner."
        case .tooMany(let most):
            "You have \(most) tokens that live; there can be no more. End one you do not need."
        case .otherRequest(let key):
            "The Idempotency-Key «\(key.shown)» was used before with another request. Take a new key."
        }
    }

    private var ru: String {
        switch self {
        case .unknown: "Такой токен неизвестен. Проверьте, весь ли он передан, или запросите новый."
        case .expired: "Срок токена истёк. Запросите новый."
        case .revoked: "Токен отозван. Запросите новый."
        case .nameTaken(let name):
            "Токен с именем «\(name.shown)» уже есть, возможно отозванный. Выберите другое имя."
        case .noSuchName(let name):
            "Токена с именем «\(name.shown)» нет. Все токены показывает `kontragent token list`."
        case .badName(let name):
            "«\(name.shown)» не подходит для имени токена. До 64 знаков: латинские буквы, цифры, `-`, `_`, `.`."
        case .noScope: "Токен ничего не открывает. Укажите хотя бы один --scope."
        case .unknownScope(let text): "Области «\(text.shown)» нет. Укажите: \(TokensProblem.scopes)."
        case .badDays: "Токен живёт от 1 до 36500 дней. Исправьте --expires-days."
        case .badOwnDays(let most): "Ваш токен живёт от 1 до \(most) дней. Исправьте число дней."
        case .scopeNotYours:
            "В этом проекте вам не видно то, что должен открывать токен. Выберите меньше или обратитесь к владельцу проекта."
        case .tooMany(let most):
            "У вас уже \(most) действующих токенов, больше нельзя. Отзовите ненужный."
        case .otherRequest(let key):
            "Ключ Idempotency-Key «\(key.shown)» уже был с другим запросом. Возьмите новый ключ."
        }
    }

    private static var scopes: String { TokenScope.allCases.map(\.rawValue).joined(separator: ", ") }
}
