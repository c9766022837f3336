import Access
import Wording

/// The pages of a project, each there for who holds its right.
enum ProjectTab: CaseIterable {
    case balance
    case detail
    case costs
    case documents
    case reconciliation
    case reports
    case requests
    case flow
    case limits
    case prices
    case settings
    case members
    case topUp

    /// The page it stands under: those of closing documents have no place of their own above.
    var parent: ProjectTab {
        switch self {
        case .reconciliation, .reports, .flow: .documents
        default: self
        }
    }

    var right: Right {
        switch self {
        case .balance: .project
        case .detail, .costs: .detail
        case .documents, .reconciliation, .flow: .documents
        case .reports: .reports
        case .requests: .requests
        case .limits: .limits
        case .prices: .balance
        case .settings: .requisites
        case .members: .members
        case .topUp: .topUp
        }
    }

    /// Whether it is there for those who only look, where pages are open to all.
    private var isToLook: Bool {
        switch self {
        case .balance, .detail, .costs, .documents, .reconciliation, .reports, .flow, .prices: true
        case .requests, .limits, .settings, .members, .topUp: false
        }
    }

    func isThere(_ rights: Set<Right>, for person: Person) -> Bool {
        rights.contains(right) && (person != .anybody || isToLook)
    }

    /// What stands behind the project in its address.
    var path: String {
        switch self {
        case .balance: ""
        case .detail: "/detail"
        case .costs: "/costs"
        case .documents: "/documents"
        case .reconciliation: "/documents/reconciliation"
        case .reports: "/documents/reports"
        case .requests: "/requests"
        case .flow: "/documents/flow"
        case .limits: "/limits"
        case .prices: "/prices"
        case .settings: "/settings"
        case .members: "/members"
        case .topUp: "/top-up"
        }
    }

    func title(_ visit: Visit) -> String {
        switch self {
        case .balance: visit.words("Balance", "Баланс")
        case .detail: visit.words("Detail", "Детализация")
        case .costs: visit.words("Service costs", "Расходы на сервисы")
        case .documents: visit.words("Closing documents", "Закрывающие документы")
        case .reconciliation: visit.words("Reconciliation of settlements", "Акт сверки")
        case .reports: visit.words("Billing reports", "Отчёты")
        case .requests: visit.words("Requests", "Запросы")
        case .flow: visit.words("How documents come", "Документооборот")
        case .limits: visit.words("Limits", "Лимиты")
        case .prices: visit.words("Prices", "Цены")
        case .settings: visit.words("Settings", "Настройки")
        case .members: visit.words("Members", "Участники")
        case .topUp: visit.words("Top up", "Пополнить")
        }
    }
}
