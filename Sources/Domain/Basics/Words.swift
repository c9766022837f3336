/// When the customer pays: in advance or by a monthly invoice (R47, R48).
package enum PaymentScheme: String, Hashable, Sendable {
    case prepaid
    case postpaid
}

/// The reporting documents, in the order they are numbered and listed.
package enum DocumentKind: String, CaseIterable, Hashable, Comparable, Sendable {
    /// Универсальный передаточный документ, or УПД.
    case upd
    /// Счёт-фактура.
    case taxInvoice
    /// Акт оказанных услуг; in Kazakhstan the form R-1.
    case act
    /// Счёт на оплату inside a post-paid package.
    case invoice

    package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .upd: 0
        case .taxInvoice: 1
        case .act: 2
        case .invoice: 3
        }
    }
}

/// A VAT rate in whole per cent, or no VAT at all.
package enum VATRate: Hashable, Comparable, Sendable, CustomStringConvertible {
    case none
    case percent(Int)

    /// "22" or "none", as JSON carries it.
    package var description: String {
        switch self {
        case .none: "none"
        case .percent(let rate): String(rate)
        }
    }

    package static func < (a: Self, b: Self) -> Bool { a.order < b.order }

    private var order: Int {
        switch self {
        case .none: -1
        case .percent(let rate): rate
        }
    }
}
